#pragma once

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assay/workspace/record.hpp"

namespace assay::workspace {

enum class LevelStatus { Passed, Failed, NotAsked, NotReached, CannotBe };

// A time-stamp token that the record must have, and the certificates in which the chain of its signer may end.
struct TimestampAsked {
    std::string name;                  // as messages name it
    std::optional<std::string> token;  // the bytes of the file; empty: it cannot be read
    std::string authorityName;
    std::string authority;  // PEM
};

// What verifying a record asks.
struct VerifyRequest {
    std::set<int> levels;                 // of 1 to 4; empty: all
    std::vector<source::PublicKey> keys;  // each must have signed
    bool requireSignature = false;        // somebody must have signed
    std::vector<TimestampAsked> timestamps;
    Location rules;                      // levels 2 and 4
    std::optional<Location> caseFolder;  // the case that the record must have been made from; none: the one that it keeps
    std::string registers;               // of that case
};

struct Verification {
    static constexpr std::size_t levelCount = 4;
    std::array<LevelStatus, levelCount> levels{};
    std::size_t signatures = 0;          // that a given key verifies
    std::size_t unchecked = 0;           // signatures of keys that were not given
    std::vector<std::string> stampedAt;  // level 1: the time of each token asked for
    std::size_t bytes = 0;               // level 2
    std::size_t redone = 0;              // level 3: steps done again; the others are given: facts, constants, readings
    std::size_t given = 0;
    std::size_t hidden = 0;   // steps that a mask keeps from being done again
    std::size_t clauses = 0;  // level 4
    diagnostics::Diagnostics findings;

    [[nodiscard]] bool failed() const;
};

// Level 1: the record is whole and signed as asked. 2: judged again, the case gives the same bytes. 3: every step of its derivations
// follows from its premises. 4: the clauses that it cites are those of the register it was made with. A level that fails ends it.
[[nodiscard]] Verification verify(const record::Record& record, const VerifyRequest& request, const Limits& limits);

}  // namespace assay::workspace
