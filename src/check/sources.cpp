#include <algorithm>

#include "session.hpp"

// Where rules come from: every citation resolves, what decides cites, and the readings listed are the readings tested.
namespace assay::check {

using diagnostics::Kind;

namespace {

// Calls `use` with each clause that a declaration or a part of it cites.
template <class Use>
class EachCitation {
public:
    explicit EachCitation(Use use) : use_(std::move(use)) {}

    void walk(const syntax::Declaration& declaration) {
        each(declaration.sources.cites);
        std::visit(*this, declaration.body);
    }
    void operator()(const syntax::EnumDecl& written) {
        for (const syntax::Enumerator& enumerator : written.enumerators)
            each(enumerator.cites);
    }
    void operator()(const syntax::DecideDecl& written) {
        for (const syntax::Outcome& outcome : written.outcomes)
            each(outcome.cites);
    }
    void operator()(const syntax::ChecklistDecl& written) {
        for (const syntax::ChecklistItem& item : written.items)
            each(item.cites);
    }
    void operator()(const syntax::DefineDecl& written) {
        for (const syntax::Exception& exception : written.exceptions)
            each(exception.cites);
    }
    void operator()(const syntax::PartitionDecl& written) {
        for (const syntax::PartitionStep& step : written.steps)
            each(step.cites);
        each(written.agreedCites);
    }
    void operator()(const syntax::TableDecl& written) {
        for (const syntax::Row& row : written.rows)
            each(row.cites);
    }
    void operator()(const syntax::LifecycleDecl& written) {
        for (const syntax::Transition& transition : written.transitions)
            each(transition.cites);
        for (const syntax::Passing& passing : written.passings)
            each(passing.cites);
    }
    // Other declarations cite as a whole.
    template <class Other>
    void operator()(const Other&) {}

private:
    void each(const std::vector<syntax::Name>& cites) {
        for (const syntax::Name& cite : cites)
            use_(cite);
    }
    Use use_;
};

bool mustCite(const syntax::DeclBody& body) {
    return !std::holds_alternative<syntax::RulesetDecl>(body) && !std::holds_alternative<syntax::EnumDecl>(body) &&
           !std::holds_alternative<syntax::RecordDecl>(body) && !std::holds_alternative<syntax::FactDecl>(body) &&
           !std::holds_alternative<syntax::RegisterDecl>(body) && !std::holds_alternative<syntax::QuantityDecl>(body);
}

void checkCitations(Session& session, const syntax::Declaration& declaration) {
    bool cites = false;
    EachCitation([&session, &cites](const syntax::Name& cite) {
        cites = true;
        if (session.checked.clauses.find(cite.text)) return;
        std::vector<std::string> ids;
        for (const registers::Clause& clause : session.checked.clauses.all())
            ids.push_back(clause.id);
        suggest(session.findings.add(Kind::UnknownClause, cite.span, {{"name", diagnostics::Name{cite.text}}}), cite.text, ids);
    }).walk(declaration);
    if (const auto* checklist = std::get_if<syntax::ChecklistDecl>(&declaration.body); checklist && declaration.sources.cites.empty()) {
        for (const syntax::ChecklistItem& item : checklist->items) {
            if (item.cites.empty()) session.findings.add(Kind::NoCitation, item.name.span, {{"name", diagnostics::Name{item.name.text}}});
        }
        return;
    }
    if (cites || !mustCite(declaration.body)) return;
    session.findings.add(Kind::NoCitation, declaration.name.span, {{"name", diagnostics::Name{declaration.name.text}}});
}

std::vector<std::string> textsOf(const std::vector<syntax::Name>& names) {
    std::vector<std::string> texts;
    for (const syntax::Name& name : names)
        texts.push_back(name.text);
    return texts;
}

void storeCitations(Session& session) {
    Checked& checked = session.checked;
    for (std::size_t index = 0; index < checked.declarations.size(); ++index) {
        checked.declarations[DeclId(index)].clauses = textsOf(session.declarationOrigins[DeclId(index)].declaration->sources.cites);
    }
    for (std::size_t index = 0; index < checked.stages.size(); ++index) {
        checked.stages[StageId(index)].clauses = textsOf(session.stageOrigins[StageId(index)].declaration->sources.cites);
    }
    for (std::size_t index = 0; index < checked.readings.size(); ++index) {
        checked.readings[ReadingId(index)].clauses = textsOf(session.readingOrigins[ReadingId(index)].declaration->sources.cites);
    }
}

// The tests of readings in each file, by place.
using TestsByFile = std::map<const syntax::Tree*, std::vector<const syntax::Expr*>>;

TestsByFile findTests(const Session& session) {
    TestsByFile tests;
    for (const syntax::Tree& tree : session.files) {
        std::vector<const syntax::Expr*>& found = tests[&tree];
        for (const syntax::Expr& expression : tree.expressions) {
            if (expression.kind == syntax::ExprKind::Reading) found.push_back(&expression);
        }
        std::sort(found.begin(), found.end(), [](const syntax::Expr* a, const syntax::Expr* b) { return a->span.begin < b->span.begin; });
    }
    return tests;
}

// The readings that the text of a declaration tests, each with its first place.
std::map<ReadingId, source::Span> testedIn(const Session& session, const TestsByFile& tests, const Origin& origin) {
    std::map<ReadingId, source::Span> tested;
    const source::Span whole = origin.declaration->span;
    const std::vector<const syntax::Expr*>& all = tests.at(origin.tree);
    auto next = std::lower_bound(all.begin(), all.end(), whole.begin,
                                 [](const syntax::Expr* test, std::uint32_t begin) { return test->span.begin < begin; });
    for (; next != all.end() && (*next)->span.end <= whole.end; ++next) {
        const Symbol* symbol = session.names.find((*next)->name.text, Symbol::Kind::Reading);
        if (symbol) tested.emplace(ReadingId(symbol->index), (*next)->span);
    }
    return tested;
}

// The readings listed after `reads` that exist.
std::vector<ReadingId> checkReads(Session& session, const Origin& origin, const std::map<ReadingId, source::Span>& tested) {
    const std::string& declarationName = origin.declaration->name.text;
    std::vector<ReadingId> read;
    for (const syntax::Name& name : origin.declaration->sources.reads) {
        const Symbol* symbol = session.names.find(name.text, Symbol::Kind::Reading);
        if (!symbol) {
            suggestOrList(session.findings.add(Kind::UnknownReading, name.span, {{"name", diagnostics::Name{name.text}}}), name.text,
                          session.names.all(Symbol::Kind::Reading));
            continue;
        }
        read.emplace_back(symbol->index);
        if (tested.count(read.back()) > 0) continue;
        session.findings
            .add(Kind::ReadingNotTested, name.span,
                 {{"name", diagnostics::Name{declarationName}}, {"reading", diagnostics::Name{name.text}}})
            .note(Kind::DeclaredHere, symbol->span, {{"name", diagnostics::Name{name.text}}});
    }
    for (const auto& [reading, span] : tested) {
        if (std::find(read.begin(), read.end(), reading) != read.end()) continue;
        session.findings.add(
            Kind::ReadingNotRead, span,
            {{"name", diagnostics::Name{declarationName}}, {"reading", diagnostics::Name{session.checked.readings[reading].name}}});
    }
    return read;
}

// A reading that is tested outside `reads`, or the other way round, has its finding; it counts as used.
void checkReadings(Session& session) {
    std::set<ReadingId> used;
    const TestsByFile tests = findTests(session);
    const auto visit = [&session, &used, &tests](const Origin& origin) {
        const std::map<ReadingId, source::Span> tested = testedIn(session, tests, origin);
        for (const auto& [reading, span] : tested)
            used.insert(reading);
        std::vector<ReadingId> read = checkReads(session, origin, tested);
        used.insert(read.begin(), read.end());
        return read;
    };
    for (std::size_t index = 0; index < session.checked.declarations.size(); ++index) {
        session.checked.declarations[DeclId(index)].readings = visit(session.declarationOrigins[DeclId(index)]);
    }
    for (const Origin& origin : session.stageOrigins)
        visit(origin);
    for (std::size_t index = 0; index < session.checked.readings.size(); ++index) {
        const Reading& reading = session.checked.readings[ReadingId(index)];
        if (used.count(ReadingId(index)) > 0) continue;
        session.findings.add(Kind::ReadingUnused, reading.span, {{"name", diagnostics::Name{reading.name}}});
    }
}

}  // namespace

void checkSources(Session& session) {
    for (const syntax::Tree& tree : session.files) {
        for (const syntax::Declaration& declaration : tree.declarations)
            checkCitations(session, declaration);
    }
    storeCitations(session);
    checkReadings(session);
}

}  // namespace assay::check
