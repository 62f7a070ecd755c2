#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "assay/source/file.hpp"
#include "assay/source/timestamp.hpp"
#include "assay/workspace/record.hpp"
#include "commands.hpp"
#include "judging.hpp"

namespace assay::cli {

using diagnostics::Kind;
using diagnostics::Name;
using workspace::ExitStatus;

namespace {

std::vector<source::PrivateKey> readKeys(const std::vector<std::string>& files, diagnostics::Diagnostics& findings) {
    constexpr std::size_t mostBytes = 1U << 16U;
    std::vector<source::PrivateKey> keys;
    for (const std::string& file : files) {
        const auto text = source::readFile(file, mostBytes);
        std::optional<source::PrivateKey> key;
        if (const auto* pem = std::get_if<std::string>(&text)) key = source::PrivateKey::read(*pem);
        if (key) {
            keys.push_back(*std::move(key));
        } else {
            findings.add(Kind::KeyInvalid, {}, {{"path", Name{file}}, {"wanted", std::string("private")}});
        }
    }
    return keys;
}

// The ids of the records that this one follows; each must be whole.
std::map<std::string, std::string> followed(const RecordOptions& asked, diagnostics::Diagnostics& findings) {
    std::map<std::string, std::string> ids;
    for (const auto& [word, file] :
         {std::pair("renews", &asked.renews), std::pair("supersedes", &asked.supersedes), std::pair("appeals", &asked.appeals)}) {
        if (file->empty()) continue;
        const std::optional<record::Record> record = workspace::loadRecord({*file, *file}, findings);
        if (record && record::isWhole(*record, findings)) ids[word] = record->id;
    }
    return ids;
}

// Signs, masks and writes.
ExitStatus finish(record::Record& record, const CommandLine& line, const std::vector<source::PrivateKey>& keys,
                  const source::SourceMap& sources, Console& console) {
    diagnostics::Diagnostics findings;
    if (!keys.empty() && !workspace::maySign(record, findings)) {
        console.refuse(findings, sources);
        return record.body.at("signing").at("permitted") == "false" ? ExitStatus::Nonconform : ExitStatus::Undetermined;
    }
    for (const source::PrivateKey& key : keys)
        record::sign(record, key);
    for (const std::string& fact : line.record.masks) {
        if (record::mask(record, fact, findings)) continue;
        console.refuse(findings, sources);
        return ExitStatus::Usage;
    }
    const std::string text = record::written(record);
    if (!workspace::replaceFile({line.out, line.out}, text, findings)) {
        console.refuse(findings, sources);
        return ExitStatus::Usage;
    }
    const std::string& query = line.record.timestampQuery;
    if (!query.empty() && !workspace::replaceFile({query, query}, source::timestampQuery(record.id), findings)) {
        console.refuse(findings, sources);
        return ExitStatus::Usage;
    }
    if (console.isJson()) {
        console.json({{"schema_version", 1},
                      {"record", record.id},
                      {"file", line.out},
                      {"bytes", text.size()},
                      {"signatures", record.signatures.size()}});
    } else {
        console.text(fmt::format("{}  {}\n", record.id, line.out));
    }
    return ExitStatus::Conform;
}

ExitStatus fromRecord(const CommandLine& line, const std::vector<source::PrivateKey>& keys, Console& console) {
    diagnostics::Diagnostics findings;
    std::optional<record::Record> record = workspace::loadRecord({line.cases.front(), line.cases.front()}, findings);
    if (!record || !record::isWhole(*record, findings)) {
        console.refuse(findings, {});
        return ExitStatus::VerificationFailed;
    }
    return finish(*record, line, keys, {}, console);
}

}  // namespace

ExitStatus writeRecord(const CommandLine& line, Console& console) {
    diagnostics::Diagnostics findings;
    const std::vector<source::PrivateKey> keys = readKeys(line.record.sign, findings);
    const std::map<std::string, std::string> follows = followed(line.record, findings);
    if (findings.hasErrors()) {
        console.refuse(findings, {});
        return ExitStatus::Usage;
    }
    if (line.cases.front().ends_with(recordExtension)) return fromRecord(line, keys, console);
    std::variant<Judging, ExitStatus> begun = Judging::begin(line, console);
    if (const auto* status = std::get_if<ExitStatus>(&begun)) return *status;
    auto& judging = std::get<Judging>(begun);
    const Judging::Judged judged = judging.judge(line.cases.front(), console);
    if (!judged.judged.result) return judged.judged.status;
    record::Record record =
        workspace::makeRecord(judging.ruleSet(), judged.loaded, judged.judged, judging.sources(), line.options.limits, follows);
    return finish(record, line, keys, judging.sources(), console);
}

}  // namespace assay::cli
