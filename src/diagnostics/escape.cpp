#include "escape.hpp"

#include <fmt/format.h>

#include "assay/source/text.hpp"

namespace assay::diagnostics {

namespace {

using source::TextDefect;

std::string escapeDefect(std::string_view text, TextDefect::Kind kind) {
    if (kind == TextDefect::Kind::InvalidUtf8) return fmt::format("\\x{:02X}", static_cast<unsigned char>(text.front()));
    const auto value = static_cast<std::uint32_t>(source::decode(text).value);
    return value <= 0xFF ? fmt::format("\\x{:02X}", value) : fmt::format("\\u{:04X}", value);
}

void appendShown(std::string& shown, std::string_view acceptable) {
    for (const char byte : acceptable) {
        switch (byte) {
            case '\t':
                shown += "    ";
                break;
            case '\r':
                shown += "\\x0D";
                break;
            case '\n':
                shown += "\\x0A";
                break;
            default:
                shown += byte;
        }
    }
}

}  // namespace

std::string escape(std::string_view text) {
    std::string shown;
    while (const std::optional<TextDefect> defect = source::findTextDefect(text)) {
        appendShown(shown, text.substr(0, defect->begin));
        shown += escapeDefect(text.substr(defect->begin), defect->kind);
        text.remove_prefix(defect->end);
    }
    appendShown(shown, text);
    return shown;
}

std::string_view firstColumns(std::string_view escaped, std::size_t columns) {
    std::size_t taken = 0;
    std::size_t used = 0;
    while (taken < escaped.size()) {
        const std::uint32_t length = source::decode(escaped.substr(taken)).length;
        used += source::displayWidth(escaped.substr(taken, length));
        if (used > columns) break;
        taken += length;
    }
    return escaped.substr(0, taken);
}

std::string_view lastColumns(std::string_view escaped, std::size_t columns) {
    const std::size_t width = source::displayWidth(escaped);
    if (width <= columns) return escaped;
    std::size_t dropped = 0;
    for (std::size_t gone = 0; width - gone > columns;) {
        const std::uint32_t length = source::decode(escaped.substr(dropped)).length;
        gone += source::displayWidth(escaped.substr(dropped, length));
        dropped += length;
    }
    return escaped.substr(dropped);
}

}  // namespace assay::diagnostics
