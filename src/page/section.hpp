#pragma once

#include "sheet.hpp"

// The parts of a case, in the order in which they stand. Each writes nothing where it has nothing to say.
namespace assay::page {

void writeVerdicts(Sheet& sheet);   // with the name of the case
void writeAttention(Sheet& sheet);  // what fails, is adverse or late, with its reasons
void writeMissing(Sheet& sheet);
void writeDecisions(Sheet& sheet);
void writeDuties(Sheet& sheet);  // on a time line, and all dates in order
void writeLifecycles(Sheet& sheet);
void writeDivisions(Sheet& sheet);  // the partitions
void writeFootprints(Sheet& sheet);
void writeConclusions(Sheet& sheet);  // checklists, rules, flags, values
void writeReadings(Sheet& sheet);     // taken, and what other ones would change
void writeEvidence(Sheet& sheet);     // the register of the evidence, and what the case was judged from
void writeFindings(Sheet& sheet);

}  // namespace assay::page
