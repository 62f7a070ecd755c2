#include "assay/source/signature.hpp"

#include <gtest/gtest.h>

namespace assay::source {
namespace {

// RFC 8032, 7.1: the key and the signature of the empty message of test 1.
constexpr std::string_view rfcPrivate =
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
constexpr std::string_view rfcPublic =
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n";
constexpr std::string_view rfcSignature =
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";

// Made for this test, used nowhere else.
constexpr std::string_view sm2Private =
    "-----BEGIN PRIVATE KEY-----\n"
    "MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQgpFzHrt9JiSb1R1aP\n"
    "R/E6nO0Xrj9esFtWR7GBVTvimHChRANCAATVWvlPs9Jvc6V1GkhHyrdRpsBm0XG1\n"
    "O1uWod+4QgfIIdSPDuj5NN0YoCvtetI2xrtJCmJThY447AMdIuReTugV\n"
    "-----END PRIVATE KEY-----\n";
constexpr std::string_view sm2Public =
    "-----BEGIN PUBLIC KEY-----\n"
    "MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAE1Vr5T7PSb3OldRpIR8q3UabAZtFx\n"
    "tTtblqHfuEIHyCHUjw7o+TTdGKAr7XrSNsa7SQpiU4WOOOwDHSLkXk7oFQ==\n"
    "-----END PUBLIC KEY-----\n";

TEST(Ed25519, SignsAsThePublishedVectorDoes) {
    const auto key = PrivateKey::read(rfcPrivate);
    ASSERT_TRUE(key);
    EXPECT_EQ(key->algorithm(), SignatureAlgorithm::Ed25519);
    EXPECT_EQ(key->sign(""), rfcSignature);
}

TEST(Ed25519, VerifiesThisMessageAlone) {
    const auto key = PublicKey::read(rfcPublic);
    ASSERT_TRUE(key);
    EXPECT_TRUE(key->verifies("", rfcSignature));
    EXPECT_FALSE(key->verifies("a", rfcSignature));
    std::string altered(rfcSignature);
    altered[0] = altered[0] == '0' ? '1' : '0';
    EXPECT_FALSE(key->verifies("", altered));
}

TEST(Sm2, SignsWhatItVerifies) {
    const auto secret = PrivateKey::read(sm2Private);
    const auto key = PublicKey::read(sm2Public);
    ASSERT_TRUE(secret && key);
    EXPECT_EQ(key->algorithm(), SignatureAlgorithm::Sm2);
    const std::string signature = secret->sign("decision");
    EXPECT_TRUE(key->verifies("decision", signature));
    EXPECT_FALSE(key->verifies("decisions", signature));
}

TEST(Keys, AreNamedByTheirPublicPart) {
    EXPECT_EQ(PrivateKey::read(rfcPrivate)->fingerprint(), PublicKey::read(rfcPublic)->fingerprint());
    EXPECT_EQ(PrivateKey::read(sm2Private)->fingerprint(), PublicKey::read(sm2Public)->fingerprint());
    EXPECT_NE(PublicKey::read(sm2Public)->fingerprint(), PublicKey::read(rfcPublic)->fingerprint());
}

TEST(Keys, OfOneKindDoNotVerifyTheOther) {
    EXPECT_FALSE(PublicKey::read(sm2Public)->verifies("", rfcSignature));
    EXPECT_FALSE(PublicKey::read(rfcPublic)->verifies("a", PrivateKey::read(sm2Private)->sign("a")));
}

TEST(Keys, WhatIsNoKeyIsRefused) {
    EXPECT_FALSE(PublicKey::read(""));
    EXPECT_FALSE(PublicKey::read("key"));
    EXPECT_FALSE(PublicKey::read(rfcPrivate));
    EXPECT_FALSE(PrivateKey::read(rfcPublic));
    // A curve that is neither: P-256.
    EXPECT_FALSE(
        PublicKey::read("-----BEGIN PUBLIC KEY-----\n"
                        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt\n"
                        "6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==\n"
                        "-----END PUBLIC KEY-----\n"));
}

TEST(Signatures, ThatAreNoHexadecimalTextAreRefused) {
    const auto key = PublicKey::read(rfcPublic);
    EXPECT_FALSE(key->verifies("", ""));
    EXPECT_FALSE(key->verifies("", "0"));
    EXPECT_FALSE(key->verifies("", "xy"));
    EXPECT_FALSE(key->verifies("", "E5564300"));
}

TEST(Algorithms, HaveWords) {
    EXPECT_EQ(word(SignatureAlgorithm::Sm2), "sm2");
    EXPECT_EQ(signatureAlgorithmOf("ed25519"), SignatureAlgorithm::Ed25519);
    EXPECT_FALSE(signatureAlgorithmOf("rsa"));
}

}  // namespace
}  // namespace assay::source
