#include "bodies.hpp"

namespace assay::check {

using diagnostics::Kind;

namespace {

// Inside `at STAGE` the event that enters the stage has happened.
void assumeEntered(const BodyContext& context) {
    if (!context.declaration.stage) return;
    const FactId event = context.session.checked.stages[*context.declaration.stage].enteredOn;
    if (!event.valid()) return;
    Expr given;
    given.kind = ExprKind::Fact;
    given.type = context.session.checked.facts[event].type;
    given.span = context.declaration.nameSpan;
    given.fact = event;
    context.typer.guards.assumeGiven(context.typer.add(std::move(given)));
}

void bindHeading(const BodyContext& context) {
    const syntax::Heading& heading = context.origin.declaration->heading;
    for (std::size_t index = 0; index < context.declaration.heading.size(); ++index) {
        context.typer.bind(heading.binders[index].variable, context.declaration.heading[index]);
    }
}

ExprId optionalCondition(Typer& typer, syntax::ExprId id) {
    return id.valid() ? typer.condition(id) : ExprId{};
}

class BodyCheck {
public:
    explicit BodyCheck(const BodyContext& context) : context_(context) {}

    void operator()(const syntax::RuleDecl& written) { checkRule(context_, written); }
    void operator()(const syntax::ChecklistDecl& written) { checkChecklist(context_, written); }
    void operator()(const syntax::DecideDecl& written) { checkDecide(context_, written); }
    void operator()(const syntax::DutyDecl& written) { checkDuty(context_, written); }
    void operator()(const syntax::PartitionDecl& written) { checkPartition(context_, written); }
    void operator()(const syntax::LifecycleDecl& written) { checkLifecycle(context_, written); }
    void operator()(const syntax::DefineDecl& written) { checkDefine(context_, written); }
    void operator()(const syntax::TableDecl& written) { checkTable(context_, written); }
    void operator()(const syntax::FlagDecl& written) { context_.declaration.body = Flag{optionalCondition(context_.typer, written.when)}; }
    void operator()(const syntax::ContradictionDecl& written) {
        context_.declaration.body = Contradiction{optionalCondition(context_.typer, written.when)};
    }
    // Declarations of data have no body.
    template <class Other>
    void operator()(const Other&) {}

private:
    const BodyContext& context_;
};

// The heading's variables could not be resolved: every use of them would be a follow-up.
bool headingFailed(const BodyContext& context) {
    return context.declaration.heading.size() != context.origin.declaration->heading.binders.size();
}

void checkBody(Session& session, DeclId id) {
    Declaration& declaration = session.checked.declarations[id];
    const Origin& origin = session.declarationOrigins[id];
    Typer typer(session, *origin.tree);
    const BodyContext context{session, origin, declaration, typer};
    if (headingFailed(context)) return;
    bindHeading(context);
    assumeEntered(context);
    std::visit(BodyCheck(context), origin.declaration->body);
    if (declaration.stage) {
        const std::set<DeclId>& more = session.stageUses[*declaration.stage];
        typer.uses.insert(more.begin(), more.end());
    }
    declaration.uses.assign(typer.uses.begin(), typer.uses.end());
}

void readEvent(Session& session, const syntax::StageDecl& written, Stage& stage) {
    const syntax::Name& event = written.enteredOn;
    const Symbol* symbol = session.names.find(event.text, Symbol::Kind::Fact);
    if (!symbol) {
        suggest(session.findings.add(Kind::UnknownName, event.span, {{"name", diagnostics::Name{event.text}}}), event.text,
                session.names.all(Symbol::Kind::Fact));
        return;
    }
    stage.enteredOn = FactId(symbol->index);
    const Fact& fact = session.checked.facts[stage.enteredOn];
    const bool isEvent = fact.type.kind == TypeKind::Date && fact.type.optional && fact.absentIsNone && fact.pair.empty();
    if (isEvent || fact.type.kind == TypeKind::Error) return;
    session.findings.add(Kind::NotAnEvent, event.span, {{"name", diagnostics::Name{event.text}}})
        .note(Kind::DeclaredHere, fact.span, {{"name", diagnostics::Name{fact.name}}});
}

// `sign when E` is no declaration: a record asks for it.
void checkSignature(Session& session) {
    for (const syntax::Tree& tree : session.files) {
        for (const syntax::Declaration& declaration : tree.declarations) {
            const auto* header = std::get_if<syntax::RulesetDecl>(&declaration.body);
            if (!header || !header->signWhen.valid()) continue;
            Typer typer(session, tree);
            session.checked.ruleset.signWhen = typer.condition(header->signWhen);
        }
    }
}

}  // namespace

void checkRule(const BodyContext& context, const syntax::RuleDecl& written) {
    Rule rule;
    rule.when = optionalCondition(context.typer, written.when);
    if (rule.when.valid()) context.typer.guards.assume(rule.when, true);
    rule.require = optionalCondition(context.typer, written.require);
    context.declaration.body = rule;
}

std::vector<std::string> citedBy(const std::vector<syntax::Name>& cites) {
    std::vector<std::string> clauses;
    for (const syntax::Name& cite : cites)
        clauses.push_back(cite.text);
    return clauses;
}

void checkStages(Session& session) {
    for (std::size_t index = 0; index < session.checked.stages.size(); ++index) {
        const StageId id(index);
        const Origin& origin = session.stageOrigins[id];
        const auto& written = std::get<syntax::StageDecl>(origin.declaration->body);
        readEvent(session, written, session.checked.stages[id]);
        if (!written.skippedWhen.valid()) continue;
        Typer typer(session, *origin.tree);
        session.checked.stages[id].skippedWhen = typer.condition(written.skippedWhen);
        session.stageUses[id] = typer.uses;
    }
}

void checkBodies(Session& session) {
    for (std::size_t index = 0; index < session.checked.declarations.size(); ++index)
        checkBody(session, DeclId(index));
    checkSignature(session);
}

}  // namespace assay::check
