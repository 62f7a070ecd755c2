#include "assay/workspace/verify.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "assay/recheck/recheck.hpp"
#include "assay/record/steps.hpp"
#include "assay/source/digest.hpp"
#include "assay/source/timestamp.hpp"
#include "files.hpp"

namespace assay::workspace {

using diagnostics::Diagnostics;
using diagnostics::Kind;
using diagnostics::Name;
using nlohmann::json;

namespace {

// A text that stands in a finding about a difference; long ones are cut.
std::string brief(const json& value) {
    constexpr std::size_t most = 120;
    std::string text = value.is_string() ? value.get<std::string>() : record::canonical(value);
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + "…";
}

// The first place at which two records differ, in the order of their texts.
void addDifference(const json& stated, const json& actual, const std::string& where, Diagnostics& findings) {
    if (stated.is_object() && actual.is_object()) {
        for (const auto& [key, value] : stated.items()) {
            const auto other = actual.find(key);
            if (other == actual.end() || value != *other)
                return addDifference(value, other == actual.end() ? json() : *other, where + "/" + key, findings);
        }
        for (const auto& [key, value] : actual.items()) {
            if (!stated.contains(key)) return addDifference(json(), value, where + "/" + key, findings);
        }
    }
    if (stated.is_array() && actual.is_array()) {
        for (std::size_t i = 0; i < std::max(stated.size(), actual.size()); ++i) {
            const json& first = i < stated.size() ? stated[i] : json();
            const json& second = i < actual.size() ? actual[i] : json();
            if (first != second) return addDifference(first, second, where + "/" + std::to_string(i), findings);
        }
    }
    findings.add(Kind::ReplayDiffers, {}, {{"where", Name{where}}, {"actual", Name{brief(actual)}}, {"stated", Name{brief(stated)}}});
}

// The digest of a file below the root; empty: it is not there, or leads out.
std::string digestBelow(const Location& root, const std::string& name, std::size_t limit) {
    const std::filesystem::path relative(name);
    const bool goesUp = std::find(relative.begin(), relative.end(), std::filesystem::path("..")) != relative.end();
    if (relative.is_absolute() || goesUp) return {};
    Diagnostics unread;
    const std::optional<std::string> text = readBytes(std::filesystem::path(root.path) / relative, name, limit, {}, unread);
    return text ? source::sha256(*text) : std::string();
}

class Verifier {
public:
    Verifier(const record::Record& record, const VerifyRequest& request, const Limits& limits)
        : record_(record), request_(request), limits_(limits) {}

    Verification run() {
        done_.levels.fill(LevelStatus::NotReached);
        for (int level = 1; level <= static_cast<int>(Verification::levelCount); ++level) {
            LevelStatus& status = done_.levels[static_cast<std::size_t>(level - 1)];
            const bool isAsked = request_.levels.empty() || request_.levels.contains(level);
            status = isAsked ? at(level) : LevelStatus::NotAsked;
            if (status == LevelStatus::Failed) break;
        }
        return std::move(done_);
    }

private:
    LevelStatus at(int level) {
        switch (level) {
            case 1:
                return integrity();
            case 2:
                return replayed();
            case 3:
                return redone();
            default:
                return cited();
        }
    }

    [[nodiscard]] static LevelStatus statusOf(bool passed) { return passed ? LevelStatus::Passed : LevelStatus::Failed; }

    LevelStatus integrity() {
        if (!record::isWhole(record_, done_.findings)) return LevelStatus::Failed;
        bool passed = true;
        for (const source::PublicKey& key : request_.keys) {
            const auto by = std::find_if(record_.signatures.begin(), record_.signatures.end(),
                                         [&key](const record::Signature& each) { return each.key == key.fingerprint(); });
            if (by == record_.signatures.end()) {
                done_.findings.add(Kind::SignatureAbsent, {}, {{"key", Name{key.fingerprint()}}});
                passed = false;
            } else if (!record::verifies(record_, *by, key)) {
                done_.findings.add(Kind::SignatureWrong, {}, {{"key", Name{key.fingerprint()}}});
                passed = false;
            } else {
                ++done_.signatures;
            }
        }
        done_.unchecked = record_.signatures.size() - std::min(record_.signatures.size(), done_.signatures);
        if (request_.requireSignature && record_.signatures.empty()) {
            done_.findings.add(Kind::SignatureRequired, {});
            passed = false;
        }
        if (!record_.signatures.empty() && record_.body.at("signing").at("permitted") != "true") {
            done_.findings.add(Kind::SignedUnpermitted, {});
            passed = false;
        }
        for (const TimestampAsked& asked : request_.timestamps)
            passed = isStamped(asked) && passed;
        return statusOf(passed);
    }

