#include "scan.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "literal.hpp"
#include "words.hpp"

namespace assay::document {

namespace {

using diagnostics::Kind;
using diagnostics::Name;

// A document with more findings than this is not one that somebody is mending line by line.
constexpr std::size_t mostFindings = 100;
// The TOML library looks the tables that dotted keys imply, and lists of tables, up one after the other: more would take
// it minutes.
constexpr std::size_t mostImpliedTables = 20'000;

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}
bool isQuote(char c) {
    return c == '"' || c == '\'';
}
bool isDelimiter(char c) {
    return isBlank(c) || isQuote(c) || std::string_view("\n,[]{}#=").find(c) != std::string_view::npos;
}
bool isBareKeyCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// Walks the text once. A finding inside a bare value leaves the structure known and the walk goes on; one about the
// structure is followed by the next line, or, inside brackets, ends the walk.
class Scanner {
public:
    Scanner(const source::SourceFile& file, source::SourceId id, diagnostics::Diagnostics& findings, const Limits& limits)
        : text_(file.text), id_(id), findings_(findings), limits_(limits) {
        scan_.masked = file.text;
    }

    std::optional<Scan> run() {
        skipByteOrderMark();
        while (at_ < text_.size() && !stopped_)
            step();
        if (!stopped_) finish();
        if (found_ > 0) return std::nullopt;
        scan_.masked += '\n';
        return std::move(scan_);
    }

private:
    enum class State { Key, Value, AfterValue, AfterHeader };
    struct Bracket {
        char open;
        std::size_t value;  // in scan_.values
        std::size_t depth;  // of what stands directly inside
    };

