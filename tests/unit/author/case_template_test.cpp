#include "assay/author/case_template.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "sample.hpp"

namespace assay::author {
namespace {

std::string templateOf(const check::Checked& rules, diagnostics::Language language = diagnostics::Language::English) {
    return caseTemplate(rules, {"first", *quantity::Date::of(2025, 6, 1), language});
}

// Takes the '#' of every example away: of a line that begins with it and goes on without a blank.
std::string withExamples(const std::string& text) {
    std::istringstream lines(text);
    std::string all;
    for (std::string line; std::getline(lines, line);) {
        const bool isExample = line.size() > 1 && line[0] == '#' && line[1] != ' ';
        all += (isExample ? line.substr(1) : line) + "\n";
    }
    return all;
}

TEST(CaseTemplate, SaysNothingAndIsAValidCase) {
    testing::Sample sample;
    const facts::CaseFacts facts = sample.read(templateOf(sample.rules));
    EXPECT_EQ(facts.name, "first");
    EXPECT_EQ(facts.asOf, quantity::Date::of(2025, 6, 1));
    EXPECT_TRUE(facts.evidence.empty());
    for (std::size_t i = 0; i < facts.facts.size(); ++i)
        EXPECT_NE(facts.facts[check::FactId(i)].state, facts::Entry::State::Known) << sample.rules.facts[check::FactId(i)].name;
}

TEST(CaseTemplate, EveryExampleIsAValueOfItsFact) {
    testing::Sample sample;
    const facts::CaseFacts facts = sample.read(withExamples(templateOf(sample.rules)));
    EXPECT_EQ(facts.evidence.size(), 1U);
    for (const char* name : {"client.registered", "client.size", "statement.honest", "statement.read_on"})
        EXPECT_EQ(facts.facts[*sample.rules.findFact(name)].state, facts::Entry::State::Known) << name;
    EXPECT_EQ(facts.facts[*sample.rules.findFact("sizes")].elements.size(), 1U);
    ASSERT_EQ(facts.lists.size(), 2U);
    for (std::size_t i = 0; i < facts.lists.size(); ++i) {
        const facts::ListFacts& list = facts.lists[check::ListId(i)];
        EXPECT_EQ(list.items.size(), 2U) << "a fact of two items of one list needs two of them";
        for (const facts::Item& item : list.items) {
            const check::Record& record = sample.rules.records[sample.rules.lists[check::ListId(i)].record];
            for (std::size_t field = 0; field < item.fields.size(); ++field) {
                const bool isAbsent = item.fields[field].state == facts::Entry::State::Absent;
                EXPECT_EQ(isAbsent, sample.rules.fields[record.fields[field]].quantified) << item.id;
            }
        }
    }
    ASSERT_EQ(facts.pairs.size(), 1U);
    EXPECT_EQ(facts.pairs.front().second.size(), 1U);
}

TEST(CaseTemplate, DoesNotAskForWhatIsComputed) {
    const testing::Sample sample;
    EXPECT_EQ(templateOf(sample.rules).find("yield"), std::string::npos);
}

TEST(CaseTemplate, AsksInBothLanguagesTheChosenOneFirst) {
    const testing::Sample sample;
    const std::string english = templateOf(sample.rules);
    EXPECT_LT(english.find("# Is the client registered?"), english.find("# 认证委托人是否已登记？"));
    const std::string chinese = templateOf(sample.rules, diagnostics::Language::Chinese);
    EXPECT_LT(chinese.find("# 认证委托人是否已登记？"), chinese.find("# Is the client registered?"));
}

TEST(CaseTemplate, NamesTypesBoundsGiversAndAlternatives) {
    const testing::Sample sample;
    const std::string text = templateOf(sample.rules);
    for (const char* part : {"; from client)", "at least 20 %, at most 30 %", "#length = \"20 %\"", "#   large: large / 大",
                             "a judgement by inspector", "reason = \"...\"", "left out until it has happened"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

}  // namespace
}  // namespace assay::author
