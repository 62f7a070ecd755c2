#include "scan.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "assay/source/text.hpp"
#include "words.hpp"

namespace assay::syntax {

namespace {

using diagnostics::Kind;
using diagnostics::Name;

// Chinese marks that are no full-width form of an ASCII mark but are typed in its place.
constexpr auto chineseMarks = std::to_array<std::pair<char32_t, char>>({{0x201C, '"'}, {0x201D, '"'}, {0x3001, ','}, {0x3002, '.'}});

std::optional<char> codeFormOf(char32_t codePoint) {
    for (const auto& [mark, ascii] : chineseMarks) {
        if (mark == codePoint) {
            return ascii;
        }
    }
    return source::halfWidth(codePoint);
}

class Scanner {
public:
    Scanner(const source::SourceMap& sources, source::Span range, diagnostics::Diagnostics& findings, const Limits& limits)
        : range_(range), text_(sources.text(range)), findings_(findings), limits_(limits) {}

    Scan run() {
        while (at_ < text_.size() && result_.sound) {
            step();
        }
        result_.codeEnd += range_.begin;
        return std::move(result_);
    }

private:
    void step() {
        const char first = text_[at_];
        if (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
            ++at_;
            return;
        }
        if (first == '#') {
            comment();
            return;
        }
        if (first == '"') {
            string();
        } else if (const std::size_t length = wordLength(text_.substr(at_)); length > 0) {
            word(length);
        } else {
            mark();
        }
        result_.codeEnd = static_cast<std::uint32_t>(at_);
    }

    void comment() {
        std::size_t end = std::min(text_.find('\n', at_), text_.size());
        if (end > at_ && text_[end - 1] == '\r') {
            --end;
        }
        const std::string_view written = text_.substr(at_ + 1, end - at_ - 1);
        const std::size_t first = written.find_first_not_of(" \t");
        const std::size_t last = written.find_last_not_of(" \t");
        std::string content = first == std::string_view::npos ? std::string() : std::string(written.substr(first, last - first + 1));
        result_.comments.push_back({std::move(content), span(at_, end)});
        at_ = end;
    }

    void string() {
        const std::size_t begin = at_++;
        while (at_ < text_.size() && text_[at_] != '"') {
            if (text_[at_] == '\n' || text_[at_] == '\r') {
                refuse(Kind::TextNotClosed, begin, at_);
                return;
            }
            if (text_[at_] == '\\') {
                const bool known = at_ + 1 < text_.size() && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\');
                if (!known) {
                    refuse(Kind::UnknownEscape, at_, at_ + 1);
                    return;
                }
                ++at_;
            }
            ++at_;
        }
        if (at_ == text_.size()) {
            refuse(Kind::TextNotClosed, begin, at_);
            return;
        }
        ++at_;
    }

    void word(std::size_t length) {
        if (length > limits_.identifier) {
            refuse(Kind::WordTooLong, at_, at_ + length).with("limit", quantity::Rational(static_cast<std::int64_t>(limits_.identifier)));
        }
        at_ += length;
    }

    void mark() {
        const source::CodePoint found = source::decode(text_.substr(at_));
        if (const std::optional<char> half = codeFormOf(found.value)) {
            const std::string replacement = *half == ' ' ? "' '" : std::string(1, *half);
            refuse(Kind::FullWidthCharacter, at_, at_ + found.length)
                .with("found", Name{std::string(text_.substr(at_, found.length))})
                .note(Kind::WriteInstead, {}, {{"replacement", Name{replacement}}});
        }
        at_ += found.length;
    }

    diagnostics::Diagnostic& refuse(Kind kind, std::size_t begin, std::size_t end) {
        result_.sound = false;
        return findings_.add(kind, span(begin, end));
    }

    [[nodiscard]] source::Span span(std::size_t begin, std::size_t end) const {
        return {range_.source, range_.begin + static_cast<std::uint32_t>(begin), range_.begin + static_cast<std::uint32_t>(end)};
    }

    source::Span range_;
    std::string_view text_;
    diagnostics::Diagnostics& findings_;
    const Limits& limits_;
    std::size_t at_ = 0;
    Scan result_;
};

}  // namespace

Scan scan(const source::SourceMap& sources, source::Span range, diagnostics::Diagnostics& findings, const Limits& limits) {
    return Scanner(sources, range, findings, limits).run();
}

std::vector<Comment> commentsOf(const source::SourceMap& sources, source::Span range) {
    diagnostics::Diagnostics none;
    const Limits limits;
    return Scanner(sources, range, none, limits).run().comments;
}

}  // namespace assay::syntax
