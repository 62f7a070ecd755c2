#pragma once

#include <string>
#include <vector>

#include "text_writer.hpp"

namespace assay::report {

// Rows whose cells stand below each other on a terminal, where a Han character takes two places. The first column is text and
// stands left, the others are numbers and stand right.
class Columns {
public:
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    // Writes the rows, the first of them faint as a head if `hasHead`.
    void write(TextWriter& out, std::size_t level, bool hasHead) const;

private:
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace assay::report
