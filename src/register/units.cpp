#include "assay/register/units.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "assay/source/text.hpp"
#include "fields.hpp"

namespace assay::registers {

using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;
using document::Node;
using quantity::Rational;

namespace {

// Dimension names and the place of each declaration.
using Dimensions = std::map<std::string, source::Span>;

constexpr std::int64_t largestExponent = 9;

Dimensions readDimensions(const Node& root, diagnostics::Diagnostics& findings) {
    Dimensions dimensions;
    for (const Node* table : tablesOf(root, "dimension", findings)) {
        const Fields fields(*table, "dimension", findings);
        fields.refuseOthers({"name", "note"});
        static_cast<void>(fields.optionalText("note"));
        const std::string name = fields.text("name");
        if (name.empty()) continue;
        const source::Span place = table->find("name")->span;
        const auto [first, isNew] = dimensions.emplace(name, place);
        if (!isNew) findings.add(Kind::DuplicateDimension, place, {{"name", Name{name}}}).note(Kind::FirstHere, first->second);
    }
    return dimensions;
}

// A number, or text of the form "a/b" with two numbers.
std::optional<Rational> readFactor(const Node& value) {
    if (value.kind == Node::Kind::Integer || value.kind == Node::Kind::Decimal) return value.number;
    if (value.kind != Node::Kind::Text) return std::nullopt;
    return parseFraction(value.text);
}

Rational readPositiveFactor(const Fields& fields, const std::string& symbol, diagnostics::Diagnostics& findings) {
    const Node* value = fields.required("factor");
    if (value == nullptr) return 1;
    const auto factor = readFactor(*value);
    if (factor && factor->sign() > 0) return *factor;
    findings.add(Kind::BadUnitFactor, value->span, {{"unit", Name{symbol}}});
    return 1;
}

quantity::Dimension readDimension(const Fields& fields, const Dimensions& declared, diagnostics::Diagnostics& findings) {
    quantity::Dimension dimension;
    const Node* powers = fields.required("of");
    if (powers == nullptr) return dimension;
    if (powers->kind != Node::Kind::Table) {
        findings.add(Kind::RegisterTableExpected, powers->span, {{"key", Name{"of"}}});
        return dimension;
    }
    for (const Node::Member& power : powers->members) {
        if (declared.find(power.key) == declared.end()) {
            diagnostics::Diagnostic& finding = findings.add(Kind::UnknownDimension, power.keySpan, {{"name", Name{power.key}}});
            std::vector<std::string> names;
            for (const auto& [name, place] : declared)
                names.push_back(name);
            const std::vector<std::string> near = source::closest(power.key, names);
            if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", Names{near}}});
            continue;
        }
        const auto exponent = power.value.kind == Node::Kind::Integer ? power.value.number.toInteger() : std::nullopt;
        if (!exponent || *exponent == 0 || *exponent > largestExponent || *exponent < -largestExponent) {
            findings.add(Kind::BadUnitExponent, power.value.span, {{"dimension", Name{power.key}}});
            continue;
        }
        dimension.powers.emplace(power.key, static_cast<int>(*exponent));
    }
    return dimension;
}

// Whether a compound spelling can name the unit: `.` and `/` join units, a number stands before one.
bool canSpell(std::string_view written) {
    const std::string spelling = quantity::normaliseUnit(written);
    const bool beginsWithDigit = !spelling.empty() && spelling.front() >= '0' && spelling.front() <= '9';
    const bool hasBlank = written.find_first_of(" \t") != std::string_view::npos;
    return !spelling.empty() && !hasBlank && !beginsWithDigit && spelling.find_first_of("\r\n./()") == std::string_view::npos;
}

class UnitReader {
public:
    UnitReader(const Dimensions& dimensions, diagnostics::Diagnostics& findings) : dimensions_(dimensions), findings_(findings) {}

    void read(const Node& table) {
        const Fields fields(table, "unit", findings_);
        fields.refuseOthers({"symbol", "factor", "of", "spellings", "source", "note"});
        quantity::Unit unit;
        unit.symbol = fields.text("symbol");
        unit.factor = readPositiveFactor(fields, unit.symbol, findings_);
        unit.dimension = readDimension(fields, dimensions_, findings_);
        static_cast<void>(fields.text("source"));
        static_cast<void>(fields.optionalText("note"));
        std::vector<std::string> spellings;
        for (const Node* spelling : fields.optionalTexts("spellings")) {
            if (claim(unit.symbol, *spelling)) spellings.push_back(spelling->text);
        }
        if (unit.symbol.empty() || !claim(unit.symbol, *table.find("symbol"))) return;
        // Cannot fail: claim() has kept every spelling to one unit.
        units_.add(unit, spellings);
    }

    // A spelling that several units are called by.
    void refuse(const Node& table) {
        const Fields fields(table, "ambiguous", findings_);
        fields.refuseOthers({"spelling", "meant", "note"});
        static_cast<void>(fields.optionalText("note"));
        const std::string spelling = fields.text("spelling");
        std::vector<std::string> meant;
        for (const Node* each : fields.optionalTexts("meant"))
            meant.push_back(each->text);
        if (!spelling.empty() && claim(spelling, *table.find("spelling"))) units_.refuse(spelling, std::move(meant));
    }

    quantity::UnitTable take() { return std::move(units_); }

private:
    // False after a finding: the spelling is another's, or none that can be read back.
    bool claim(const std::string& symbol, const Node& spelling) {
        if (!canSpell(spelling.text)) {
            findings_.add(Kind::BadUnitSpelling, spelling.span, {{"spelling", Name{spelling.text}}});
            return false;
        }
        const auto [first, isNew] = taken_.emplace(quantity::normaliseUnit(spelling.text), spelling.span);
        if (!isNew) {
            findings_.add(Kind::DuplicateUnit, spelling.span, {{"unit", Name{symbol}}, {"spelling", Name{spelling.text}}})
                .note(Kind::FirstHere, first->second);
        }
        return isNew;
    }

    const Dimensions& dimensions_;
    diagnostics::Diagnostics& findings_;
    quantity::UnitTable units_;
    std::map<std::string, source::Span> taken_;
};

}  // namespace

quantity::UnitTable readUnits(const document::Node& root, diagnostics::Diagnostics& findings) {
    refuseOtherLists(root, "units", {"dimension", "unit", "ambiguous"}, findings);
    const Dimensions dimensions = readDimensions(root, findings);
    UnitReader reader(dimensions, findings);
    for (const Node* table : tablesOf(root, "unit", findings))
        reader.read(*table);
    if (root.find("ambiguous") != nullptr) {
        for (const Node* table : tablesOf(root, "ambiguous", findings))
            reader.refuse(*table);
    }
    return reader.take();
}

void proposeUnits(diagnostics::Diagnostic& finding, const quantity::UnitTable& units, std::string_view text) {
    std::vector<std::string> names;
    if (const std::vector<std::string>* meant = units.meaningsOf(text)) {
        names = *meant;
    } else {
        names = source::closest(text, units.spellings());
    }
    if (!names.empty()) finding.note(Kind::DidYouMean, {}, {{"names", Names{names}}});
}

}  // namespace assay::registers
