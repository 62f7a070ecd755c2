#include "workload.hpp"

#include <algorithm>
#include <iostream>
#include <random>

#include "assay/diagnostics/render.hpp"

namespace assay::benchmarks {

using check::TypeKind;
using facts::Entry;
using quantity::Date;
using quantity::Rational;

namespace {

void show(const diagnostics::Diagnostics& findings, const source::SourceMap& sources) {
    for (const diagnostics::Diagnostic& finding : findings.all())
        std::cerr << diagnostics::render(finding, sources, {});
}

class Variation {
public:
    Variation(const check::Checked& rules, std::uint64_t seed) : rules_(rules), random_(seed) {}

    void vary(facts::CaseFacts& varied) {
        for (std::size_t i = 0; i < rules_.facts.size(); ++i)
            varyEntry(varied.facts[check::FactId(i)], rules_.facts[check::FactId(i)]);
        for (std::size_t i = 0; i < rules_.lists.size(); ++i) {
            const check::Record& record = rules_.records[rules_.lists[check::ListId(i)].record];
            for (facts::Item& item : varied.lists[check::ListId(i)].items) {
                for (std::size_t field = 0; field < record.fields.size(); ++field)
                    varyEntry(item.fields[field], rules_.fields[record.fields[field]]);
            }
        }
    }

private:
    // A whole number from `low` to `high`. Distributions of the standard library differ between implementations.
    std::int64_t draw(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(high - low + 1));
    }

    void varyEntry(Entry& entry, const check::Quality& quality) {
        if (entry.state != Entry::State::Known) return;
        switch (quality.type.kind) {
            case TypeKind::Bool:
                if (draw(0, 199) == 0) entry.value = !std::get<bool>(*entry.value);
                break;
            case TypeKind::Count:
                entry.value = Rational(draw(1, 500));
                break;
            case TypeKind::Quantity:
                entry.value = std::get<Rational>(*entry.value) * Rational(draw(880, 1120), 1000);
                break;
            case TypeKind::Date:
                entry.value = Date(std::get<Date>(*entry.value).dayNumber() + static_cast<std::int32_t>(draw(-3, 3)));
                break;
            default:
                break;
        }
        const auto* number = std::get_if<Rational>(&*entry.value);
        if (number != nullptr && quality.low && *number < *quality.low) entry.value = *quality.low;
        if (number != nullptr && quality.high && *number > *quality.high) entry.value = *quality.high;
    }

    const check::Checked& rules_;
    std::mt19937_64 random_;
};

}  // namespace

std::unique_ptr<const Workload> Workload::load(const std::filesystem::path& root, const std::string& caseName) {
    std::unique_ptr<Workload> workload(new Workload);
    const workspace::Limits limits;
    workspace::LoadedRules loaded =
        workspace::loadRules(workload->sources_, {(root / "rules/cgc-pv10").string(), "rules/cgc-pv10"}, limits);
    workload->rules_ = std::move(loaded.rules);
    if (!workload->rules_) {
        show(loaded.findings, workload->sources_);
        return nullptr;
    }
    const workspace::Location place{(root / "cases" / caseName).string(), "cases/" + caseName};
    workload->case_ = workspace::loadCase(workload->sources_, *workload->rules_, place, limits);
    if (!workload->case_.facts || !workload->case_.facts->asOf) {
        show(workload->case_.findings, workload->sources_);
        return nullptr;
    }
    return workload;
}

std::vector<facts::CaseFacts> Workload::variations(std::size_t count, std::uint64_t seed) const {
    Variation variation(rules_->checked, seed);
    std::vector<facts::CaseFacts> cases(count, facts());
    for (facts::CaseFacts& varied : cases)
        variation.vary(varied);
    return cases;
}

std::vector<evaluate::CaseRow> Workload::rows(const std::vector<facts::CaseFacts>& cases) const {
    std::vector<evaluate::CaseRow> rows;
    rows.reserve(cases.size());
    for (const facts::CaseFacts& facts : cases)
        rows.push_back({&facts, asOf(), {}});
    return rows;
}

}  // namespace assay::benchmarks
