#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assay/report/view.hpp"

namespace assay::report {

enum class Color { Good, Bad, Open, Strong, Faint };

// Builds text for a terminal line by line. Whatever is written is escaped: rules and cases hold words of strangers, and
// none of them may steer a terminal.
class TextWriter {
public:
    explicit TextWriter(const TextOptions& options) : color_(options.color) {}

    // Begins a line, two blanks a level.
    TextWriter& at(std::size_t level);
    TextWriter& text(std::string_view words);
    TextWriter& paint(Color color, std::string_view words);
    TextWriter& end();
    // "  [P32, P32.6]"; nothing for no clauses.
    TextWriter& clauses(const std::vector<std::string>& ids);
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    std::string out_;
    bool color_;
};

[[nodiscard]] std::string join(const std::vector<std::string>& words, std::string_view separator = ", ");

}  // namespace assay::report
