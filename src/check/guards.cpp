#include "guards.hpp"

#include <algorithm>

namespace assay::check {

bool same(const Checked& checked, ExprId a, ExprId b) {
    if (a == b) return true;
    const Expr& left = checked.expressions[a];
    const Expr& right = checked.expressions[b];
    if (left.kind != right.kind || left.operands.size() != right.operands.size() || left.hasWhere != right.hasWhere) return false;
    if (left.fact != right.fact || left.field != right.field || left.list != right.list || left.reading != right.reading ||
        left.stage != right.stage || left.decl != right.decl || left.binder != right.binder || left.secondBinder != right.secondBinder ||
        left.index != right.index || !(left.constant == right.constant)) {
        return false;
    }
    return std::equal(left.operands.begin(), left.operands.end(), right.operands.begin(),
                      [&checked](ExprId one, ExprId other) { return same(checked, one, other); });
}

bool Guards::given(ExprId optional) const {
    return std::any_of(given_.begin(), given_.end(), [this, optional](ExprId known) { return same(checked_, known, optional); });
}

void Guards::assume(ExprId condition, bool holds) {
    const std::vector<ExprId> known = implied(condition, holds);
    given_.insert(given_.end(), known.begin(), known.end());
}

std::vector<ExprId> Guards::implied(ExprId condition, bool holds) const {
    const Expr& expression = checked_.expressions[condition];
    switch (expression.kind) {
        case ExprKind::IsGiven:
            return holds ? expression.operands : std::vector<ExprId>{};
        case ExprKind::IsNone:
            return holds ? std::vector<ExprId>{} : expression.operands;
        case ExprKind::Not:
            return implied(expression.operands.front(), !holds);
        case ExprKind::And:
            return holds ? impliedByAll(expression.operands, true) : impliedByAny(expression.operands, false);
        case ExprKind::Or:
            return holds ? impliedByAny(expression.operands, true) : impliedByAll(expression.operands, false);
        default:
            return {};
    }
}

// Every operand has the value `holds`.
std::vector<ExprId> Guards::impliedByAll(const std::vector<ExprId>& operands, bool holds) const {
    std::vector<ExprId> known;
    for (const ExprId operand : operands) {
        const std::vector<ExprId> more = implied(operand, holds);
        known.insert(known.end(), more.begin(), more.end());
    }
    return known;
}

// At least one operand has the value `holds`: known is what each of them implies.
std::vector<ExprId> Guards::impliedByAny(const std::vector<ExprId>& operands, bool holds) const {
    std::vector<ExprId> known = implied(operands.front(), holds);
    for (const ExprId operand : operands) {
        const std::vector<ExprId> own = implied(operand, holds);
        const auto unknown = [this, &own](ExprId candidate) {
            return std::none_of(own.begin(), own.end(), [&](ExprId other) { return same(checked_, candidate, other); });
        };
        known.erase(std::remove_if(known.begin(), known.end(), unknown), known.end());
    }
    return known;
}

}  // namespace assay::check
