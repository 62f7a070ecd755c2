#include "assay/source/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "hex.hpp"

namespace assay::source {

// Throws only where the cryptographic library itself cannot work: there is no digest to go on with.
std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("the cryptographic library offers no SHA-256");
    }
    return hexOf({reinterpret_cast<const char*>(digest.data()), size});
}

}  // namespace assay::source
