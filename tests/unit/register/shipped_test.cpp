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
}

TEST(ShippedUnits, ReadWhatChineseUsersWrite) {
    const Units units;
    const std::pair<std::string_view, std::string_view> same[] = {
        {"吨", "t"},      {"千克", "kg"},     {"公斤", "kg"}, {"度", "kWh"},   {"千瓦时", "kWh"},   {"kW·h", "kWh"},  {"吉焦", "GJ"},
        {"立方米", "m3"}, {"m³", "m3"},       {"升", "L"},    {"公里", "km"},  {"吨公里", "t.km"},  {"t·km", "t.km"}, {"件", "piece"},
        {"元", "CNY"},    {"功能单位", "FU"}, {"㎡", "m2"},   {"标方", "Nm3"}, {"kgCO₂e", "kgCO2e"}};
    for (const auto& [written, symbol] : same)
        EXPECT_EQ(units.ratio(written, symbol), Rational(1)) << written;
    EXPECT_EQ(units.ratio("万千瓦时", "kWh"), Rational(10'000));
    EXPECT_EQ(units.ratio("万元", "CNY"), Rational(10'000));
}

TEST(ShippedUnits, KeepApartWhatIsNotTheSame) {
    const Units units;
    const std::pair<std::string_view, std::string_view> apart[] = {{"kgCO2", "kgCO2e"}, {"kgCO2e", "kg"},           {"Nm3", "m3"},
                                                                   {"FU", "piece"},     {"kgCO2e/FU", "kgCO2e/kg"}, {"CNY", "piece"}};
    for (const auto& [a, b] : apart) {
        ASSERT_TRUE(units.table.find(a)) << a;
        ASSERT_TRUE(units.table.find(b)) << b;
        EXPECT_FALSE(units.ratio(a, b)) << a << " " << b;
    }
    EXPECT_EQ(units.ratio("mJ", "MJ"), std::nullopt);
    EXPECT_EQ(units.ratio("kgCO2e/t", "tCO2e/kg"), Rational(1, 1'000'000));
}

TEST(ShippedUnits, AllHaveASource) {
    const Units units;
    for (const document::Node& unit : units.reading.root.find("unit")->items)
        EXPECT_FALSE(unit.find("source")->text.empty());
}

}  // namespace assay::registers::test
