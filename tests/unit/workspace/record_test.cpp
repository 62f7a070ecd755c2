#include "assay/workspace/record.hpp"

#include <gmock/gmock.h>

#include "assay/workspace/verify.hpp"
#include "folder.hpp"

namespace assay::workspace {
namespace {

using diagnostics::Kind;
using nlohmann::json;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* header =
    "ruleset fair.label\n"
    "  title    en \"Fair label\" zh \"公平标识\"\n"
    "  edition  not stated\n"
    "  clauses  from \"clauses.toml\"\n"
    "  parties  client\n"
    "  sign     when independent\n"
    "\n"
    "fact registered  bool\n"
    "fact pieces      count\n"
    "fact inspector   text\n"
    "fact reviewer    text\n"
    "\n"
    "rule is_registered\n"
    "  cites F1\n"
    "  require registered\n"
    "\n"
    "rule independent\n"
    "  cites F2\n"
    "  require inspector is not reviewer\n"
    "\n"
    "define pairs : number\n"
    "  cites F1\n"
    "  default pieces / 2\n";

constexpr const char* plate = "registered = true\npieces = 7\ninspector = \"IN-02\"\nreviewer = \"RV-01\"\n[case]\nas_of = 2025-06-01\n";

class DecisionRecord : public Folder {
protected:
    DecisionRecord() {
        write("rules/fair.assay", header);
        std::string clauses;
        for (const char* id : {"F1", "F2"})
            clauses += std::string("[[clause]]\nid = \"") + id +
                       "\"\nsection = \"1\"\nkind = \"condition\"\ncomputable = \"full\"\nsummary_en = \"S\"\nsummary_zh = "
                       "\"述\"\nthresholds = \"\"\n";
        write("rules/clauses.toml", clauses);
        rules_ = loadRules(sources_, at("rules"), {}).rules;
    }
    void SetUp() override { ASSERT_TRUE(rules_); }

    record::Record make(const std::string& document = plate) {
        write("plate/case.toml", document);
        const LoadedCase loaded = loadCase(sources_, *rules_, at("plate"), {});
        const JudgedCase judged = judge(*rules_, loaded, Request{{}, check::PartyId(0)}, {});
        EXPECT_TRUE(judged.result);
        return makeRecord(*rules_, loaded, judged, sources_, {});
    }

    Verification verified(const record::Record& record, std::set<int> levels = {}) {
        VerifyRequest request;
        request.levels = std::move(levels);
        request.rules = at("rules");
        return verify(record, request, {});
    }

    // The position of the first step with that operator.
    static std::size_t stepOf(const record::Record& record, const std::string& op) {
        const json& steps = record.body.at("steps");
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (steps[i].value("op", "") == op) return i;
        }
        ADD_FAILURE() << "no step " << op;
        return 0;
    }

