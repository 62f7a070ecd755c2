#include <gtest/gtest.h>

#include <tao/pegtl/contrib/analyze.hpp>

#include "declaration_rules.hpp"

namespace assay::syntax {

TEST(Grammar, NoRuleCanLoopWithoutConsuming) {
    EXPECT_EQ(tao::pegtl::analyze<grammar::Declaration>(), 0U);
}

}  // namespace assay::syntax
