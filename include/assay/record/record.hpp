#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/source/signature.hpp"

// A decision record: one JSON document that says what was decided, from what, how and by whom, and is named by its own
// digest. docs/records.md describes it key by key.
namespace assay::record {

// Stands outside what the id covers: a record is signed by its id.
struct Signature {
    std::string algorithm;  // as source::word gives it
    std::string key;        // fingerprint
    std::string value;
};

struct Record {
    std::string id;       // as stated
    nlohmann::json body;  // what the id covers
    std::vector<Signature> signatures;
};

struct Limits {
    std::size_t bytes = 512U << 20U;
    std::size_t nesting = 64;
};

// Keys sorted, no blanks, UTF-8, numbers whole: RFC 8785 for what a record holds. Equal values have equal texts.
[[nodiscard]] std::string canonical(const nlohmann::json& value);

// Gives every element of the lists that may be masked ("steps", "people") a salt, which depends on the secret and the element alone.
void salt(nlohmann::json& body, std::string_view secret);

// SHA-256 of the body in which every such element is replaced by its own digest, and every text by the digest that stands beside it: a
// masked record has the id of the whole one.
[[nodiscard]] std::string idOf(const nlohmann::json& body);

// A body with its id.
[[nodiscard]] Record recordOf(nlohmann::json body);

// The record as a file.
[[nodiscard]] std::string written(const Record& record);

// Reads a file: its form alone, not whether it is what it says it is. Empty iff an error was reported. `name` is how messages name it.
[[nodiscard]] std::optional<Record> read(std::string_view text, const std::string& name, diagnostics::Diagnostics& findings,
                                         const Limits& limits = {});

// Whether the id and every digest beside a text are those of what stands there; a finding for each that is not.
[[nodiscard]] bool isWhole(const Record& record, diagnostics::Diagnostics& findings);

// Adds a signature of the id; one by the same key is replaced.
void sign(Record& record, const source::PrivateKey& key);
// Whether the signature is one of this record by the key.
[[nodiscard]] bool verifies(const Record& record, const Signature& signature, const source::PublicKey& key);

// Hides what the case says of a fact: texts of the case go, and every element that says the value becomes its digest. False: a finding
// says why the value cannot be hidden.
[[nodiscard]] bool mask(Record& record, const std::string& fact, diagnostics::Diagnostics& findings);
[[nodiscard]] bool isMasked(const nlohmann::json& element);
// Whether anything was masked: such a record cannot be replayed.
[[nodiscard]] bool isMasked(const Record& record);

}  // namespace assay::record