    [[nodiscard]] source::Span span(std::size_t begin, std::size_t end) const {
        return {id_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
    [[nodiscard]] std::string_view piece(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }
    [[nodiscard]] bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }

    diagnostics::Diagnostic& report(Kind kind, std::size_t begin, std::size_t end) {
        if (++found_ >= mostFindings) stopped_ = true;
        return findings_.add(kind, span(begin, end));
    }

    // After an error in the structure.
    void recover() {
        if (!brackets_.empty()) {
            stopped_ = true;
            return;
        }
        at_ = std::min(text_.find('\n', at_), text_.size());
        state_ = State::Key;
    }

    void unexpected(std::size_t end) {
        diagnostics::Diagnostic& finding = report(Kind::UnexpectedInDocument, at_, end).with("found", Name{excerpt(piece(at_, end))});
        if (!brackets_.empty()) {
            const std::size_t opened = scan_.values[brackets_.back().value].begin;
            finding.note(Kind::OpenedHere, span(opened, opened + 1));
        }
        recover();
    }

    void skipByteOrderMark() {
        if (text_.substr(0, 3) != "\xEF\xBB\xBF") return;
        scan_.masked.replace(0, 3, "   ");
        at_ = 3;
    }

    void skipBlanks() {
        while (at_ < text_.size() && isBlank(text_[at_]))
            ++at_;
    }

    void step() {
        const char c = text_[at_];
        if (isBlank(c)) {
            ++at_;
        } else if (c == '\n') {
            breakLine();
        } else if (c == '#') {
            at_ = std::min(text_.find('\n', at_), text_.size());
        } else if (c == ']' || c == '}') {
            closeBracket(c);
        } else if (c == ',') {
            comma();
        } else if (state_ == State::Key) {
            if (c == '[' && brackets_.empty()) {
                header();
            } else {
                keyAndEquals();
            }
        } else if (state_ == State::AfterHeader) {
            unexpected(std::max(wordEnd(), at_ + 1));
        } else if (state_ == State::AfterValue) {
            secondValue();
        } else {
            value(c);
        }
    }

    void breakLine() {
        if (!brackets_.empty() && brackets_.back().open == '{') {
            const std::size_t opened = scan_.values[brackets_.back().value].begin;
            report(Kind::InlineTableBroken, opened, opened + 1);
            stopped_ = true;
            return;
        }
        if (brackets_.empty()) {
            if (state_ == State::Value) missingValue();
            state_ = State::Key;
        }
        ++at_;
    }

    void missingValue() {
        const ScannedKey& key = scan_.keys.back();
        report(Kind::MissingDocumentValue, key.begin, key.end).with("key", Name{excerpt(piece(key.begin, key.end))});
    }

    void comma() {
        if (brackets_.empty() || state_ != State::AfterValue) return unexpected(at_ + 1);
        state_ = brackets_.back().open == '{' ? State::Key : State::Value;
        valueDepth_ = brackets_.back().depth;
        ++at_;
    }

    void closeBracket(char close) {
        const bool matches = !brackets_.empty() && brackets_.back().open == (close == ']' ? '[' : '{');
        const bool keyWithoutValue = state_ == State::Value && close == '}';
        if (!matches || keyWithoutValue) return unexpected(at_ + 1);
        scan_.values[brackets_.back().value].end = static_cast<std::uint32_t>(++at_);
        brackets_.pop_back();
        state_ = State::AfterValue;
    }

    void finish() {
        if (!brackets_.empty()) {
            const std::size_t opened = scan_.values[brackets_.back().value].begin;
            report(Kind::UnclosedBracket, opened, opened + 1).with("found", Name{std::string(1, brackets_.back().open)});
        } else if (state_ == State::Value) {
            missingValue();
        }
    }

    // `[key]` or `[[key]]`; leaves the rest of the line to the walk, which accepts a comment alone.
    void header() {
        const std::size_t begin = at_++;
        const bool isList = at('[');
        if (isList) ++at_;
        depth_ = 0;
        if (!key()) return;
        for (int left = isList ? 2 : 1; left > 0; --left) {
            if (!at(']')) return misplaced();
            ++at_;
        }
        scan_.keys.back() = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
        depth_ = valueDepth_;
        state_ = State::AfterHeader;
        if (isList && listHeaders_.insert(piece(begin, at_)).second) countImpliedTables(1, begin, at_);
    }

    // False after a finding.
    bool countImpliedTables(std::size_t more, std::size_t begin, std::size_t end) {
        impliedTables_ += more;
        if (impliedTables_ <= mostImpliedTables) return true;
        report(Kind::TooManyDottedKeys, begin, end).with("limit", std::to_string(mostImpliedTables));
        stopped_ = true;
        return false;
    }

    void keyAndEquals() {
        if (!key()) return;
        if (!at('=')) {
            if (at_ < text_.size() && !isAscii(text_[at_])) return nonAscii(wordEnd());
            missingValue();
            return recover();
        }
        ++at_;
        state_ = State::Value;
    }

    // One key with its segments and the blanks behind it; false after a finding.
    bool key() {
        skipBlanks();
        const std::size_t begin = at_;
        std::size_t end = at_;
        std::size_t segments = 0;
        do {
            if (segments > 0) ++at_;
            skipBlanks();
            if (!keySegment()) return false;
            ++segments;
            end = at_;
            skipBlanks();
        } while (at('.'));
        valueDepth_ = (brackets_.empty() ? depth_ : brackets_.back().depth) + segments;
        if (valueDepth_ > limits_.nesting) {
            tooDeep(begin, end);
            return false;
        }
        if (!countImpliedTables(segments - 1, begin, end)) return false;
        scan_.keys.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        return true;
    }

    bool keySegment() {
        if (at_ < text_.size() && isQuote(text_[at_])) {
            const std::size_t begin = at_;
            if (!skipText()) return false;
            if (!hasThreeQuotes(text_, begin)) return true;
            at_ = begin;
            unexpected(begin + 3);
            return false;
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && isBareKeyCharacter(text_[at_]))
            ++at_;
        if (at_ < text_.size() && !isAscii(text_[at_])) {
            at_ = begin;
            nonAscii(wordEnd());
            return false;
        }
        if (at_ > begin) return true;
        misplaced();
        return false;
    }

    // Something else stands where the grammar wants a key or the bracket that closes a header.
    void misplaced() {
        const bool lineEnds = at_ >= text_.size() || text_[at_] == '\n';
        if (!lineEnds) return isAscii(text_[at_]) ? unexpected(at_ + 1) : nonAscii(wordEnd());
        const std::size_t lineBegin = text_.substr(0, at_).find_last_of('\n') + 1;
        report(Kind::LineIncomplete, lineBegin, at_);
        recover();
    }

    void tooDeep(std::size_t begin, std::size_t end) {
        report(Kind::DocumentTooDeep, begin, end).with("limit", std::to_string(limits_.nesting));
        stopped_ = true;
    }

    void add(ScannedValue::Kind kind, std::size_t begin, std::size_t end) {
        ScannedValue& value = scan_.values.emplace_back();
        value.kind = kind;
        value.begin = static_cast<std::uint32_t>(begin);
        value.end = static_cast<std::uint32_t>(end);
    }

    void value(char c) {
        if (c == '[' || c == '{') return openBracket(c);
        if (c == '=') return unexpected(at_ + 1);
        const std::size_t begin = at_;
        if (isQuote(c)) {
            if (!skipText()) return;
            add(ScannedValue::Kind::Text, begin, at_);
            state_ = State::AfterValue;
            return;
        }
        const std::size_t end = wordEnd();
        if (!std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(end), isAscii)) {
            return nonAscii(end);
        }
        bareValue(begin, end);
    }

    void openBracket(char open) {
        if (valueDepth_ > limits_.nesting) return tooDeep(at_, at_ + 1);
        const bool isArray = open == '[';
        add(isArray ? ScannedValue::Kind::Array : ScannedValue::Kind::InlineTable, at_, at_ + 1);
        const std::size_t inside = isArray ? valueDepth_ + 1 : valueDepth_;
        brackets_.push_back({open, scan_.values.size() - 1, inside});
        valueDepth_ = inside;
        state_ = isArray ? State::Value : State::Key;
        ++at_;
    }

