#include "cut.hpp"

namespace assay::syntax {

namespace {

enum class LineKind { Empty, MarginComment, Indented, Margin };

LineKind kindOf(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return LineKind::Empty;
    }
    if (first > 0) {
        return LineKind::Indented;
    }
    return line.front() == '#' ? LineKind::MarginComment : LineKind::Margin;
}

bool isComment(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && line[first] == '#';
}

}  // namespace

Cut cut(std::string_view text) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    Cut result;
    std::size_t offset = text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    result.trailingBegin = static_cast<std::uint32_t>(offset);
    while (offset < text.size()) {
        const std::size_t lineBreak = text.find('\n', offset);
        const std::size_t lineEnd = lineBreak == std::string_view::npos ? text.size() : lineBreak + 1;
        const std::string_view line = text.substr(offset, lineEnd - offset);
        const LineKind kind = kindOf(line);
        const bool stray = kind == LineKind::Indented && result.pieces.empty() && !isComment(line);
        if (kind == LineKind::Margin || stray) {
            result.pieces.push_back({result.trailingBegin, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(lineEnd), stray});
            result.trailingBegin = static_cast<std::uint32_t>(lineEnd);
        } else if (kind == LineKind::Indented && !result.pieces.empty()) {
            result.pieces.back().end = static_cast<std::uint32_t>(lineEnd);
            result.trailingBegin = static_cast<std::uint32_t>(lineEnd);
        }
        offset = lineEnd;
    }
    return result;
}

}  // namespace assay::syntax
