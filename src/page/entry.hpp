#pragma once

#include "mark.hpp"
#include "tree.hpp"

namespace assay::page {

// A conclusion that unfolds: how it stands, its label and name; below that the reasons, what clauses and readings say, what it needs, and
// its derivation. On a brief sheet what stands well is a line.
void writeEntry(Sheet& sheet, const evaluate::Conclusion& conclusion, Nesting nesting = Nesting::Linked);

// Things that are missing, with the question that asks for each.
void writeNeeds(Sheet& sheet, const std::vector<evaluate::Missing>& missing);

// A reading with what it says and what is taken.
void writeReading(Sheet& sheet, const check::Reading& reading, const std::string& id = {});

}  // namespace assay::page