    bool isStamped(const TimestampAsked& asked) {
        const auto read = source::readTimestamp(asked.token.value_or(""), record_.id, asked.authority);
        if (const auto* time = std::get_if<std::string>(&read)) {
            done_.stampedAt.push_back(*time);
            return true;
        }
        switch (std::get<source::TimestampError>(read)) {
            case source::TimestampError::Unreadable:
                done_.findings.add(Kind::TimestampUnreadable, {}, {{"path", Name{asked.name}}});
                break;
            case source::TimestampError::OtherDigest:
                done_.findings.add(Kind::TimestampOfOther, {}, {{"path", Name{asked.name}}, {"id", Name{record_.id}}});
                break;
            case source::TimestampError::Untrusted:
                done_.findings.add(Kind::TimestampUntrusted, {}, {{"path", Name{asked.name}}, {"authority", Name{asked.authorityName}}});
                break;
        }
        return false;
    }

    // Names every file of the rule set that is not the record's.
    bool hasItsRules() {
        bool same = true;
        for (const json& file : record_.body.at("ruleset").at("files")) {
            const auto& name = file.at("name").get_ref<const std::string&>();
            const std::string digest = digestBelow(request_.rules, name, limits_.tables.bytes);
            if (digest == file.at("sha256")) continue;
            done_.findings.add(digest.empty() ? Kind::RecordRuleAbsent : Kind::RecordRuleChanged, {}, {{"name", Name{name}}});
            same = false;
        }
        return same;
    }

    bool hasNoOtherRules(const RuleSet& rules) {
        bool same = true;
        const json& known = record_.body.at("ruleset").at("files");
        for (const auto& file : rules.files) {
            const std::string& name = file.first;
            if (std::any_of(known.begin(), known.end(), [&name](const json& one) { return one.at("name") == name; })) continue;
            done_.findings.add(Kind::RecordRuleAdded, {}, {{"name", Name{name}}});
            same = false;
        }
        return same;
    }

    // Names every file of the case that is not the record's, one way or the other.
    bool hasItsCase(const RuleSet& rules, source::SourceMap& sources) {
        const LoadedCase loaded = loadCase(sources, rules, *request_.caseFolder, limits_, request_.registers);
        const json& given = record_.body.at("case");
        std::map<std::string, std::string> stated;
        std::map<std::string, std::string> actual = loaded.kept.evidence;
        for (const char* list : {"files", "registers"}) {
            for (const json& file : given.at(list))
                stated[file.at("name")] = file.at("sha256");
        }
        for (const json& evidence : record_.body.at("evidence")) {
            if (evidence.at("file") != "") stated[evidence.at("file")] = evidence.at("sha256");
        }
        for (const KeptFiles* files : {&loaded.kept.files, &loaded.kept.registers}) {
            for (const auto& [name, text] : *files)
                actual[name] = source::sha256(text);
        }
        bool same = true;
        const auto differs = [&](const std::string& name) {
            done_.findings.add(Kind::RecordCaseChanged, {}, {{"name", Name{name}}});
            same = false;
        };
        for (const auto& [name, digest] : stated) {
            const auto found = actual.find(name);
            if (found == actual.end() || found->second != digest) differs(name);
        }
        for (const auto& [name, digest] : actual) {
            if (!stated.contains(name)) differs(name);
        }
        return same;
    }

    LevelStatus replayed() {
        if (record::isMasked(record_)) return LevelStatus::CannotBe;
        if (!hasItsRules()) return LevelStatus::Failed;
        source::SourceMap sources;
        const LoadedRules loaded = loadRules(sources, request_.rules, limits_, profileOf(record_));
        if (!loaded.rules) {
            done_.findings.append(loaded.findings);
            return LevelStatus::Failed;
        }
        if (!hasNoOtherRules(*loaded.rules)) return LevelStatus::Failed;
        if (request_.caseFolder && !hasItsCase(*loaded.rules, sources)) return LevelStatus::Failed;
        Diagnostics findings;
        const std::optional<record::Record> again = replay(record_, *loaded.rules, sources, limits_, findings);
        if (!again) {
            done_.findings.append(std::move(findings));
            return LevelStatus::Failed;
        }
        // What another version of the program finds is compared, its name is not.
        json body = again->body;
        body["engine"] = record_.body.at("engine");
        done_.bytes = record::canonical(body).size();
        if (body == record_.body) return LevelStatus::Passed;
        addDifference(record_.body, body, "", done_.findings);
        return LevelStatus::Failed;
    }