    source::SourceMap sources_;
    std::unique_ptr<const RuleSet> rules_;
};

// What the record says after its hashes were made to fit.
record::Record forged(record::Record record) {
    record.id = record::idOf(record.body);
    return record;
}

TEST_F(DecisionRecord, VerifiesOnEveryLevel) {
    const record::Record record = make();
    const Verification done = verified(record);
    EXPECT_THAT(kinds(done.findings), IsEmpty());
    for (const LevelStatus level : done.levels)
        EXPECT_EQ(level, LevelStatus::Passed);
    EXPECT_GT(done.redone, 4U);
    EXPECT_EQ(done.clauses, 2U);
    EXPECT_EQ(record::written(record), record::written(make()));
}

TEST_F(DecisionRecord, AStepAlteredTogetherWithItsHashesIsCaughtByDoingItAgain) {
    record::Record record = make();
    const std::size_t step = stepOf(record, "/");
    EXPECT_EQ(record.body["steps"][step]["conclusion"], "7/2");
    record.body["steps"][step]["conclusion"] = "9/2";
    record = forged(record);
    EXPECT_EQ(verified(record, {1}).levels[0], LevelStatus::Passed) << "its hashes fit";
    const Verification done = verified(record, {3});
    EXPECT_EQ(done.levels[2], LevelStatus::Failed);
    EXPECT_THAT(kinds(done.findings), Contains(Kind::StepDisagrees));
    const Verification all = verified(record);
    EXPECT_THAT(kinds(all.findings), ElementsAre(Kind::ReplayDiffers));
    EXPECT_EQ(all.levels[2], LevelStatus::NotReached);
}

TEST_F(DecisionRecord, AStepOfNoKnownKindIsNotBelieved) {
    record::Record record = make();
    record.body["steps"][stepOf(record, "/")]["op"] = "about";
    EXPECT_THAT(kinds(verified(forged(record), {3}).findings), Contains(Kind::StepUnknown));
}

TEST_F(DecisionRecord, AConclusionIsThatOfItsDerivation) {
    record::Record record = make();
    record.body["conclusions"][0]["status"] = "fails";
    EXPECT_THAT(kinds(verified(forged(record), {3}).findings), ElementsAre(Kind::ConclusionDisagrees));
    record = make();
    std::swap(record.body["conclusions"][0]["step"], record.body["conclusions"][1]["step"]);
    EXPECT_THAT(kinds(verified(forged(record), {3}).findings), ElementsAre(Kind::ConclusionDisagrees, Kind::ConclusionDisagrees));
}

TEST_F(DecisionRecord, AFactAlteredThroughoutIsCaughtByReplay) {
    record::Record record = make();
    for (json& step : record.body["steps"]) {
        if (step["conclusion"] == "7") step["conclusion"] = "9";
        if (step["conclusion"] == "7/2") step["conclusion"] = "9/2";
    }
    record = forged(record);
    EXPECT_EQ(verified(record, {3}).levels[2], LevelStatus::Passed) << "it follows from what it says is given";
    EXPECT_EQ(verified(record).levels[1], LevelStatus::Failed);
}

TEST_F(DecisionRecord, ACitedClauseHasToExist) {
    record::Record record = make();
    record.body["clauses"]["cited"].push_back("F9");
    EXPECT_THAT(kinds(verified(forged(record), {4}).findings), ElementsAre(Kind::CitedClauseUnknown));
}

TEST_F(DecisionRecord, WhoInspectedDoesNotSignAsReviewer) {
    record::Record record =
        make("registered = true\npieces = 7\ninspector = \"IN-02\"\nreviewer = \"IN-02\"\n[case]\nas_of = 2025-06-01\n");
    diagnostics::Diagnostics findings;
    EXPECT_FALSE(maySign(record, findings));
    ASSERT_THAT(kinds(findings), ElementsAre(Kind::SigningRefused));
    EXPECT_EQ(std::get<diagnostics::Names>(findings.all().front().arguments.front().second).texts,
              std::vector<std::string>{"independent F2"});
    EXPECT_EQ(verified(record).levels[1], LevelStatus::Passed) << "it can be made, and found again";
    record.signatures.push_back({"ed25519", std::string(64, '0'), "00"});
    EXPECT_THAT(kinds(verified(record).findings), ElementsAre(Kind::SignedUnpermitted));
}

TEST_F(DecisionRecord, WhoWillReviewIsAskedBeforeSigning) {
    const record::Record record = make("registered = true\npieces = 7\ninspector = \"IN-02\"\n[case]\nas_of = 2025-06-01\n");
    diagnostics::Diagnostics findings;
    EXPECT_FALSE(maySign(record, findings));
    EXPECT_THAT(kinds(findings), ElementsAre(Kind::SigningUndecided));
}

TEST_F(DecisionRecord, AMaskedRecordIsNotReplayed) {
    record::Record record = make();
    diagnostics::Diagnostics findings;
    ASSERT_TRUE(record::mask(record, "reviewer", findings));
    EXPECT_EQ(record::written(record).find("RV-01"), std::string::npos);
    const Verification done = verified(record);
    EXPECT_EQ(done.levels[0], LevelStatus::Passed);
    EXPECT_EQ(done.levels[1], LevelStatus::CannotBe);
    EXPECT_EQ(done.levels[2], LevelStatus::Passed);
    EXPECT_GT(done.hidden, 0U);
    EXPECT_FALSE(done.failed());
}

TEST_F(DecisionRecord, AFileIsReplacedWholeOrStays) {
    diagnostics::Diagnostics findings;
    EXPECT_TRUE(replaceFile(at("r.json"), "one", findings));
    EXPECT_TRUE(replaceFile(at("r.json"), "two", findings));
    EXPECT_THAT(kinds(findings), IsEmpty());
    EXPECT_FALSE(replaceFile(at("no/r.json"), "three", findings));
    EXPECT_THAT(kinds(findings), ElementsAre(Kind::PathUnwritable));
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(root_))
        files += entry.is_regular_file() ? 1U : 0U;
    EXPECT_EQ(files, 1U) << "nothing is left beside it";
}

}  // namespace
}  // namespace assay::workspace
