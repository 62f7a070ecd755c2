#include "assay/workspace/record.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "assay/evaluate/status.hpp"
#include "assay/record/steps.hpp"
#include "assay/report/words.hpp"
#include "assay/source/digest.hpp"
#include "assay/source/file.hpp"
#include "files.hpp"
#include "people.hpp"

namespace assay::workspace {

using diagnostics::Kind;
using diagnostics::Name;
using nlohmann::json;

namespace {

constexpr int format = 1;

json filesJson(const KeptFiles& files) {
    json list = json::array();
    for (const auto& [name, text] : files)
        list.push_back({{"name", name}, {"sha256", source::sha256(text)}, {"text", text}});
    return list;
}

class Recorder {
public:
    Recorder(const RuleSet& rules, const LoadedCase& loaded, const JudgedCase& judged, const source::SourceMap& sources)
        : rules_(rules), loaded_(loaded), judged_(judged), sources_(sources), steps_([this](source::Span span) { return place(span); }) {}

    json body(const Limits& limits, const std::map<std::string, std::string>& follows) {
        json out = {{"format", format}, {"engine", {{"version", ASSAY_VERSION}}}, {"follows", follows}};
        out["ruleset"] = ruleset();
        if (rules_.profile) out["profile"] = profile();
        out["case"] = given();
        out["evidence"] = evidence();
        out["parameters"] = parameters(limits);
        out["people"] = peopleOf(*loaded_.facts, rules_.checked);
        out["verdicts"] = verdicts();
        out["conclusions"] = conclusions();
        out["signing"] = signing();
        out["clauses"] = clauses();
        out["steps"] = steps_.take();
        return out;
    }

private:
    [[nodiscard]] json ruleset() const {
        json files = json::array();
        for (const auto& [name, digest] : rules_.files)
            files.push_back({{"name", name}, {"sha256", digest}});
        const check::Ruleset& header = rules_.checked.ruleset;
        return {{"id", header.id}, {"edition", header.edition}, {"digest", rules_.digest}, {"files", std::move(files)}};
    }

    [[nodiscard]] json profile() const {
        const facts::Profile& profile = *rules_.profile;
        json out = filesJson(rules_.profileText).front();
        out.update({{"id", profile.id}, {"approved_by", profile.approvedBy}, {"approved_on", profile.approvedOn.text()}});
        return out;
    }

    [[nodiscard]] json given() const {
        const KeptCase& kept = loaded_.kept;
        return {{"name", loaded_.name},
                {"called", kept.name},
                {"digest", judged_.result->caseDigest},
                {"document", kept.document},
                {"folder", kept.hasFolder ? "whole" : "none"},
                {"files", filesJson(kept.files)},
                {"registers", filesJson(kept.registers)}};
    }

    [[nodiscard]] json evidence() const {
        json list = json::array();
        for (const facts::Evidence& registered : loaded_.facts->evidence) {
            const auto found = loaded_.kept.evidence.find(registered.file);
            const std::string& digest = found == loaded_.kept.evidence.end() ? registered.sha256 : found->second;
            list.push_back({{"id", registered.id}, {"file", registered.file}, {"sha256", digest}});
        }
        return list;
    }

    [[nodiscard]] json parameters(const Limits& limits) const {
        json readings = json::object();
        for (const check::Reading& reading : rules_.checked.readings)
            readings[reading.name] = reading.alternatives[reading.taken];
        return {{"as_of", judged_.result->asOf.text()},
                {"limits",
                 {{"atoms", limits.evaluate.atoms}, {"diagram_nodes", limits.evaluate.diagramNodes}, {"steps", limits.evaluate.steps}}},
                {"readings", std::move(readings)}};
    }

    [[nodiscard]] json verdicts() const {
        json all = json::object();
        for (const evaluate::Verdict& verdict : judged_.result->verdicts)
            all[rules_.checked.parties[verdict.party].name] = report::key(verdict.kind);
        return all;
    }

