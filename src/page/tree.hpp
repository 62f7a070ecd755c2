#pragma once

#include "assay/trace/step.hpp"
#include "sheet.hpp"

namespace assay::page {

enum class Nesting {
    Linked,    // a conclusion below has its own entry, and a link leads there
    Unfolded,  // the first time that a case comes to one, its derivation stands in place
};

// How much of a tree stands unfolded when its entry is.
enum class Opening {
    Small,  // all of a small one, else the first level
    Wide,   // all but the largest: what fails must show its facts at once
};

// What a conclusion rests on as a list that unfolds, from the premises of its step down to facts with evidence; what did not decide is
// counted. Whatever has been derived on this sheet is referred to.
void writeTree(Sheet& sheet, const trace::Step& root, Nesting nesting, Opening opening);

}  // namespace assay::page
