#include "due.hpp"
#include "kernels.hpp"
#include "lifecycle.hpp"
#include "partition.hpp"

namespace assay::evaluate {

using lower::Op;

namespace {

// A value that another place reads: where it came from stays with the place that it came from.
Value passedOn(Value value) {
    value.origin = Value::Origin::Plain;
    return value;
}

}  // namespace

Value State::compute(Place place) const {
    const lower::Node& each = node(place.node);
    switch (each.op) {
        case Op::Variable: {
            const Rows& rows = rows_[each.space];
            return {ItemRow{each.second == 1 ? rows.second[place.row] : rows.item[place.row]}};
        }
        case Op::PairFact: {
            const auto& first = std::get<ItemRow>(operandValue(place, 0).possible).known;
            const auto& second = std::get<ItemRow>(operandValue(place, 1).possible).known;
            if (!first || !second) return Value::any(each.type, rules());
            return block_.pair(check::FactId(each.payload), caseOf(place), *first, *second);
        }
        case Op::AtItem: {
            const Place declared = target(place);
            return declared.node.valid() ? passedOn(value(declared)) : Value::any(each.type, rules());
        }
        case Op::Declaration:
            return declarationValue(*this, place);
        case Op::StageEntered:
        case Op::StageSkipped:
            return stageValue(*this, place);
        case Op::Table:
            return tableValue(*this, place);
        case Op::Due:
            return dueValue(*this, place);
        case Op::Pauses:
            return pausesValue(*this, place);
        case Op::IsUnique: {
            const Divided& parts = divided(check::DeclId(each.payload), caseOf(place));
            return {parts.known ? parts.unique : Truth{}};
        }
        case Op::Acts:
            return actsValue(*this, place);
        case Op::StateOn:
            return stateOnValue(*this, place);
        case Op::EnteredOn:
            return enteredOnValue(*this, place);
        case Op::Not:
        case Op::And:
        case Op::Or:
        case Op::If:
        case Op::Some:
        case Op::Every:
        case Op::No:
        case Op::IsGiven:
        case Op::IsNone:
        case Op::Present:
            return logicValue(*this, place);
        case Op::Negate:
        case Op::Abs:
        case Op::Add:
        case Op::Subtract:
        case Op::Multiply:
        case Op::Divide:
        case Op::AddDays:
        case Op::AddMonths:
        case Op::DateDifference:
        case Op::Larger:
        case Op::Smaller:
            return arithmeticValue(*this, place);
        case Op::Less:
        case Op::LessEqual:
        case Op::Greater:
        case Op::GreaterEqual:
        case Op::Equal:
        case Op::NotEqual:
        case Op::IsEnumerator:
        case Op::InList:
        case Op::Subset:
            return comparisonValue(*this, place);
        case Op::Count:
        case Op::Sum:
        case Op::Min:
        case Op::Max:
        case Op::The:
            return aggregateValue(*this, place);
        case Op::Constant:
        case Op::Fact:
        case Op::AsOf:
        case Op::ReadingIs:
        case Op::Field:
            break;  // read in place
    }
    return value(place);
}

}  // namespace assay::evaluate
