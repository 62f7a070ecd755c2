#include "assay/report/portfolio.hpp"

#include <gtest/gtest.h>

#include "assay/report/csv.hpp"
#include "sample.hpp"

namespace assay::report {
namespace {

using evaluate::Status;
using evaluate::VerdictKind;
using quantity::Date;
using namespace testing;

PortfolioRow row(const char* name, Attention attention, const char* due = nullptr) {
    PortfolioRow made;
    made.name = name;
    made.attention = attention;
    if (due) made.due = Date::parse(due);
    return made;
}

TEST(Portfolio, PutsTheWorstFirst) {
    const std::vector<Attention> order{Attention::NotJudged, Attention::Conflict, Attention::Nonconform, Attention::Undetermined,
                                       Attention::Conform};
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        EXPECT_TRUE(isMoreUrgent(row("z", order[i]), row("a", order[i + 1], "2000-01-01"))) << key(order[i]);
        EXPECT_FALSE(isMoreUrgent(row("a", order[i + 1], "2000-01-01"), row("z", order[i]))) << key(order[i]);
    }
}

TEST(Portfolio, ThenWhatIsDueFirstThenTheName) {
    const Attention same = Attention::Undetermined;
    EXPECT_TRUE(isMoreUrgent(row("z", same, "2025-06-01"), row("a", same, "2025-06-02")));
    EXPECT_TRUE(isMoreUrgent(row("z", same, "2025-06-01"), row("a", same))) << "nothing due comes last";
    EXPECT_TRUE(isMoreUrgent(row("a", same, "2025-06-01"), row("b", same, "2025-06-01")));
    EXPECT_FALSE(isMoreUrgent(row("a", same, "2025-06-01"), row("a", same, "2025-06-01")));
}

// The sample with a duty, as its parts come to it on the day.
class PortfolioRows : public ::testing::Test {
protected:
    PortfolioRows() {
        addSampleSource(sources_);
        check::Declaration duty;
        duty.name = "notice";
        duty.body = check::Duty{};
        duty.party = check::PartyId(1);
        notice_ = rules_.declarations.add(duty);
        result_.name = "a";
        result_.asOf = Date::parse("2025-06-01").value();
        result_.verdicts = {{check::PartyId(0), VerdictKind::Conform}, {check::PartyId(1), VerdictKind::Conform}};
    }

    evaluate::Conclusion duty(check::Standing standing, const char* due, const char* item = "") const {
        evaluate::Conclusion made = conclusion(notice_, Status::Determined);
        made.item = item;
        made.outcome = static_cast<std::size_t>(standing);
        made.deadline.due = Date::parse(due);
        return made;
    }
    PortfolioRow made() const { return portfolioRow(result_, {}, nullptr, {rules_, sources_, "", {}}); }

    check::Checked rules_ = sampleRules();
    source::SourceMap sources_;
    check::DeclId notice_;
    evaluate::CaseResult result_;
};

TEST_F(PortfolioRows, TakeTheWorstVerdictOfAnyParty) {
    result_.verdicts[1].kind = VerdictKind::Undetermined;
    EXPECT_EQ(made().attention, Attention::Undetermined);
    result_.verdicts[0].kind = VerdictKind::Nonconform;
    EXPECT_EQ(made().attention, Attention::Nonconform);
}

TEST_F(PortfolioRows, NameWhatTheVerdictsCountAlone) {
    evaluate::Conclusion refused = conclusion(eligibility, Status::Determined);
    refused.outcome = 1;
    refused.counts = true;
    evaluate::Conclusion below = conclusion(lightEnough, Status::Fails);  // read by the decide, which speaks for it
    result_.conclusions = {below, refused};
    EXPECT_EQ(made().adverse, std::vector<std::string>{"eligibility"});
    result_.conclusions.back().outcome = 0;
    EXPECT_TRUE(made().adverse.empty());
}

TEST_F(PortfolioRows, HaveTheFirstDayOfADutyThatIsStillToBeMet) {
    result_.conclusions = {duty(check::Standing::Met, "2025-01-01", "A"), duty(check::Standing::Running, "2025-06-09", "B"),
                           duty(check::Standing::Late, "2025-05-30", "C"), duty(check::Standing::NotArisen, "2025-01-02", "D")};
    EXPECT_EQ(made().due, Date::parse("2025-05-30"));
    EXPECT_EQ(made().duty, "notice[C]");
    EXPECT_EQ(made().late, std::vector<std::string>{"notice[C]"});
}

TEST_F(PortfolioRows, AwaitNothingOfADutyThatWasMetLate) {
    result_.conclusions = {duty(check::Standing::Late, "2025-05-01")};
    result_.conclusions.front().deadline.met = Date::parse("2025-05-02");
    EXPECT_EQ(made().due, std::nullopt);
    EXPECT_EQ(made().late, std::vector<std::string>{"notice"});
}

TEST(CsvLine, LetsNoFieldBeAFormula) {
    EXPECT_EQ(csvLine({"=1+1", "+1", "@x", "-b", "-1+2", "\tx"}), "\"'=1+1\",\"'+1\",\"'@x\",\"'-b\",\"'-1+2\",\"'\tx\"\r\n");
    EXPECT_EQ(csvLine({"-1.5", "-9/8", "-", "", "a-b"}), "-1.5,-9/8,-,,a-b\r\n") << "numbers and dashes stay what they are";
}

}  // namespace
}  // namespace assay::report
