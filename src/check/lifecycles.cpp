#include <algorithm>
#include <set>

#include "bodies.hpp"
#include "types.hpp"

namespace assay::check {

using diagnostics::Kind;

namespace {

std::string nameOfList(const Checked& checked, ListId list) {
    return checked.lists[list].name;
}

class LifecycleCheck {
public:
    LifecycleCheck(const BodyContext& context, Lifecycle& lifecycle)
        : context_(context), session_(context.session), checked_(context.session.checked), typer_(context.typer), lifecycle_(lifecycle) {}

    void run(const syntax::LifecycleDecl& written) {
        const std::optional<BinderId> event = typer_.events(written.event, lifecycle_.list);
        if (!event) return;
        lifecycle_.event = *event;
        const bool shaped = readShape(written.event.list);
        if (!shaped) {
            typer_.unbind();
            return;
        }
        for (const syntax::Transition& transition : written.transitions)
            readTransition(transition);
        typer_.unbind();
        for (const syntax::Passing& passing : written.passings)
            readPassing(passing);
        reportStatesNotReached();
    }

private:
    [[nodiscard]] ListId events() const { return checked_.binders[lifecycle_.event].list; }
    [[nodiscard]] const Enumeration& states() const { return checked_.enumerations[context_.declaration.type.enumeration]; }

    // `act` and `on` of an event.
    bool readShape(const syntax::Name& list) {
        for (const FieldId id : checked_.records[checked_.lists[events()].record].fields) {
            const Field& field = checked_.fields[id];
            if (field.type.optional || field.quantified) continue;
            if (field.name == "act" && field.type.kind == TypeKind::Enum) {
                lifecycle_.act = fieldOfEvent(id);
                acts_ = field.type.enumeration;
            }
            if (field.name == "on" && field.type.kind == TypeKind::Date) lifecycle_.on = fieldOfEvent(id);
        }
        if (lifecycle_.act.valid() && lifecycle_.on.valid()) return true;
        const Record& record = checked_.records[checked_.lists[events()].record];
        session_.findings.add(Kind::EventShape, list.span, {{"list", diagnostics::Name{nameOfList(checked_, events())}}})
            .note(Kind::DeclaredHere, record.span, {{"name", diagnostics::Name{record.name}}});
        return false;
    }

    ExprId fieldOfEvent(FieldId id) {
        Expr variable;
        variable.kind = ExprKind::Variable;
        variable.binder = lifecycle_.event;
        variable.span = context_.declaration.nameSpan;
        variable.type = plain(TypeKind::Item);
        variable.type.list = events();
        Expr field;
        field.kind = ExprKind::Field;
        field.field = id;
        field.type = checked_.fields[id].type;
        field.span = context_.declaration.nameSpan;
        field.operands = {typer_.add(std::move(variable))};
        return typer_.add(std::move(field));
    }

    std::optional<std::size_t> state(const syntax::Name& name) {
        return alternativeNamed(session_, context_.declaration.type.enumeration, name);
    }

    // Empty: it has a finding.
    std::optional<std::size_t> arrival(const syntax::Name& name) {
        const std::optional<std::size_t> to = state(name);
        if (to != Lifecycle::start) {
            if (to) reached_.insert(*to);
            return to;
        }
        session_.findings.add(Kind::StartEntered, name.span);
        return std::nullopt;
    }

    void readTransition(const syntax::Transition& written) {
        Transition transition;
        transition.clauses = citedBy(written.cites);
        transition.span = written.span;
        const std::optional<std::size_t> act = alternativeNamed(session_, acts_, written.act);
        bool sound = act.has_value();
        transition.act = act.value_or(0);
        {
            const GuardedPart part(typer_.guards);
            if (written.when.valid()) {
                transition.when = typer_.condition(written.when);
                typer_.guards.assume(transition.when, true);
            }
            if (written.annuls.valid()) transition.annuls = annulled(written.annuls, sound);
        }
        if (!written.annuls.valid()) {
            sound = readWay(written, transition) && sound;
            for (const syntax::Name& from : written.from)
                reportTwice(written, from, transition.act, sound);
        }
        if (sound) lifecycle_.transitions.push_back(std::move(transition));
    }

    template <class Written, class Line>
    bool readWay(const Written& written, Line& line) {
        bool sound = true;
        for (const syntax::Name& name : written.from) {
            const std::optional<std::size_t> from = state(name);
            sound = sound && from;
            if (!from) continue;
            line.from.push_back(*from);
            mentioned_.try_emplace(*from, name.span);
        }
        const std::optional<std::size_t> to = arrival(written.to);
        line.to = to.value_or(0);
        return sound && to;
    }

    // Two lines would leave open which of them an act takes.
    void reportTwice(const syntax::Transition& written, const syntax::Name& from, std::size_t act, bool sound) {
        if (!sound) return;
        const auto [first, isNew] = ways_.try_emplace({act, *state(from)}, from.span);
        if (isNew) return;
        session_.findings
            .add(Kind::WayTwice, from.span, {{"act", diagnostics::Name{written.act.text}}, {"state", diagnostics::Name{from.text}}})
            .note(Kind::OtherHere, first->second);
    }

