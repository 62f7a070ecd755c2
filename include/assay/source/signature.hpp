#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace assay::source {

// Ed25519 as of RFC 8032; SM2 with SM3 as of GB/T 32918.2, with the identifier that GM/T 0009 gives where none is agreed.
enum class SignatureAlgorithm : std::uint8_t { Ed25519, Sm2 };

// "ed25519", "sm2".
[[nodiscard]] std::string_view word(SignatureAlgorithm algorithm);
[[nodiscard]] std::optional<SignatureAlgorithm> signatureAlgorithmOf(std::string_view word);

namespace detail {
struct FreeKey {
    void operator()(void* key) const noexcept;
};
using KeyHandle = std::unique_ptr<void, FreeKey>;  // a key of the cryptographic library
}  // namespace detail

// A key that verifies.
class PublicKey {
public:
    // Reads PEM (SubjectPublicKeyInfo). Empty: not that, or a key of another algorithm.
    [[nodiscard]] static std::optional<PublicKey> read(std::string_view pem);

    [[nodiscard]] SignatureAlgorithm algorithm() const { return algorithm_; }
    // SHA-256 of the key as DER (SubjectPublicKeyInfo): what a signature names its key by.
    [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }
    // `signature` in hexadecimal digits, as PrivateKey::sign gives it.
    [[nodiscard]] bool verifies(std::string_view message, std::string_view signature) const;

private:
    PublicKey(detail::KeyHandle key, SignatureAlgorithm algorithm, std::string fingerprint)
        : key_(std::move(key)), algorithm_(algorithm), fingerprint_(std::move(fingerprint)) {}

    detail::KeyHandle key_;
    SignatureAlgorithm algorithm_;
    std::string fingerprint_;
};

// A key that signs.
class PrivateKey {
public:
    // Reads PEM (PKCS #8, not encrypted). Empty: not that, or a key of another algorithm.
    [[nodiscard]] static std::optional<PrivateKey> read(std::string_view pem);

    [[nodiscard]] SignatureAlgorithm algorithm() const { return algorithm_; }
    // Of its public key.
    [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }
    // Lower-case hexadecimal digits: 64 bytes of Ed25519, the same each time; DER of SM2, another each time. Throws only
    // where the cryptographic library itself cannot work.
    [[nodiscard]] std::string sign(std::string_view message) const;

private:
    PrivateKey(detail::KeyHandle key, SignatureAlgorithm algorithm, std::string fingerprint)
        : key_(std::move(key)), algorithm_(algorithm), fingerprint_(std::move(fingerprint)) {}

    detail::KeyHandle key_;
    SignatureAlgorithm algorithm_;
    std::string fingerprint_;
};

}  // namespace assay::source
