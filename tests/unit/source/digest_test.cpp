#include "assay/source/digest.hpp"

#include <gtest/gtest.h>

namespace assay::source {
namespace {

// The vectors are those of FIPS 180-2, appendix B.
TEST(Sha256, AgreesWithThePublishedVectors) {
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, OfNothingIsDefined) {
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, SeesBytesBehindANul) {
    using namespace std::string_view_literals;
    EXPECT_NE(sha256("a\0b"sv), sha256("a\0c"sv));
}

}  // namespace
}  // namespace assay::source
