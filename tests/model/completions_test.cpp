#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <optional>

#include "agreement.hpp"

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
    bare.items.clear();  // each has a truth of its own
    // A rule that holds whether it applies or not is "not applicable" once that is known; its truth stays.
    if (bare.status == Status::NotApplicable) bare.status = Status::Holds;
    return describe(rules, bare);
}

// An item of a checklist that holds or fails keeps its truth; one that holds may turn out not to apply.
bool keepsItems(const Conclusion& before, const Conclusion& after) {
    for (std::size_t index = 0; index < before.items.size(); ++index) {
        const Status status = after.items.at(index).status;
        if (before.items[index].status == Status::Fails && status != Status::Fails) return false;
        if (before.items[index].status == Status::Holds && status != Status::Holds && status != Status::NotApplicable) return false;
    }
    return true;
}

using Key = std::pair<std::size_t, std::string>;
using Conclusions = std::map<Key, Conclusion>;

// Empty: the case has errors, or a residual is too large for a truth table.
std::optional<Conclusions> judge(Loaded& loaded, const CaseText& facts) {
    if (!loadCase(loaded, facts.text())) return std::nullopt;
    const Result result = evaluate(loaded.rules, loaded.facts, *loaded.facts.asOf);
    if (result.residualsSkipped > 0) return std::nullopt;
    Conclusions conclusions;
    for (const Conclusion& conclusion : result.conclusions)
        conclusions[{conclusion.decl.index(), conclusion.item}] = conclusion;
    return conclusions;
}

// Absent facts of the case (not of items, not lists) with up to three values of their domain, none included; as many
// facts as `completions` allows. Those left over stay absent, which the laws allow: what is determined then is determined
// in every completion.
std::vector<std::pair<std::string, std::vector<std::string>>> openFacts(const Pair& pair, std::size_t completions) {
    std::vector<std::pair<std::string, std::vector<std::string>>> open;
    for (const Slot& slot : pair.rules.shape.facts) {
        bool given =
            slot.absentIsNone || slot.kind == Kind::Item || slot.kind == Kind::EnumList || slot.kind == Kind::Groups || slot.quantified;
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
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const Pair pair = generatePair(seed);
        const auto loaded = load(pair.rules.text(), pair.facts.text());
        const auto before = judge(*loaded, pair.facts);
        if (!before) continue;
        for (const auto& [name, values] : openFacts(pair, 1'000'000)) {
            Pair more = pair;
            more.facts.facts.emplace_back(name, values[seed % values.size()]);
            const auto after = judge(*loaded, more.facts);
            if (!after) continue;
            for (const auto& [key, conclusion] : *before) {
                ASSERT_TRUE(keepsItems(conclusion, after->at(key))) << name << "\n" << report(more, Mutation::None);
                if (!isSettled(conclusion)) continue;
                ++checked;
                ASSERT_EQ(determined(loaded->rules, after->at(key)), determined(loaded->rules, conclusion))
                    << loaded->rules.declarations[conclusion.decl].name << "[" << conclusion.item << "] after " << name << "\n"
                    << report(more, Mutation::None);
            }
        }
    }
    EXPECT_GT(checked, 1000U);
}

// Conclusions that two completions settle differently.
std::vector<Key> changed(const check::Checked& rules, const Conclusions& before, const Conclusions& after) {
    std::vector<Key> keys;
    for (const auto& [key, conclusion] : before) {
        const auto other = after.find(key);
        if (other == after.end() || !isSettled(conclusion) || !isSettled(other->second)) continue;
        if (determined(rules, conclusion) != determined(rules, other->second)) keys.push_back(key);
    }
    return keys;
}

bool isNeeded(const Conclusion& conclusion, const std::string& fact) {
    return conclusion.missing.count({fact, evaluate::MissingKind::Fact}) != 0 ||
           conclusion.missing.count({fact, evaluate::MissingKind::Judgement}) != 0;
}

TEST(Completions, AFactThatAloneChangesAnOutcomeIsNeeded) {
    constexpr std::size_t completionsOfOnePair = 150;
    std::size_t changes = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const Pair pair = generatePair(seed);
        const auto open = openFacts(pair, completionsOfOnePair);
        const auto loaded = load(pair.rules.text(), pair.facts.text());
        const auto before = judge(*loaded, pair.facts);
        if (!before || open.empty()) continue;
        std::size_t total = 1;
        for (const auto& [name, values] : open)
            total *= values.size();
        // A completion is a number whose digits choose the values.
        std::vector<Conclusions> completions;
        for (std::size_t number = 0; number < total; ++number) {
            CaseText complete = pair.facts;
            std::size_t digits = number;
            for (const auto& [name, values] : open) {
                complete.facts.emplace_back(name, values[digits % values.size()]);
                digits /= values.size();
            }
            completions.push_back(judge(*loaded, complete).value_or(Conclusions{}));
        }
        std::size_t step = 1;
        for (const auto& [name, values] : open) {
            for (std::size_t number = 0; number < total; ++number) {
                if (number / step % values.size() != 0) continue;
                for (std::size_t other = 1; other < values.size(); ++other) {
                    for (const Key& key : changed(loaded->rules, completions[number], completions[number + other * step])) {
                        ++changes;
                        ASSERT_TRUE(before->count(key) == 0 || isNeeded(before->at(key), name))
                            << name << " changes " << loaded->rules.declarations[check::DeclId(key.first)].name << "[" << key.second
                            << "]\n"
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
