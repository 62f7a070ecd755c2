#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/syntax/tree.hpp"

namespace assay::page {

// What a page says in both languages; the reader chooses one.
struct Both {
    std::string english;
    std::string chinese;
    bool operator==(const Both&) const = default;
    [[nodiscard]] bool empty() const { return english.empty() && chinese.empty(); }
};

// What `say` gives for each language.
template <class Say>
[[nodiscard]] Both both(Say say) {
    return {std::string(say(diagnostics::Language::English)), std::string(say(diagnostics::Language::Chinese))};
}
// A text of rules, cases or registers; where one language is missing, the other stands for it.
[[nodiscard]] Both both(const syntax::LocalText& text);

// Text in which nothing is markup, between tags and in a quoted attribute alike. What no terminal may show is shown by its number here
// as well. Nothing reaches a page but through this function and the program's own literals.
[[nodiscard]] std::string escaped(std::string_view text);

struct Attribute {
    std::string_view name;  // a literal
    std::string value;
};
using Attributes = std::vector<Attribute>;

// Builds HTML. Elements nest by construction, text and attributes are escaped.
class Markup {
public:
    // An element whose content `body` writes. Tags and names of attributes are literals.
    template <std::invocable Body>
    Markup& in(std::string_view tag, const Attributes& attributes, Body body) {
        open(tag, attributes);
        body();
        return close(tag);
    }
    Markup& in(std::string_view tag, const Attributes& attributes, std::string_view content);
    Markup& in(std::string_view tag, const Attributes& attributes, const char* content);
    Markup& in(std::string_view tag, const Attributes& attributes, const Both& content);
    // An element that has no content, such as `input`.
    Markup& alone(std::string_view tag, const Attributes& attributes);

    Markup& text(std::string_view words);
    // Without an element for its language, where none may stand.
    Markup& plain(std::string_view words);
    // Once where both languages say the same.
    Markup& text(const Both& words);

    // A name of rules or cases as `code`, which may break between its words.
    Markup& name(std::string_view name);

    // The program's own style sheet or script, byte for byte: its digest stands in the content policy.
    Markup& embedded(std::string_view tag, std::string_view content);
    // Markup that another instance has built.
    Markup& append(const std::string& markup);
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void open(std::string_view tag, const Attributes& attributes);
    Markup& close(std::string_view tag);

    std::string out_;
};

}  // namespace assay::page