    json conclusions() {
        json all = json::array();
        for (const evaluate::Conclusion& conclusion : judged_.result->conclusions) {
            const std::optional<trace::Step> step = explain(rules_, loaded_, judged_, conclusion.decl, conclusion.item);
            if (!step) continue;
            cited_.insert(conclusion.clauses.begin(), conclusion.clauses.end());
            const check::Declaration& declared = rules_.checked.declarations[conclusion.decl];
            json missing = json::array();
            for (const evaluate::Missing& one : conclusion.missing)
                missing.push_back({{"fact", one.fact}, {"kind", report::key(one.kind)}});
            json readings = json::array();
            for (const check::ReadingId reading : conclusion.readings)
                readings.push_back(rules_.checked.readings[reading].name);
            all.push_back({{"name", declared.name},
                           {"item", conclusion.item},
                           {"about", declared.party.valid() ? rules_.checked.parties[declared.party].name : ""},
                           {"status", evaluate::statusWord(conclusion.status)},
                           {"clauses", conclusion.clauses},
                           {"readings", std::move(readings)},
                           {"missing", std::move(missing)},
                           {"step", steps_.add(*step)}});
        }
        return all;
    }

    json signing() {
        const std::optional<trace::Step> step = judged_.evaluation->signing(0);
        if (!step) return {{"permitted", "true"}};
        return {{"permitted", step->conclusion}, {"step", steps_.add(*step)}};
    }

    [[nodiscard]] json clauses() const {
        std::string digest;
        for (const auto& [name, each] : rules_.files) {
            if (name == rules_.clauses) digest = each;
        }
        return {{"file", rules_.clauses}, {"sha256", digest}, {"cited", cited_}};
    }

    // "people.assay:98": relative to the folder of the rules, of the case or of its registers.
    [[nodiscard]] std::string place(source::Span span) const {
        if (!span.valid()) return {};
        std::string_view name = sources_.file(span.source).name;
        if (rules_.profile && span.source == rules_.profile->source) name = rules_.profileText.begin()->first;
        const std::string rules = shownIn(rules_.root.shown, "");
        for (const std::string_view root : {std::string_view(rules), std::string_view(loaded_.root), std::string_view(loaded_.registers)}) {
            if (root.empty() || !name.starts_with(root)) continue;
            name.remove_prefix(root.size());
            break;
        }
        return std::string(name) + ":" + std::to_string(sources_.begin(span).line);
    }

