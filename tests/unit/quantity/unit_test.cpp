#include "assay/quantity/unit.hpp"

#include <gmock/gmock.h>

namespace assay::quantity {
namespace {

using testing::ElementsAre;

class Units : public testing::Test {
protected:
    void SetUp() override {
        const Dimension mass{{{"mass", 1}}};
        const Dimension length{{{"length", 1}}};
        const Dimension co2e{{{"co2e", 1}}};
        ASSERT_TRUE(table_.add({"kg", 1, mass}, {"千克", "公斤"}));
        ASSERT_TRUE(table_.add({"t", 1000, mass}, {"吨"}));
        ASSERT_TRUE(table_.add({"T", Rational(1), {{{"magnetic_flux_density", 1}}}}));
        ASSERT_TRUE(table_.add({"km", 1000, length}));
        ASSERT_TRUE(table_.add({"m2", 1, {{{"length", 2}}}}));
        ASSERT_TRUE(table_.add({"m3", 1, {{{"length", 3}}}}, {"立方米"}));
        ASSERT_TRUE(table_.add({"kWh", 3'600'000, {{{"energy", 1}}}}, {"千瓦时"}));
        ASSERT_TRUE(table_.add({"kgCO2e", 1, co2e}));
        ASSERT_TRUE(table_.add({"tCO2e", 1000, co2e}));
        ASSERT_TRUE(table_.add({"FU", 1, {{{"functional_unit", 1}}}}));
        ASSERT_TRUE(table_.add({"%", Rational(1, 100), {}}));
        ASSERT_TRUE(table_.add({"lb", Rational(45359237, 100000000), mass}));
    }

    // "factor dimension", or "unknown".
    [[nodiscard]] std::string meaning(std::string_view text) const {
        const std::optional<Unit> unit = table_.find(text);
        return unit ? unit->factor.exact() + ' ' + describe(unit->dimension) : "unknown";
    }

