#include "assay/workspace/verify.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "assay/report/findings.hpp"
#include "assay/source/file.hpp"
#include "assay/source/timestamp.hpp"
#include "commands.hpp"
#include "rules.hpp"

namespace assay::cli {

using diagnostics::Kind;
using diagnostics::Name;
using workspace::ExitStatus;
using workspace::LevelStatus;
using workspace::Verification;

namespace {

struct LocalWord {
    const char* key;
    const char* english;
    const char* chinese;
    [[nodiscard]] const char* in(diagnostics::Language language) const {
        return language == diagnostics::Language::Chinese ? chinese : english;
    }
};

LocalWord wordOf(LevelStatus status) {
    switch (status) {
        case LevelStatus::Passed:
            return {"passed", "passed", "通过"};
        case LevelStatus::Failed:
            return {"failed", "failed", "未通过"};
        case LevelStatus::NotAsked:
            return {"not_asked", "not asked for", "未要求"};
        case LevelStatus::NotReached:
            return {"not_reached", "not reached", "未进行"};
        case LevelStatus::CannotBe:
            return {"cannot_be", "cannot be: parts are masked, so the case cannot be judged again",
                    "无法进行：部分内容已隐去，不能重新评价"};
    }
    return {"", "", ""};
}

constexpr std::array<LocalWord, Verification::levelCount> names{{{"integrity", "integrity", "完整性"},
                                                                 {"replay", "replay", "重新评价"},
                                                                 {"steps", "steps", "推导步骤"},
                                                                 {"clauses", "clauses", "条款"}}};

// What was seen on a level that was passed.
std::string detail(const Verification& done, std::size_t level, diagnostics::Language language) {
    const bool isChinese = language == diagnostics::Language::Chinese;
    switch (level) {
        case 0:
            return isChinese ? fmt::format("已核验签名 {} 个，未核验 {} 个", done.signatures, done.unchecked)
                             : fmt::format("signatures verified: {}, of keys not given: {}", done.signatures, done.unchecked);
        case 1:
            return isChinese ? fmt::format("重新制作得到相同的 {} 字节", done.bytes)
                             : fmt::format("made again, the same {} bytes", done.bytes);
        case 2:
            return isChinese ? fmt::format("重做 {} 步，给定 {} 步，隐去 {} 步", done.redone, done.given, done.hidden)
                             : fmt::format("steps done again: {}, given: {}, hidden: {}", done.redone, done.given, done.hidden);
        default:
            return isChinese ? fmt::format("引用的 {} 条条款均在登记中", done.clauses)
                             : fmt::format("clauses cited and found: {}", done.clauses);
    }
}

std::string stamps(const std::vector<std::string>& times, diagnostics::Language language) {
    std::string text = language == diagnostics::Language::Chinese ? "时间戳：" : "time stamps: ";
    for (const std::string& time : times)
        text += (&time == &times.front() ? "" : ", ") + time;
    return text;
}

void show(const record::Record& record, const Verification& done, Console& console) {
    console.text(record.id + "\n");
    for (std::size_t level = 0; level < Verification::levelCount; ++level) {
        const LevelStatus status = done.levels[level];
        console.text(fmt::format("{}  {}  {}\n", level + 1, names[level].in(console.language()), wordOf(status).in(console.language())));
        if (status == LevelStatus::Passed) console.text("   " + detail(done, level, console.language()) + "\n");
        if (level == 0 && !done.stampedAt.empty()) console.text("   " + stamps(done.stampedAt, console.language()) + "\n");
    }
}

nlohmann::ordered_json asJson(const record::Record& record, const Verification& done) {
    nlohmann::ordered_json levels = nlohmann::ordered_json::array();
    for (std::size_t level = 0; level < Verification::levelCount; ++level)
        levels.push_back({{"level", level + 1}, {"name", names[level].key}, {"status", wordOf(done.levels[level]).key}});
    return {{"schema_version", 1},
            {"record", record.id},
            {"levels", std::move(levels)},
            {"signatures", {{"verified", done.signatures}, {"unchecked", done.unchecked}}},
            {"timestamps", done.stampedAt},
            {"steps", {{"redone", done.redone}, {"given", done.given}, {"hidden", done.hidden}}},
            {"diagnostics", report::findingsJson(done.findings, {}, {})}};
}

std::vector<source::PublicKey> readKeys(const std::vector<std::string>& files, diagnostics::Diagnostics& findings) {
    constexpr std::size_t mostBytes = 1U << 16U;
    std::vector<source::PublicKey> keys;
    for (const std::string& file : files) {
        const auto text = source::readFile(file, mostBytes);
        std::optional<source::PublicKey> key;
        if (const auto* pem = std::get_if<std::string>(&text)) key = source::PublicKey::read(*pem);
        if (key) {
            keys.push_back(*std::move(key));
        } else {
            findings.add(Kind::KeyInvalid, {}, {{"path", Name{file}}, {"wanted", std::string("public")}});
        }
    }
    return keys;
}

// Tokens that cannot be read fail the verification; certificates that cannot be are a mistake of the command line.
std::vector<workspace::TimestampAsked> readTimestamps(const RecordOptions& asked, diagnostics::Diagnostics& findings) {
    constexpr std::size_t mostBytes = 1U << 20U;
    std::vector<workspace::TimestampAsked> timestamps;
    if (asked.timestampAuthority.empty()) return timestamps;
    const auto certificates = source::readFile(asked.timestampAuthority, mostBytes);
    const auto* pem = std::get_if<std::string>(&certificates);
    if (pem == nullptr || !source::holdsCertificates(*pem)) {
        findings.add(Kind::TimestampAuthorityInvalid, {}, {{"path", Name{asked.timestampAuthority}}});
        return timestamps;
    }
    for (const std::string& file : asked.timestamps) {
        const auto bytes = source::readFile(file, mostBytes);
        const auto* token = std::get_if<std::string>(&bytes);
        timestamps.push_back({file, token != nullptr ? std::optional(*token) : std::nullopt, asked.timestampAuthority, *pem});
    }
    return timestamps;
}

}  // namespace

ExitStatus verifyRecord(const CommandLine& line, Console& console) {
    diagnostics::Diagnostics findings;
    workspace::VerifyRequest request;
    request.keys = readKeys(line.record.keys, findings);
    request.timestamps = readTimestamps(line.record, findings);
    if (findings.hasErrors()) {
        console.refuse(findings, {});
        return ExitStatus::Usage;
    }
    const std::string& file = line.cases.front();
    const std::optional<record::Record> record = workspace::loadRecord({file, file}, findings);
    if (!record) {
        console.refuse(findings, {});
        return ExitStatus::VerificationFailed;
    }
    request.levels = {line.record.levels.begin(), line.record.levels.end()};
    request.requireSignature = line.record.requireSignature;
    request.rules = rulesLocation(line);
    if (!line.record.caseFolder.empty()) request.caseFolder = {line.record.caseFolder, line.record.caseFolder};
    request.registers = line.registers;
    const Verification done = workspace::verify(*record, request, line.options.limits);
    console.findings(done.findings, {});
    if (console.isJson()) {
        console.json(asJson(*record, done));
    } else {
        show(*record, done, console);
    }
    return done.failed() ? ExitStatus::VerificationFailed : ExitStatus::Conform;
}

}  // namespace assay::cli
