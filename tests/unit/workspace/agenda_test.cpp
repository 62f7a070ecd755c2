#include "assay/report/agenda.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "assay/report/timeline.hpp"
#include "assay/workspace/case.hpp"
#include "assay/workspace/case_folders.hpp"
#include "folder.hpp"

namespace assay::workspace {
namespace {

using report::AgendaEntry;

TEST_F(Folder, CasesAreFoundAtAnyDepthAndNotBelowACase) {
    write("2025/plate/case.toml", "");
    write("2025/plate/variants/other/case.toml", "");
    write("window/case.toml", "");
    write("registers/persons.toml", "");
    std::filesystem::create_directory_symlink(root_ / "window", root_ / "again");
    const std::string root = root_.string();
    EXPECT_EQ(findCases(root), (std::vector<std::string>{root + "/2025/plate", root + "/window"}));
    EXPECT_EQ(findCases(root + "/window"), std::vector<std::string>{root + "/window"});
    EXPECT_TRUE(findCases(root + "/registers").empty());
    EXPECT_TRUE(findCases(root + "/nowhere").empty());
}

// The shipped cases, each judged on its own day.
class ShippedCases : public testing::Test {
protected:
    void SetUp() override {
        const std::string root = ASSAY_ROOT;
        rules_ = loadRules(sources_, {root + "/rules/cgc-pv10", "rules"}, {}).rules;
        ASSERT_TRUE(rules_);
        for (const std::string& folder : findCases(root + "/cases")) {
            loaded_.push_back(loadCase(sources_, *rules_, {folder, folder}, {}));
            Request request;
            request.party = check::PartyId(0);
            judged_.push_back(judge(*rules_, loaded_.back(), request, {}));
            ASSERT_TRUE(judged_.back().result) << folder;
        }
        ASSERT_GE(loaded_.size(), 20U);
    }

    [[nodiscard]] report::View view() const { return {rules_->checked, sources_, rules_->digest, {}}; }

    [[nodiscard]] report::Agenda agenda(quantity::Date from, quantity::Date to, const std::string& person = {}) const {
        report::AgendaBuilder builder(from, to, person);
        for (std::size_t i = 0; i < loaded_.size(); ++i)
            builder.add(*judged_[i].result, *loaded_[i].facts, view());
        return builder.take();
    }

    // What the timelines of the cases have on one day: duties that nobody has met yet, and dates that still lie ahead.
    [[nodiscard]] std::vector<std::string> onTimelines(quantity::Date day) const {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < loaded_.size(); ++i) {
            const evaluate::CaseResult& result = *judged_[i].result;
            for (const report::TimelineEntry& entry : report::listTimeline(result, *loaded_[i].facts, view())) {
                if (entry.on != day) continue;
                const bool isDuty = entry.kind == report::TimelineEntry::Kind::Due;
                const bool isMet = isDuty && entry.conclusion->deadline.met && *entry.conclusion->deadline.met <= result.asOf;
                if (isDuty ? !isMet : day > result.asOf) names.push_back(result.name + " " + entry.name);
            }
        }
        return names;
    }

    static std::vector<std::string> onDay(const report::Agenda& agenda, quantity::Date day) {
        std::vector<std::string> names;
        for (const AgendaEntry& entry : agenda.entries) {
            const bool isThen = entry.kind == AgendaEntry::Kind::Due || entry.kind == AgendaEntry::Kind::Ahead;
            if (isThen && entry.on == day) names.push_back(entry.caseName + " " + entry.name);
        }
        return names;
    }

    source::SourceMap sources_;
    std::unique_ptr<const RuleSet> rules_;
    std::vector<LoadedCase> loaded_;
    std::vector<JudgedCase> judged_;
};

quantity::Date date(int year, int month, int day) {
    return quantity::Date::of(year, month, day).value_or(quantity::Date());
}

TEST_F(ShippedCases, AMonthOfTheAgendaIsItsTimelinesDayByDay) {
    const quantity::Date first = date(2025, 6, 1), last = date(2025, 6, 30);
    const report::Agenda month = agenda(first, last);
    std::size_t entries = 0;
    for (quantity::Date day = first; day <= last; day = quantity::Date(day.dayNumber() + 1)) {
        const std::vector<std::string> expected = onTimelines(day);
        EXPECT_EQ(onDay(month, day), expected) << day.text();
        EXPECT_EQ(onDay(agenda(day, day), day), expected) << day.text();
        entries += expected.size();
    }
    EXPECT_GT(entries, 0U);
}

TEST_F(ShippedCases, WhatIsOverdueBeforeTheDaysIsDueOnItsOwnDay) {
    const report::Agenda later = agenda(date(2026, 12, 1), date(2026, 12, 31));
    std::size_t overdue = 0;
    for (const AgendaEntry& entry : later.entries) {
        if (entry.kind != AgendaEntry::Kind::Overdue) continue;
        ++overdue;
        EXPECT_EQ(entry.standing, "late");
        const std::vector<std::string> then = onDay(agenda(*entry.on, *entry.on), *entry.on);
        EXPECT_NE(std::find(then.begin(), then.end(), entry.caseName + " " + entry.name), then.end()) << entry.name;
    }
    EXPECT_GT(overdue, 0U);
}

// What is asked for one person is a part of what is asked for everybody, and of cases alone that name the person.
TEST_F(ShippedCases, APersonSeesAPart) {
    const quantity::Date first = date(2025, 1, 1), last = date(2027, 12, 31);
    const report::Agenda all = agenda(first, last), own = agenda(first, last, "DM-01");
    ASSERT_FALSE(own.cases.empty());
    EXPECT_LT(own.cases.size(), all.cases.size());
    for (const report::AgendaCase& one : own.cases)
        EXPECT_TRUE(std::binary_search(one.people.begin(), one.people.end(), "DM-01")) << one.name;
    for (const AgendaEntry& entry : own.entries) {
        EXPECT_TRUE(entry.people.empty() || std::find(entry.people.begin(), entry.people.end(), "DM-01") != entry.people.end())
            << entry.name;
        EXPECT_TRUE(std::any_of(all.entries.begin(), all.entries.end(), [&](const AgendaEntry& other) {
            return other.caseName == entry.caseName && other.name == entry.name && other.kind == entry.kind;
        })) << entry.name;
    }
    EXPECT_TRUE(agenda(first, last, "nobody").cases.empty());
}

}  // namespace
}  // namespace assay::workspace
