#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "assay/facts/facts.hpp"

// A small rule set, built by hand, and cases read against it.
namespace assay::facts::testing {

// Declares, in this order of lists: units (with the nested list units.surveillances), products, findings.
//   client.legal_person bool?          client.name text            client.flagship item of products
//   bom_items count 1..                weight number 0..1          footprint.total kgCO2e/FU 0..
//   mass t                             increase ratio -100 %..     signed_on date
//   ended_on date? absent is none      notice days                 validity months 6..36
//   reply working_days                 severity enum severity      severities list of severity
//   aliases list of text               chosen list of item of units
//   systemic judgement, reason wanted  agreed judgement            units, products, findings lists of records
//   difference of (products, products) ratio                       stock of (units, products) count
//   a fact is named in Chinese: 客户.名称 text
// Quantities: yield.complete bool, and yield.share ratio of the products.
const check::Checked& sampleRules();

// One case, read.
struct Reading {
    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    CaseFacts facts;

    explicit Reading(const std::string& toml);

    [[nodiscard]] const Entry& entry(std::string_view fact) const;
    [[nodiscard]] const ListFacts& list(std::string_view name) const;
    // The field of an item of a list.
    [[nodiscard]] const Entry& field(std::string_view list, std::size_t item, std::string_view field) const;
    [[nodiscard]] const std::vector<PairEntry>& pairs(std::string_view fact) const;
    // "E0405 at 42": code and the text that it points at, one a finding.
    [[nodiscard]] std::vector<std::string> problems() const;
    // Help notes of all findings, as english sentences.
    [[nodiscard]] std::vector<std::string> help() const;
    // Notes of the kind as english sentences, each with the text that it points at.
    [[nodiscard]] std::vector<std::string> notes(diagnostics::Kind kind) const;
};

[[nodiscard]] check::ListId listNamed(std::string_view name);

// A Known entry with that value, or a failure that tells the state.
template <class T>
::testing::AssertionResult isKnown(const Entry& entry, const T& value) {
    if (entry.state != Entry::State::Known) return ::testing::AssertionFailure() << "state " << static_cast<int>(entry.state);
    const T* held = entry.value ? std::get_if<T>(&*entry.value) : nullptr;
    if (held == nullptr) return ::testing::AssertionFailure() << "a value of another kind";
    if (*held != value) return ::testing::AssertionFailure() << "another value";
    return ::testing::AssertionSuccess();
}

inline quantity::Date day(std::string_view text) {
    return quantity::Date::parse(text).value();
}

}  // namespace assay::facts::testing
