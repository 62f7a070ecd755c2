#include "bodies.hpp"

namespace assay::check {

using diagnostics::Kind;

namespace {

// The conditions of a duty's standing, as nodes that nobody wrote.
class StandingRules {
public:
    StandingRules(const BodyContext& context, const Duty& duty) : context_(context), duty_(duty) {}

    // docs/unknown.md, "Duty": the lines in the order in which they are asked.
    Decide build() {
        Decide standing;
        standing.inOrder = true;
        standing.enumeration = context_.declaration.type.enumeration;
        if (const ExprId arises = this->arises(); arises.valid())
            standing.outcomes.push_back(line(Standing::NotArisen, Mark::Neutral, operation(ExprKind::Not, {arises})));
        if (duty_.after.valid()) standing.outcomes.push_back(line(Standing::Late, Mark::Adverse, late()));
        standing.outcomes.push_back(line(Standing::Met, Mark::Favourable, metBy(asOf())));
        standing.outcomes.push_back(duty_.after.valid() ? line(Standing::Running, Mark::Neutral, {})
                                                        : line(Standing::Open, Mark::Adverse, {}));
        return standing;
    }

    // The day on which it is due.
    ExprId due() {
        Expr expression = written(ExprKind::Due);
        expression.type = plain(TypeKind::Date);
        expression.span = at(duty_.amount).span;
        expression.operands = {duty_.after, duty_.amount};
        expression.decl = *context_.session.checked.findDeclaration(context_.declaration.name);
        return context_.typer.add(std::move(expression));
    }

private:
    [[nodiscard]] const Expr& at(ExprId id) const { return context_.session.checked.expressions[id]; }

    [[nodiscard]] Expr written(ExprKind kind) const {
        Expr expression;
        expression.kind = kind;
        expression.type = plain(TypeKind::Bool);
        expression.span = context_.declaration.nameSpan;
        return expression;
    }
    ExprId operation(ExprKind kind, std::vector<ExprId> operands) {
        Expr expression = written(kind);
        expression.span = at(operands.front()).span;
        expression.operands = std::move(operands);
        return context_.typer.add(std::move(expression));
    }
    ExprId asOf() {
        Expr expression = written(ExprKind::AsOf);
        expression.type = plain(TypeKind::Date);
        return context_.typer.add(std::move(expression));
    }

    // No id: it always does.
    ExprId arises() {
        const bool mayNotStart = duty_.after.valid() && at(duty_.after).type.optional;
        if (!mayNotStart) return duty_.when;
        const ExprId starts = operation(ExprKind::IsGiven, {duty_.after});
        return duty_.when.valid() ? operation(ExprKind::And, {duty_.when, starts}) : starts;
    }
    ExprId metBy(ExprId day) {
        const ExprId inTime = operation(ExprKind::LessEqual, {duty_.met, day});
        if (!at(duty_.met).type.optional) return inTime;
        return operation(ExprKind::And, {operation(ExprKind::IsGiven, {duty_.met}), inTime});
    }
    ExprId late() {
        const ExprId past = operation(ExprKind::Less, {duty_.due, asOf()});
        return operation(ExprKind::And, {past, operation(ExprKind::Not, {metBy(duty_.due)})});
    }

    [[nodiscard]] static Outcome line(Standing standing, Mark mark, ExprId when) {
        Outcome outcome;
        outcome.enumerator = static_cast<std::size_t>(standing);
        outcome.mark = mark;
        outcome.when = when;
        return outcome;
    }

