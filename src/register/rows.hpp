#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/csv.hpp"
#include "assay/quantity/rational.hpp"

namespace assay::registers {

// A cell as read: its text without quotes, and its place.
struct RowCell {
    std::string text;
    source::Span span;
};

// Reads a CSV table whose columns are named; a column that is missing or unknown is a finding at the head.
class Rows {
public:
    Rows(const document::CsvTable& table, const source::SourceMap& sources, std::string_view name, diagnostics::Diagnostics& findings)
        : table_(table), sources_(sources), name_(name), findings_(findings) {}

    // False after a finding: a column of `required` is missing. Columns of neither list are findings.
    bool claim(const std::vector<std::string>& required, const std::vector<std::string>& optional);
    [[nodiscard]] std::size_t size() const { return table_.rows(); }
    // The cell of a column; empty text where the column is missing.
    [[nodiscard]] RowCell cell(std::size_t row, std::string_view column) const;
    // As cell(); a finding if it is empty.
    [[nodiscard]] RowCell required(std::size_t row, std::string_view column) const;
    // Empty: the cell is empty, or neither a number nor a fraction "a/b" (a finding).
    [[nodiscard]] std::optional<quantity::Rational> number(std::size_t row, std::string_view column) const;
    // Empty: the cell is empty, or not a whole number from `low` to `high` (a finding).
    [[nodiscard]] std::optional<int> whole(std::size_t row, std::string_view column, int low, int high) const;

private:
    const document::CsvTable& table_;
    const source::SourceMap& sources_;
    std::string_view name_;
    diagnostics::Diagnostics& findings_;
    std::map<std::string, std::size_t, std::less<>> columns_;
};

}  // namespace assay::registers
