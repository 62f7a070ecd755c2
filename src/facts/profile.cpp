#include "assay/facts/profile.hpp"

#include <algorithm>
#include <array>

#include "assay/source/digest.hpp"
#include "assay/source/text.hpp"

namespace assay::facts {

using diagnostics::Diagnostics;
using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;
using document::Node;

namespace {

constexpr const char* headKey = "profile";
constexpr const char* figuresKey = "figures";
constexpr const char* readingsKey = "readings";
constexpr const char* citesKey = "cites";
constexpr std::array headKeys{"id", "title", "ruleset", "approved_by", "approved_on", "from", "to"};

// In a profile a value has a citation where in a case it has a reason.
void renameCitations(Node& table) {
    for (Node::Member& member : table.members) {
        if (member.value.kind != Node::Kind::Table) continue;
        for (Node::Member& part : member.value.members)
            if (part.key == citesKey) part.key = "reason";
        renameCitations(member.value);
    }
}

class ProfileReader {
public:
    ProfileReader(const check::Checked& rules, const source::SourceMap& sources, Diagnostics& findings)
        : rules_(rules), sources_(sources), findings_(findings) {}

    Profile read(const Node& root) {
        Profile profile;
        profile.source = root.span.source;
        profile.digest = source::sha256(sources_.file(root.span.source).text);
        for (const Node::Member& member : root.members) {
            const bool isKnown = member.key == headKey || member.key == figuresKey || member.key == readingsKey;
            if (!isKnown) refuse(member.key, "[profile], [figures], [readings]", member.keySpan);
        }
        if (const Node* head = table(root, headKey)) {
            readHead(*head, profile);
        } else if (root.find(headKey) == nullptr) {
            refuse(headKey, "[profile]", root.span);
        }
        if (const Node* figures = table(root, figuresKey)) readFigures(*figures, profile);
        if (const Node* readings = table(root, readingsKey)) readChoices(*readings, profile);
        return profile;
    }

private:
    void refuse(const std::string& key, const char* wanted, source::Span span) {
        findings_.add(Kind::ProfileEntryInvalid, span, {{"key", Name{key}}, {"wanted", std::string(wanted)}});
    }

    // The table under a key, or null; a finding if something else stands there.
    const Node* table(const Node& root, const char* key) {
        const Node* found = root.find(key);
        if (found == nullptr || found->kind == Node::Kind::Table) return found;
        refuse(key, "[...]", found->span);
        return nullptr;
    }

    std::string text(const Node& table, const char* key) {
        const Node* value = table.find(key);
        if (value != nullptr && value->kind == Node::Kind::Text && !value->text.empty()) return value->text;
        refuse(key, "\"...\"", value != nullptr ? value->span : table.span);
        return {};
    }

    quantity::Date day(const Node& table, const char* key) {
        const Node* value = table.find(key);
        if (value != nullptr && value->kind == Node::Kind::Date) return value->date;
        refuse(key, "YYYY-MM-DD", value != nullptr ? value->span : table.span);
        return {};
    }

    void readHead(const Node& head, Profile& profile) {
        for (const Node::Member& member : head.members) {
            const bool isKnown = std::find(headKeys.begin(), headKeys.end(), member.key) != headKeys.end();
            if (!isKnown) refuse(member.key, "id, title, ruleset, approved_by, approved_on, from, to", member.keySpan);
        }
        profile.id = text(head, "id");
        if (const Node* title = table(head, "title")) {
            profile.title = {text(*title, "en"), text(*title, "zh"), title->span};
        } else if (head.find("title") == nullptr) {
            refuse("title", "{ en = \"...\", zh = \"...\" }", head.span);
        }
        const std::string ruleset = text(head, "ruleset");
        if (!ruleset.empty() && ruleset != rules_.ruleset.id) {
            findings_.add(Kind::ProfileOfOtherRules, head.find("ruleset")->span,
                          {{"stated", Name{ruleset}}, {"actual", Name{rules_.ruleset.id}}});
        }
        profile.approvedBy = text(head, "approved_by");
        profile.approvedOn = day(head, "approved_on");
        profile.from = day(head, "from");
        if (head.find("to") == nullptr) return;
        profile.to = day(head, "to");
        if (*profile.to < profile.from) refuse("to", "a day on or after `from`", head.find("to")->span);
    }