    ExprId annulled(syntax::ExprId written, bool& sound) {
        const ExprId target = typer_.itemOrNone(written);
        const Type& type = checked_.expressions[target].type;
        if (type.kind == TypeKind::Item && type.list == events()) return target;
        sound = false;
        if (type.kind == TypeKind::Error) return target;
        session_.findings.add(
            Kind::AnnulsNoEvent, checked_.expressions[target].span,
            {{"list", diagnostics::Name{nameOfList(checked_, events())}}, {"type", diagnostics::Name{describe(type, checked_)}}});
        return target;
    }

    void readPassing(const syntax::Passing& written) {
        Passing passing;
        passing.clauses = citedBy(written.cites);
        passing.span = written.span;
        passing.after = typer_.value(written.after, {dateOrNone(), {}, false});
        if (readWay(written, passing)) lifecycle_.passings.push_back(std::move(passing));
    }

    void reportStatesNotReached() {
        const Enumeration& declared = states();
        for (std::size_t index = Lifecycle::start + 1; index < declared.enumerators.size(); ++index) {
            if (reached_.count(index) != 0) continue;
            const auto mentioned = mentioned_.find(index);
            session_.findings.add(Kind::StateNotReached, mentioned == mentioned_.end() ? context_.declaration.nameSpan : mentioned->second,
                                  {{"state", diagnostics::Name{declared.enumerators[index].name}}});
        }
    }

    const BodyContext& context_;
    Session& session_;
    Checked& checked_;
    Typer& typer_;
    Lifecycle& lifecycle_;
    EnumId acts_;
    std::set<std::size_t> reached_;
    std::map<std::size_t, source::Span> mentioned_;                     // by state: the first line that leads from it
    std::map<std::pair<std::size_t, std::size_t>, source::Span> ways_;  // by act and state
};

}  // namespace

bool beginsWithStart(Session& session, const Declaration& declaration, source::Span type) {
    const Enumeration& states = session.checked.enumerations[declaration.type.enumeration];
    const bool begins = !states.enumerators.empty() && states.enumerators.front().name == "start";
    if (begins) return true;
    session.findings.add(Kind::StatesWithoutStart, type,
                         {{"enumeration", diagnostics::Name{states.name}},
                          {"name", diagnostics::Name{states.enumerators.empty() ? "-" : states.enumerators.front().name}}});
    return false;
}

void checkLifecycle(const BodyContext& context, const syntax::LifecycleDecl& written) {
    if (context.declaration.type.kind != TypeKind::Enum) return;
    LifecycleCheck(context, std::get<Lifecycle>(context.declaration.body)).run(written);
}

std::optional<BinderId> Typer::events(const syntax::Binder& written, ExprId& list) {
    syntax::Expr path;
    path.kind = syntax::ExprKind::Path;
    path.span = written.list.span;
    path.name = written.list;
    list = valuePath(path, nullptr);
    const std::optional<BinderId> binder = bindItems(written.variable, list);
    if (binder) bind(written.variable, *binder);
    return binder;
}

ExprId Typer::itemOrNone(syntax::ExprId id) {
    return type(id, nullptr);
}

std::optional<ExprId> Typer::lifecycle(const syntax::Expr& written) {
    syntax::Expr path;
    path.kind = syntax::ExprKind::Path;
    path.span = written.name.span;
    path.name = written.name;
    const ExprId named = valuePath(path, nullptr);
    if (failed(named)) return std::nullopt;
    const DeclId decl = at(named).decl;
    if (decl.valid() && std::holds_alternative<Lifecycle>(session_.checked.declarations[decl].body)) return named;
    session_.findings.add(Kind::NotALifecycle, written.name.span, {{"name", diagnostics::Name{written.name.text}}});
    return std::nullopt;
}

ExprId Typer::stateOn(const syntax::Expr& written) {
    const std::optional<ExprId> named = lifecycle(written);
    const ExprId day = value(written.operands.front(), {plain(TypeKind::Date), {}, false});
    if (!named || failed(day)) return error(written.span);
    Expr expression;
    expression.kind = ExprKind::StateOn;
    expression.type = at(*named).type;
    expression.span = written.span;
    expression.decl = at(*named).decl;
    expression.operands = at(*named).operands;
    expression.operands.push_back(day);
    return add(std::move(expression));
}

ExprId Typer::enteredOn(const syntax::Expr& written) {
    const std::optional<ExprId> named = lifecycle(written);
    if (!named) return error(written.span);
    const syntax::Name& state = written.binders.front();
    const std::optional<std::size_t> index = alternativeNamed(session_, at(*named).type.enumeration, state);
    if (!index) return error(written.span);
    if (*index == Lifecycle::start) {
        session_.findings.add(Kind::StartEntered, state.span);
        return error(written.span);
    }
    Expr expression;
    expression.kind = ExprKind::EnteredOn;
    expression.type = dateOrNone();
    expression.span = written.span;
    expression.decl = at(*named).decl;
    expression.index = *index;
    expression.operands = at(*named).operands;
    return add(std::move(expression));
}

}  // namespace assay::check
