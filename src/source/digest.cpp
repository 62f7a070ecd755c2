#include "assay/source/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace assay::source {

// Throws only where the cryptographic library itself cannot work: there is no digest to go on with.
std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("the cryptographic library offers no SHA-256");
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * size);
    for (unsigned int i = 0; i < size; ++i) {
        text += digits[digest[i] >> 4U];
        text += digits[digest[i] & 0xFU];
    }
    return text;
}

}  // namespace assay::source
