#pragma once

#include <string>

#include "context.hpp"

// What a case may ask of the shared registers.
namespace assay::facts {

// Where the items of a register, or of a list nested in it, stand: its file, or the one that would give it.
[[nodiscard]] std::string registerPath(const Context& context, std::string_view list);

// Every judgement was recorded by somebody in the register of persons who has its role; called once everything is read. Without such a
// register anybody may judge.
void checkJudges(const Context& context, const CaseFacts& facts);

}  // namespace assay::facts
