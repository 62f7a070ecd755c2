#include "assay/evaluate/why_not.hpp"

#include <gmock/gmock.h>

#include "assay/facts/written.hpp"
#include "sample.hpp"

namespace assay::evaluate {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Sample;
using testing::today;

const char* const permitRules = R"(
enum standing
  good
  listed

fact application.signed_on  date? absent is none  from client
fact permit.required        bool    from client
fact permit.held            bool    from client
fact permit.valid_until     date?   from client
fact share                  ratio 0 %..100 %  from client
fact misleads               judgement  from client
fact age                    count   from time
fact size                   count 1..  from client
fact client.standing        standing  from client

rule permit_held
  cites P1
  require not permit.required or (permit.held and (permit.valid_until is none or permit.valid_until >= 2025-06-10))

rule share_small
  cites P1
  require share < 10 %

decide eligibility
  cites P1
  eligible      favourable  when all of permit_held, share_small
  not_eligible  adverse     otherwise

decide judged
  cites P1
  fine  favourable  when not misleads and age >= 3
  poor  adverse     otherwise

decide sized
  cites P1
  small  neutral  when 100 / size >= 4 and size + 3 < 20
  large  neutral  otherwise

decide signed
  cites P1
  yes  favourable  when application.signed_on is given and client.standing is good
  no   adverse     otherwise
)";

// "permit.held = true", "share in [0 %, 10 %)": a change as these tests write it.
std::string said(const Change& change, const Sample& sample) {
    const check::Quality& quality = qualityOf(change.place, sample.rules.checked);
    if (!change.line) {
        if (change.to.state == facts::Entry::State::None) return change.fact + " none";
        if (const auto* truth = std::get_if<bool>(&*change.to.value)) return change.fact + (*truth ? " true" : " false");
        if (const auto* date = std::get_if<quantity::Date>(&*change.to.value)) return change.fact + " on " + date->text();
        if (const auto* index = std::get_if<facts::EnumeratorIndex>(&*change.to.value))
            return change.fact + " #" + std::to_string(index->value);
        return change.fact;
    }
    const Stretch& line = *change.line;
    return change.fact + (line.lowOpen ? " (" : " [") + (line.low ? facts::written(quality, *line.low) : "") + ", " +
           (line.high ? facts::written(quality, *line.high) : "") + (line.highOpen ? ")" : "]");
}

struct Asked {
    Sample sample;
    const facts::CaseFacts* facts;
    check::DeclId decl;
    std::size_t outcome;

    Asked(const char* rules, const char* document, std::string_view decision, std::size_t wanted)
        : sample(rules), facts(&sample.read(document)), decl(sample.decl(decision)), outcome(wanted) {}

    [[nodiscard]] WhyNot answer(const WhyNotLimits& limits = {}) const {
        return *whyNot(sample.program, *facts, today, decl, "", outcome, Limits{}, limits);
    }
    [[nodiscard]] std::vector<std::vector<std::string>> sets() const {
        std::vector<std::vector<std::string>> all;
        for (const std::vector<Change>& set : answer().sets) {
            all.emplace_back();
            for (const Change& change : set)
                all.back().push_back(said(change, sample));
        }
        return all;
    }
    // Whether the case with these changes has the outcome.
    [[nodiscard]] bool gives(const std::vector<Change>& changes) const {
        const facts::CaseFacts changed = applied(*facts, changes, sample.rules.checked);
        const CaseResult result = evaluateCase(sample.program, changed, today, false);
        return result.find(decl)->outcome == outcome;
    }
};

TEST(WhyNot, TwoReasonsTakeTwoChanges) {
    const Asked asked(permitRules, "[permit]\nrequired = true\nheld = false\nvalid_until = 2025-12-31\n[case]\n", "eligibility", 0);
    EXPECT_TRUE(asked.sets().empty() || asked.sets().front().size() > 1) << "the share is unknown";
    const Asked both(permitRules, "share = \"12 %\"\n[permit]\nrequired = true\nheld = false\nvalid_until = 2025-12-31\n", "eligibility",
                     0);
    EXPECT_THAT(both.sets(), ElementsAre(ElementsAre("permit.required false", "share [0 %, 10 %)"),
                                         ElementsAre("permit.held true", "share [0 %, 10 %)")));
}

