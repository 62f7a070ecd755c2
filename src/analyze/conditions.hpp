#pragma once

#include <map>
#include <string>

#include "assay/lower/program.hpp"
#include "assay/source/source.hpp"
#include "formula.hpp"

namespace assay::analyze {

// Turns conditions of one declaration into formulas. Names of rules, flags and bool defines are expanded where they are
// plain; a reference at the heading's own item counts as its declaration; a stage counts as entered.
class Conditions {
public:
    Conditions(const lower::Program& program, const source::SourceMap& sources, Formulas& formulas)
        : program_(program), sources_(sources), formulas_(formulas) {}

    [[nodiscard]] Formulas::Ref truth(lower::NodeId node);
    // `otherwise` for a part that is not written.
    [[nodiscard]] Formulas::Ref truthOr(lower::NodeId node, bool otherwise);

private:
    Formulas::Ref build(lower::NodeId node);
    std::vector<Formulas::Ref> parts(const lower::Node& node);
    Formulas::Ref reading(const lower::Node& node);
    Formulas::Ref none(lower::NodeId operand);
    Formulas::Ref enumerator(lower::NodeId operand, std::size_t index);
    Formulas::Ref whole(lower::NodeId node);
    Formulas::Ref reference(lower::NodeId node);
    Formulas::Ref comparison(lower::NodeId node);
    Formulas::Ref compareOnLine(const lower::Node& node, lower::NodeId left, lower::NodeId right);
    Formulas::Ref compareAlternatives(const lower::Node& node, lower::NodeId operand, std::size_t index);
    Formulas::Ref difference(const lower::Node& node, lower::NodeId left, lower::NodeId right);
    Formulas::Ref equality(lower::NodeId node, lower::NodeId left, lower::NodeId right);
    Formulas::Ref compare(lower::Op op, Formulas::OperandId operand, Question below);

    [[nodiscard]] Formulas::OperandId operand(lower::NodeId node);
    [[nodiscard]] Formulas::OperandId opaque(const std::string& key, lower::NodeId node);
    [[nodiscard]] lower::NodeId bare(lower::NodeId node) const;
    [[nodiscard]] const std::string& key(lower::NodeId node);
    [[nodiscard]] std::string written(lower::NodeId node) const;
    [[nodiscard]] const check::Constant* constant(lower::NodeId node) const;
    [[nodiscard]] std::optional<quantity::Rational> number(lower::NodeId node) const;
    [[nodiscard]] std::optional<check::DeclId> declarationHere(lower::NodeId node) const;

    const lower::Program& program_;
    const source::SourceMap& sources_;
    Formulas& formulas_;
    std::map<lower::NodeId, Formulas::Ref> built_;
    std::map<lower::NodeId, std::string> keys_;
};

}  // namespace assay::analyze
