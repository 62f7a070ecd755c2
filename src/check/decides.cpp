#include "bodies.hpp"

namespace assay::check {

using diagnostics::Kind;

namespace {

Mark markOf(const syntax::Name& written) {
    if (written.text == "favourable") return Mark::Favourable;
    return written.text == "adverse" ? Mark::Adverse : Mark::Neutral;
}

// A case fact, a field of an item at which the heading stands, or a field of the items of a list fact.
NotYet readNotYet(const BodyContext& context, const syntax::NotYet& written) {
    Session& session = context.session;
    NotYet notYet;
    notYet.when = context.typer.condition(written.when);
    notYet.name = written.awaits.text;
    if (const Symbol* symbol = session.names.find(notYet.name, Symbol::Kind::Fact)) {
        notYet.awaits = FactId(symbol->index);
        return notYet;
    }
    std::vector<std::string> legal = session.names.all(Symbol::Kind::Fact);
    const std::vector<std::string> words = splitPath(notYet.name);
    for (const BinderId binder : context.declaration.heading) {
        const Binder& variable = session.checked.binders[binder];
        for (const FieldId id : session.checked.records[session.checked.lists[variable.list].record].fields) {
            const std::string path = variable.name + "." + session.checked.fields[id].name;
            if (path == notYet.name) notYet.awaitsField = id;
            legal.push_back(path);
        }
    }
    for (const List& list : session.checked.lists) {
        if (list.nested()) continue;
        for (const FieldId id : session.checked.records[list.record].fields) {
            const std::string path = list.name + "." + session.checked.fields[id].name;
            if (path == notYet.name) {
                notYet.awaits = list.fact;
                notYet.awaitsField = id;
            }
            legal.push_back(path);
        }
    }
    if (!notYet.awaitsField.valid()) {
        suggest(session.findings.add(Kind::UnknownName, written.awaits.span, {{"name", diagnostics::Name{notYet.name}}}), notYet.name,
                legal);
    }
    return notYet;
}

void reportOtherwise(const BodyContext& context, const std::vector<syntax::Outcome>& outcomes) {
    for (std::size_t index = 0; index + 1 < outcomes.size(); ++index) {
        if (outcomes[index].otherwise) context.session.findings.add(Kind::OtherwiseNotLast, outcomes[index].name.span);
    }
}

// An outcome may be written with several conditions, but it weighs the same each time.
void reportMarks(const BodyContext& context, const std::vector<Outcome>& outcomes) {
    std::map<std::size_t, const Outcome*> first;
    for (const Outcome& outcome : outcomes) {
        const auto [earlier, added] = first.emplace(outcome.enumerator, &outcome);
        if (added || earlier->second->mark == outcome.mark) continue;
        const std::string name(context.session.sources.text(outcome.span));
        context.session.findings.add(Kind::OutcomeMarks, outcome.span, {{"name", diagnostics::Name{name}}})
            .note(Kind::FirstHere, earlier->second->span);
    }
}

}  // namespace

void checkDecide(const BodyContext& context, const syntax::DecideDecl& written) {
    Decide& decide = std::get<Decide>(context.declaration.body);
    Typer& typer = context.typer;
    if (written.when.valid()) {
        decide.when = typer.condition(written.when);
        typer.guards.assume(decide.when, true);
    }
    for (const syntax::NotYet& notYet : written.notYet) {
        decide.notYet.push_back(readNotYet(context, notYet));
        typer.guards.assume(decide.notYet.back().when, false);
    }
    reportOtherwise(context, written.outcomes);
    for (const syntax::Outcome& outcome : written.outcomes) {
        Outcome checked;
        checked.mark = markOf(outcome.mark);
        checked.clauses = citedBy(outcome.cites);
        checked.label = outcome.label;
        checked.span = outcome.name.span;
        if (outcome.when.valid()) {
            checked.when = typer.condition(outcome.when);
            // In order, an outcome is reached only when those before it are not true.
            if (decide.inOrder) typer.guards.assume(checked.when, false);
        }
        if (!decide.enumeration.valid()) continue;
        const auto index = alternativeNamed(context.session, decide.enumeration, outcome.name);
        if (!index) continue;
        checked.enumerator = *index;
        decide.outcomes.push_back(std::move(checked));
    }
    reportMarks(context, decide.outcomes);
}

std::optional<std::size_t> alternativeNamed(Session& session, EnumId id, const syntax::Name& name) {
    const Enumeration& enumeration = session.checked.enumerations[id];
    if (const auto index = enumeration.find(name.text)) return index;
    std::vector<std::string> candidates;
    for (const Enumerator& enumerator : enumeration.enumerators)
        candidates.push_back(enumerator.name);
    suggestOrList(session.findings.add(Kind::UnknownEnumerator, name.span,
                                       {{"enumeration", diagnostics::Name{enumeration.name}}, {"name", diagnostics::Name{name.text}}}),
                  name.text, candidates);
    return std::nullopt;
}

}  // namespace assay::check
