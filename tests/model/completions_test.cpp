#include <gtest/gtest.h>

#include <iostream>
#include <map>

#include "agreement.hpp"
#include "pairs.hpp"

// Laws over completions: a case whose absent facts are filled with every value of a small domain. They hold for the
// model, and through the agreement for the engine.
namespace assay::model {
namespace {

using evaluate::Status;

bool isSettled(const Conclusion& conclusion) {
    return conclusion.status == Status::Holds || conclusion.status == Status::Fails || conclusion.status == Status::Determined;
}

// What must not change once it is determined.
std::string determined(const check::Checked& rules, const Conclusion& conclusion) {
    Conclusion bare = conclusion;
    bare.missing.clear();
    bare.candidates.clear();
    return describe(rules, bare);
}

using Key = std::pair<std::size_t, std::string>;
using Conclusions = std::map<Key, Conclusion>;

struct Judged {
    std::unique_ptr<Loaded> loaded;
    Conclusions conclusions;
    bool usable = false;
};

Judged judge(const Pair& pair) {
    Judged judged;
    judged.loaded = load(pair.rules.text(), pair.facts.text());
    if (!judged.loaded->ok) return judged;
    const Result result = evaluate(judged.loaded->rules, judged.loaded->facts, *judged.loaded->facts.asOf);
    judged.usable = result.residualsSkipped == 0;
    for (const Conclusion& conclusion : result.conclusions)
        judged.conclusions[{conclusion.decl.index(), conclusion.item}] = conclusion;
    return judged;
}

// Absent facts of the case (not of items, not lists) with up to three values of their domain, none included; as many
// facts as `completions` allows. Those left over stay absent, which the laws allow: what is determined then is determined
// in every completion.
std::vector<std::pair<std::string, std::vector<std::string>>> openFacts(const Pair& pair, std::size_t completions) {
    std::vector<std::pair<std::string, std::vector<std::string>>> open;
    for (const Slot& slot : pair.rules.shape.facts) {
        bool given = slot.absentIsNone || slot.kind == Kind::Item || slot.kind == Kind::EnumList;
        for (const auto& [name, value] : pair.facts.facts)
            given = given || name == slot.name;
        if (given) continue;
        std::vector<std::string> values = domain(slot, pair.rules.shape);
        if (values.size() > 3) values = {values.front(), values[values.size() / 2], values.back()};
        if (slot.judgement) {
            for (std::string& value : values)
                value = "{ value = " + value + ", by = \"P1\", on = 2025-01-10 }";
        }
        if (slot.optional) values.push_back("{ none = true }");
        if (values.size() > completions) break;
        completions /= values.size();
        open.emplace_back(slot.name, std::move(values));
    }
    return open;
}

TEST(Completions, GivingOneMoreFactNeverChangesWhatWasDetermined) {
    std::size_t checked = 0;
    for (std::uint64_t seed = 0; seed < pairs(400); ++seed) {
        const Pair pair = generatePair(seed);
        const Judged before = judge(pair);
        if (!before.usable) continue;
        for (const auto& [name, values] : openFacts(pair, 1'000'000)) {
            Pair more = pair;
            more.facts.facts.emplace_back(name, values[seed % values.size()]);
            const Judged after = judge(more);
            if (!after.usable) continue;
            for (const auto& [key, conclusion] : before.conclusions) {
                if (!isSettled(conclusion)) continue;
                ++checked;
                ASSERT_EQ(determined(after.loaded->rules, after.conclusions.at(key)), determined(before.loaded->rules, conclusion))
                    << before.loaded->rules.declarations[conclusion.decl].name << "[" << conclusion.item << "] after " << name << "\n"
                    << report(more, Mutation::None);
            }
        }
    }
    EXPECT_GT(checked, 1000U);
}

TEST(Completions, AFactThatAloneChangesAnOutcomeIsNeeded) {
    constexpr std::size_t completionsOfOnePair = 200;
    std::size_t changes = 0;
    for (std::uint64_t seed = 0; seed < pairs(400) / 4; ++seed) {
        const Pair pair = generatePair(seed);
        const auto open = openFacts(pair, completionsOfOnePair);
        std::size_t total = 1;
        for (const auto& [name, values] : open)
            total *= values.size();
        const Judged before = judge(pair);
        if (!before.usable || open.empty()) continue;
        // A completion is a number whose digits choose the values.
        std::vector<Conclusions> completions;
        for (std::size_t number = 0; number < total; ++number) {
            Pair complete = pair;
            std::size_t digits = number;
            for (const auto& [name, values] : open) {
                complete.facts.facts.emplace_back(name, values[digits % values.size()]);
                digits /= values.size();
            }
            completions.push_back(judge(complete).conclusions);
        }
        const check::Checked& rules = before.loaded->rules;
        std::size_t step = 1;
        for (const auto& [name, values] : open) {
            for (std::size_t number = 0; number < total; ++number) {
                if (number / step % values.size() != 0) continue;
                for (std::size_t other = 1; other < values.size(); ++other) {
                    for (const auto& [key, conclusion] : before.conclusions) {
                        const auto a = completions[number].find(key);
                        const auto b = completions[number + other * step].find(key);
                        if (a == completions[number].end() || b == completions[number + other * step].end()) continue;
                        if (!isSettled(a->second) || !isSettled(b->second)) continue;
                        if (determined(rules, a->second) == determined(rules, b->second)) continue;
                        ++changes;
                        const bool isNeeded = conclusion.missing.count({name, evaluate::MissingKind::Fact}) != 0 ||
                                              conclusion.missing.count({name, evaluate::MissingKind::Judgement}) != 0;
                        ASSERT_TRUE(isNeeded) << name << " changes " << rules.declarations[conclusion.decl].name << "[" << conclusion.item
                                              << "]\n"
                                              << describe(rules, conclusion) << "\n"
                                              << report(pair, Mutation::None);
                    }
                }
            }
            step *= values.size();
        }
    }
    EXPECT_GT(changes, 100U);
    std::cout << changes << " changes of an outcome by one fact\n";
}

}  // namespace
}  // namespace assay::model
