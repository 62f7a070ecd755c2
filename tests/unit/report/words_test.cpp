#include "assay/report/words.hpp"

#include <gtest/gtest.h>

#include <set>

namespace assay::report {
namespace {

using diagnostics::Language;
using evaluate::Status;

TEST(Words, StandInBothLanguages) {
    for (int i = 0; i < static_cast<int>(Word::Count); ++i) {
        EXPECT_FALSE(word(static_cast<Word>(i), Language::English).empty()) << i;
        EXPECT_FALSE(word(static_cast<Word>(i), Language::Chinese).empty()) << i;
    }
}

TEST(Words, TellEveryStatusFromEveryOther) {
    std::set<std::string_view> keys, english, chinese;
    const std::set<Status> statuses{Status::Holds,           Status::Fails,  Status::Determined,    Status::Undetermined,
                                    Status::JudgementNeeded, Status::NotYet, Status::NotApplicable, Status::Conflict};
    for (const Status status : statuses) {
        keys.insert(key(status));
        EXPECT_EQ(statusOf(key(status)), status);
        english.insert(word(wordOf(status), Language::English));
        chinese.insert(word(wordOf(status), Language::Chinese));
    }
    EXPECT_EQ(keys.size(), statuses.size());
    EXPECT_EQ(english.size(), statuses.size());
    EXPECT_EQ(chinese.size(), statuses.size());
}

TEST(Words, KeysOfJsonAreThoseOfTheInterface) {
    EXPECT_EQ(key(Status::JudgementNeeded), "judgement_needed");
    EXPECT_EQ(key(Status::NotYet), "not_yet");
    EXPECT_EQ(key(evaluate::VerdictKind::Nonconform), "nonconform");
    EXPECT_EQ(key(evaluate::MissingKind::Undefined), "undefined");
    EXPECT_EQ(key(check::Mark::Favourable), "favourable");
}

}  // namespace
}  // namespace assay::report
