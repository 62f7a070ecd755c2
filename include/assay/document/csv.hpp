#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/source/source.hpp"

namespace assay::document {

// A cell as it stands in the text; of a quoted cell its quotes too. Blanks round a cell without quotes are left out.
struct CsvCell {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool quoted = false;
};

// A table with one head row. Every row has as many cells as the head.
struct CsvTable {
    source::SourceId source;
    std::vector<CsvCell> head;   // at least one; no two read the same, none is empty
    std::vector<CsvCell> cells;  // row by row

    [[nodiscard]] std::size_t rows() const { return cells.size() / head.size(); }
    [[nodiscard]] const CsvCell& cell(std::size_t row, std::size_t column) const { return cells[row * head.size() + column]; }
    [[nodiscard]] source::Span span(const CsvCell& cell) const { return {source, cell.begin, cell.end}; }
    // What the cell says: without its quotes, doubled quotes as one. `sources` is what the table was read from.
    [[nodiscard]] std::string text(const source::SourceMap& sources, const CsvCell& cell) const;
};

struct CsvLimits {
    std::size_t bytes = 256U << 20U;  // a table
    std::size_t rows = 2'000'000;     // below the head
};

// The one door for CSV (RFC 4180, UTF-8 with or without byte-order mark, LF or CR LF). Cells are separated by commas, or by the
// semicolons or tabs of the head row if it has no other separator. Rows without any content are left out. Refuses
// with located findings: bad UTF-8, control and bidirectional characters, quotes not closed or inside a cell, rows with too many
// or too few cells, empty and repeated columns. Empty result iff an error was reported; of many ragged rows the first hundred are told.
[[nodiscard]] std::optional<CsvTable> readCsv(const source::SourceMap& sources, source::SourceId id, diagnostics::Diagnostics& findings,
                                              const CsvLimits& limits = {});

}  // namespace assay::document
