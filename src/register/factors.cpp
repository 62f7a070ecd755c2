#include "assay/register/factors.hpp"

#include <algorithm>
#include <span>

#include "assay/register/units.hpp"
#include "fields.hpp"
#include "rows.hpp"

namespace assay::registers {

using diagnostics::Kind;
using diagnostics::Name;
using quantity::Dimension;
using quantity::Rational;

namespace {

template <class Enum, std::size_t size>
std::optional<Enum> enumOf(const std::array<std::string_view, size>& words, std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<Enum>(found - words.begin()));
}

int power(const Dimension& dimension, const std::string& base) {
    const auto found = dimension.powers.find(base);
    return found == dimension.powers.end() ? 0 : found->second;
}

// What the unit of a kind measures, for a message; empty: `dimension` is one of the kind.
std::string_view wantedInstead(FactorKind kind, const Dimension& dimension) {
    const bool carbonDioxide = power(dimension, "co2") != 0 || power(dimension, "co2e") != 0;
    switch (kind) {
        case FactorKind::DirectCo2:
            return power(dimension, "co2") == 1 && power(dimension, "co2e") == 0 ? "" : "CO2";
        case FactorKind::LifeCycleCo2e:
            return power(dimension, "co2e") == 1 && power(dimension, "co2") == 0 ? "" : "CO2e";
        case FactorKind::NetCalorificValue:
            return power(dimension, "energy") == 1 && !carbonDioxide ? "" : "energy";
        case FactorKind::CarbonPerEnergy:
            return dimension == Dimension{{{"mass", 1}, {"energy", -1}}} ? "" : "mass/energy";
        case FactorKind::CarbonContent:
        case FactorKind::Oxidation:
        case FactorKind::Share:
            return dimension.isDimensionless() ? "" : "1";
        case FactorKind::GasEmission:
        case FactorKind::Slope:
            return carbonDioxide ? "mass" : "";
    }
    return "";
}

class FactorReader {
public:
    FactorReader(const Rows& rows, const quantity::UnitTable& units, const GwpTable& gwps, FactorTable& factors,
                 diagnostics::Diagnostics& findings)
        : rows_(rows), units_(units), gwps_(gwps), factors_(factors), findings_(findings) {}

    void read(std::size_t row) {
        const std::size_t before = findings_.all().size();
        Factor factor;
        readWords(row, factor);
        readFigures(row, factor);
        readUnit(row, factor);
        readOrigin(row, factor);
        if (findings_.all().size() > before) return;
        if (const Factor* first = factors_.find(factor.id)) {
            findings_.add(Kind::RegisterEntryTwice, factor.span, {{"table", Name{"factor"}}, {"name", Name{factor.id}}})
                .note(Kind::FirstHere, first->span);
            return;
        }
        factors_.add(std::move(factor));
    }

private:
    void readWords(std::size_t row, Factor& factor) {
        const RowCell id = rows_.required(row, "id");
        factor.id = id.text;
        factor.span = id.span;
        factor.subject = rows_.required(row, "subject").text;
        factor.english = rows_.required(row, "name_en").text;
        factor.chinese = rows_.required(row, "name_zh").text;
        factor.region = rows_.cell(row, "region").text;
        factor.technology = rows_.cell(row, "technology").text;
        factor.note = rows_.cell(row, "note").text;
    }

    void readFigures(std::size_t row, Factor& factor) {
        const std::size_t before = findings_.all().size();
        factor.value = rows_.number(row, "value");
        const std::optional<Rational> low = rows_.number(row, "low");
        const std::optional<Rational> high = rows_.number(row, "high");
        if (findings_.all().size() > before) return;
        if (low && high) factor.bounds = quantity::Interval{low, high};
        const bool paired = low.has_value() == high.has_value();
        const bool ordered = !factor.bounds || (*low <= *high && (!factor.value || factor.bounds->contains(*factor.value)));
        if (!paired || !ordered || (!factor.value && !low)) {
            findings_.add(Kind::FactorBounds, factor.span, {{"id", Name{factor.id}}});
        }
    }

    void readUnit(std::size_t row, Factor& factor) {
        const RowCell word = rows_.required(row, "kind");
        if (word.text.empty()) return;
        const auto kind = indexOfWord("kind", word.text, word.span, factorKindWords, findings_);
        if (!kind) return;
        factor.kind = static_cast<FactorKind>(*kind);

        // A figure without dimension has no unit, or one that cancels ("kg/kg").
        const RowCell symbol = rows_.cell(row, "unit");
        if (!symbol.text.empty()) {
            const std::optional<quantity::Unit> unit = units_.find(symbol.text);
            if (!unit) {
                proposeUnits(findings_.add(Kind::UnknownUnit, symbol.span, {{"name", Name{symbol.text}}}), units_, symbol.text);
                return;
            }
            factor.unit = *unit;
        }
        const std::string_view wanted = wantedInstead(factor.kind, factor.unit.dimension);
        if (wanted.empty()) return;
        findings_.add(Kind::FactorUnitMismatch, word.span,
                      {{"kind", Name{word.text}},
                       {"wanted", Name{std::string(wanted)}},
                       {"unit", Name{symbol.text}},
                       {"found", Name{quantity::describe(factor.unit.dimension)}}});
    }

