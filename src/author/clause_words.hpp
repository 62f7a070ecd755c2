#pragma once

#include <string>
#include <string_view>

#include "assay/author/mutation.hpp"
#include "assay/diagnostics/diagnostic.hpp"

// The words of the report on clauses: those of JSON and CSV, which never change, and those for people.
namespace assay::author {

[[nodiscard]] std::string_view key(ClauseStatus status);
[[nodiscard]] std::string_view key(registers::Computable computable);
[[nodiscard]] std::string_view key(Part::Kind kind);
[[nodiscard]] std::string_view key(Change change);

[[nodiscard]] std::string_view word(ClauseStatus status, diagnostics::Language language);
[[nodiscard]] std::string_view word(Part::Kind kind, diagnostics::Language language);
// "never given", "taken as larger": what was done to the part.
[[nodiscard]] std::string describe(const Mutation& mutation, const Part& part, const check::Checked& rules, diagnostics::Language language);

// The name of the alternative that a mutation takes; empty where it takes none.
[[nodiscard]] std::string alternativeName(const Mutation& mutation, const Part& part, const check::Checked& rules);

}  // namespace assay::author