TEST(WhyNot, EachSetSufficesAndNoPartOfItDoes) {
    for (const char* document :
         {"share = \"12 %\"\n[permit]\nrequired = true\nheld = false\nvalid_until = 2025-03-31\n",
          "share = \"10 %\"\n[permit]\nrequired = true\nheld = true\nvalid_until = { none = true }\n", "[permit]\nheld = false\n"}) {
        const Asked asked(permitRules, document, "eligibility", 0);
        const WhyNot answer = asked.answer();
        ASSERT_FALSE(answer.sets.empty()) << document;
        for (const std::vector<Change>& set : answer.sets) {
            EXPECT_TRUE(asked.gives(set)) << document;
            for (std::size_t leftOut = 0; leftOut < set.size(); ++leftOut) {
                std::vector<Change> part = set;
                part.erase(part.begin() + static_cast<std::ptrdiff_t>(leftOut));
                EXPECT_FALSE(asked.gives(part)) << document << said(set[leftOut], asked.sample);
            }
        }
    }
}

// 100 / size >= 4 up to 25, size + 3 < 20 up to 16.
TEST(WhyNot, ALimitIsGivenExactly) {
    EXPECT_THAT(Asked(permitRules, "size = 40\n", "sized", 0).sets(), ElementsAre(ElementsAre("size [1, 16]")));
    EXPECT_THAT(Asked(permitRules, "size = 16\n", "sized", 1).sets(), ElementsAre(ElementsAre("size [17, ]")));
    EXPECT_TRUE(Asked(permitRules, "size = 16\n", "sized", 0).answer().given);
}

TEST(WhyNot, ADateThatIsGivenMovesToTheDayOfJudgingOrLater) {
    const Asked asked(permitRules, "share = \"5 %\"\n[permit]\nrequired = true\nheld = true\nvalid_until = 2025-03-31\n", "eligibility", 0);
    const std::string later = std::max(today.text(), std::string("2025-06-10"));
    EXPECT_THAT(asked.sets(), ElementsAre(ElementsAre("permit.required false"), ElementsAre("permit.valid_until [" + later + ", ]"),
                                          ElementsAre("permit.valid_until none")));
}

TEST(WhyNot, AnEventThatHasNotHappenedCanHappen) {
    EXPECT_THAT(Asked(permitRules, "[client]\nstanding = \"good\"\n", "signed", 0).sets(),
                ElementsAre(ElementsAre("application.signed_on on " + today.text())));
    EXPECT_THAT(Asked(permitRules, "[application]\nsigned_on = 2025-01-10\n[client]\nstanding = \"listed\"\n", "signed", 0).sets(),
                ElementsAre(ElementsAre("client.standing #0")));
}

// `signed` is yes because of an event that has happened: it is not undone, the standing may change.
TEST(WhyNot, WhatHasHappenedStays) {
    EXPECT_THAT(Asked(permitRules, "[application]\nsigned_on = 2025-01-10\n[client]\nstanding = \"good\"\n", "signed", 1).sets(),
                ElementsAre(ElementsAre("client.standing #1")));
}

TEST(WhyNot, ARecordedJudgementAndWhatOnlyTimeChangesStay) {
    const char* const judgedPoor = "age = 5\nmisleads = { value = true, by = \"V-1\", on = 2025-01-10 }\n";
    const WhyNot answer = Asked(permitRules, judgedPoor, "judged", 0).answer();
    EXPECT_THAT(answer.sets, IsEmpty());
    EXPECT_FALSE(answer.larger);
    // A judgement that is not recorded can be obtained, the age cannot.
    EXPECT_THAT(Asked(permitRules, "age = 5\n", "judged", 0).sets(), ElementsAre(ElementsAre("misleads false")));
    EXPECT_THAT(Asked(permitRules, "age = 2\n", "judged", 0).sets(), IsEmpty());
}

TEST(WhyNot, LargerSetsAreSaidToExist) {
    std::string rules;
    std::string condition;
    for (const char* name : {"a", "b", "c", "d"}) {
        rules += std::string("fact ") + name + " bool from client\n";
        condition += (condition.empty() ? "" : " and ") + std::string(name);
    }
    rules += "\ndecide all_four\n  cites P1\n  yes favourable when " + condition + "\n  no adverse otherwise\n";
    const WhyNot four = Asked(rules.c_str(), "a = false\nb = false\nc = false\nd = false\n", "all_four", 0).answer();
    EXPECT_THAT(four.sets, IsEmpty());
    EXPECT_TRUE(four.larger);
    const WhyNot three = Asked(rules.c_str(), "a = true\nb = false\nc = false\nd = false\n", "all_four", 0).answer();
    EXPECT_EQ(three.sets.size(), 1U);
    EXPECT_FALSE(three.larger);
}

TEST(WhyNot, StopsAtTheLimitOfTrials) {
    const Asked asked(permitRules, "share = \"12 %\"\n[permit]\nrequired = true\nheld = false\n", "eligibility", 0);
    EXPECT_TRUE(asked.answer({3, 2}).exceeded);
    EXPECT_FALSE(asked.answer().exceeded);
}

}  // namespace
}  // namespace assay::evaluate
