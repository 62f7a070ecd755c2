#include "policy.hpp"

#include <cstdint>

#include "assay/source/digest.hpp"

namespace assay::page {

namespace {

std::uint32_t hexDigit(char digit) {
    return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

// A digest of hexadecimal digits in base64, as policies write it: three digits are two characters.
std::string base64(std::string hex) {
    constexpr std::string_view characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    const std::size_t bytes = hex.size() / 2;
    while (hex.size() % 3 != 0)
        hex += '0';
    for (std::size_t at = 0; at < hex.size(); at += 3) {
        const std::uint32_t bits = hexDigit(hex[at]) << 8U | hexDigit(hex[at + 1]) << 4U | hexDigit(hex[at + 2]);
        text += characters[bits >> 6U];
        text += characters[bits & 63U];
    }
    // 32 bytes are 43 characters; what the last group lacks is filled up.
    text.resize((bytes * 8 + 5) / 6);
    while (text.size() % 4 != 0)
        text += '=';
    return text;
}

std::string digestSource(std::string_view content) {
    return "'sha256-" + base64(source::sha256(content)) + "'";
}

}  // namespace

std::string contentPolicy(std::string_view style, std::string_view script) {
    return "default-src 'none'; style-src " + digestSource(style) + "; script-src " + digestSource(script) +
           "; base-uri 'none'; form-action 'none'";
}

}  // namespace assay::page
