#include <algorithm>

#include "assay/source/text.hpp"
#include "assay/workspace/case.hpp"

namespace assay::workspace {

using diagnostics::Diagnostics;
using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;

namespace {

void addNear(diagnostics::Diagnostic& finding, const std::string& word, const std::vector<std::string>& legal) {
    const std::vector<std::string> near = source::closest(word, legal);
    if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", Names{near}}});
}

// What has conclusions; a table has none.
bool concludes(const check::Declaration& declaration) {
    return !std::holds_alternative<check::Table>(declaration.body);
}

std::optional<report::Asked> findAsked(const check::Checked& rules, const std::string& text, Diagnostics& findings) {
    const std::size_t bracket = text.find('[');
    const bool hasItem = bracket != std::string::npos && text.back() == ']';
    const std::string name = hasItem ? text.substr(0, bracket) : text;
    const std::optional<check::DeclId> decl = rules.findDeclaration(name);
    if (decl && concludes(rules.declarations[*decl])) {
        return report::Asked{*decl, hasItem ? text.substr(bracket + 1, text.size() - bracket - 2) : std::string()};
    }
    std::vector<std::string> names;
    for (const check::Declaration& declaration : rules.declarations) {
        if (concludes(declaration)) names.push_back(declaration.name);
    }
    addNear(findings.add(Kind::DecisionUnknown, {}, {{"name", Name{name}}}), name, names);
    return std::nullopt;
}

check::PartyId findParty(const check::Checked& rules, const std::string& name, Diagnostics& findings) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < rules.parties.size(); ++i) {
        names.push_back(rules.parties[check::PartyId(i)].name);
        if (names.back() == name) return check::PartyId(i);
    }
    findings.add(Kind::PartyUnknown, {}, {{"party", Name{name}}}).note(Kind::LegalHere, {}, {{"names", Names{names}}});
    return {};
}

}  // namespace

Request resolve(const check::Checked& rules, const Options& options, Diagnostics& findings) {
    Request request;
    for (const std::string& name : options.decisions) {
        if (const std::optional<report::Asked> asked = findAsked(rules, name, findings)) request.selection.push_back(*asked);
    }
    request.party = options.party.empty() ? check::PartyId(0) : findParty(rules, options.party, findings);
    return request;
}

}  // namespace assay::workspace