    void readOrigin(std::size_t row, Factor& factor) {
        const RowCell source = rows_.required(row, "source");
        factor.source = source.text;
        if (!source.text.empty() && factors_.findSource(source.text) == nullptr) {
            std::vector<std::string> known;
            for (const FactorSource& each : factors_.sources())
                known.push_back(each.id);
            reportUnknownEntry("source", source.text, source.span, known, findings_);
        }
        factor.locator = rows_.cell(row, "locator").text;
        const RowCell status = rows_.required(row, "status");
        if (!status.text.empty()) factor.status = statusOf(status.text, status.span, findings_).value_or(Status::FromMemory);
        const RowCell set = rows_.cell(row, "gwp");
        if (!set.text.empty()) {
            if (const auto index = indexOfWord("gwp", set.text, set.span, gwpSetWords, findings_)) factor.gwp = static_cast<GwpSet>(*index);
        }
        factor.year = rows_.whole(row, "year", firstYear, lastYear);
        factor.rank = rows_.whole(row, "rank", 1, lowestRank);
        readGas(row, factor);
    }

    void readGas(std::size_t row, Factor& factor) {
        const bool needed = factor.kind == FactorKind::GasEmission;
        const RowCell gas = needed ? rows_.required(row, "gas") : rows_.cell(row, "gas");
        if (gas.text.empty()) return;
        const Gas* known = gwps_.find(gas.text);
        if (known == nullptr) {
            std::vector<std::string> names;
            for (const Gas& each : gwps_.gases())
                names.push_back(each.id);
            reportUnknownEntry("gas", gas.text, gas.span, names, findings_);
            return;
        }
        factor.gas = known->id;
    }

    static constexpr int lowestRank = 4;

    const Rows& rows_;
    const quantity::UnitTable& units_;
    const GwpTable& gwps_;
    FactorTable& factors_;
    diagnostics::Diagnostics& findings_;
};

}  // namespace

std::optional<GwpSet> gwpSetOf(std::string_view word) {
    return enumOf<GwpSet>(gwpSetWords, word);
}

std::optional<FactorKind> factorKindOf(std::string_view word) {
    return enumOf<FactorKind>(factorKindWords, word);
}

bool FactorTable::add(Factor factor) {
    if (!factorIndex_.emplace(factor.id, factors_.size()).second) return false;
    factors_.push_back(std::move(factor));
    return true;
}

bool FactorTable::addSource(FactorSource source) {
    if (!sourceIndex_.emplace(source.id, sources_.size()).second) return false;
    sources_.push_back(std::move(source));
    return true;
}

const Factor* FactorTable::find(std::string_view id) const {
    const auto found = factorIndex_.find(id);
    return found == factorIndex_.end() ? nullptr : &factors_[found->second];
}

const FactorSource* FactorTable::findSource(std::string_view id) const {
    const auto found = sourceIndex_.find(id);
    return found == sourceIndex_.end() ? nullptr : &sources_[found->second];
}

void readSources(const document::Node& root, FactorTable& factors, diagnostics::Diagnostics& findings) {
    refuseOtherLists(root, "sources", {"source"}, findings);
    for (const document::Node* table : tablesOf(root, "source", findings)) {
        const Fields fields(*table, "source", findings);
        fields.refuseOthers({"id", "title_en", "title_zh", "edition", "locator", "licence", "note"});
        FactorSource source;
        source.id = fields.text("id");
        source.titleEnglish = fields.text("title_en");
        source.titleChinese = fields.text("title_zh");
        source.edition = fields.text("edition");
        source.locator = fields.optionalText("locator");
        source.licence = fields.optionalText("licence");
        source.note = fields.optionalText("note");
        if (source.id.empty()) continue;
        source.span = table->find("id")->span;
        if (const FactorSource* first = factors.findSource(source.id)) {
            findings.add(Kind::RegisterEntryTwice, source.span, {{"table", Name{"source"}}, {"name", Name{source.id}}})
                .note(Kind::FirstHere, first->span);
            continue;
        }
        factors.addSource(std::move(source));
    }
}

void readFactors(const document::CsvTable& table, const source::SourceMap& sources, const quantity::UnitTable& units, const GwpTable& gwps,
                 FactorTable& factors, diagnostics::Diagnostics& findings) {
    Rows rows(table, sources, "factor", findings);
    const bool complete = rows.claim({"id", "kind", "subject", "value", "unit", "name_en", "name_zh", "source", "locator", "status"},
                                     {"low", "high", "gas", "gwp", "region", "year", "technology", "rank", "note"});
    if (!complete) return;
    FactorReader reader(rows, units, gwps, factors, findings);
    for (std::size_t row = 0; row < rows.size(); ++row)
        reader.read(row);
}

}  // namespace assay::registers
