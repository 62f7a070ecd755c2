#include "assay/register/units.hpp"

#include "read.hpp"

namespace assay::registers::test {

using quantity::Rational;

namespace {

constexpr std::string_view dimensions = "[[dimension]]\nname = 'mass'\n[[dimension]]\nname = 'co2e'\n";

std::string unit(const std::string& keys) {
    return std::string(dimensions) + "[[unit]]\nsource = 's'\n" + keys;
}

}  // namespace

TEST(Units, HaveExactFactorsAndDimensions) {
    Reading reading(unit("symbol = 't'\nfactor = 1000\nof = { mass = 1 }\nspellings = ['吨', 'tonne']\n") +
                    "[[unit]]\nsymbol = 'lb'\nfactor = '45359237/100000000'\nof = { mass = 1 }\nsource = 's'\n"
                    "[[unit]]\nsymbol = 'x'\nfactor = 0.1\nof = { co2e = 1, mass = -2 }\nsource = 's'\n"
                    "[[unit]]\nsymbol = 'y'\nfactor = '2.5'\nof = {}\nsource = 's'\n");
    const quantity::UnitTable units = readUnits(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "");
    ASSERT_TRUE(units.find("吨"));
    EXPECT_EQ(units.find("吨")->factor, Rational(1000));
    EXPECT_EQ(units.find("tonne")->dimension, units.find("t")->dimension);
    EXPECT_EQ(units.find("lb")->factor, Rational(45'359'237, 100'000'000));
    EXPECT_EQ(units.find("x")->factor, Rational(1, 10));
    const std::map<std::string, int> powers = {{"co2e", 1}, {"mass", -2}};
    EXPECT_EQ(units.find("x")->dimension.powers, powers);
    EXPECT_EQ(units.find("y")->factor, Rational(5, 2));
    EXPECT_TRUE(units.find("y")->dimension.isDimensionless());
    EXPECT_FALSE(units.find("T"));
}

TEST(Units, RefuseFactorsThatAreNotPositiveNumbers) {
    for (const std::string factor : {"0", "-1", "'a'", "'1/0'", "'1/'", "'/2'", "'1/2/3'", "true", "''", "[1]", "'-1/2'"}) {
        Reading reading(unit("symbol = 't'\nfactor = " + factor + "\nof = { mass = 1 }\n"));
        static_cast<void>(readUnits(reading.root, reading.findings));
        EXPECT_EQ(reading.found(), "E0140@8 " + factor + "\n");
    }
}

TEST(Units, RefuseExponentsThatAreZeroFractionsOrHuge) {
    for (const std::string exponent : {"0", "10", "-10", "1.0", "'1'", "99999999999999999999"}) {
        Reading reading(unit("symbol = 't'\nfactor = 1\nof = { mass = " + exponent + " }\n"));
        static_cast<void>(readUnits(reading.root, reading.findings));
        EXPECT_EQ(reading.found(), "E0141@9 " + exponent + "\n");
    }
    Reading atTheLimit(unit("symbol = 't'\nfactor = 1\nof = { mass = 9, co2e = -9 }\n"));
    static_cast<void>(readUnits(atTheLimit.root, atTheLimit.findings));
    EXPECT_EQ(atTheLimit.found(), "");
}

TEST(Units, AnUndeclaredDimensionComesWithTheNearestOne) {
    Reading reading(unit("symbol = 't'\nfactor = 1\nof = { co2 = 1 }\n"));
    static_cast<void>(readUnits(reading.root, reading.findings));
    EXPECT_EQ(reading.found(), "E0139@9 co2\n");
    ASSERT_EQ(reading.findings.all()[0].notes.size(), 1U);
    EXPECT_EQ(std::get<diagnostics::Names>(reading.findings.all()[0].notes[0].arguments.at(0).second).texts.at(0), "co2e");
}

TEST(Units, ASpellingNamesOneUnit) {
    Reading reading(unit("symbol = 't'\nfactor = 1000\nof = { mass = 1 }\nspellings = ['吨']\n") +
                    "[[unit]]\nsymbol = 'kt'\nfactor = 1000000\nof = { mass = 1 }\nspellings = ['吨', 't', '千吨']\nsource = 's'\n");
    const quantity::UnitTable units = readUnits(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "E0142@15 '吨'\nE0142@15 't'\n");
    EXPECT_EQ(reading.findings.all()[0].notes.size(), 1U);
    EXPECT_EQ(units.find("吨")->factor, Rational(1000));
    ASSERT_TRUE(units.find("千吨"));
    EXPECT_EQ(units.find("千吨")->factor, Rational(1'000'000));
}

TEST(Units, ASpellingThatJoinsUnitsCannotBeReadBack) {
    for (const std::string spelling : {"t.km", "kg/t", "5kg", "k g", "t\\n"}) {
        Reading reading(unit("symbol = 't'\nfactor = 1\nof = { mass = 1 }\nspellings = [\"" + spelling + "\"]\n"));
        static_cast<void>(readUnits(reading.root, reading.findings));
        EXPECT_EQ(reading.found(), "E0144@10 \"" + spelling + "\"\n");
    }
}

TEST(Units, WrongShapesAreFindings) {
    Reading reading(unit("symbol = 't'\nfactor = 1\nof = 'mass'\nspellings = '吨'\n") +
                    "[[unit]]\nsymbol = 7\nfactor = 1\nof = { mass = 1 }\nspellings = [8]\nsource = ''\nfactors = 2\n");
    static_cast<void>(readUnits(reading.root, reading.findings));
    EXPECT_EQ(reading.found(), "E0143@9 'mass'\nE0135@10 '吨'\nE0132@17 factors\nE0133@12 7\nE0133@16 ''\nE0135@15 8\n");
}

TEST(Units, EveryUnitGivesSymbolFactorDimensionAndSource) {
    Reading reading(std::string(dimensions) + "[[unit]]\n");
    static_cast<void>(readUnits(reading.root, reading.findings));
    EXPECT_EQ(reading.found(), "E0131@5 [[unit]]\nE0131@5 [[unit]]\nE0131@5 [[unit]]\nE0131@5 [[unit]]\n");
}

TEST(Units, ASpellingIsTakenInEveryForm) {
    Reading reading(unit("symbol = 'm3'\nfactor = 1\nof = { mass = 1 }\nspellings = ['m³', '立方', 'a·b']\n"));
    const quantity::UnitTable units = readUnits(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "E0144@10 'a·b'\nE0142@7 'm3'\n") << "m³ is m3; a middle dot joins units";
}

TEST(Units, AmbiguousWordsAreRefusedWithWhatTheyMayMean) {
    Reading reading(unit("symbol = 'km'\nfactor = 1000\nof = { mass = 1 }\n") +
                    "[[ambiguous]]\nspelling = '里'\nmeant = ['km']\nnote = 'n'\n[[ambiguous]]\nspelling = 'km'\nmeant = ['t']\n");
    const quantity::UnitTable units = readUnits(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "E0142@15 'km'\n") << "a unit's spelling is not ambiguous";
    EXPECT_FALSE(units.find("里"));
    ASSERT_NE(units.meaningsOf("里"), nullptr);
    EXPECT_EQ(units.meaningsOf("里")->front(), "km");
    EXPECT_EQ(units.meaningsOf("km"), nullptr);
}

TEST(Units, AnUnknownSpellingIsProposedWhatItMayMeanOrTheNearest) {
    quantity::UnitTable units;
    ASSERT_TRUE(units.add({"kWh", 1, {}}));
    units.refuse("里", {"公里", "海里"});
    diagnostics::Diagnostics findings;
    proposeUnits(findings.add(diagnostics::Kind::UnknownUnit, {}), units, "里");
    proposeUnits(findings.add(diagnostics::Kind::UnknownUnit, {}), units, "kwh");
    proposeUnits(findings.add(diagnostics::Kind::UnknownUnit, {}), units, "furlong");
    const auto names = [&](std::size_t finding) {
        return std::get<diagnostics::Names>(findings.all()[finding].notes.at(0).arguments.at(0).second).texts;
    };
    EXPECT_EQ(names(0), (std::vector<std::string>{"公里", "海里"}));
    EXPECT_EQ(names(1), (std::vector<std::string>{"kWh"}));
    EXPECT_TRUE(findings.all()[2].notes.empty());
}

TEST(Units, ADimensionIsDeclaredOnce) {
    Reading reading(unit("symbol = 't'\nfactor = 1\nof = { mass = 1 }\n") + "[[dimension]]\nname = 'mass'\n[[dimension]]\n");
    static_cast<void>(readUnits(reading.root, reading.findings));
    EXPECT_EQ(reading.found(), "E0138@11 'mass'\nE0131@12 [[dimension]]\n");
    EXPECT_EQ(reading.findings.all()[0].notes.size(), 1U);
}

}  // namespace assay::registers::test
