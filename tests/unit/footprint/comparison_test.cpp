#include "case.hpp"

namespace assay::footprint::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

const char* const sameBasis =
    "gwp_set = \"AR6\"\npcr = \"T/1\"\ndatabase = \"CPCD 2024\"\ngrid_edition = \"2023\"\nboundary = "
    "\"cradle_to_gate\"\nfunctional_unit_text = \"1 件\"\n";

// A valve of 4226.53 kg CO2e, with an earlier value on a basis.
std::string valve(const std::string& previous, const std::string& basis = sameBasis) {
    return basis + "[[products]]\nid = \"U1\"\nprocess = \"p\"\nfunctional_unit = \"1 piece\"\n[products.previous]\n" + previous +
           "[[processes]]\nid = \"p\"\noutput = \"1 piece\"\n[[flows]]\nid = \"casting\"\nprocess = \"p\"\namount = \"1 piece\"\nfactor = "
           "\"4226.53 kgCO2e/piece\"\n";
}

Comparison compared(const std::string& toml) {
    const Case read(toml);
    EXPECT_EQ(read.found(), "");
    return read.product().comparisons.at(0);
}

std::string previous(const std::string& total) {
    return "total = \"" + total + " kgCO2e/FU\"\nfunctional_unit = \"1 piece\"\n" + sameBasis;
}

}  // namespace

TEST(Comparisons, AnIncreaseOfATenthIsExact) {
    EXPECT_EQ(exact(compared(valve(previous("3842.3"))).change), "1/10");
    EXPECT_EQ(exact(compared(valve(previous("4226.53"))).change), "0");
    EXPECT_EQ(compared(valve(previous("3842.3"))).datum, "inventory.products[U1].previous.total");
}

TEST(Comparisons, AnotherBasisIsToBeRestated) {
    std::string other = previous("3842.3");
    other.replace(other.find("2023"), 4, "2022");
    const Comparison comparison = compared(valve(other));
    EXPECT_EQ(exact(comparison.change), "none");
    EXPECT_THAT(comparison.restate, ElementsAre("inventory.products[U1].previous.grid_edition"));
}

TEST(Comparisons, EveryPartOfTheBasisCounts) {
    const Comparison comparison = compared(valve("total = \"3842.3 kgCO2e/FU\"\n"));
    EXPECT_EQ(comparison.restate.size(), 7U);
}

// The words may be the same and the amount another: 3842.3 for two pieces is no value for one.
TEST(Comparisons, TheAmountOfTheFunctionalUnitCounts) {
    std::string two = previous("3842.3");
    two.replace(two.find("1 piece"), 7, "2 piece");
    EXPECT_THAT(compared(valve(two)).restate, ElementsAre("inventory.products[U1].previous.functional_unit"));
    std::string thousand = previous("3842.3");
    thousand.replace(thousand.find("1 piece"), 7, "1 t");
    EXPECT_THAT(compared(valve(thousand)).restate, ElementsAre("inventory.products[U1].previous.functional_unit"));
}

// What neither side states is not known to be the same.
TEST(Comparisons, ABasisThatIsStatedNowhereIsNoCommonBasis) {
    const Comparison comparison =
        compared(valve("total = \"3842.3 kgCO2e/FU\"\nfunctional_unit = \"1 piece\"\ngwp_set = \"AR6\"\n", "gwp_set = \"AR6\"\n"));
    EXPECT_EQ(exact(comparison.change), "none");
    EXPECT_THAT(comparison.restate, ElementsAre("inventory.products[U1].previous.pcr", "inventory.products[U1].previous.database",
                                                "inventory.products[U1].previous.grid_edition", "inventory.products[U1].previous.boundary",
                                                "inventory.products[U1].previous.functional_unit_text"));
}

TEST(Comparisons, AChangeFromNothingIsNoPercentage) {
    EXPECT_THAT(compared(valve(previous("0"))).restate, ElementsAre("inventory.products[U1].previous.total"));
}

TEST(Comparisons, AClaimStandsOnTheBasisOfTheProduct) {
    std::string toml = valve(previous("3842.3"));
    toml.replace(toml.find("[products.previous]"), 19, "[products.claim]\ntotal = \"4000 kgCO2e/FU\"\n[products.previous]");
    const Case read(toml);
    EXPECT_EQ(exact(read.product().comparisons.at(0).change), "22653/400000");
    EXPECT_THAT(read.product().comparisons.at(0).restate, IsEmpty());
}

}  // namespace assay::footprint::test
