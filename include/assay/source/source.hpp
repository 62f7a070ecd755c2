#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/base/ids.hpp"

namespace assay::source {

using SourceId = base::Id<struct SourceTag>;

// A range of bytes [begin, end) in one source. Everything inside the program speaks byte offsets; lines and columns
// exist at the edges only.
struct Span {
    SourceId source;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool valid() const { return source.valid(); }
    // The smallest span that holds both; both lie in one source.
    [[nodiscard]] Span to(Span last) const { return {source, begin, last.end}; }
    bool operator==(const Span&) const = default;
};

// Both count from 1; a column counts Unicode code points.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

struct SourceFile {
    std::string name;  // as shown in messages: relative to the folder the program was pointed at, with '/'
    std::string text;
    std::vector<std::uint32_t> lineStarts;  // byte offset of each line; filled by SourceMap
};

// Owns every text that a run has read. Spans and views stay valid for the map's life; files are never removed.
class SourceMap {
public:
    SourceId add(std::string name, std::string text);

    [[nodiscard]] const SourceFile& file(SourceId id) const { return *files_[id.index()]; }
    [[nodiscard]] std::size_t size() const { return files_.size(); }
    [[nodiscard]] std::string_view text(Span span) const;
    [[nodiscard]] Position position(SourceId id, std::uint32_t offset) const;
    [[nodiscard]] Position begin(Span span) const { return position(span.source, span.begin); }
    // The line that holds the offset, without its line break.
    [[nodiscard]] std::string_view line(SourceId id, std::uint32_t line) const;

private:
    std::vector<std::unique_ptr<SourceFile>> files_;
};

}  // namespace assay::source