    const BodyContext& context_;
    const Duty& duty_;
};

// What a limit needs of the header and allows beside itself.
void checkLimit(const BodyContext& context, const syntax::DutyDecl& written, const Duty& duty) {
    Session& session = context.session;
    const Expr& amount = session.checked.expressions[duty.amount];
    const diagnostics::Name name{context.declaration.name};
    if (amount.type.kind == TypeKind::Error) return;
    if (!isPeriod(amount.type)) {
        session.findings.add(Kind::LimitNotAPeriod, amount.span, {{"type", diagnostics::Name{describe(amount.type, session.checked)}}});
        return;
    }
    const std::optional<Constant> constant = fold(session.checked, duty.amount);
    const auto* number = constant ? std::get_if<quantity::Rational>(&constant->value) : nullptr;
    if (number != nullptr && number->sign() < 0) session.findings.add(Kind::LimitNegative, amount.span);
    if (amount.type.kind == TypeKind::Months && !written.pauses.empty()) {
        session.findings.add(Kind::MonthsPaused, context.session.checked.expressions[duty.amount].span, {{"name", name}});
    }
    const bool countsWorkingDays = amount.type.kind == TypeKind::WorkingDays;
    if (countsWorkingDays && written.rollsOver) {
        session.findings.add(Kind::RollsOverWorkingDays, amount.span, {{"name", name}});
    } else if ((countsWorkingDays || written.rollsOver) && !session.checked.calendar) {
        session.findings.add(Kind::CalendarNeeded, amount.span, {{"name", name}});
    }
}

void refuseWithoutLimit(const BodyContext& context, const syntax::DutyDecl& written) {
    const auto refuse = [&](const char* part, source::Span place) {
        context.session.findings.add(Kind::PartNeedsLimit, place,
                                     {{"part", diagnostics::Name{part}}, {"name", diagnostics::Name{context.declaration.name}}});
    };
    for (const syntax::Pause& pause : written.pauses)
        refuse("pausing", context.origin.tree->expressions[pause.from].span);
    if (written.rollsOver) refuse("rolls over", context.declaration.nameSpan);
}

}  // namespace

std::optional<Pause> Typer::pause(const syntax::Pause& written) {
    const ExprId list = type(written.list, nullptr);
    const auto binder = bindItems(written.variable, list);
    if (!binder) return std::nullopt;
    bind(written.variable, *binder);
    Pause pause;
    {
        const GuardedPart part(guards);
        pause.binder = *binder;
        pause.list = list;
        if (written.where.valid()) {
            pause.where = condition(written.where);
            guards.assume(pause.where, true);
        }
        pause.from = value(written.from, {dateOrNone(), {}, false});
        pause.to = value(written.to, {dateOrNone(), {}, false});
    }
    unbind();
    const bool sound = !failed(pause.from) && !failed(pause.to) && !(pause.where.valid() && failed(pause.where));
    return sound ? std::optional(pause) : std::nullopt;
}

void Typer::refuseStanding(ExprId duty, std::size_t standing, source::Span place) {
    const DeclId decl = at(duty).decl;
    if (!decl.valid()) return;
    const auto* written = std::get_if<syntax::DutyDecl>(&session_.declarationOrigins[decl].declaration->body);
    if (written == nullptr) return;
    const auto asked = static_cast<Standing>(standing);
    const bool ofLimit = asked == Standing::Running || asked == Standing::Late;
    const bool never = written->amount.valid() ? asked == Standing::Open : ofLimit;
    if (!never) return;
    const Checked& checked = session_.checked;
    session_.findings.add(Kind::StandingNever, place,
                          {{"name", diagnostics::Name{checked.declarations[decl].name}},
                           {"standing", diagnostics::Name{checked.enumerations[checked.standing].enumerators[standing].name}}});
}

void checkDuty(const BodyContext& context, const syntax::DutyDecl& written) {
    Typer& typer = context.typer;
    Duty& duty = std::get<Duty>(context.declaration.body);
    if (written.when.valid()) {
        duty.when = typer.condition(written.when);
        typer.guards.assume(duty.when, true);
    }
    duty.rollsOver = written.rollsOver;
    if (written.amount.valid()) {
        duty.amount = typer.anyValue(written.amount);
        duty.after = typer.value(written.after, {dateOrNone(), {}, false});
        checkLimit(context, written, duty);
    } else {
        refuseWithoutLimit(context, written);
    }
    for (const syntax::Pause& pause : written.pauses) {
        if (const std::optional<Pause> checked = typer.pause(pause)) duty.pauses.push_back(*checked);
    }
    if (written.rollsOverWhen.valid()) duty.rollsOverWhen = typer.condition(written.rollsOverWhen);
    duty.met = typer.value(written.met, {dateOrNone(), {}, false});
    const bool limitFailed = duty.amount.valid() && context.session.checked.expressions[duty.amount].type.kind == TypeKind::Error;
    if (limitFailed) return;
    StandingRules rules(context, duty);
    if (duty.amount.valid()) duty.due = rules.due();
    duty.standing = rules.build();
}

}  // namespace assay::check
