#include "steps.hpp"

namespace assay::footprint {

using quantity::Interval;
using quantity::Rational;
using quantity::Unit;
using trace::Step;
using trace::StepKind;

namespace {

std::string numberText(const Rational& number) {
    constexpr int exactPlaces = 12;
    const std::string decimal = number.decimal(exactPlaces);
    return Rational::parse(decimal) == number ? decimal : "≈" + number.decimal(6) + " (" + number.exact() + ")";
}

template <class Point>
std::string text(const Interval& value, const Point& point) {
    if (value.isPoint()) return point(*value.low);
    return (value.low ? point(*value.low) : "") + ".." + (value.high ? point(*value.high) : "");
}

Step valueStep(StepKind kind, const Interval& value, const Unit& unit) {
    Step step;
    step.kind = kind;
    step.conclusion = exactText(value);
    step.shown = shownText(value, unit);
    return step;
}

}  // namespace

std::string exactText(const Interval& value) {
    return text(value, [](const Rational& number) { return number.exact(); });
}

std::string shownText(const Interval& value, const Unit& unit) {
    const std::string number = text(value, [&](const Rational& each) { return numberText(each / unit.factor); });
    return unit.symbol.empty() ? number : number + " " + unit.symbol;
}

std::string shownText(const Datum& datum) {
    return shownText(datum.value, datum.unit);
}

Step factStep(const std::string& subject, const Datum& datum) {
    Step step = valueStep(StepKind::Fact, datum.value, datum.unit);
    step.subject = subject;
    step.caseSpan = datum.span;
    step.evidence = datum.evidence;
    return step;
}

Step constantStep(const std::string& subject, const Interval& value, const Unit& unit) {
    Step step = valueStep(StepKind::Constant, value, unit);
    step.subject = subject;
    return step;
}

Step operationStep(const char* op, const Interval& value, const Unit& unit, std::vector<Step> premises) {
    Step step = valueStep(StepKind::Operation, value, unit);
    step.op = op;
    step.premises = std::move(premises);
    return step;
}

const Unit& kilogramCo2e() {
    static const Unit unit{"kgCO2e", Rational(1), {{{"co2e", 1}}}};
    return unit;
}

}  // namespace assay::footprint
