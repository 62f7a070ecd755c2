#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "assay/quantity/date.hpp"
#include "assay/quantity/rational.hpp"
#include "assay/source/source.hpp"

namespace assay::diagnostics {

// One enumerator a finding; the table of codes and wordings is include/assay/diagnostics/kinds/*.def, one file a stage.
enum class Kind : std::uint16_t {
#define ASSAY_DIAGNOSTIC(name, code, severity, en, zh) name,
#include "assay/diagnostics/kinds.def"
#undef ASSAY_DIAGNOSTIC
};

enum class Severity : std::uint8_t { Error, Warning, Note, Help };
enum class Language : std::uint8_t { English, Chinese };

// What a wording may name. Name: a word of the user's, printed in `backquotes`. Text: printed as it is.
struct Name {
    std::string text;
};
struct Names {
    std::vector<std::string> texts;
};
using Argument = std::variant<std::string, Name, Names, quantity::Rational, quantity::Date>;

// A secondary place or a hint; its kind is one of severity Note or Help. A note without a place has no span.
struct Note {
    Kind kind;
    source::Span span;
    std::vector<std::pair<std::string, Argument>> arguments;
};

// A finding as data: no prose. Wordings name arguments as {name}.
struct Diagnostic {
    Kind kind;
    source::Span span;  // not valid: it concerns no text (a missing file, an option)
    std::vector<std::pair<std::string, Argument>> arguments;
    std::vector<Note> notes;

    Diagnostic& with(std::string name, Argument argument) & {
        arguments.emplace_back(std::move(name), std::move(argument));
        return *this;
    }
    Diagnostic& note(Kind noteKind, source::Span noteSpan, std::vector<std::pair<std::string, Argument>> noteArguments = {}) & {
        notes.push_back({noteKind, noteSpan, std::move(noteArguments)});
        return *this;
    }
};

// The findings of a stage, in the order in which they were found.
class Diagnostics {
public:
    Diagnostic& add(Kind kind, source::Span span, std::vector<std::pair<std::string, Argument>> arguments = {});
    void append(Diagnostics other);
    [[nodiscard]] bool hasErrors() const;
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return findings_; }
    [[nodiscard]] bool empty() const { return findings_.empty(); }
    // Order by place (source, offset), then kind: the order of output. Findings without a place come first.
    void sort();

private:
    std::vector<Diagnostic> findings_;
};

[[nodiscard]] std::string_view code(Kind kind);  // "E0312"
[[nodiscard]] std::string_view name(Kind kind);  // the enumerator's spelling
[[nodiscard]] Severity severity(Kind kind);
[[nodiscard]] const std::vector<Kind>& allKinds();

// The sentence of a finding or note in one language, arguments filled in; no place, no code.
[[nodiscard]] std::string sentence(Kind kind, const std::vector<std::pair<std::string, Argument>>& arguments, Language language);

}  // namespace assay::diagnostics
