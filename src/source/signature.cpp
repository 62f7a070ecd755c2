#include "assay/source/signature.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <array>
#include <stdexcept>

#include "assay/source/digest.hpp"
#include "hex.hpp"

namespace assay::source {

namespace {

constexpr std::array<std::string_view, 2> algorithmWords = {"ed25519", "sm2"};
constexpr std::string_view sm2Identifier = "1234567812345678";  // GM/T 0009, 10

struct FreeBio {
    void operator()(BIO* bio) const noexcept { BIO_free(bio); }
};
struct FreeContext {
    void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};
struct FreeKeyContext {
    void operator()(EVP_PKEY_CTX* context) const noexcept { EVP_PKEY_CTX_free(context); }
};

EVP_PKEY* raw(const detail::KeyHandle& key) {
    return static_cast<EVP_PKEY*>(key.get());
}

std::optional<SignatureAlgorithm> algorithmOf(const EVP_PKEY* key) {
    if (EVP_PKEY_is_a(key, "ED25519") == 1) return SignatureAlgorithm::Ed25519;
    if (EVP_PKEY_is_a(key, "SM2") == 1) return SignatureAlgorithm::Sm2;
    return std::nullopt;
}

std::string fingerprintOf(EVP_PKEY* key) {
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    if (size <= 0) throw std::runtime_error("the cryptographic library cannot write a public key");
    std::string digest = sha256({reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return digest;
}

// A passphrase is never asked for: a key that needs one is not read.
int noPassphrase(char*, int, int, void*) {
    return -1;
}

using ReadPem = EVP_PKEY* (*)(BIO*, EVP_PKEY**, pem_password_cb*, void*);

detail::KeyHandle readKey(std::string_view pem, ReadPem read) {
    constexpr std::size_t most = 1U << 16U;
    if (pem.size() > most) return nullptr;
    const std::unique_ptr<BIO, FreeBio> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return detail::KeyHandle(bio ? read(bio.get(), nullptr, &noPassphrase, nullptr) : nullptr);
}

// A context that is ready to sign or verify with the key; `begin` is what the library offers for that.
class Operation {
public:
    using Begin = int (*)(EVP_MD_CTX*, EVP_PKEY_CTX**, const EVP_MD*, ENGINE*, EVP_PKEY*);

    Operation(EVP_PKEY* key, SignatureAlgorithm algorithm, Begin begin) : context_(EVP_MD_CTX_new()) {
        const bool isSm2 = algorithm == SignatureAlgorithm::Sm2;
        if (isSm2) {
            keyContext_.reset(EVP_PKEY_CTX_new(key, nullptr));
            EVP_PKEY_CTX_set1_id(keyContext_.get(), sm2Identifier.data(), sm2Identifier.size());
            EVP_MD_CTX_set_pkey_ctx(context_.get(), keyContext_.get());
        }
        isReady_ = context_ && begin(context_.get(), nullptr, isSm2 ? EVP_sm3() : nullptr, nullptr, key) == 1;
    }
    [[nodiscard]] bool isReady() const { return isReady_; }
    [[nodiscard]] EVP_MD_CTX* context() const { return context_.get(); }

private:
    std::unique_ptr<EVP_PKEY_CTX, FreeKeyContext> keyContext_;  // outlives the context that borrows it
    std::unique_ptr<EVP_MD_CTX, FreeContext> context_;
    bool isReady_ = false;
};

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

void detail::FreeKey::operator()(void* key) const noexcept {
    EVP_PKEY_free(static_cast<EVP_PKEY*>(key));
}

std::string_view word(SignatureAlgorithm algorithm) {
    return algorithmWords[static_cast<std::size_t>(algorithm)];
}

std::optional<SignatureAlgorithm> signatureAlgorithmOf(std::string_view word) {
    for (std::size_t index = 0; index < algorithmWords.size(); ++index) {
        if (algorithmWords[index] == word) return static_cast<SignatureAlgorithm>(index);
    }
    return std::nullopt;
}

std::optional<PublicKey> PublicKey::read(std::string_view pem) {
    detail::KeyHandle key = readKey(pem, &PEM_read_bio_PUBKEY);
    const std::optional<SignatureAlgorithm> algorithm = key ? algorithmOf(raw(key)) : std::nullopt;
    if (!algorithm) return std::nullopt;
    std::string fingerprint = fingerprintOf(raw(key));
    return PublicKey(std::move(key), *algorithm, std::move(fingerprint));
}

bool PublicKey::verifies(std::string_view message, std::string_view signature) const {
    const std::optional<std::string> read = bytesOf(signature);
    const Operation operation(raw(key_), algorithm_, &EVP_DigestVerifyInit);
    return read && operation.isReady() &&
           EVP_DigestVerify(operation.context(), bytes(*read), read->size(), bytes(message), message.size()) == 1;
}

std::optional<PrivateKey> PrivateKey::read(std::string_view pem) {
    detail::KeyHandle key = readKey(pem, &PEM_read_bio_PrivateKey);
    const std::optional<SignatureAlgorithm> algorithm = key ? algorithmOf(raw(key)) : std::nullopt;
    if (!algorithm) return std::nullopt;
    std::string fingerprint = fingerprintOf(raw(key));
    return PrivateKey(std::move(key), *algorithm, std::move(fingerprint));
}

std::string PrivateKey::sign(std::string_view message) const {
    const Operation operation(raw(key_), algorithm_, &EVP_DigestSignInit);
    std::array<unsigned char, 256> signature{};
    std::size_t size = signature.size();
    if (!operation.isReady() || EVP_DigestSign(operation.context(), signature.data(), &size, bytes(message), message.size()) != 1) {
        throw std::runtime_error("the cryptographic library cannot sign");
    }
    return hexOf({reinterpret_cast<const char*>(signature.data()), size});
}

}  // namespace assay::source
