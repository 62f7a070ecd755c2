#include "failure.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "assay/source/text.hpp"
#include "words.hpp"

namespace assay::syntax {

namespace {

using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;

// Operators of other languages and what is written here.
constexpr auto foreignOperators = std::to_array<std::pair<std::string_view, std::string_view>>({{"==", "is"},
                                                                                                {"!=", "is not"},
                                                                                                {"<>", "is not"},
                                                                                                {"&&", "and"},
                                                                                                {"||", "or"},
                                                                                                {"=", "is"},
                                                                                                {"\xE2\x89\xA0", "is not"},
                                                                                                {"\xE2\x89\xA4", "<="},
                                                                                                {"\xE2\x89\xA5", ">="},
                                                                                                {"\xC3\x97", "*"},
                                                                                                {"\xC3\xB7", "/"},
                                                                                                {"!", "not"}});

std::vector<std::string> split(std::string_view words) {
    std::vector<std::string> result;
    while (!words.empty()) {
        const std::size_t slash = std::min(words.find('/', 1), words.size());
        result.emplace_back(words.substr(0, slash));
        words.remove_prefix(std::min(slash + 1, words.size()));
    }
    return result;
}

// The word, number or mark that stands at the start of `text`.
std::string_view token(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    if (const std::size_t word = wordLength(text); word > 0) {
        return text.substr(0, word);
    }
    return text.substr(0, source::decode(text).length);
}

class Explainer {
public:
    Explainer(const DeclarationText& declaration, const Failure& failure, const Limits& limits, diagnostics::Diagnostics& findings)
        : declaration_(declaration),
          text_(declaration.text),
          expected_(failure.expected),
          offset_(std::min(failure.offset, text_.size())),
          found_(token(text_.substr(offset_))),
          limits_(limits),
          findings_(findings) {}

    void run() {
        if (foreignOperator()) {
            return;
        }
        switch (expected_.kind) {
            case Kind::UnknownPart:
                unknownPart();
                return;
            case Kind::ExpectedWord:
                expectedWord();
                return;
            case Kind::ExpectedName:
                expectedName();
                return;
            case Kind::OutcomeShape:
                outcomeShape();
                return;
            case Kind::RowNotClosed:
                rowNotClosed();
                return;
            case Kind::ComparisonChain:
            case Kind::UnitNotTight:
            case Kind::NeedsParentheses:
                atNextToken();
                return;
            case Kind::OperatorNeedsBlanks:
                atOperator();
                return;
            case Kind::NestingTooDeep:
                add(expected_.kind).with("limit", quantity::Rational(static_cast<std::int64_t>(limits_.nesting)));
                return;
            case Kind::NumberBeforeMinus:
            case Kind::NumberNotApart:
                wholeNumber();
                return;
            default:
                add(expected_.kind);
                return;
        }
    }

private:
    // Only where an expression could go on or begin does an operator of another language explain anything.
    bool foreignOperator() {
        if (expected_.kind != Kind::UnknownPart && expected_.kind != Kind::ExpectedExpression && expected_.kind != Kind::ExpectedWord) {
            return false;
        }
        for (const auto& [foreign, own] : foreignOperators) {
            if (text_.substr(offset_).starts_with(foreign)) {
                found_ = text_.substr(offset_, foreign.size());
                add(Kind::UnknownOperator).with("found", name(found_)).note(Kind::WriteInstead, {}, {{"replacement", name(own)}});
                return true;
            }
        }
        return false;
    }

    void unknownPart() {
        const bool itemised = declaration_.keyword == "enum" || declaration_.keyword == "record";
        if (!beginsLine() && ((itemised && beginsName(found_)) || found_ == "|")) {
            add(Kind::NotOnItsOwnLine).with("word", name(found_));
            return;
        }
        if (wordLength(found_) == 0) {
            add(Kind::UnexpectedCharacter).with("found", name(found_));
            return;
        }
        const std::vector<std::string>& parts = partsOf(declaration_.keyword);
        auto& finding = add(Kind::UnknownPart).with("word", name(found_)).with("declaration", name(declaration_.keyword));
        if (const auto near = source::closest(found_, parts); !near.empty()) {
            finding.note(Kind::DidYouMean, {}, {{"names", Names{near}}});
        }
        finding.note(Kind::LegalHere, {}, {{"names", Names{parts}}});
    }

    void expectedWord() {
        const std::vector<std::string> words = split(expected_.words);
        auto& finding = add(expected_.kind).with("words", Names{words});
        if (const auto near = source::closest(found_, words); !near.empty()) {
            finding.note(Kind::DidYouMean, {}, {{"names", Names{near}}});
        }
    }

