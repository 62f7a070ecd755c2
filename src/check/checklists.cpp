#include "bodies.hpp"

namespace assay::check {

namespace {

// What an item asks for: as written, or the bool fact of its name under the checklist's prefix.
ExprId readRequirement(Typer& typer, const syntax::ChecklistDecl& list, const syntax::ChecklistItem& item) {
    if (item.require.valid()) return typer.condition(item.require);
    return typer.condition(syntax::Name{list.prefix.text + "." + item.name.text, item.name.span});
}

void reportItemsTwice(Session& session, const std::vector<syntax::ChecklistItem>& items) {
    std::map<std::string, source::Span> seen;
    for (const syntax::ChecklistItem& item : items) {
        const auto [first, added] = seen.emplace(item.name.text, item.name.span);
        if (!added) reportDuplicate(session, item.name.text, item.name.span, first->second);
    }
}

}  // namespace

void checkChecklist(const BodyContext& context, const syntax::ChecklistDecl& written) {
    Typer& typer = context.typer;
    Checklist checklist;
    if (written.when.valid()) {
        checklist.when = typer.condition(written.when);
        typer.guards.assume(checklist.when, true);
    }
    for (const syntax::ChecklistItem& item : written.items) {
        ChecklistItem checked;
        checked.name = item.name.text;
        checked.label = item.label;
        checked.span = item.name.span;
        checked.clauses = citedBy(item.cites.empty() ? context.origin.declaration->sources.cites : item.cites);
        const GuardedPart ownGuards(typer.guards);
        if (item.when.valid()) {
            checked.when = typer.condition(item.when);
            typer.guards.assume(checked.when, true);
        }
        checked.require = readRequirement(typer, written, item);
        checklist.items.push_back(std::move(checked));
    }
    reportItemsTwice(context.session, written.items);
    context.declaration.body = std::move(checklist);
}

}  // namespace assay::check
