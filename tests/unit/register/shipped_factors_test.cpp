// The factors, potentials and working days that are shipped with the PV10 rule set. What can be computed from other
// figures is computed again, so that a slip of the pen is found.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "assay/register/calendars.hpp"
#include "assay/register/factors.hpp"
#include "assay/register/units.hpp"
#include "read.hpp"

namespace assay::registers::test {

using quantity::Date;
using quantity::Rational;

namespace {

const std::filesystem::path ruleSet = std::filesystem::path(ASSAY_ROOT) / "rules" / "cgc-pv10";

// Everything in the folder `data`, read as the rule set reads it.
class ShippedFactors : public testing::Test {
protected:
    void SetUp() override {
        units = readUnits(toml("units.toml"), findings);
        readSources(toml("data/sources.toml"), factors, findings);
        gwps = readGwps(toml("data/gwp.toml"), factors, findings);
        std::vector<std::filesystem::path> tables;
        for (const auto& entry : std::filesystem::directory_iterator(ruleSet / "data")) {
            if (entry.path().extension() == ".csv") tables.push_back(entry.path());
        }
        std::sort(tables.begin(), tables.end());
        for (const std::filesystem::path& path : tables) {
            const auto table = document::readCsv(sources, sources.add(path.filename().string(), text(path)), findings);
            ASSERT_TRUE(table) << path;
            readFactors(*table, sources, units, gwps, factors, findings);
        }
        for (const diagnostics::Diagnostic& finding : findings.all()) {
            ADD_FAILURE() << diagnostics::code(finding.kind) << ' ' << sources.file(finding.span.source).name << ':'
                          << sources.begin(finding.span).line << ' ' << sources.text(finding.span);
        }
    }

    document::Node toml(const std::string& name) {
        auto root = document::readToml(sources, sources.add(name, text(ruleSet / name)), findings);
        EXPECT_TRUE(root) << name;
        return root ? std::move(*root) : document::Node();
    }

    static std::string text(const std::filesystem::path& path) {
        std::ifstream file(path, std::ios::binary);
        EXPECT_TRUE(file) << path;
        return {std::istreambuf_iterator<char>(file), {}};
    }

    [[nodiscard]] const Factor& factor(const std::string& id) const {
        const Factor* found = factors.find(id);
        if (found == nullptr) throw std::runtime_error("no factor " + id);
        return *found;
    }