    void expectedName() {
        if (isReserved(found_)) {
            add(Kind::ReservedWord).with("word", name(found_));
        } else {
            add(expected_.kind);
        }
    }

    // An outcome's name was read and no condition followed: the name may be a part word with a slip in it.
    void outcomeShape() {
        auto& finding = add(expected_.kind);
        const std::string_view before = wordBefore();
        std::vector<std::string> near = source::closest(before, partsOf(declaration_.keyword));
        if (near.empty()) {
            near = source::closest(found_, {"favourable", "adverse", "neutral", "when", "otherwise"});
        }
        if (!near.empty()) {
            finding.note(Kind::DidYouMean, {}, {{"names", Names{near}}});
        }
    }

    // At the end of the line the bar was forgotten; before it, the cell holds something that no cell can hold.
    void rowNotClosed() {
        const bool lineOver = found_.empty() || found_ == "\n" || found_ == "\r" || found_ == "#";
        if (lineOver || found_ == "when" || found_ == "cites") {
            const std::size_t last = text_.substr(0, offset_).find_last_not_of(" \t");
            findings_.add(Kind::RowNotClosed, span(last + 1, last + 1));
        } else {
            add(Kind::BadCell);
        }
    }

    // The grammar looked past blanks and comments to see what follows.
    void atNextToken() {
        while (offset_ < text_.size() && std::string_view(" \t\r\n#").find(text_[offset_]) != std::string_view::npos) {
            offset_ = text_[offset_] == '#' ? std::min(text_.find('\n', offset_), text_.size()) : offset_ + 1;
        }
        found_ = token(text_.substr(offset_));
        auto& finding = add(expected_.kind);
        if (expected_.kind == Kind::NeedsParentheses) {
            finding.with("word", Name{openingWords()});
        }
    }

    // The blank is missing before the operator or behind it.
    void atOperator() {
        const bool here = found_ == "-" || found_ == "/";
        const std::size_t begin = here || offset_ == 0 ? offset_ : offset_ - 1;
        findings_.add(expected_.kind, span(begin, std::min(begin + 1, text_.size())));
    }

    void wholeNumber() {
        std::size_t begin = offset_;
        while (begin > 0 && ((text_[begin - 1] >= '0' && text_[begin - 1] <= '9') || text_[begin - 1] == '.')) {
            --begin;
        }
        std::size_t end = offset_;
        while (end < text_.size() && (text_[end] == '-' || text_[end] == '%' || wordLength(text_.substr(end)) > 0)) {
            end += std::max<std::size_t>(1, wordLength(text_.substr(end)));
        }
        findings_.add(expected_.kind, span(begin, end));
    }

    [[nodiscard]] bool beginsLine() const {
        const std::size_t before = text_.substr(0, offset_).find_last_not_of(" \t");
        return before == std::string_view::npos || text_[before] == '\n';
    }

    [[nodiscard]] std::string_view wordBefore() const {
        const std::size_t last = text_.substr(0, offset_).find_last_not_of(" \t\r\n");
        if (last == std::string_view::npos) {
            return {};
        }
        const std::size_t gap = text_.substr(0, last).find_last_of(" \t\r\n");
        return text_.substr(gap == std::string_view::npos ? 0 : gap + 1, last - (gap == std::string_view::npos ? 0 : gap + 1) + 1);
    }

    // "all of" rather than "all".
    [[nodiscard]] std::string openingWords() const {
        return found_ == "all" || found_ == "any" ? std::string(found_) + " of" : std::string(found_);
    }

    diagnostics::Diagnostic& add(Kind kind) {
        // Nothing is left: the finding stands where the declaration ends, not behind the comments and blank lines.
        return findings_.add(kind, span(offset_, offset_ + (found_ == "\n" || found_ == "\r" ? 0 : found_.size())));
    }

    [[nodiscard]] source::Span span(std::size_t begin, std::size_t end) const {
        return {declaration_.span.source, declaration_.span.begin + static_cast<std::uint32_t>(begin),
                declaration_.span.begin + static_cast<std::uint32_t>(end)};
    }

    static Name name(std::string_view text) { return Name{std::string(text)}; }

    const DeclarationText& declaration_;
    std::string_view text_;
    Expected expected_;
    std::size_t offset_;
    std::string_view found_;
    const Limits& limits_;
    diagnostics::Diagnostics& findings_;
};

}  // namespace

void explainFailure(const DeclarationText& declaration, const Failure& failure, const Limits& limits, diagnostics::Diagnostics& findings) {
    Explainer(declaration, failure, limits, findings).run();
}

}  // namespace assay::syntax
