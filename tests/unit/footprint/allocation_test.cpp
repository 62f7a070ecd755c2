#include "case.hpp"

namespace assay::footprint::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

// 5 000 t CO2e for 800 t of copper and 3 200 t of acid; a functional unit is 1 t.
std::string smelter(const std::string& allocation, const std::string& ofCopper = {}, const std::string& ofAcid = {}) {
    return R"(
gwp_set = "AR6"
products = [
  { id = "copper", process = "smelting", functional_unit = "1 t" },
  { id = "acid", process = "acid_made", functional_unit = "1 t" },
]
[[processes]]
id = "smelting"
output = "800 t"
)" + allocation +
           ofCopper + R"(
[[flows]]
id = "everything"
process = "smelting"
amount = "1 t"
factor = "5000 tCO2e/t"
[[flows]]
id = "acid_made"
process = "smelting"
kind = "co_product"
amount = "3200 t"
)" + ofAcid;
}

}  // namespace

// By mass each takes the same per tonne: 5 000 / 4 000 = 1.25 t/t.
TEST(AllocationOfCoProducts, ByMass) {
    const Case read(smelter("allocation = \"mass\"\n"));
    EXPECT_EQ(read.found(), "");
    EXPECT_EQ(read.total("copper"), "1250");
    EXPECT_EQ(read.total("acid"), "1250");
}

// 800 x 60 000 = 48 000 000 and 3 200 x 300 = 960 000: 50/51 of 5 000 t over 800 t is 625/102 t/t, 1/51 over 3 200 t is 25/816 t/t.
TEST(AllocationOfCoProducts, ByValue) {
    const Case read(smelter("allocation = \"economic\"\n", "price = \"60000 CNY/t\"\n", "price = \"300 CNY/t\"\n"));
    EXPECT_EQ(read.total("copper"), "312500/51");  // 625/102 t = 312 500/51 kg
    EXPECT_EQ(read.total("acid"), "3125/102");     // 25/816 t = 3 125/102 kg
}

TEST(AllocationOfCoProducts, ByStatedSharesThatAreWholeTogether) {
    const Case read(smelter("allocation = \"custom\"\n", "share = \"2/3\"\n", "share = \"1/3\"\n"));
    EXPECT_EQ(read.total("copper"), "12500/3");
    const Case over(smelter("allocation = \"custom\"\n", "share = \"67 %\"\n", "share = \"1/3\"\n"));
    EXPECT_THAT(over.refused("copper"), ElementsAre("SharesNotOne inventory.processes[smelting].share"));
    EXPECT_THAT(over.product("copper").refusals.front().names, ElementsAre("301/300"));
}

// The acid replaces acid made elsewhere at 0.5 t/t: (5 000 - 1 600) / 800 = 4.25 t/t.
TEST(AllocationOfCoProducts, BySystemExpansion) {
    const Case read(smelter("allocation = \"system_expansion\"\n", {}, "factor = \"0.5 tCO2e/t\"\n"));
    EXPECT_EQ(read.total("copper"), "4250");
    EXPECT_THAT(read.refused("acid"), ElementsAre("NoAllocation inventory.processes[smelting].allocation"));
}

TEST(AllocationOfCoProducts, WithoutAMethodNamesIt) {
    const Case read(smelter(""));
    EXPECT_THAT(read.refused("copper"), ElementsAre("NoAllocation inventory.processes[smelting].allocation"));
}

TEST(AllocationOfCoProducts, ByValueNeedsEveryPrice) {
    const Case read(smelter("allocation = \"economic\"\n", "price = \"60000 CNY/t\"\n"));
    EXPECT_THAT(read.refused("copper"), ElementsAre("NoPrice inventory.flows[acid_made].price"));
}

// Copper of 960 000 CNY and acid of -960 000 to 960 000: together they may be worth nothing, and no part of nothing is bounded.
TEST(AllocationOfCoProducts, ByAValueThatMayBeNothingIsRefused) {
    const auto worth = [](const char* low) {
        return Case(smelter("allocation = \"economic\"\n", "price = \"1200 CNY/t\"\n",
                            std::string("price = { min = \"") + low + " CNY/t\", max = \"300 CNY/t\" }\n"));
    };
    EXPECT_THAT(worth("-300").refused("copper"), ElementsAre("NotBounded inventory.flows[acid_made].price"));
    EXPECT_THAT(worth("-299").refused("copper"), IsEmpty());
}

TEST(AllocationOfCoProducts, ByEnergyNeedsEnergies) {
    EXPECT_EQ(Case(smelter("allocation = \"energy\"\n")).refused("copper").front(), "UnitsDoNotFit inventory.processes[smelting].output");
}

}  // namespace assay::footprint::test