    // The figure in the coherent units of the table: kg, J, m3.
    [[nodiscard]] Rational coherent(const std::string& id) const { return *factor(id).value * factor(id).unit.factor; }
    [[nodiscard]] Rational printed(const std::string& id) const { return *factor(id).value; }
    [[nodiscard]] Rational gwp(std::string_view gas, GwpSet set) const { return gwps.gwp(gas, set).value().value; }

    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    quantity::UnitTable units;
    FactorTable factors;
    GwpTable gwps;
};

Rational decimal(std::string_view text) {
    return Rational::parse(text).value();
}

// `value` rounded to as many places as `places`, a half up.
Rational rounded(const Rational& value, int places) {
    return decimal(value.decimal(places));
}

Date day(std::string_view text) {
    return Date::parse(text).value();
}

}  // namespace

TEST_F(ShippedFactors, AreAllThere) {
    // 20 fuels x 5 without one calorific value; metals; carbonates; grids; services; 13 x 4 and 16 x 3 fuels; steel processes.
    EXPECT_EQ(factors.all().size(), 99U + 85U + 16U + 91U + 8U + 52U + 48U + 7U);
    EXPECT_EQ(factors.sources().size(), 16U);
    for (const FactorSource& source : factors.sources()) {
        const bool named =
            std::any_of(factors.all().begin(), factors.all().end(), [&](const Factor& each) { return each.source == source.id; });
        const bool inGwps = source.id == "gwp-table" || source.id == "ipcc-ar6-wg1-7" || source.id == "ipcc-ar5-wg1-8";
        EXPECT_TRUE(named || inGwps) << source.id;
    }
}

// NCV x carbon x oxidation x 44/12, to the six places that are printed.
TEST_F(ShippedFactors, TheFuelsOf2025AgreeWithTheirOwnArithmetic) {
    std::size_t fuels = 0;
    for (const Factor& printedFactor : factors.all()) {
        if (!printedFactor.id.starts_with("cn2025.") || printedFactor.kind != FactorKind::DirectCo2) continue;
        ++fuels;
        const std::string fuel = "cn2025." + printedFactor.subject;
        const Rational computed = coherent(fuel + ".ncv") * coherent(fuel + ".carbon") * coherent(fuel + ".oxidation") * Rational(44, 12) /
                                  printedFactor.unit.factor;
        EXPECT_EQ(rounded(computed, 6), *printedFactor.value) << fuel;
    }
    EXPECT_EQ(fuels, 13U);
}

// tC/GJ there, tC/TJ here: read in the right unit the two families differ by a few per cent, in the wrong one by 1000.
TEST_F(ShippedFactors, TheTwoFuelFamiliesAreOfOneSize) {
    std::size_t compared = 0;
    for (const Factor& older : factors.all()) {
        if (!older.id.starts_with("cnsector.") || older.kind == FactorKind::Oxidation) continue;
        const Factor* newer = factors.find("cn2025." + older.id.substr(std::string("cnsector.").size()));
        if (newer == nullptr) continue;
        ++compared;
        EXPECT_EQ(newer->unit.dimension, older.unit.dimension) << older.id;
        const Rational ratio = *older.value * older.unit.factor / (*newer->value * newer->unit.factor);
        EXPECT_GT(ratio, Rational(3, 4)) << older.id;
        EXPECT_LT(ratio, Rational(4, 3)) << older.id;
    }
    EXPECT_EQ(compared, 26U);
}

TEST_F(ShippedFactors, TheSectorFuelsAreNamedForAllThreeFigures) {
    std::size_t fuels = 0;
    for (const Factor& each : factors.all()) {
        if (!each.id.starts_with("cnsector.") || each.kind != FactorKind::NetCalorificValue) continue;
        ++fuels;
        const std::string fuel = "cnsector." + each.subject;
        EXPECT_EQ(factor(fuel + ".carbon").unit.symbol, "tC/GJ");
        EXPECT_GE(printed(fuel + ".oxidation"), Rational(93, 100)) << fuel;
        EXPECT_LE(printed(fuel + ".oxidation"), Rational(99, 100)) << fuel;
    }
    EXPECT_EQ(fuels, 16U);
}

// The reader holds a value to its bounds; each fuel has bounds, and both gases for both sectors.
TEST_F(ShippedFactors, TheFuelsOfIpccAreComplete) {
    std::size_t fuels = 0;
    for (const Factor& each : factors.all()) {
        if (!each.id.starts_with("ipcc2006.") || each.unit.symbol != "kgCO2/TJ") continue;
        ++fuels;
        const std::string fuel = "ipcc2006." + each.subject;
        ASSERT_TRUE(each.bounds) << fuel;
        EXPECT_LT(*each.bounds->low, *each.value) << fuel;
        EXPECT_LT(*each.value, *each.bounds->high) << fuel;
        EXPECT_EQ(factor(fuel + ".ch4.energy").gas, "CH4");
        EXPECT_EQ(factor(fuel + ".ch4.manufacturing").gas, "CH4");
        EXPECT_EQ(factor(fuel + ".n2o").gas, "N2O");
        if (each.subject != "industrial_wastes") {
            EXPECT_EQ(factor(fuel + ".ncv").unit.symbol, "GJ/t");
        }
    }
    EXPECT_EQ(fuels, 20U);
}

// Molar masses in thousandths, IUPAC, rounded to three places.
TEST_F(ShippedFactors, CarbonatesFollowFromTheirFormula) {
    const Rational co2(44'009, 1'000);
    const std::pair<std::string, Rational> carbonates[] = {
        {"caco3", {100'086, 1'000}}, {"mgco3", {84'313, 1'000}}, {"feco3", {115'853, 1'000}}, {"mnco3", {114'946, 1'000}}};
    const Rational tolerance(2, 100'000);  // a unit of the last printed place, and the rounding of the molar masses
    for (const auto& [name, mass] : carbonates)
        EXPECT_LE((printed("ipcc2006." + name + ".co2") - co2 / mass).abs(), tolerance) << name;
    EXPECT_LE((printed("ipcc2006.camg_co3_2.co2") - 2 * co2 / Rational(184'399, 1'000)).abs(), tolerance);
    EXPECT_EQ(printed("stoichiometry.na2co3.co2"), Rational(22, 53));
    EXPECT_EQ(rounded(printed("stoichiometry.na2co3.co2"), 6), decimal("0.415094"));
    EXPECT_EQ(rounded(printed("stoichiometry.lime.co2"), 6), decimal("0.785714"));
    EXPECT_EQ(printed("stoichiometry.methane.co2"), decimal("2.75"));
    EXPECT_EQ(factor("ipcc2006.na2co3.co2").status, Status::FromMemory);
}

TEST_F(ShippedFactors, DefaultsOfMixedRoutesAreTheirMeans) {
    const auto share = [&](const std::string& of, const std::string& route) { return printed("ipcc2006." + of + '.' + route); };
    const Rational steel = share("steel_global_average", "bof") * printed("ipcc2006.bof_steel.co2") +
                           share("steel_global_average", "eaf") * printed("ipcc2006.eaf_steel.co2") +
                           share("steel_global_average", "ohf") * printed("ipcc2006.ohf_steel.co2");
    EXPECT_EQ(rounded(steel, 2), printed("ipcc2006.steel_global_average.co2"));
    const Rational lead =
        share("lead.isf", "share") * printed("ipcc2006.lead.isf.co2") + share("lead.ds", "share") * printed("ipcc2006.lead.ds.co2");
    EXPECT_EQ(rounded(lead, 2), printed("ipcc2006.lead.co2"));
    const Rational zinc =
        share("zinc.isf", "share") * printed("ipcc2006.zinc.isf.co2") + share("zinc.waelz", "share") * printed("ipcc2006.zinc.waelz.co2");
    EXPECT_EQ(rounded(zinc, 2), printed("ipcc2006.zinc.co2"));
    EXPECT_EQ(share("steel_global_average", "bof") + share("steel_global_average", "eaf") + share("steel_global_average", "ohf"),
              Rational(1));
}

// A transcription puts 0.1 g/t of coke and 0.07 kg/t of sinter in one column.
TEST_F(ShippedFactors, MethaneOfCokeAndSinterAreInTheirOwnUnits) {
    EXPECT_EQ(coherent("ipcc2006.coke.ch4"), Rational(1, 10'000'000));
    EXPECT_EQ(coherent("ipcc2006.sinter.ch4"), Rational(7, 100'000));
}

TEST_F(ShippedFactors, BlendsAreComputedFromTheirParts) {
    EXPECT_EQ(gwp("R-410A", GwpSet::Sar), Rational(1725));
    EXPECT_EQ(gwp("R-410A", GwpSet::Ar4), decimal("2087.5"));
    EXPECT_EQ(gwp("R-410A", GwpSet::Ar5), decimal("1923.5"));
    EXPECT_EQ(gwp("R-410A", GwpSet::Ar6), decimal("2255.5"));
    EXPECT_EQ(gwp("R-404A", GwpSet::Sar), Rational(3260));
    EXPECT_EQ(gwp("R-404A", GwpSet::Ar4), decimal("3921.6"));
    EXPECT_EQ(gwp("R-407C", GwpSet::Sar), decimal("1525.5"));
    EXPECT_EQ(gwp("R-507", GwpSet::Sar), Rational(3300));
    EXPECT_EQ(gwp("R410A", GwpSet::Ar4), gwp("R-410A", GwpSet::Ar4));
}

TEST_F(ShippedFactors, PotentialsCarryTheirMarks) {
    EXPECT_EQ(gwp("HFC-134a", GwpSet::Ar5), Rational(1300));
    EXPECT_EQ(gwp("四氟乙烷", GwpSet::Ar6), Rational(1530));
    EXPECT_EQ(gwp("CH4-fossil", GwpSet::Ar6), decimal("29.8"));
    EXPECT_EQ(gwps.gwp("CH4-fossil", GwpSet::Ar6)->status, Status::Verified);
    EXPECT_EQ(gwps.gwp("CH4-fossil", GwpSet::Ar5)->status, Status::FromMemory);
    EXPECT_EQ(gwps.gwp("CH4-fossil", GwpSet::Ar5Feedback)->status, Status::FromMemory);
    EXPECT_EQ(gwps.gwp("CH4-fossil", GwpSet::Ar4), std::nullopt) << "that report does not split methane";
    EXPECT_EQ(gwps.gwp("NF3", GwpSet::Sar), std::nullopt);
    for (const Gas& gas : gwps.gases()) {
        for (const GwpSet set : {GwpSet::Ar5, GwpSet::Ar5Feedback, GwpSet::Ar6})
            EXPECT_TRUE(gwps.gwp(gas.id, set)) << gas.id << ' ' << word(set);
    }
    for (const GwpSet set : {GwpSet::Sar, GwpSet::Ar4, GwpSet::Ar5, GwpSet::Ar5Feedback, GwpSet::Ar6})
        EXPECT_EQ(gwp("CO2", set), Rational(1));
}

TEST_F(ShippedFactors, AGridFactorIsNoFootprint) {
    EXPECT_EQ(factor("cn.grid.cn.2022").kind, FactorKind::DirectCo2);
    EXPECT_EQ(printed("cn.grid.cn.2022"), decimal("0.5366"));
    EXPECT_EQ(factor("cn.electricity.footprint.2023").kind, FactorKind::LifeCycleCo2e);
    EXPECT_EQ(printed("cn.electricity.footprint.2023"), decimal("0.6205"));
    EXPECT_EQ(printed("cn.electricity.footprint.2024"), decimal("0.5777"));
    for (const Factor& each : factors.all()) {
        if (each.id.starts_with("cn.grid.")) {
            EXPECT_EQ(each.kind, FactorKind::DirectCo2) << each.id;
        }
    }
}

TEST_F(ShippedFactors, GridsStandByAreaAndYear) {
    const auto count = [&](const std::string& year) {
        return std::count_if(factors.all().begin(), factors.all().end(), [&](const Factor& each) {
            return each.id.starts_with("cn.grid.") && each.year && std::to_string(*each.year) == year;
        });
    };
    EXPECT_EQ(count("2020"), 1);
    EXPECT_EQ(count("2021"), 40) << "the country in three ways, seven grids, thirty provinces";
    EXPECT_EQ(count("2022"), 40);
    EXPECT_EQ(count("2023"), 10) << "of provinces none was found";
    EXPECT_EQ(factor("cn.grid.gd.2022").region, "CN-GD");
    EXPECT_EQ(factor("cn.grid.cn_residual.2021").status, Status::FromMemory);
    EXPECT_EQ(factor("cn.grid.north.2021").status, Status::SecondHand);
    EXPECT_EQ(factor("cn.grid.north.2022").status, Status::Verified);
}

TEST(ShippedCalendar, HoldsTheDaysOfTheNotices) {
    std::ifstream file(ruleSet / "calendars" / "cn.toml", std::ios::binary);
    Reading reading{{std::istreambuf_iterator<char>(file), {}}};
    const CalendarRegister read = readCalendar(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "");

    using Kind = quantity::CalendarDay::Kind;
    // Days off and worked weekends, counted in the notices.
    const std::tuple<int, int, int> years[] = {{2024, 28, 8}, {2025, 28, 5}, {2026, 33, 6}};
    for (const auto& [year, off, worked] : years) {
        ASSERT_TRUE(read.calendar.knows(year)) << year;
        const auto& days = read.calendar.years().at(year).days;
        const auto count = [&](Kind kind) {
            return std::count_if(days.begin(), days.end(), [&](const auto& each) { return each.kind == kind; });
        };
        EXPECT_EQ(count(Kind::Holiday), off) << year;
        EXPECT_EQ(count(Kind::WorkedWeekend), worked) << year;
        EXPECT_EQ(read.sources.at(year).status, Status::Verified) << year;
    }
    EXPECT_EQ(read.calendar.isWorkingDay(day("2024-02-09")), true) << "New Year's Eve of 2024 is left to employers";
    EXPECT_EQ(read.calendar.isWorkingDay(day("2024-02-18")), true);
    EXPECT_EQ(read.calendar.isWorkingDay(day("2025-01-26")), true);
    EXPECT_EQ(read.calendar.isWorkingDay(day("2025-01-28")), false);
    EXPECT_EQ(read.calendar.isWorkingDay(day("2025-10-08")), false);
    EXPECT_EQ(read.calendar.isWorkingDay(day("2025-10-11")), true);
    EXPECT_EQ(read.calendar.isWorkingDay(day("2026-01-02")), false);
    EXPECT_EQ(read.calendar.isWorkingDay(day("2026-02-28")), true);
    EXPECT_EQ(read.calendar.isWorkingDay(day("2027-01-04")), std::nullopt);
    EXPECT_EQ(read.calendar.find(day("2025-10-06"))->chinese, "国庆节、中秋节");
}

}  // namespace assay::registers::test