    // The end of the word that begins here: it runs to a blank, a delimiter or the end of the line.
    [[nodiscard]] std::size_t wordEnd() const {
        std::size_t end = at_;
        while (end < text_.size() && !isDelimiter(text_[end]))
            ++end;
        return end;
    }

    void bareValue(std::size_t begin, std::size_t end) {
        const bool clockFollows = end + 3 < text_.size() && text_[end] == ' ' && text_[end + 3] == ':';
        if (end - begin == 10 && beginsAsDate(piece(begin, end)) && clockFollows) {
            at_ = end + 1;
            end = wordEnd();
        }
        at_ = end;
        state_ = State::AfterValue;
        Literal literal = readLiteral(piece(begin, end));
        switch (literal.kind) {
            case Literal::Kind::Bool:
                return add(ScannedValue::Kind::Bool, begin, end);
            case Literal::Kind::Integer:
                add(ScannedValue::Kind::Integer, begin, end);
                break;
            case Literal::Kind::Decimal:
                add(ScannedValue::Kind::Decimal, begin, end);
                break;
            case Literal::Kind::Date:
                add(ScannedValue::Kind::Date, begin, end);
                break;
            case Literal::Kind::NotFinite:
                return refuse(Kind::NumberNotFinite, begin, end);
            case Literal::Kind::Time:
                return refuse(Kind::TimeNotAllowed, begin, end);
            case Literal::Kind::NoSuchDate:
                return refuse(Kind::NoSuchDate, begin, end);
            case Literal::Kind::Malformed:
                return refuse(Kind::MalformedValue, begin, end);
            case Literal::Kind::TooLarge:
                return refuseNumber(begin, end);
        }
        scan_.values.back().number = std::move(literal.number);
        scan_.values.back().date = literal.date;
        std::fill(scan_.masked.begin() + static_cast<std::ptrdiff_t>(begin), scan_.masked.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        scan_.masked[begin] = '0';
    }

    void refuse(Kind kind, std::size_t begin, std::size_t end) { report(kind, begin, end).with("found", Name{excerpt(piece(begin, end))}); }

    void refuseNumber(std::size_t begin, std::size_t end) {
        report(Kind::NumberTooLarge, begin, end)
            .with("found", Name{excerpt(piece(begin, end))})
            .with("bits", std::to_string(quantity::Rational::maxBits))
            .with("exponent", std::to_string(quantity::Rational::maxExponent));
    }

    void secondValue() {
        const std::size_t end = std::max(wordEnd(), at_ + 1);
        if (!isAscii(text_[at_])) return nonAscii(end);
        report(Kind::ValueNotAlone, at_, end).with("found", Name{excerpt(piece(at_, end))});
        recover();
    }

    // Characters outside ASCII in the word from here to `end`: those with an ASCII form are a slip of the keyboard, others
    // are a word that lacks its quotes.
    void nonAscii(std::size_t end) {
        if (const auto slip = findSlip(text_, at_, end)) {
            report(Kind::FullWidthOutsideText, slip->begin, slip->end)
                .with("found", Name{excerpt(piece(slip->begin, slip->end))})
                .with("fix", Name{excerpt(slip->fix)});
        } else {
            const std::string word = excerpt(piece(at_, end));
            report(Kind::NonAsciiOutsideText, at_, end)
                .with("found", Name{word})
                .note(Kind::WriteInstead, {}, {{"replacement", Name{'"' + word + '"'}}});
        }
        recover();
    }

    // False after a finding.
    bool skipText() {
        if (const auto end = stringEnd(text_, at_)) {
            at_ = *end;
            return true;
        }
        const bool isLong = hasThreeQuotes(text_, at_);
        report(Kind::UnclosedText, at_, at_ + (isLong ? 3 : 1));
        if (isLong) stopped_ = true;
        recover();
        return false;
    }

    std::string_view text_;
    source::SourceId id_;
    diagnostics::Diagnostics& findings_;
    const Limits& limits_;
    Scan scan_;
    std::vector<Bracket> brackets_;
    State state_ = State::Key;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;       // of the table whose header came last
    std::size_t valueDepth_ = 0;  // that a bracket opened here would have
    std::unordered_set<std::string_view> listHeaders_;
    std::size_t impliedTables_ = 0;  // and lists of tables
    std::size_t found_ = 0;
    bool stopped_ = false;
};

}  // namespace

std::optional<Scan> scanToml(const source::SourceFile& file, source::SourceId id, diagnostics::Diagnostics& findings,
                             const Limits& limits) {
    return Scanner(file, id, findings, limits).run();
}

}  // namespace assay::document
