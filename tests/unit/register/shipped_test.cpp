// The registers that are shipped with the PV10 rule set.
#include <fstream>
#include <iterator>
#include <optional>

#include "assay/register/clauses.hpp"
#include "assay/register/units.hpp"
#include "read.hpp"

namespace assay::registers::test {

using quantity::Rational;

namespace {

std::string shipped(const std::string& name) {
    std::ifstream file(std::string(ASSAY_ROOT) + "/rules/cgc-pv10/" + name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Units {
    Reading reading{shipped("units.toml")};
    quantity::UnitTable table = readUnits(reading.root, reading.findings);

    // How many `to` one `from` is; empty: they measure different things, or one is unknown.
    [[nodiscard]] std::optional<Rational> ratio(std::string_view from, std::string_view to) const {
        const auto a = table.find(from);
        const auto b = table.find(to);
        if (!a || !b || !(a->dimension == b->dimension)) return std::nullopt;
        return a->factor / b->factor;
    }
};

}  // namespace

TEST(ShippedClauses, AreReadWithoutAFinding) {
    Reading reading(shipped("clauses.toml"));
    const ClauseRegister clauses = readClauses(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "");
    EXPECT_EQ(clauses.all().size(), 377U);
    for (const std::string id : {"F.5", "P17.5", "P32.6", "P59.n", "P103", "A1.17", "A2.10.2", "A2.14.5"})
        EXPECT_NE(clauses.find(id), nullptr) << id;
    EXPECT_EQ(clauses.find("P2.1")->computable, Computable::Recorded);
}

TEST(ShippedUnits, AreReadWithoutAFinding) {
    EXPECT_EQ(Units().reading.found(), "");
}

TEST(ShippedUnits, ConvertExactly) {
    const Units units;
    EXPECT_EQ(units.ratio("t", "kg"), Rational(1'000));
    EXPECT_EQ(units.ratio("mg", "g"), Rational(1, 1'000));
    EXPECT_EQ(units.ratio("kWh", "MJ"), Rational(18, 5));
    EXPECT_EQ(units.ratio("MWh", "GJ"), Rational(18, 5));
    EXPECT_EQ(units.ratio("tCO2e", "gCO2e"), Rational(1'000'000));
    EXPECT_EQ(units.ratio("m3", "L"), Rational(1'000));
    EXPECT_EQ(units.ratio("亩", "m2"), Rational(2'000, 3));
    EXPECT_EQ(units.ratio("tce", "GJ"), Rational(293'076, 10'000));
    EXPECT_EQ(units.ratio("kcal", "kJ"), Rational(41'868, 10'000));
    EXPECT_EQ(units.ratio("lb", "g"), Rational(45'359'237, 100'000));
    EXPECT_EQ(units.ratio("oz", "lb"), Rational(1, 16));
    EXPECT_EQ(units.ratio("short_ton", "lb"), Rational(2'000));
    EXPECT_EQ(units.ratio("long_ton", "lb"), Rational(2'240));
    EXPECT_EQ(units.ratio("两", "g"), Rational(50));
    EXPECT_EQ(units.ratio("担", "斤"), Rational(100));
    EXPECT_EQ(units.ratio("kcal_th", "J"), Rational(4'184));
    EXPECT_EQ(units.ratio("kcal_15", "J"), Rational(41'855, 10));
    EXPECT_EQ(units.ratio("kcal", "cal"), Rational(1'000));
    EXPECT_EQ(units.ratio("kgce", "kcal"), Rational(7'000));
    EXPECT_EQ(units.ratio("MMBtu", "Btu"), Rational(1'000'000));
    EXPECT_EQ(units.ratio("toe", "kcal"), Rational(10'000'000));
    EXPECT_EQ(units.ratio("cuft", "ft.m2"), Rational(9'290'304, 100'000'000));  // 0.3048 x 0.3048
    EXPECT_EQ(units.ratio("gal", "L"), Rational(3'785'411'784, 1'000'000'000));
    EXPECT_EQ(units.ratio("mi", "ft"), Rational(5'280));
    EXPECT_EQ(units.ratio("nmi", "m"), Rational(1'852));
    EXPECT_EQ(units.ratio("acre", "ft.ft"), Rational(43'560));
    EXPECT_EQ(units.ratio("ha", "亩"), Rational(15));
    EXPECT_EQ(units.ratio("a", "d"), Rational(365));
    EXPECT_EQ(units.ratio("MW", "mW"), Rational(1'000'000'000));
    EXPECT_EQ(units.ratio("MJ", "mJ"), Rational(1'000'000'000));
    EXPECT_EQ(units.ratio("‰", "ppm"), Rational(1'000));
}

TEST(ShippedUnits, ReadWhatChineseUsersWrite) {
    const Units units;
    const std::pair<std::string_view, std::string_view> same[] = {{"吨", "t"},           {"千克", "kg"},
                                                                  {"公斤", "kg"},        {"度", "kWh"},
                                                                  {"千瓦时", "kWh"},     {"kW·h", "kWh"},
                                                                  {"吉焦", "GJ"},        {"立方米", "m3"},
                                                                  {"m³", "m3"},          {"升", "L"},
                                                                  {"公里", "km"},        {"吨公里", "t.km"},
                                                                  {"t·km", "t.km"},      {"件", "piece"},
                                                                  {"元", "CNY"},         {"功能单位", "FU"},
                                                                  {"㎡", "m2"},          {"标方", "Nm3"},
                                                                  {"kgCO₂e", "kgCO2e"},  {"KWH", "kWh"},
                                                                  {"Kwh", "kWh"},        {"kW·h", "kWh"},
                                                                  {"ｋＷ·ｈ", "kWh"},    {"kgCO₂/(kW·h)", "kgCO2/kWh"},
                                                                  {"大卡", "kcal"},      {"百万千焦", "GJ"},
                                                                  {"吨标煤", "tce"},     {"公斤标准煤", "kgce"},
                                                                  {"公吨·公里", "t.km"}, {"吨产品", "t"},
                                                                  {"㎥", "m3"},          {"M3", "m3"},
                                                                  {"标立方", "Nm3"},     {"人·公里", "person.km"},
                                                                  {"pkm", "person.km"},  {"车公里", "vehicle.km"},
                                                                  {"￥", "CNY"},         {"RMB", "CNY"},
                                                                  {"分钟", "min"},       {"天", "d"}};
    for (const auto& [written, symbol] : same)
        EXPECT_EQ(units.ratio(written, symbol), Rational(1)) << written;
    EXPECT_EQ(units.ratio("万千瓦时", "kWh"), Rational(10'000));
    EXPECT_EQ(units.ratio("万元", "CNY"), Rational(10'000));
    EXPECT_EQ(units.ratio("亿千瓦时", "kWh"), Rational(100'000'000));
    EXPECT_EQ(units.ratio("万标方", "Nm3"), Rational(10'000));
    EXPECT_EQ(units.ratio("万大卡", "kcal"), Rational(10'000));
    EXPECT_EQ(units.ratio("万吨公里", "t.km"), Rational(10'000));
    EXPECT_EQ(units.ratio("tCO₂/万Nm³", "kgCO2/Nm3"), Rational(1, 10));
    EXPECT_EQ(units.ratio("GJ/万Nm3", "MJ/Nm3"), Rational(1, 10));
    EXPECT_EQ(units.ratio("tC/TJ", "tC/GJ"), Rational(1, 1'000));
}

TEST(ShippedUnits, KeepApartWhatIsNotTheSame) {
    const Units units;
    const std::pair<std::string_view, std::string_view> apart[] = {{"kgCO2", "kgCO2e"},
                                                                   {"kgCO2e", "kg"},
                                                                   {"Nm3", "m3"},
                                                                   {"FU", "piece"},
                                                                   {"kgCO2e/FU", "kgCO2e/kg"},
                                                                   {"CNY", "piece"},
                                                                   {"Sm3", "m3"},
                                                                   {"Sm3", "Nm3"},
                                                                   {"Sm3_15C", "Sm3"},
                                                                   {"USD", "CNY"},
                                                                   {"EUR", "USD"},
                                                                   {"件", "个"},
                                                                   {"个", "只"},
                                                                   {"台", "套"},
                                                                   {"支", "根"},
                                                                   {"片", "张"},
                                                                   {"卷", "件"},
                                                                   {"person.km", "t.km"},
                                                                   {"vehicle.km", "person.km"}};
    for (const auto& [a, b] : apart) {
        ASSERT_TRUE(units.table.find(a)) << a;
        ASSERT_TRUE(units.table.find(b)) << b;
        EXPECT_FALSE(units.ratio(a, b)) << a << " " << b;
    }
    EXPECT_EQ(units.ratio("kgCO2e/t", "tCO2e/kg"), Rational(1, 1'000'000));
}

TEST(ShippedUnits, RefuseWhatMayMeanSeveral) {
    const Units units;
    for (const std::string_view word : {"里", "加仑", "T", "G", "标煤", "计费吨"}) {
        EXPECT_FALSE(units.table.find(word)) << word;
        ASSERT_NE(units.table.meaningsOf(word), nullptr) << word;
        for (const std::string& meant : *units.table.meaningsOf(word))
            EXPECT_TRUE(units.table.find(meant)) << meant;
    }
}

TEST(ShippedUnits, AllHaveASource) {
    const Units units;
    for (const document::Node& unit : units.reading.root.find("unit")->items)
        EXPECT_FALSE(unit.find("source")->text.empty());
}

}  // namespace assay::registers::test
