#include "session.hpp"

namespace assay::check {

using diagnostics::Kind;

namespace {

// `unit NAME`: a base dimension of its own with one unit.
void readBaseUnits(Session& session, const syntax::RulesetDecl& header) {
    for (const syntax::Name& name : header.baseUnits) {
        quantity::Unit unit{name.text, 1, {}};
        unit.dimension.powers[name.text] = 1;
        if (!session.checked.units.add(unit)) {
            session.findings.add(Kind::DuplicateName, name.span, {{"name", diagnostics::Name{name.text}}});
        }
    }
}

template <class IdType, class T>
void readWords(Session& session, const std::vector<syntax::Name>& words, base::IdVector<IdType, T>& out) {
    std::map<std::string, source::Span> seen;
    for (const syntax::Name& word : words) {
        const auto [first, added] = seen.emplace(word.text, word.span);
        if (!added) {
            reportDuplicate(session, word.text, word.span, first->second);
            continue;
        }
        out.add(T{word.text});
    }
}

void readRuleset(Session& session, const syntax::Declaration& declaration, const syntax::RulesetDecl& header) {
    Ruleset& ruleset = session.checked.ruleset;
    ruleset.id = declaration.name.text;
    ruleset.title = header.title;
    ruleset.edition = header.edition.text;
    ruleset.span = declaration.span;
    readBaseUnits(session, header);
    readWords(session, header.parties, session.checked.parties);
    readWords(session, header.roles, session.checked.roles);
}

}  // namespace

void readHeader(Session& session) {
    std::size_t count = 0;
    source::Span second;
    for (const syntax::Tree& tree : session.files) {
        for (const syntax::Declaration& declaration : tree.declarations) {
            const auto* header = std::get_if<syntax::RulesetDecl>(&declaration.body);
            if (!header) continue;
            ++count;
            if (count == 1) readRuleset(session, declaration, *header);
            if (count == 2) second = declaration.name.span;
        }
    }
    if (count != 1) {
        diagnostics::Diagnostic& finding =
            session.findings.add(Kind::RulesetCount, second, {{"count", quantity::Rational(static_cast<std::int64_t>(count))}});
        if (count > 1) finding.note(Kind::FirstHere, session.checked.ruleset.span);
    }
    // A rule set without `parties` is about one party, its applicant.
    if (session.checked.parties.empty()) session.checked.parties.add(Party{"client"});
}

}  // namespace assay::check
