#include "assay/author/expectation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assay::author {
namespace {

using diagnostics::Kind;

struct Read {
    std::vector<Expectation> expectations;
    std::vector<Kind> findings;
};

Read read(const std::string& text) {
    source::SourceMap sources;
    const source::SourceId id = sources.add("expected.toml", text);
    diagnostics::Diagnostics findings;
    const std::optional<document::Node> root = document::readToml(sources, id, findings);
    Read result;
    if (root) result.expectations = readExpectations(*root, findings);
    for (const diagnostics::Diagnostic& finding : findings.all())
        result.findings.push_back(finding.kind);
    return result;
}

TEST(Expectations, HoldWhatTheFileSays) {
    const Read result = read(R"(
[[expect]]
as_of = 2025-06-01
exit = 4
verdicts = { client = "undetermined" }
decisions = [{ name = "class", item = "NC-01", status = "undetermined", missing = ["a", "b"], candidates = [] }]
checklists = [{ name = "papers", items = { form = "holds", permit = "not_applicable" } }]
values = [{ name = "share", exact = "1/10" }]
)");
    EXPECT_TRUE(result.findings.empty());
    ASSERT_EQ(result.expectations.size(), 1U);
    const Expectation& expected = result.expectations.front();
    EXPECT_EQ(expected.asOf, quantity::Date::parse("2025-06-01"));
    EXPECT_EQ(expected.exit->value, 4);
    EXPECT_EQ(expected.verdicts.front().second.value, "undetermined");
    ASSERT_EQ(expected.decisions.size(), 1U);
    EXPECT_EQ(expected.decisions.front().item, "NC-01");
    EXPECT_EQ(expected.decisions.front().missing->value, (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(expected.decisions.front().candidates->value.empty());
    EXPECT_FALSE(expected.decisions.front().outcome);
    EXPECT_EQ(expected.values.front().exact->value, "1/10");
    ASSERT_EQ(expected.checklists.size(), 1U);
    ASSERT_EQ(expected.checklists.front().items.size(), 2U);
    EXPECT_EQ(expected.checklists.front().items[1].first, "permit");
    EXPECT_EQ(expected.checklists.front().items[1].second.value, "not_applicable");
}

struct Refusal {
    const char* text;
    Kind kind;
};
class RefusedExpectation : public testing::TestWithParam<Refusal> {};

TEST_P(RefusedExpectation, IsAFinding) {
    EXPECT_THAT(read(GetParam().text).findings, testing::ElementsAre(GetParam().kind));
}

INSTANTIATE_TEST_SUITE_P(
    Each, RefusedExpectation,
    testing::Values(Refusal{"", Kind::ExpectationEmpty}, Refusal{"[[expect]]\n", Kind::ExpectationEmpty},
                    Refusal{"[[expect]]\nas_of = 2025-06-01\n", Kind::ExpectationEmpty},
                    Refusal{"[[expect]]\ndecisions = []\n", Kind::ExpectationEmpty},
                    Refusal{"[[expect]]\ndecisions = [{ name = \"a\" }]\n", Kind::ExpectationEmpty},
                    Refusal{"[[expect]]\nexit = 0\nverdict = \"conform\"\n", Kind::ExpectationKeyUnknown},
                    Refusal{"expected = 1\n[[expect]]\nexit = 0\n", Kind::ExpectationKeyUnknown},
                    Refusal{"[[expect]]\nrules = [{ name = \"a\", status = \"holds\", outcome = \"b\" }]\n", Kind::ExpectationKeyUnknown},
                    Refusal{"[[expect]]\nexit = \"0\"\n", Kind::ExpectationTypeWrong},
                    Refusal{"[[expect]]\nexit = 1.5\n", Kind::ExpectationTypeWrong},
                    Refusal{"[[expect]]\nexit = 0\nas_of = \"2025-06-01\"\n", Kind::ExpectationTypeWrong},
                    Refusal{"[[expect]]\nverdicts = [\"conform\"]\n", Kind::ExpectationTypeWrong},
                    Refusal{"[[expect]]\nrules = [{ name = \"a\", missing = [1] }]\n", Kind::ExpectationTypeWrong},
                    Refusal{"[[expect]]\nchecklists = [{ name = \"a\", items = [\"b\"] }]\n", Kind::ExpectationTypeWrong},
                    Refusal{"[[expect]]\nchecklists = [{ name = \"a\", items = { b = true } }]\n", Kind::ExpectationTypeWrong},
                    Refusal{"[[expect]]\nrules = [{ name = \"a\", items = { b = \"holds\" } }]\n", Kind::ExpectationKeyUnknown},
                    Refusal{"[expect]\nexit = 0\n", Kind::ExpectationTypeWrong}));

}  // namespace
}  // namespace assay::author
