#include "assay/facts/profile.hpp"

#include "sample.hpp"

namespace assay::facts::testing {
namespace {

check::FactId factNamed(const check::Checked& rules, std::string_view name) {
    for (std::size_t i = 0; i < rules.facts.size(); ++i)
        if (rules.facts[check::FactId(i)].name == name) return check::FactId(i);
    return {};
}

// The sample rules, where `validity`, `notice` and `mass` come from the profile and AMB-1 is read as strict.
const check::Checked& rules() {
    static const check::Checked checked = [] {
        check::Checked all = sampleRules();
        all.ruleset.id = "sample";
        for (const char* name : {"validity", "notice", "mass"})
            all.facts[factNamed(all, name)].from = {check::profileGiver};
        all.readings.add({"AMB-1", {"strict", "lenient"}, 0, {}, {}, {}});
        all.readings.add({"AMB-2", {"a", "b", "c"}, 0, {}, {}, {}});
        return all;
    }();
    return checked;
}

const std::string head =
    "[profile]\nid = \"body-1\"\ntitle = { en = \"Ours\", zh = \"本机构\" }\nruleset = \"sample\"\napproved_by = \"Lin\"\napproved_on = "
    "2025-01-06\nfrom = 2025-02-01\nto = 2026-12-31\n";

struct Read {
    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    std::optional<Profile> profile;

