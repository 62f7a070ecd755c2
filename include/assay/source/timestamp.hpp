#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

// Time-stamp tokens as of RFC 3161: somebody else's signed word that a digest was there at a time. Nothing here reaches a network:
// a query is bytes to be sent by whoever wants a token, a token is bytes that came back.
namespace assay::source {

// A query for a SHA-256 digest (hexadecimal digits) as DER. It has no nonce, so it is the same bytes each time. Empty: no such digest.
[[nodiscard]] std::string timestampQuery(std::string_view sha256);

enum class TimestampError {
    Unreadable,   // no token, or a response that grants none
    OtherDigest,  // it is of something else
    Untrusted,    // it is not signed by an authority for time stamps whose chain ends in a certificate given
};

// Whether PEM holds certificates.
[[nodiscard]] bool holdsCertificates(std::string_view pem);

// The time that a token states: "2026-11-26T01:50:07Z". `token` is DER: a token, or the response that holds it. `authority` is PEM: the
// certificates in which the chain of its signer may end. Certificates count as of the time stated, so a token does not expire with them.
[[nodiscard]] std::variant<std::string, TimestampError> readTimestamp(std::string_view token, std::string_view sha256,
                                                                      std::string_view authority);

}  // namespace assay::source
