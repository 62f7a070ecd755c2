#include "policy.hpp"

#include <gtest/gtest.h>

namespace assay::page {
namespace {

// The digests are those of FIPS 180-2 for "abc" and of nothing, in base64.
TEST(ContentPolicy, NamesStyleAndScriptByTheirDigestsAndForbidsTheRest) {
    EXPECT_EQ(contentPolicy("abc", ""),
              "default-src 'none'; style-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; "
              "script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; base-uri 'none'; form-action 'none'");
}

}  // namespace
}  // namespace assay::page