    const RuleSet& rules_;
    const LoadedCase& loaded_;
    const JudgedCase& judged_;
    const source::SourceMap& sources_;
    record::StepList steps_;
    std::set<std::string> cited_;
};

KeptFiles keptFiles(const json& list) {
    KeptFiles files;
    for (const json& file : list)
        files[file.at("name").get<std::string>()] = file.at("text").get<std::string>();
    return files;
}

KeptCase keptCase(const json& body) {
    const json& given = body.at("case");
    KeptCase kept{given.at("document"),         given.at("folder") == "whole",    given.at("called"),
                  keptFiles(given.at("files")), keptFiles(given.at("registers")), {}};
    for (const json& evidence : body.at("evidence"))
        kept.evidence[evidence.at("file").get<std::string>()] = evidence.at("sha256").get<std::string>();
    return kept;
}

// Nobody who does not have the texts of the case can find them, nor the salts that come from them.
std::string secretOf(const KeptCase& kept) {
    std::string all = "assay salt";
    for (const KeptFiles* files : {&kept.files, &kept.registers}) {
        for (const auto& [name, text] : *files)
            all += name + "\n" + text;
    }
    return source::sha256(all);
}

// The declarations below a step that keep it from being true, with what they cite; facts where nothing else does.
void collect(const json& steps, std::size_t index, std::string_view conclusion, bool ofFacts, std::vector<std::string>& names) {
    const json& step = steps[index];
    if (record::isMasked(step) || step.at("conclusion") != conclusion || step.contains("decisive")) return;
    const bool isNamed = ofFacts ? step.at("kind") == "fact" : step.at("kind") == "declaration";
    if (isNamed) {
        std::string name = step.value("subject", std::string());
        if (step.contains("item")) name += "[" + step.at("item").get<std::string>() + "]";
        for (const json& clause : step.value("clauses", json::array()))
            name += " " + clause.get<std::string>();
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        return;
    }
    for (const json& premise : step.at("premises"))
        collect(steps, premise.get<std::size_t>(), conclusion, ofFacts, names);
}

diagnostics::Names blockers(const json& body, std::string_view conclusion) {
    diagnostics::Names names;
    const json& signing = body.at("signing");
    if (!signing.contains("step")) return names;
    for (const bool ofFacts : {false, true}) {
        if (names.texts.empty()) collect(body.at("steps"), signing.at("step").get<std::size_t>(), conclusion, ofFacts, names.texts);
    }
    if (names.texts.empty()) names.texts.emplace_back("sign when");
    return names;
}

}  // namespace

record::Record makeRecord(const RuleSet& rules, const LoadedCase& loaded, const JudgedCase& judged, const source::SourceMap& sources,
                          const Limits& limits, const std::map<std::string, std::string>& follows) {
    json body = Recorder(rules, loaded, judged, sources).body(limits, follows);
    record::salt(body, secretOf(loaded.kept));
    return record::recordOf(std::move(body));
}

std::optional<record::Record> replay(const record::Record& record, const RuleSet& rules, source::SourceMap& sources, const Limits& limits,
                                     diagnostics::Diagnostics& findings) {
    const json& parameters = record.body.at("parameters");
    Options options;
    options.limits = limits;
    const auto limit = [&parameters](const char* name, std::size_t& into) {
        const json& all = parameters.at("limits");
        if (all.contains(name) && all.at(name).is_number_unsigned()) into = all.at(name).get<std::size_t>();
    };
    limit("atoms", options.limits.evaluate.atoms);
    limit("diagram_nodes", options.limits.evaluate.diagramNodes);
    limit("steps", options.limits.evaluate.steps);
    options.asOf = quantity::Date::parse(parameters.at("as_of").get<std::string>());
    const LoadedCase loaded = loadCase(sources, rules, keptCase(record.body), options.limits);
    findings.append(loaded.findings);
    const JudgedCase judged = judge(rules, loaded, Request{{}, check::PartyId(0)}, options);
    findings.append(judged.findings);
    if (!judged.result) return std::nullopt;
    std::map<std::string, std::string> follows;
    for (const auto& [word, id] : record.body.at("follows").items()) {
        if (id.is_string()) follows[word] = id.get<std::string>();
    }
    return makeRecord(rules, loaded, judged, sources, options.limits, follows);
}

std::optional<ProfileSource> profileOf(const record::Record& record) {
    if (!record.body.contains("profile")) return std::nullopt;
    const json& profile = record.body.at("profile");
    const std::string name = profile.at("name").get<std::string>();
    return ProfileSource{{name, name}, profile.at("text").get<std::string>()};
}

std::optional<RecordedCase> recordedCase(const record::Record& record, diagnostics::Diagnostics& findings) {
    if (!record::isWhole(record, findings)) return std::nullopt;
    if (record::isMasked(record)) {
        findings.add(Kind::RecordMaskedUnjudged, {}, {});
        return std::nullopt;
    }
    const std::optional<quantity::Date> asOf = quantity::Date::parse(record.body.at("parameters").at("as_of").get<std::string>());
    if (!asOf) return std::nullopt;
    return RecordedCase{keptCase(record.body), *asOf, profileOf(record), record.body.at("ruleset").at("digest").get<std::string>()};
}

bool maySign(const record::Record& record, diagnostics::Diagnostics& findings) {
    const json& permitted = record.body.at("signing").at("permitted");
    if (permitted == "true") return true;
    if (permitted == "false") {
        findings.add(Kind::SigningRefused, {}, {{"reasons", blockers(record.body, "false")}});
    } else {
        findings.add(Kind::SigningUndecided, {}, {{"facts", blockers(record.body, "unknown")}});
    }
    return false;
}

std::optional<record::Record> loadRecord(const Location& place, diagnostics::Diagnostics& findings) {
    const record::Limits limits;
    const std::optional<std::string> text = readBytes(place.path, place.shown, limits.bytes, {}, findings);
    return text ? record::read(*text, place.shown, findings, limits) : std::nullopt;
}

bool replaceFile(const Location& place, std::string_view text, diagnostics::Diagnostics& findings) {
    if (source::replaceFile(place.path, text)) return true;
    findings.add(Kind::PathUnwritable, {}, {{"path", Name{place.shown}}});
    return false;
}

}  // namespace assay::workspace
