#include "registers.hpp"

#include <algorithm>

namespace assay::facts {

using diagnostics::Kind;

namespace {

// The names that an entry of enumerators or texts holds.
std::vector<std::string> namesIn(const Entry& entry, const check::Type& type, const check::Checked& rules) {
    std::vector<std::string> names;
    for (const Scalar& element : entry.elements) {
        if (const auto* text = std::get_if<std::string>(&element)) names.push_back(*text);
        if (const auto* index = std::get_if<EnumeratorIndex>(&element)) {
            names.push_back(rules.enumerations[type.enumeration].enumerators[index->value].name);
        }
    }
    return names;
}

}  // namespace

std::string registerPath(const Context& context, std::string_view list) {
    const std::string name(list.substr(0, list.find('.')));
    for (const ListFile& file : context.files.files) {
        if (context.rules.facts[file.fact].name == name) return file.name;
    }
    return context.files.registers + name + ".toml";
}

void checkJudges(const Context& context, const CaseFacts& facts) {
    const std::optional<check::People> people = context.rules.people();
    if (!people) return;
    const check::List& list = context.rules.lists[people->list];
    const check::Field& roles = context.rules.fields[context.rules.records[list.record].fields[people->roles]];
    const auto& known = context.items[people->list.index()];
    for (const RecordedBy& judgement : context.judgements) {
        const auto person = known.find(judgement.by);
        if (person == known.end()) {
            context.report(Kind::CaseJudgeUnknown, judgement.span,
                           {{"by", name(judgement.by)},
                            {"name", name(judgement.subject)},
                            {"list", name(list.name)},
                            {"path", name(registerPath(context, list.name))}});
            continue;
        }
        if (!judgement.role) continue;
        const Item& item = facts.lists[people->list].items[person->second.index];
        const std::vector<std::string> held = namesIn(item.fields[people->roles], roles.type, context.rules);
        const std::string& role = context.rules.roles[*judgement.role].name;
        if (std::find(held.begin(), held.end(), role) != held.end()) continue;
        context
            .report(Kind::CaseJudgeRole, judgement.span,
                    {{"by", name(judgement.by)}, {"name", name(judgement.subject)}, {"role", name(role)}})
            .note(Kind::DeclaredHere, item.span, {{"name", name(item.id)}});
    }
}

}  // namespace assay::facts
