#include <algorithm>

#include "bodies.hpp"

namespace assay::check {

using diagnostics::Kind;

namespace {

void readOver(const BodyContext& context, const syntax::DefineDecl& written, std::vector<Exception>& exceptions) {
    std::vector<std::string> names;
    for (const Exception& exception : exceptions)
        names.push_back(exception.name);
    for (std::size_t index = 0; index < exceptions.size(); ++index) {
        for (const syntax::Name& over : written.exceptions[index].over) {
            const auto found = std::find(names.begin(), names.end(), over.text);
            if (found == names.end()) {
                suggestOrList(context.session.findings.add(Kind::UnknownName, over.span, {{"name", diagnostics::Name{over.text}}}),
                              over.text, names);
                continue;
            }
            exceptions[index].over.push_back(static_cast<std::size_t>(found - names.begin()));
        }
    }
}

// Every exception that `index` outranks directly or through others, in order.
std::vector<std::size_t> outranked(const std::vector<Exception>& exceptions, std::size_t index) {
    std::set<std::size_t> reached;
    std::vector<std::size_t> open = exceptions[index].over;
    while (!open.empty()) {
        const std::size_t next = open.back();
        open.pop_back();
        if (!reached.insert(next).second) continue;
        open.insert(open.end(), exceptions[next].over.begin(), exceptions[next].over.end());
    }
    return {reached.begin(), reached.end()};
}

void closeOver(const BodyContext& context, std::vector<Exception>& exceptions) {
    std::vector<std::vector<std::size_t>> closed;
    diagnostics::Names circle;
    for (std::size_t index = 0; index < exceptions.size(); ++index) {
        closed.push_back(outranked(exceptions, index));
        const bool outranksItself = std::find(closed.back().begin(), closed.back().end(), index) != closed.back().end();
        if (outranksItself) circle.texts.push_back(exceptions[index].name);
    }
    if (!circle.texts.empty()) context.session.findings.add(Kind::DependencyCycle, context.declaration.nameSpan, {{"names", circle}});
    for (std::size_t index = 0; index < exceptions.size(); ++index)
        exceptions[index].over = std::move(closed[index]);
}

Exception readException(const BodyContext& context, const syntax::Exception& written, const Wanted& wanted) {
    Exception exception;
    exception.name = written.name.text;
    exception.clauses = citedBy(written.cites);
    exception.span = written.name.span;
    const GuardedPart part(context.typer.guards);
    if (written.when.valid()) {
        exception.when = context.typer.condition(written.when);
        context.typer.guards.assume(exception.when, true);
    }
    exception.value = context.typer.value(written.value, wanted);
    return exception;
}

}  // namespace

void checkDefine(const BodyContext& context, const syntax::DefineDecl& written) {
    Define define;
    const Wanted wanted{context.declaration.type, context.declaration.unit.symbol, false};
    std::map<std::string, source::Span> seen;
    for (const syntax::Exception& exception : written.exceptions) {
        const auto [first, added] = seen.emplace(exception.name.text, exception.name.span);
        if (!added) reportDuplicate(context.session, exception.name.text, exception.name.span, first->second);
        define.exceptions.push_back(readException(context, exception, wanted));
    }
    readOver(context, written, define.exceptions);
    closeOver(context, define.exceptions);
    // The default counts when no exception holds.
    for (const Exception& exception : define.exceptions) {
        if (exception.when.valid()) context.typer.guards.assume(exception.when, false);
    }
    if (written.value.valid()) define.value = context.typer.value(written.value, wanted);
    context.declaration.body = std::move(define);
}

}  // namespace assay::check
