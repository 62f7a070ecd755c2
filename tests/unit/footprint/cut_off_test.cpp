#include "case.hpp"

// P26 with AMB-17 to AMB-20: the kernel gives the ratios of every reading, the rules choose.
namespace assay::footprint::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

std::string omitting(const std::string& omissions, const std::string& ofProduct = "mass = \"200 kg\"\n", const std::string& waste = {}) {
    return "gwp_set = \"AR6\"\n[[products]]\nid = \"U1\"\nprocess = \"p\"\nfunctional_unit = \"1 piece\"\n" + ofProduct +
           "[[processes]]\nid = \"p\"\noutput = \"1 piece\"\n[[flows]]\nid = \"steel\"\nprocess = \"p\"\namount = \"220 kg\"\nfactor = \"2 "
           "kgCO2e/kg\"\n" +
           waste + omissions;
}

std::string omission(const std::string& id, const std::string& mass, const std::string& kind = "input") {
    return "[[omissions]]\nid = \"" + id + "\"\nproduct = \"U1\"\nkind = \"" + kind + "\"\nmass = \"" + mass + "\"\nreason = \"small\"\n";
}

std::string share(const std::string& mass) {
    return exact(Case(omitting(omission("bolts", mass))).product().cutOff.inputsOfProduct);
}

}  // namespace

TEST(CutOffByMass, IsExactAtFivePerCent) {
    EXPECT_EQ(share("9.8 kg"), "49/1000");
    EXPECT_EQ(share("10.0 kg"), "1/20");
    EXPECT_EQ(share("10.2 kg"), "51/1000");
    EXPECT_EQ(share("10.0001 kg"), "100001/2000000");
}

// Product 200 kg, waste 8 kg in all: parts 9 kg are 4.5 %, waste 0.5 kg is 6.25 %; together 4.75 % of the product and 118.75 % of the
// waste.
TEST(CutOffByMass, GivesEveryReadingOfTheBase) {
    const std::string waste = "[[flows]]\nid = \"dross\"\nprocess = \"p\"\nkind = \"waste\"\namount = \"7.5 kg\"\n";
    const Case read(omitting(omission("parts", "9 kg") + omission("sludge", "0.5 kg", "waste"), "mass = \"200 kg\"\n", waste));
    const CutOff& cutOff = read.product().cutOff;
    EXPECT_EQ(exact(cutOff.inputsOfProduct), "9/200");
    EXPECT_EQ(exact(cutOff.wastesOfWaste), "1/16");
    EXPECT_EQ(exact(cutOff.allOfProduct), "19/400");
    EXPECT_EQ(exact(cutOff.allOfWaste), "19/16");
    EXPECT_THAT(cutOff.lacks, IsEmpty());
}

TEST(CutOffByMass, NothingOmittedIsNothingOfWhatever) {
    const Case read(omitting("", ""));
    const CutOff& cutOff = read.product().cutOff;
    EXPECT_EQ(exact(cutOff.inputsOfProduct), "0");
    EXPECT_EQ(exact(cutOff.wastesOfWaste), "0");
}

// Without a mass of the product nothing is measured on it, without any waste nothing on that.
TEST(CutOffByMass, NamesTheMassThatIsMissing) {
    EXPECT_THAT(Case(omitting(omission("bolts", "10 kg"), "")).product().cutOff.lacks,
                ElementsAre("inventory.products[U1].mass", "inventory.products[U1].waste"));
    const Case unweighed(omitting("[[omissions]]\nid = \"bolts\"\nproduct = \"U1\"\n"));
    EXPECT_THAT(unweighed.product().cutOff.lacks, ElementsAre("inventory.omissions[bolts].mass"));
    EXPECT_EQ(exact(unweighed.product().cutOff.inputsOfProduct), "none");
}

// A gas or an energy has no weight that says what it does to the climate.
TEST(CutOffByMass, IsNoMeasureForGasesAndEnergy) {
    const Case gas(omitting("[[omissions]]\nid = \"leak\"\nname = \"HFC-134a\"\nproduct = \"U1\"\nmass = \"0.8 kg\"\n"));
    EXPECT_THAT(gas.implausible(FindingKind::OmittedWithoutMass), ElementsAre("inventory.omissions[leak]"));
    EXPECT_THAT(Case(omitting(omission("light", "3 kWh"))).implausible(FindingKind::OmittedWithoutMass),
                ElementsAre("inventory.omissions[light]"));
    EXPECT_THAT(Case(omitting(omission("bolts", "10 kg"))).implausible(FindingKind::OmittedWithoutMass), IsEmpty());
}

}  // namespace assay::footprint::test