    explicit Read(const std::string& toml) {
        const source::SourceId id = sources.add("profile.toml", toml);
        const std::optional<document::Node> root = document::readToml(sources, id, findings);
        if (root) profile = readProfile(*root, rules(), sources, findings);
    }
    // "E0874 9" a finding: code and line.
    [[nodiscard]] std::string problems() const {
        std::string all;
        for (const diagnostics::Diagnostic& finding : findings.all()) {
            all += std::string(diagnostics::code(finding.kind)) + " " + std::to_string(sources.begin(finding.span).line) + "\n";
        }
        return all;
    }
};

std::string problemsOf(const std::string& toml) {
    const Read read(toml);
    EXPECT_FALSE(read.profile);
    return read.problems();
}

TEST(Profile, GivesFiguresAndChoosesReadings) {
    const Read read(head +
                    "[figures]\nvalidity = { value = \"12 months\", cites = \"V06, 5.3\" }\nmass = { value = \"2.5 t\", cites = "
                    "\"V06, 6\" }\n[readings]\nAMB-2 = { takes = \"c\", cites = \"V06, 1\" }\n");
    ASSERT_TRUE(read.profile) << read.problems();
    const Profile& profile = *read.profile;
    EXPECT_EQ(profile.id, "body-1");
    EXPECT_EQ(profile.title.chinese, "本机构");
    EXPECT_EQ(profile.approvedBy, "Lin");
    EXPECT_EQ(profile.approvedOn, day("2025-01-06"));
    EXPECT_EQ(profile.digest.size(), 64U);
    ASSERT_EQ(profile.figures.size(), 2U);
    const auto figure = [&profile](const char* name) {
        for (const Profile::Figure& one : profile.figures)
            if (one.fact == factNamed(rules(), name)) return one.entry;
        return Entry();
    };
    EXPECT_TRUE(isKnown(figure("validity"), quantity::Rational(12)));
    EXPECT_EQ(figure("validity").provenance.reason, "V06, 5.3");
    EXPECT_TRUE(isKnown(figure("mass"), quantity::Rational(2500)));
    ASSERT_EQ(profile.choices.size(), 1U);
    EXPECT_EQ(profile.choices[0].reading, check::ReadingId(1));
    EXPECT_EQ(profile.choices[0].alternative, 2U);
}

TEST(Profile, IsInForceFromItsFirstDayToItsLast) {
    const Read read(head);
    ASSERT_TRUE(read.profile);
    EXPECT_FALSE(read.profile->isInForce(day("2025-01-31")));
    EXPECT_TRUE(read.profile->isInForce(day("2025-02-01")));
    EXPECT_TRUE(read.profile->isInForce(day("2026-12-31")));
    EXPECT_FALSE(read.profile->isInForce(day("2027-01-01")));
    std::string open = head;
    open.erase(open.find("to = "));
    const Read endless(open);
    ASSERT_TRUE(endless.profile);
    EXPECT_TRUE(endless.profile->isInForce(day("2099-12-31")));
}

TEST(Profile, IsRefusedWhereItsHeadIsNotWhole) {
    const auto with = [](const std::string& from, const std::string& to) {
        std::string text = head;
        return text.replace(text.find(from), from.size(), to);
    };
    EXPECT_EQ(problemsOf(""), "E0874 1\n");
    EXPECT_EQ(problemsOf("profile = 1\n"), "E0874 1\n");
    EXPECT_EQ(problemsOf(with("id = \"body-1\"\n", "")), "E0874 1\n");
    EXPECT_EQ(problemsOf(with("zh = \"本机构\"", "zh = \"\"")), "E0874 3\n");
    EXPECT_EQ(problemsOf(with("\"sample\"", "\"other\"")), "E0875 4\n");
    EXPECT_EQ(problemsOf(with("\"Lin\"", "7")), "E0874 5\n");
    EXPECT_EQ(problemsOf(with("2025-01-06", "\"2025-01-06\"")), "E0874 6\n");
    EXPECT_EQ(problemsOf(with("2026-12-31", "2025-01-31")), "E0874 8\n");
    EXPECT_TRUE(Read(with("2026-12-31", "2025-02-01")).profile);  // a profile of one day
    EXPECT_EQ(problemsOf(head + "until = 2026-12-31\n"), "E0874 9\n");
    EXPECT_EQ(problemsOf(head + "[figure]\n"), "E0874 9\n");
}

TEST(Profile, GivesOnlyWhatTheRulesLeaveToItWithACitation) {
    EXPECT_EQ(problemsOf(head + "[figures]\nvalidity = \"12 months\"\n"), "E0874 10\n");
    EXPECT_EQ(problemsOf(head + "[figures]\nvalidity = { value = \"40 months\", cites = \"V06\" }\n"), "E0426 10\n");  // 6..36
    EXPECT_EQ(problemsOf(head + "[figures]\nincrease = { value = \"10 %\", cites = \"V06\" }\n"), "E0876 10\n");
    EXPECT_EQ(problemsOf(head + "[figures]\naliases = [\"a\"]\n"), "E0876 10\n");
    EXPECT_EQ(problemsOf(head + "[figures]\nproducts = []\n"), "E0876 10\n");
    EXPECT_NE(problemsOf(head + "[figures]\nvaliditee = { value = \"12 months\", cites = \"V06\" }\n"), "");
    EXPECT_EQ(problemsOf(head + "[figures.case]\nname = \"x\"\n").substr(0, 5), "E0874");
}

TEST(Profile, ChoosesAmongTheAlternativesOfAReading) {
    EXPECT_EQ(problemsOf(head + "[readings]\nAMB-1 = \"lenient\"\n"), "E0874 10\n");
    EXPECT_EQ(problemsOf(head + "[readings]\nAMB-1 = { takes = \"lenient\" }\n"), "E0874 10\n");
    EXPECT_EQ(problemsOf(head + "[readings]\nAMB-1 = { takes = \"mild\", cites = \"V06\" }\n"), "E0877 10\n");
    EXPECT_EQ(problemsOf(head + "[readings]\nAMB-3 = { takes = \"a\", cites = \"V06\" }\n"), "E0311 10\n");
    EXPECT_EQ(problemsOf(head + "[readings]\nAMB-1 = { takes = \"lenient\", cites = \"V06\", since = 2025-01-01 }\n"), "E0874 10\n");
}

TEST(Profile, GivesACaseWhatItDoesNotSayItself) {
    const Read read(head + "[figures]\nvalidity = { value = \"12 months\", cites = \"V06\" }\n");
    ASSERT_TRUE(read.profile) << read.problems();
    const auto given = [&read](const std::string& toml, std::string& codes) {
        Reading reading(toml);
        diagnostics::Diagnostics findings;
        giveFigures(reading.facts, *read.profile, rules(), findings);
        for (const diagnostics::Diagnostic& finding : findings.all())
            codes += std::string(diagnostics::code(finding.kind));
        return reading.facts.facts[factNamed(rules(), "validity")];
    };
    std::string codes;
    EXPECT_TRUE(isKnown(given("", codes), quantity::Rational(12)));
    EXPECT_TRUE(isKnown(given("validity = \"12 months\"\n", codes), quantity::Rational(12)));
    EXPECT_EQ(codes, "");
    EXPECT_TRUE(isKnown(given("validity = \"24 months\"\n", codes), quantity::Rational(24)));
    EXPECT_EQ(codes, "E0878");
}

}  // namespace
}  // namespace assay::facts::testing
