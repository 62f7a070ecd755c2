#include "defect.hpp"

#include <string>

namespace assay::document {

using diagnostics::Kind;

namespace {

// U+202E: how a character that cannot be shown is named.
std::string codePointName(char32_t codePoint) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string name = "U+";
    for (int shift = codePoint > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4)
        name += digits[(codePoint >> shift) & 0xFU];
    return name;
}

}  // namespace

void reportDefect(const source::TextDefect& defect, std::string_view text, source::Span span, diagnostics::Diagnostics& findings) {
    switch (defect.kind) {
        case source::TextDefect::Kind::InvalidUtf8:
            findings.add(Kind::InvalidUtf8, span);
            break;
        case source::TextDefect::Kind::ControlCharacter:
            findings.add(Kind::ControlCharacter, span, {{"code", codePointName(source::decode(text.substr(defect.begin)).value)}});
            break;
        case source::TextDefect::Kind::BidirectionalControl:
            findings.add(Kind::BidirectionalControl, span, {{"code", codePointName(source::decode(text.substr(defect.begin)).value)}});
            break;
    }
}

}  // namespace assay::document
