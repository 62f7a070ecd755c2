#pragma once

#include <optional>

#include "session.hpp"

namespace assay::check {

// What a declared type says beside the type itself.
struct DeclaredType {
    Type type;
    quantity::Unit unit;  // Quantity: as declared
    std::optional<quantity::Rational> low, high;
    bool judgement = false;
    std::optional<RoleId> judgedBy;
};

enum class TypePlace {
    Fact,       // a fact or a field: everything is possible
    Parameter,  // of a table: values that a cell can name, with bounds
    Result,     // of a define or table: no bounds
};

// Resolves a written type; of kind Error when it has a finding. The list of a list of records is not set here.
[[nodiscard]] DeclaredType readType(Session& session, const syntax::Tree& tree, const syntax::TypeExpr& written, TypePlace place);

// The record whose items a `list of NAME` holds, if it is one.
[[nodiscard]] std::optional<RecordId> recordOfList(const Session& session, const syntax::TypeExpr& written);

// How the coherent unit of a dimension is written with the simple units of the table: "kgCO2e/FU".
[[nodiscard]] std::string coherentSymbol(const quantity::Dimension& dimension, const quantity::UnitTable& units);

// What facts, fields and quantities declare alike.
void readQuality(Session& session, const syntax::Tree& tree, const syntax::FactAttributes& written, Quality& quality);

// The heading of a declaration as binders; it stays shorter than written where a list has a finding.
void readHeading(Session& session, const syntax::Heading& heading, Declaration& declaration);

// Of a fact, of a quantity, or of a register, which is a list fact whose items come from another file.
[[nodiscard]] const syntax::FactAttributes& attributesOf(const Origin& fact);

}  // namespace assay::check
