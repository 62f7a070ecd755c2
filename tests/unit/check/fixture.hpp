#pragma once

#include <string>
#include <vector>

#include "assay/check/check.hpp"
#include "assay/syntax/parse.hpp"

namespace assay::check {

// Clauses P1, P2, P3, P3.1 and A1; units kg, g, t, kWh, tCO2e, kgCO2e, FU and what is composed of them.
[[nodiscard]] Registers sampleRegisters();

// The files of one rule set, parsed and checked.
class CheckedFiles {
public:
    explicit CheckedFiles(const std::vector<std::string>& files);
    // One file behind a header: parties client, body; roles verifier, reviewer; unit person_day.
    static CheckedFiles withHeader(const std::string& declarations);

    // "E0331 3:12", one a finding of parse or check, by place.
    [[nodiscard]] std::vector<std::string> said() const;
    // The expression of `require` of a rule, or of the default of a define.
    [[nodiscard]] const Expr& body(const std::string& name) const;
    // describe() of the type of a define's default or of a rule's `require`.
    [[nodiscard]] std::string typeOf(const std::string& name) const { return describe(body(name).type, checked); }
    [[nodiscard]] const Expr& operand(const Expr& expression, std::size_t index) const {
        return checked.expressions[expression.operands.at(index)];
    }
    [[nodiscard]] std::vector<std::string> order() const;

    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    Checked checked;

private:
    std::vector<syntax::Tree> trees_;
};

}  // namespace assay::check
