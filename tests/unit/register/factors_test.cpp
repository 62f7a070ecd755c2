#include "assay/register/factors.hpp"

#include "read.hpp"

namespace assay::registers::test {

using quantity::Rational;

namespace {

// Rows below a head that names every column.
class Factors : public testing::Test {
protected:
    void SetUp() override {
        const auto unit = [&](const std::string& symbol, Rational factor, const std::string& base) {
            ASSERT_TRUE(units.add({symbol, std::move(factor), {{{base, 1}}}}));
        };
        unit("kg", 1, "mass");
        unit("t", 1000, "mass");
        unit("kgCO2", 1, "co2");
        unit("kgCO2e", 1, "co2e");
        unit("GJ", 1'000'000'000, "energy");
        unit("kWh", 3'600'000, "energy");
        FactorSource source;
        source.id = "ipcc";
        ASSERT_TRUE(table.addSource(source));
        ASSERT_TRUE(gwps.add({"CH4", "methane", "甲烷", {"甲烷"}, {}, {}}));
    }

    void read(const std::string& rows, const std::string& head = std::string(allColumns)) {
        const auto csv = document::readCsv(sources, sources.add("factors.csv", head + '\n' + rows), findings);
        ASSERT_TRUE(csv);
        readFactors(*csv, sources, units, gwps, table, findings);
    }

    // "E0364@2 a": code, line and what is marked.
    [[nodiscard]] std::string found() const {
        std::string lines;
        for (const diagnostics::Diagnostic& finding : findings.all()) {
            lines += std::string(diagnostics::code(finding.kind)) + '@' + std::to_string(sources.begin(finding.span).line) + ' ' +
                     std::string(sources.text(finding.span)) + '\n';
        }
        return lines;
    }

    static constexpr std::string_view allColumns =
        "id,kind,subject,value,low,high,unit,gas,gwp,region,year,technology,rank,name_en,name_zh,source,locator,status,note";

    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    quantity::UnitTable units;
    GwpTable gwps;
    FactorTable table;
};

}  // namespace

TEST_F(Factors, AreReadWithAllTheySay) {
    read("coal.ch4,gas_emission,coal,10,3,30,kg/GJ,甲烷,AR6,CN,2006,boiler,2,\"coal, CH4\",煤,ipcc,table 2.3,S,n\n");
    EXPECT_EQ(found(), "");
    const Factor* factor = table.find("coal.ch4");
    ASSERT_NE(factor, nullptr);
    EXPECT_EQ(factor->kind, FactorKind::GasEmission);
    EXPECT_EQ(factor->subject, "coal");
    EXPECT_EQ(factor->value, Rational(10));
    ASSERT_TRUE(factor->bounds);
    EXPECT_EQ(factor->bounds->low, Rational(3));
    EXPECT_EQ(factor->bounds->high, Rational(30));
    EXPECT_EQ(factor->unit.symbol, "kg/GJ");
    EXPECT_EQ(factor->unit.factor, Rational(1, 1'000'000'000));
    EXPECT_EQ(factor->gas, "CH4") << "by its id, however it is written";
    EXPECT_EQ(factor->gwp, GwpSet::Ar6);
    EXPECT_EQ(factor->region, "CN");
    EXPECT_EQ(factor->year, 2006);
    EXPECT_EQ(factor->technology, "boiler");
    EXPECT_EQ(factor->rank, 2);
    EXPECT_EQ(factor->english, "coal, CH4");
    EXPECT_EQ(factor->chinese, "煤");
    EXPECT_EQ(factor->source, "ipcc");
    EXPECT_EQ(factor->locator, "table 2.3");
    EXPECT_EQ(factor->status, Status::SecondHand);
    EXPECT_EQ(factor->note, "n");
    EXPECT_EQ(sources.text(factor->span), "coal.ch4");
}

TEST_F(Factors, MayLeaveOutWhatIsNotKnown) {
    read("grid,life_cycle_co2e,power,0.6205,kgCO2e/kWh,grid,电网,ipcc,p. 1,M\n",
         "id,kind,subject,value,unit,name_en,name_zh,source,locator,status");
    EXPECT_EQ(found(), "");
    const Factor* factor = table.find("grid");
    ASSERT_NE(factor, nullptr);
    EXPECT_EQ(factor->value, Rational(1241, 2000));
    EXPECT_FALSE(factor->bounds);
    EXPECT_FALSE(factor->gwp);
    EXPECT_FALSE(factor->year);
    EXPECT_FALSE(factor->rank);
    EXPECT_EQ(factor->gas, "");
    EXPECT_EQ(factor->status, Status::FromMemory) << "carried with its mark";
}

TEST_F(Factors, HaveAValueOrBoundsThatHoldIt) {
    const auto row = [](const std::string& id, const std::string& figures) {
        return id + ",direct_co2,coal," + figures + ",kgCO2/GJ,,,,,,,coal,煤,ipcc,t,V,\n";
    };
    read(row("value", "2,,") + row("bounds", ",1,3") + row("both", "2,1,3") + row("at_low", "1,1,3") + row("at_high", "3,1,3") +
         row("point", "2,2,2"));
    EXPECT_EQ(found(), "");
    read(row("none", ",,") + row("low_alone", "2,1,") + row("high_alone", ",,3") + row("swapped", ",3,1") + row("below", "0.999,1,3") +
         row("above", "3.001,1,3"));
    EXPECT_EQ(found(), "E0364@2 none\nE0364@3 low_alone\nE0364@4 high_alone\nE0364@5 swapped\nE0364@6 below\nE0364@7 above\n");
    EXPECT_EQ(table.all().size(), 6U) << "a row with a finding is left out";
}

TEST_F(Factors, MeasureWhatTheirKindSays) {
    const auto row = [](const std::string& kind, const std::string& unit) {
        return kind + unit + ',' + kind + ",coal,1,,," + unit + ",CH4,,,,,,coal,煤,ipcc,t,V,\n";
    };
    read(row("direct_co2", "kgCO2/kWh") + row("life_cycle_co2e", "kgCO2e/kWh") + row("gas_emission", "kg/GJ") +
         row("gas_emission", "kg/t") + row("net_calorific_value", "GJ/t") + row("carbon_per_energy", "t/GJ") +
         row("carbon_content", "kg/kg") + row("carbon_content", "") + row("oxidation", "") + row("share", "kg/kg") + row("slope", "kg/t"));
    EXPECT_EQ(found(), "");
    read(row("direct_co2", "kgCO2e/kWh") + row("life_cycle_co2e", "kgCO2/kWh") + row("gas_emission", "kgCO2/GJ") +
         row("net_calorific_value", "t/GJ") + row("carbon_per_energy", "GJ/t") + row("carbon_content", "kg/GJ") + row("oxidation", "kg") +
         row("slope", "kgCO2e/t"));
    EXPECT_EQ(found(),
              "E0365@2 direct_co2\nE0365@3 life_cycle_co2e\nE0365@4 gas_emission\nE0365@5 net_calorific_value\n"
              "E0365@6 carbon_per_energy\nE0365@7 carbon_content\nE0365@8 oxidation\nE0365@9 slope\n");
}

TEST_F(Factors, WithoutSourceOrStatusAreFindings) {
    read("a,direct_co2,coal,1,,,kgCO2/GJ,,,,,,,coal,煤,,t,V,\nb,direct_co2,coal,1,,,kgCO2/GJ,,,,,,,coal,煤,ipcc,t,,\n");
    EXPECT_EQ(found(), "E0131@2 a\nE0131@3 b\n");
    EXPECT_TRUE(table.all().empty());
}

TEST_F(Factors, StandOnce) {
    read("a,direct_co2,coal,1,,,kgCO2/GJ,,,,,,,coal,煤,ipcc,t,V,\na,direct_co2,coal,2,,,kgCO2/GJ,,,,,,,coal,煤,ipcc,t,V,\n");
    EXPECT_EQ(found(), "E0361@3 a\n");
    EXPECT_EQ(table.find("a")->value, Rational(1)) << "the first stays";
    ASSERT_EQ(findings.all()[0].notes.size(), 1U);
    EXPECT_EQ(sources.begin(findings.all()[0].notes[0].span).line, 2U);
}

TEST_F(Factors, NameWhatIsDeclared) {
    read(
        "a,direct_co,coal,1,,,kgCO2/GJ,,,,,,,coal,煤,ipcc,t,V,\n"
        "b,direct_co2,coal,1,,,kgCO2/J,,,,,,,coal,煤,ipcc,t,V,\n"
        "c,direct_co2,coal,1,,,kgCO2/GJ,CH5,,,,,,coal,煤,ipcc,t,V,\n"
        "d,direct_co2,coal,1,,,kgCO2/GJ,,AR7,,,,,coal,煤,ipcc,t,V,\n"
        "e,direct_co2,coal,1,,,kgCO2/GJ,,,,,,,coal,煤,ipc,t,V,\n"
        "f,direct_co2,coal,1,,,kgCO2/GJ,,,,,,,coal,煤,ipcc,t,v,\n"
        "g,gas_emission,coal,1,,,kg/GJ,,,,,,,coal,煤,ipcc,t,V,\n");
    EXPECT_EQ(found(), "E0137@2 direct_co\nE0309@3 kgCO2/J\nE0362@4 CH5\nE0137@5 AR7\nE0362@6 ipc\nE0137@7 v\nE0131@8 g\n");
}

TEST_F(Factors, HaveNumbersWhereNumbersStand) {
    read(
        "a,direct_co2,coal,\"1,5\",,,kgCO2/GJ,,,,,,,coal,煤,ipcc,t,V,\n"
        "b,direct_co2,coal,1,,,kgCO2/GJ,,,,23,,,coal,煤,ipcc,t,V,\n"
        "c,direct_co2,coal,1,,,kgCO2/GJ,,,,,,5,coal,煤,ipcc,t,V,\n"
        "d,direct_co2,coal,1,,,kgCO2/GJ,,,,2023.5,,,coal,煤,ipcc,t,V,\n");
    EXPECT_EQ(found(), "E0363@2 \"1,5\"\nE0861@3 23\nE0861@4 5\nE0861@5 2023.5\n");
}

TEST_F(Factors, NeedTheirColumns) {
    read("a,direct_co2\n", "id,kinds");
    EXPECT_EQ(found().substr(0, 15), "E0132@1 kinds\nE") << found();
    EXPECT_EQ(findings.all().size(), 10U) << "one unknown column, nine missing";
    EXPECT_TRUE(table.all().empty());
}

TEST(FactorKinds, AreReadByTheirWords) {
    EXPECT_EQ(factorKindOf("life_cycle_co2e"), FactorKind::LifeCycleCo2e);
    EXPECT_EQ(factorKindOf("slope"), FactorKind::Slope);
    EXPECT_EQ(factorKindOf("footprint"), std::nullopt);
    EXPECT_EQ(word(FactorKind::NetCalorificValue), "net_calorific_value");
}

}  // namespace assay::registers::test
