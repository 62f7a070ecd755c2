#include "explain_words.hpp"

namespace assay::evaluate {

using lower::Op;

const char* operatorWord(Op op) {
    switch (op) {
        case Op::Present:
            return "value of";
        case Op::StageEntered:
            return "stage entered";
        case Op::StageSkipped:
            return "stage skipped";
        case Op::Not:
            return "not";
        case Op::Negate:
            return "minus";
        case Op::Abs:
            return "abs";
        case Op::And:
            return "and";
        case Op::Or:
            return "or";
        case Op::Add:
        case Op::AddDays:
        case Op::AddMonths:
            return "+";
        case Op::Subtract:
        case Op::DateDifference:
            return "-";
        case Op::Multiply:
            return "*";
        case Op::Divide:
            return "/";
        case Op::Less:
            return "<";
        case Op::LessEqual:
            return "<=";
        case Op::Greater:
            return ">";
        case Op::GreaterEqual:
            return ">=";
        case Op::Equal:
        case Op::IsEnumerator:
            return "is";
        case Op::NotEqual:
            return "is not";
        case Op::IsGiven:
            return "is given";
        case Op::IsNone:
            return "is none";
        case Op::InList:
            return "in";
        case Op::Subset:
            return "is subset of";
        case Op::If:
            return "if";
        case Op::Larger:
            return "larger of";
        case Op::Smaller:
            return "smaller of";
        case Op::Some:
            return "some";
        case Op::Every:
            return "every";
        case Op::No:
            return "no";
        case Op::Count:
            return "count";
        case Op::Sum:
            return "sum";
        case Op::Min:
            return "min";
        case Op::Max:
            return "max";
        case Op::The:
            return "the";
        case Op::StateOn:
            return "state on";
        case Op::EnteredOn:
            return "entered";
        case Op::Due:
            return "due";
        case Op::Pauses:
            return "pauses known";
        case Op::IsUnique:
            return "is unique";
        default:
            return "";
    }
}

const char* declarationWord(const check::Declaration& declared) {
    struct Word {
        const char* operator()(const check::Rule&) const { return "rule"; }
        const char* operator()(const check::Decide&) const { return "decide"; }
        const char* operator()(const check::Define&) const { return "define"; }
        const char* operator()(const check::Table&) const { return "table"; }
        const char* operator()(const check::Flag&) const { return "flag"; }
        const char* operator()(const check::Contradiction&) const { return "contradiction"; }
        const char* operator()(const check::Checklist&) const { return "checklist"; }
        const char* operator()(const check::Duty&) const { return "duty"; }
        const char* operator()(const check::Partition&) const { return "partition"; }
        const char* operator()(const check::Lifecycle&) const { return "lifecycle"; }
    };
    return std::visit(Word{}, declared.body);
}

const char* reasonWord(quantity::NotCounted::Why why) {
    switch (why) {
        case quantity::NotCounted::Why::Weekend:
            return "weekend";
        case quantity::NotCounted::Why::Holiday:
            return "holiday";
        case quantity::NotCounted::Why::Pause:
            return "pause";
    }
    return "";
}

}  // namespace assay::evaluate
