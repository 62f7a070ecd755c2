#include "assay/report/missing.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sample.hpp"

namespace assay::report {
namespace {

using evaluate::Status;
using namespace testing;

class Missing : public ::testing::Test {
protected:
    Missing() { addSampleSource(sources_); }

    std::vector<std::string> namesListed(const Selection& selection = {}) const {
        std::vector<std::string> names;
        for (const MissingEntry& entry : listMissing(result_, view_, selection))
            names.push_back(entry.missing.fact);
        return names;
    }
    void add(check::DeclId decl, Status status, std::vector<evaluate::Missing> missing) {
        evaluate::Conclusion made = conclusion(decl, status);
        made.missing = std::move(missing);
        result_.conclusions.push_back(std::move(made));
    }

    check::Checked rules_ = sampleRules();
    source::SourceMap sources_;
    View view_{rules_, sources_, "", {}};
    evaluate::CaseResult result_;
};

using Names = std::vector<std::string>;

TEST_F(Missing, ListsWhatMostDecisionsNeedFirst) {
    add(eligibility, Status::Undetermined, {missingFact("weight", weight), missingFact("registered", registered)});
    add(eligibility, Status::Undetermined, {missingFact("registered", registered)});
    EXPECT_EQ(namesListed(), (Names{"registered", "weight"}));
}

TEST_F(Missing, ListsEqualsInTheOrderOfDeclaration) {
    add(eligibility, Status::Undetermined, {missingFact("registered", registered), missingFact("weight", weight)});
    EXPECT_EQ(namesListed(), (Names{"weight", "registered"}));
}

TEST_F(Missing, CountsDecisionsAndNotRules) {
    add(lightEnough, Status::Undetermined, {missingFact("weight", weight)});
    add(eligibility, Status::Undetermined, {missingFact("registered", registered)});
    EXPECT_EQ(namesListed(), (Names{"registered", "weight"}));
}

TEST_F(Missing, LeavesOutWhatASettledDecisionNeedsNoMore) {
    add(eligibility, Status::Determined, {missingFact("weight", weight)});
    add(lightEnough, Status::NotYet, {missingFact("weight", weight)});
    EXPECT_EQ(namesListed(), Names{});
}

TEST_F(Missing, IsLimitedToTheSelection) {
    add(lightEnough, Status::Undetermined, {missingFact("weight", weight)});
    add(eligibility, Status::Undetermined, {missingFact("registered", registered)});
    EXPECT_EQ(namesListed({{lightEnough, ""}}), (Names{"weight"}));
}

TEST_F(Missing, PutsWhatIsNoFactLast) {
    add(eligibility, Status::Undetermined, {{"share", evaluate::MissingKind::Undefined, {}, {}, {}}, missingFact("weight", weight)});
    EXPECT_EQ(namesListed(), (Names{"weight", "share"}));
}

TEST_F(Missing, AsksTheQuestionInTheLanguageOrElseTheLabel) {
    add(eligibility, Status::Undetermined, {missingFact("weight", weight), missingFact("registered", registered)});
    const std::vector<MissingEntry> entries = listMissing(result_, view_);
    const std::string chinese = missingText(result_, entries, view_, {diagnostics::Language::Chinese, false});
    EXPECT_NE(chinese.find("有多重？"), std::string::npos) << chinese;
    EXPECT_NE(chinese.find("Registered"), std::string::npos) << chinese;
    EXPECT_NE(chinese.find("client"), std::string::npos) << chinese;
}

TEST_F(Missing, CitesTheClausesOfTheDeclarationThatAsks) {
    evaluate::Missing asked = missingFact("weight", weight);
    asked.rule = {source::SourceId(0), 50, 55};
    add(eligibility, Status::Undetermined, {asked});
    const nlohmann::ordered_json json = missingJson(result_, listMissing(result_, view_), view_);
    EXPECT_EQ(json["missing"][0]["clauses"], nlohmann::ordered_json({"F2"}));
    EXPECT_EQ(json["missing"][0]["decisions"], nlohmann::ordered_json({"eligibility"}));
}

}  // namespace
}  // namespace assay::report
