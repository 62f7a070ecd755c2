#include <gtest/gtest.h>

#include "assay/notice/notice.hpp"

namespace assay::notice {
namespace {

// `admission` is a decide with the outcomes yes and no; `light` is a rule; `answer` is a duty.
check::Checked rules() {
    check::Checked checked;
    checked.parties.add({"client"});
    const check::EnumId outcomes = checked.enumerations.add({"admission", false, {{"yes", {}, {}}, {"no", {}, {}}}, {}});
    check::Declaration decide;
    decide.name = "admission";
    check::Decide body;
    body.enumeration = outcomes;
    decide.body = body;
    decide.type.kind = check::TypeKind::Enum;
    decide.type.enumeration = outcomes;
    checked.declarations.add(decide);
    check::Declaration rule;
    rule.name = "light";
    rule.body = check::Rule{};
    checked.declarations.add(rule);
    check::Declaration duty;
    duty.name = "answer";
    duty.body = check::Duty{};
    duty.type.kind = check::TypeKind::Enum;
    duty.type.enumeration = checked.enumerations.add({"duty", false, {{"running", {}, {}}, {"late", {}, {}}}, {}});
    checked.declarations.add(duty);
    return checked;
}

struct Read {
    Letters letters;
    std::string found;  // "E0872 3:1" a finding
};

Read read(const std::string& text) {
    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    const source::SourceId id = sources.add("notices.toml", text);
    const std::optional<document::Node> root = document::readToml(sources, id, findings);
    Read result;
    if (root) result.letters = readLetters(*root, rules(), findings);
    for (const diagnostics::Diagnostic& finding : findings.all()) {
        const source::Position at = sources.begin(finding.span);
        result.found += std::string(diagnostics::code(finding.kind)) + " " + std::to_string(at.line) + "\n";
    }
    return result;
}

const std::string whole =
    "[[notice]]\nname = \"letter\"\nof = \"admission\"\noutcomes = [\"no\"]\ntitle = { en = \"Letter\", zh = \"信函\" }\nclauses = "
    "[\"F1\"]\n";

TEST(Notices, AreReadWithTheirOutcomes) {
    const Read got = read(whole + "to = \"client\"\nasks = [\"light\"]\n");
    EXPECT_EQ(got.found, "");
    ASSERT_EQ(got.letters.notices.size(), 1U);
    EXPECT_EQ(got.letters.notices[0].name, "letter");
    EXPECT_EQ(got.letters.notices[0].outcomes, std::vector<std::size_t>{1});
    EXPECT_EQ(got.letters.notices[0].to, "client");
    EXPECT_EQ(got.letters.notices[0].asks, std::vector<check::DeclId>{check::DeclId(1)});
    EXPECT_EQ(got.letters.notices[0].title.chinese, "信函");
}

TEST(Notices, ThatDoNotFitAreFoundAndLeftOut) {
    const auto with = [](const std::string& from, const std::string& to) {
        std::string text = whole;
        return text.replace(text.find(from), from.size(), to);
    };
    EXPECT_EQ(read(with("\"admission\"", "\"admision\"")).found, "E0705 3\n");
    EXPECT_EQ(read(with("\"admission\"", "\"light\"")).found, "E0872 3\n");
    EXPECT_EQ(read(with("[\"no\"]", "[\"maybe\"]")).found, "E0735 4\n");
    EXPECT_EQ(read(with("[\"no\"]", "\"no\"")).found, "E0872 4\n");
    EXPECT_EQ(read(with("[\"F1\"]", "[1]")).found, "E0872 6\n");
    EXPECT_EQ(read(with("zh = \"信函\"", "zh = \"\"")).found, "E0872 5\n");
    EXPECT_EQ(read(whole + "sender = \"body\"\n").found, "E0872 7\n");
    EXPECT_EQ(read(with("name = \"letter\"\n", "")).found, "E0872 1\n");
    EXPECT_TRUE(read(with("[\"no\"]", "[\"maybe\"]")).letters.notices.empty());
    EXPECT_EQ(read("x = 1\n").letters.notices.size(), 0U);
    EXPECT_NE(read("x = 1\n").found, "");
}

TEST(Notices, BelongToADutyAsToADecision) {
    std::string text = whole;
    text.replace(text.find("\"admission\""), 11, "\"answer\"").replace(text.find("[\"no\"]"), 6, "[\"late\", \"pending\"]");
    const Read got = read(text);
    EXPECT_EQ(got.found, "");
    ASSERT_EQ(got.letters.notices.size(), 1U);
    EXPECT_EQ(got.letters.notices[0].decl, check::DeclId(2));
    EXPECT_EQ(got.letters.notices[0].outcomes, std::vector<std::size_t>{1});
    EXPECT_TRUE(got.letters.notices[0].pending);
}

TEST(Notices, WriteUnitsInTheWordsGiven) {
    const Read got = read("[units]\nperson_day = { en = \"person-days\", zh = \"人日\" }\n" + whole);
    EXPECT_EQ(got.found, "");
    ASSERT_EQ(got.letters.units.size(), 1U);
    EXPECT_EQ(got.letters.units.at("person_day").chinese, "人日");
    EXPECT_EQ(read("[units]\nt = \"tonne\"\n" + whole).found, "E0872 2\n");
    EXPECT_EQ(read("unit = 1\n" + whole).found, "E0872 1\n");
}

TEST(Notices, ThatArePendingTellOfWhatIsNotDeterminedYet) {
    std::string text = whole;
    const std::vector<Notice> notices = read(text.replace(text.find("[\"no\"]"), 6, "[\"pending\"]")).letters.notices;
    ASSERT_EQ(notices.size(), 1U);
    using evaluate::Status;
    evaluate::CaseResult result;
    for (const Status status :
         {Status::Determined, Status::Undetermined, Status::NotYet, Status::JudgementNeeded, Status::NotApplicable, Status::Conflict}) {
        evaluate::Conclusion conclusion;
        conclusion.decl = check::DeclId(0);
        conclusion.status = status;
        if (status == Status::Determined) conclusion.outcome = 1;
        result.conclusions.push_back(conclusion);
    }
    EXPECT_EQ(toldBy(notices[0], result).size(), 3U);
}

TEST(Notices, TellOfTheirDecisionAtTheItemsThatHaveTheOutcome) {
    const std::vector<Notice> notices = read(whole).letters.notices;
    ASSERT_EQ(notices.size(), 1U);
    evaluate::CaseResult result;
    for (const auto& [item, outcome] : {std::pair{"U1", 1}, std::pair{"U2", 0}, std::pair{"U3", 1}}) {
        evaluate::Conclusion conclusion;
        conclusion.decl = check::DeclId(0);
        conclusion.item = item;
        conclusion.status = evaluate::Status::Determined;
        conclusion.outcome = static_cast<std::size_t>(outcome);
        result.conclusions.push_back(conclusion);
    }
    result.conclusions[2].status = evaluate::Status::NotYet;
    result.conclusions[2].outcome.reset();
    ASSERT_EQ(toldBy(notices[0], result).size(), 1U);
    EXPECT_EQ(toldBy(notices[0], result)[0]->item, "U1");
    EXPECT_EQ(toldBy(notices[0], result, "U2").size(), 0U);
    EXPECT_EQ(toldBy(notices[0], result, "U1").size(), 1U);
}

}  // namespace
}  // namespace assay::notice