    LevelStatus redone() {
        const json& steps = record_.body.at("steps");
        bool passed = true;
        for (std::size_t index = 0; index < steps.size(); ++index) {
            const std::optional<trace::Step> step = record::stepAt(steps, index);
            if (!step) {
                ++done_.hidden;
                continue;
            }
            const recheck::Redone redone = recheck::redo(*step);
            const std::string what = step->op + (step->op.empty() || step->subject.empty() ? "" : " ") + step->subject +
                                     (step->item.empty() ? "" : "[" + step->item + "]");
            switch (redone.answer) {
                case recheck::Answer::Follows:
                    ++done_.redone;
                    break;
                case recheck::Answer::Given:
                    ++done_.given;
                    break;
                case recheck::Answer::Disagrees:
                    passed = false;
                    done_.findings.add(Kind::StepDisagrees, {},
                                       {{"step", std::to_string(index)},
                                        {"what", what},
                                        {"actual", Name{redone.actual}},
                                        {"stated", Name{step->conclusion}}});
                    break;
                case recheck::Answer::Unknown:
                    passed = false;
                    done_.findings.add(Kind::StepUnknown, {}, {{"step", std::to_string(index)}, {"what", what}});
                    break;
            }
        }
        for (const json& conclusion : record_.body.at("conclusions"))
            passed = concludes(conclusion) && passed;
        return statusOf(passed);
    }

    // A conclusion is what its derivation says.
    bool concludes(const json& conclusion) {
        const json& step = record_.body.at("steps")[conclusion.at("step").get<std::size_t>()];
        if (record::isMasked(step)) return true;
        const bool isOfIt = step.value("subject", "") == conclusion.at("name") && step.value("item", "") == conclusion.at("item");
        const std::string status = isOfIt ? step.value("status", "") : step.value("subject", "");
        if (isOfIt && status == conclusion.at("status")) return true;
        done_.findings.add(Kind::ConclusionDisagrees, {},
                           {{"name", Name{conclusion.at("name")}}, {"stated", Name{conclusion.at("status")}}, {"actual", Name{status}}});
        return false;
    }

    LevelStatus cited() {
        const json& clauses = record_.body.at("clauses");
        const auto& name = clauses.at("file").get_ref<const std::string&>();
        done_.clauses = clauses.at("cited").size();
        if (name.empty()) return statusOf(clauses.at("cited").empty());
        if (digestBelow(request_.rules, name, limits_.document.bytes) != clauses.at("sha256")) {
            done_.findings.add(Kind::RegisterChanged, {}, {{"name", Name{name}}});
            return LevelStatus::Failed;
        }
        source::SourceMap sources;
        const LoadedRules loaded = loadRules(sources, request_.rules, limits_);
        if (!loaded.rules) {
            done_.findings.append(loaded.findings);
            return LevelStatus::Failed;
        }
        bool passed = true;
        const auto find = [&](const json& cited) {
            const auto& clause = cited.get_ref<const std::string&>();
            if (loaded.rules->checked.clauses.find(clause) != nullptr) return;
            done_.findings.add(Kind::CitedClauseUnknown, {}, {{"clause", Name{clause}}});
            passed = false;
        };
        std::for_each(clauses.at("cited").begin(), clauses.at("cited").end(), find);
        return statusOf(passed);
    }

    const record::Record& record_;
    const VerifyRequest& request_;
    const Limits& limits_;
    Verification done_;
};

}  // namespace

bool Verification::failed() const {
    return std::find(levels.begin(), levels.end(), LevelStatus::Failed) != levels.end();
}

Verification verify(const record::Record& record, const VerifyRequest& request, const Limits& limits) {
    return Verifier(record, request, limits).run();
}

}  // namespace assay::workspace