    // The figures are read as a case's facts are: same types, units and bounds.
    void readFigures(const Node& figures, Profile& profile) {
        Node asCase = figures;
        renameCitations(asCase);
        for (const char* reserved : {"case", "evidence", "inventory"}) {
            if (const Node::Member* member = figures.member(reserved)) refuse(reserved, "a fact `from profile`", member->keySpan);
        }
        CaseFacts facts = facts::read(asCase, rules_, sources_, findings_);
        for (std::size_t i = 0; i < rules_.facts.size(); ++i) {
            const check::FactId id(i);
            const check::Fact& fact = rules_.facts[id];
            Entry& entry = facts.facts[id];
            const bool isList = fact.type.kind == check::TypeKind::List || !fact.pair.empty();
            const source::Span given = isList ? listSpan(facts, id) : entry.provenance.span;
            if (!given.valid()) continue;
            if (isList || !isOfProfile(fact)) {
                findings_.add(Kind::ProfileFigureForeign, given, {{"fact", Name{fact.name}}})
                    .note(Kind::DeclaredHere, fact.span, {{"name", Name{fact.name}}});
            } else if (entry.provenance.reason.empty()) {
                refuse(citesKey, "{ value = ..., cites = \"...\" }", given);
            } else {
                profile.figures.push_back({id, std::move(entry)});
            }
        }
    }

    [[nodiscard]] source::Span listSpan(const CaseFacts& facts, check::FactId id) const {
        const check::Fact& fact = rules_.facts[id];
        for (const auto& [pair, entries] : facts.pairs) {
            if (pair == id && !entries.empty()) return entries.front().entry.provenance.span;
        }
        const bool isOfRecords = fact.type.element == check::TypeKind::Record && fact.pair.empty();
        return isOfRecords ? facts.lists[fact.type.list].provenance.span : facts.facts[id].provenance.span;
    }

    [[nodiscard]] static bool isOfProfile(const check::Fact& fact) {
        return std::find(fact.from.begin(), fact.from.end(), check::profileGiver) != fact.from.end();
    }

    void readChoices(const Node& readings, Profile& profile) {
        for (std::size_t i = 0; i < rules_.readings.size(); ++i) {
            if (const Node* chosen = readings.find(rules_.readings[check::ReadingId(i)].name))
                readChoice(*chosen, check::ReadingId(i), profile);
        }
        std::vector<std::string> names;
        for (const check::Reading& reading : rules_.readings)
            names.push_back(reading.name);
        for (const Node::Member& member : readings.members) {
            if (std::find(names.begin(), names.end(), member.key) != names.end()) continue;
            diagnostics::Diagnostic& finding = findings_.add(Kind::UnknownReading, member.keySpan, {{"name", Name{member.key}}});
            std::vector<std::string> near = source::closest(member.key, names);
            if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", Names{std::move(near)}}});
        }
    }

    void readChoice(const Node& chosen, check::ReadingId id, Profile& profile) {
        const check::Reading& reading = rules_.readings[id];
        if (chosen.kind != Node::Kind::Table) {
            refuse(reading.name, "{ takes = \"...\", cites = \"...\" }", chosen.span);
            return;
        }
        for (const Node::Member& member : chosen.members) {
            if (member.key != "takes" && member.key != citesKey) refuse(member.key, "takes, cites", member.keySpan);
        }
        const std::string takes = text(chosen, "takes");
        const std::string cites = text(chosen, citesKey);
        const auto found = std::find(reading.alternatives.begin(), reading.alternatives.end(), takes);
        if (found != reading.alternatives.end()) {
            profile.choices.push_back({id, static_cast<std::size_t>(found - reading.alternatives.begin()), cites, chosen.span});
        } else if (!takes.empty()) {
            findings_
                .add(Kind::ProfileAlternativeUnknown, chosen.find("takes")->span,
                     {{"reading", Name{reading.name}}, {"alternative", Name{takes}}})
                .note(Kind::LegalHere, {}, {{"names", Names{reading.alternatives}}});
        }
    }

    const check::Checked& rules_;
    const source::SourceMap& sources_;
    Diagnostics& findings_;
};

}  // namespace

std::optional<Profile> readProfile(const Node& root, const check::Checked& rules, const source::SourceMap& sources, Diagnostics& findings) {
    Diagnostics own;
    Profile profile = ProfileReader(rules, sources, own).read(root);
    const bool isFit = !own.hasErrors();
    findings.append(std::move(own));
    return isFit ? std::optional(std::move(profile)) : std::nullopt;
}

void giveFigures(CaseFacts& facts, const Profile& profile, const check::Checked& rules, Diagnostics& findings) {
    for (const Profile::Figure& figure : profile.figures) {
        Entry& entry = facts.facts[figure.fact];
        if (!entry.provenance.span.valid()) {
            entry = figure.entry;
        } else if (entry.state != figure.entry.state || entry.value != figure.entry.value) {
            findings.add(Kind::ProfileFigureContradicted, entry.provenance.span, {{"fact", Name{rules.facts[figure.fact].name}}})
                .note(Kind::OtherHere, figure.entry.provenance.span, {});
        }
    }
}

}  // namespace assay::facts
