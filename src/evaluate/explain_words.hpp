#pragma once

#include "assay/lower/program.hpp"
#include "assay/quantity/deadline.hpp"

// How derivations spell what they are made of. The words never change: records hold them, and rechecking reads them.
namespace assay::evaluate {

// ">=", "is given", "some"; empty: an operator that makes no step of its own.
[[nodiscard]] const char* operatorWord(lower::Op op);
// "rule", "decide", "partition"
[[nodiscard]] const char* declarationWord(const check::Declaration& declared);
// "weekend", "holiday", "pause": why a day did not count.
[[nodiscard]] const char* reasonWord(quantity::NotCounted::Why why);

}  // namespace assay::evaluate
