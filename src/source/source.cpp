#include "assay/source/source.hpp"

#include <algorithm>

namespace assay::source {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

bool startsCodePoint(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace

SourceId SourceMap::add(std::string name, std::string text) {
    std::vector<std::uint32_t> starts = {0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') starts.push_back(static_cast<std::uint32_t>(i + 1));
    }
    files_.push_back(std::make_unique<SourceFile>(SourceFile{std::move(name), std::move(text), std::move(starts)}));
    return SourceId(files_.size() - 1);
}

std::string_view SourceMap::text(Span span) const {
    const std::string_view all = file(span.source).text;
    const std::size_t begin = std::min<std::size_t>(span.begin, all.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, all.size());
    return all.substr(begin, end - begin);
}

Position SourceMap::position(SourceId id, std::uint32_t offset) const {
    const SourceFile& source = file(id);
    const auto size = static_cast<std::uint32_t>(source.text.size());
    const std::uint32_t at = std::min(offset, size);
    const auto next = std::upper_bound(source.lineStarts.begin(), source.lineStarts.end(), at);
    const std::uint32_t start = *std::prev(next);

    std::string_view before = std::string_view(source.text).substr(start, at - start);
    if (start == 0 && before.starts_with(byteOrderMark)) before.remove_prefix(byteOrderMark.size());
    const auto codePoints = std::count_if(before.begin(), before.end(), startsCodePoint);
    return {static_cast<std::uint32_t>(next - source.lineStarts.begin()), static_cast<std::uint32_t>(codePoints) + 1};
}

std::string_view SourceMap::line(SourceId id, std::uint32_t line) const {
    const SourceFile& source = file(id);
    if (line == 0 || line > source.lineStarts.size()) return {};
    const std::size_t begin = source.lineStarts[line - 1];
    const std::size_t end = line < source.lineStarts.size() ? source.lineStarts[line] - 1 : source.text.size();
    std::string_view text = std::string_view(source.text).substr(begin, end - begin);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

}  // namespace assay::source
