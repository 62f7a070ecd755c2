#include "assay/record/record.hpp"

#include <algorithm>

#include "assay/source/digest.hpp"
#include "lists.hpp"

namespace assay::record {

using diagnostics::Kind;
using diagnostics::Name;
using nlohmann::json;

namespace {

// What is signed: told apart from whatever else a key may sign.
std::string signedText(const Record& record) {
    return "assay decision record " + record.id;
}

}  // namespace

Record recordOf(json body) {
    Record record;
    record.id = idOf(body);
    record.body = std::move(body);
    return record;
}

std::string written(const Record& record) {
    json signatures = json::array();
    for (const Signature& signature : record.signatures)
        signatures.push_back({{"algorithm", signature.algorithm}, {"key", signature.key}, {"value", signature.value}});
    return canonical({{"id", record.id}, {"record", record.body}, {"signatures", std::move(signatures)}}) + "\n";
}

bool isWhole(const Record& record, diagnostics::Diagnostics& findings) {
    bool whole = true;
    for (const char* list : textLists) {
        for (const json& file : record.body.at("case").at(list)) {
            if (!file.contains("text") || source::sha256(file.at("text").get_ref<const std::string&>()) == file.at("sha256")) continue;
            findings.add(Kind::RecordTextChanged, {}, {{"name", Name{file.at("name").get<std::string>()}}});
            whole = false;
        }
    }
    const std::string actual = idOf(record.body);
    if (actual == record.id) return whole;
    findings.add(Kind::RecordIdWrong, {}, {{"stated", Name{record.id}}, {"actual", Name{actual}}});
    return false;
}

void sign(Record& record, const source::PrivateKey& key) {
    std::erase_if(record.signatures, [&key](const Signature& signature) { return signature.key == key.fingerprint(); });
    record.signatures.push_back({std::string(source::word(key.algorithm())), key.fingerprint(), key.sign(signedText(record))});
    std::sort(record.signatures.begin(), record.signatures.end(), [](const Signature& a, const Signature& b) { return a.key < b.key; });
}

bool verifies(const Record& record, const Signature& signature, const source::PublicKey& key) {
    return signature.key == key.fingerprint() && signature.algorithm == source::word(key.algorithm()) &&
           key.verifies(signedText(record), signature.value);
}

}  // namespace assay::record