    UnitTable table_;
};

TEST_F(Units, AreFoundByEverySpelling) {
    EXPECT_EQ(meaning("t"), "1000 mass");
    EXPECT_EQ(meaning("吨"), "1000 mass");
    EXPECT_EQ(meaning("公斤"), "1 mass");
    EXPECT_EQ(meaning("%"), "1/100 1");
    EXPECT_EQ(meaning("lb"), "45359237/100000000 mass");
}

TEST_F(Units, KeepTheSpellingOfTheUser) {
    EXPECT_EQ(table_.find("吨")->symbol, "吨");
    EXPECT_EQ(table_.find("kgCO2e/吨")->symbol, "kgCO2e/吨");
}

TEST_F(Units, TellCaseApart) {
    EXPECT_EQ(meaning("T"), "1 magnetic_flux_density");
    EXPECT_EQ(meaning("KG"), "unknown");
    EXPECT_EQ(meaning("kgco2e"), "unknown");
}

TEST_F(Units, CompoundSpellingsAreReadByTheirParts) {
    EXPECT_EQ(meaning("kgCO2e/t"), "1/1000 co2e/mass");
    EXPECT_EQ(meaning("tCO2e/FU"), "1000 co2e/functional_unit");
    EXPECT_EQ(meaning("t.km"), "1000000 length.mass");
    EXPECT_EQ(meaning("kWh/m2"), "3600000 energy/length2");
    EXPECT_EQ(meaning("kgCO2e/t.km"), "1/1000000 co2e/length.mass") << "the slash divides by everything behind it";
    EXPECT_EQ(meaning("t/kg"), "1000 1");
    EXPECT_EQ(meaning("m3/m2"), "1 length");
}

TEST_F(Units, AFunctionalUnitIsNotAMass) {
    EXPECT_NE(table_.find("kgCO2e/FU")->dimension, table_.find("kgCO2e/kg")->dimension);
}

TEST_F(Units, AChineseCountingWordBindsToTheUnitBehindIt) {
    EXPECT_EQ(meaning("万kWh"), "36000000000 energy");
    EXPECT_EQ(meaning("亿m3"), "100000000 length3");
    EXPECT_EQ(meaning("万吨"), "10000000 mass");
    EXPECT_EQ(meaning("tCO2e/万kWh"), "1/36000000 co2e/energy");
    EXPECT_EQ(meaning("万"), "unknown");
    EXPECT_EQ(meaning("万万kWh"), "unknown");
}

TEST_F(Units, APlainSpellingGoesBeforeACountingWord) {
    ASSERT_TRUE(table_.add({"万t", 7, {{{"special", 1}}}}));
    EXPECT_EQ(meaning("万t"), "7 special");
}

TEST_F(Units, UnknownSpellingsAreRefused) {
    for (const char* text : {"",    "x",     "kgCO2e/x", "x/t", "kg/",  "/kg", "kg.", ".kg", "kg..t", "kg/t/FU", "kg//t", "(kg",
                             "kg)", "kg/(t", "1/t",      "km2", "kWh2", "万",  "/",   ".",   "()",    "kg/()",   " "}) {
        EXPECT_EQ(meaning(text), "unknown") << '"' << text << '"';
    }
}

TEST_F(Units, SpellingsAreReadInTheirPlainForm) {
    for (const char* text :
         {"kgCO₂e/m²", "ｋｇＣＯ２ｅ／ｍ２", "kg CO2e / m2", "kgCO2e/㎡", "kgCO2e／ｍ^２", "kgCO2e/(m²)", "kgCO2e/（m2）"})
        EXPECT_EQ(meaning(text), "1 co2e/length2") << text;
    for (const char* text : {"t·km", "t•km", "t・km", "t⋅km", "t×km", "t*km", "t . km", "ｔ．ｋｍ", "(t·km)"})
        EXPECT_EQ(meaning(text), "1000000 length.mass") << text;
    EXPECT_EQ(meaning("％"), "1/100 1");
    EXPECT_EQ(meaning("万 千瓦时"), "36000000000 energy");
    EXPECT_EQ(meaning("tCO₂e/万m³"), "1/10 co2e/length3");
    EXPECT_EQ(meaning("kgCO2e/(t·km)"), meaning("kgCO2e/t.km"));
}

TEST_F(Units, PlainFormsKeepLetterCase) {
    EXPECT_EQ(normaliseUnit("ｍＷ"), "mW");
    EXPECT_EQ(normaliseUnit("ＭＷ"), "MW");
    EXPECT_EQ(meaning("Ｔ"), "1 magnetic_flux_density");
    EXPECT_EQ(meaning("ｔ"), "1000 mass");
    EXPECT_EQ(normaliseUnit("㎏·㎡"), "kg.m2");
    EXPECT_EQ(normaliseUnit("～！"), "~!") << "the ends of the full-width block";
    EXPECT_EQ(normaliseUnit("￠"), "￠") << "behind its end";
    EXPECT_EQ(normaliseUnit(""), "");
}

TEST_F(Units, ASpellingIsTakenInEveryForm) {
    EXPECT_FALSE(table_.add({"x", 1, {}}, {"ｍ²"}));
    EXPECT_TRUE(table_.add({"CO₂", 1, {{{"gas", 1}}}}));
    EXPECT_EQ(meaning("CO2"), "1 gas");
    EXPECT_EQ(table_.find("ＣＯ2")->symbol, "ＣＯ2") << "shown as written";
}

TEST_F(Units, AnAmbiguousSpellingIsNoUnitAndSaysWhatMayBeMeant) {
    table_.refuse("里", {"公里", "海里"});
    EXPECT_EQ(meaning("里"), "unknown");
    ASSERT_NE(table_.meaningsOf(" 里"), nullptr);
    EXPECT_THAT(*table_.meaningsOf("里"), ElementsAre("公里", "海里"));
    EXPECT_EQ(table_.meaningsOf("公里"), nullptr);
}

TEST_F(Units, ConvertExactly) {
    const Rational pounds = 3 * table_.find("lb")->factor / table_.find("t")->factor;
    EXPECT_EQ(pounds.exact(), "136077711/100000000000");
    const Rational intensity = Rational(9, 5) * table_.find("tCO2e/t")->factor / table_.find("kgCO2e/kg")->factor;
    EXPECT_EQ(intensity, Rational(9, 5));
}

TEST_F(Units, ATakenSpellingAddsNothing) {
    EXPECT_FALSE(table_.add({"kg", 1, {}}));
    EXPECT_FALSE(table_.add({"new", 1, {}}, {"newer", "吨"}));
    EXPECT_EQ(meaning("new"), "unknown");
    EXPECT_EQ(meaning("newer"), "unknown");
}

TEST(UnitTable, ListsSpellingsInOrderOfAddition) {
    UnitTable table;
    ASSERT_TRUE(table.add({"t", 1000, {}}, {"吨"}));
    ASSERT_TRUE(table.add({"kg", 1, {}}, {"kg", "公斤", "公斤"}));
    EXPECT_THAT(table.spellings(), ElementsAre("t", "吨", "kg", "公斤"));
}

TEST(Dimension, ExponentsThatCancelDisappear) {
    const Dimension mass{{{"mass", 1}}};
    const Dimension area{{{"length", 2}}};
    EXPECT_TRUE((mass / mass).isDimensionless());
    EXPECT_EQ(mass * area / area, mass);
    EXPECT_EQ((mass / area) * (area / mass), Dimension());
}

TEST(Dimension, IsDescribedByItsPowers) {
    EXPECT_EQ(describe({}), "1");
    EXPECT_EQ(describe({{{"mass", 1}, {"length", 1}}}), "length.mass");
    EXPECT_EQ(describe({{{"co2e", 1}, {"functional_unit", -1}}}), "co2e/functional_unit");
    EXPECT_EQ(describe({{{"mass", 1}, {"length", -1}, {"time", -2}}}), "mass/length.time2");
    EXPECT_EQ(describe({{{"time", -1}}}), "1/time");
}

}  // namespace
}  // namespace assay::quantity
