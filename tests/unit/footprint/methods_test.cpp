#include "case.hpp"

// The methods of P29: emission factor, mass balance, measured, combustion.
namespace assay::footprint::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

std::string plate(const std::string& power, const std::string& ofGas = {}, const std::string& more = {}, const std::string& unit = "1 t") {
    return R"(
gwp_set = "AR6"
recycling = "cut_off"
[[products]]
id = "U1"
process = "rolling"
functional_unit = ")" +
           unit + R"("
[[processes]]
id = "rolling"
output = "12000 t"
[[flows]]
id = "power"
process = "rolling"
amount = "6600 MWh"
factor = )" +
           power + R"(
[[flows]]
id = "gas"
process = "rolling"
kind = "fuel"
amount = "1440000 m3"
factor = "2.184 kgCO2e/m3"
)" + ofGas +
           R"(
[[flows]]
id = "slab"
process = "rolling"
amount = "13200 t"
factor = "1.9 tCO2e/t"
)" + more;
}

const char* const footprintFactor = "\"cn.electricity.footprint.2023\"";

std::string one(const std::string& process, const std::string& flows, const std::string& head = "gwp_set = \"AR6\"\n") {
    return head + "[[products]]\nid = \"U1\"\nprocess = \"p\"\nfunctional_unit = \"1 t\"\n[[processes]]\nid = \"p\"\noutput = \"1 t\"\n" +
           process + flows;
}

std::string flow(const std::string& id, const std::string& rest) {
    return "[[flows]]\nid = \"" + id + "\"\nprocess = \"p\"\n" + rest;
}

std::vector<GapKind> gaps(const Case& read) {
    std::vector<GapKind> kinds;
    for (const Gap& gap : read.product().gaps)
        kinds.push_back(gap.kind);
    return kinds;
}

}  // namespace

// 6 600 000 kWh x 0.6205 = 4 095 300; 1 440 000 x 2.184 = 3 144 960; 13 200 x 1 900 = 25 080 000: 32 320 260 kg over 12 000 t.
TEST(EmissionFactors, GiveThePlateExactly) {
    const Case read(plate("\"0.6205 kgCO2e/kWh\""));
    EXPECT_EQ(read.found(), "");
    EXPECT_EQ(read.total(), "538671/200");  // 2693.355
    EXPECT_EQ(Case(plate("\"0.6205 kgCO2e/kWh\"", {}, {}, "1000 kg")).total(), "538671/200");
    EXPECT_EQ(Case(plate("\"620.5 gCO2e/kWh\"", {}, {}, "1000000 g")).total(), "538671/200");
    EXPECT_EQ(read.total(), Case(plate(footprintFactor)).total()) << "the row of 2023";
}

// A derivation says what each part is, in the unit that it counts in.
TEST(EmissionFactors, AreToldInTheDerivation) {
    const Case read(plate(footprintFactor));
    const trace::Step& gas = read.product().derivation.premises.at(1);
    EXPECT_EQ(gas.label.english, "gas");
    EXPECT_EQ(gas.shown, "262.08 kgCO2e");
    EXPECT_EQ(gas.premises.at(0).premises.at(0).label.english, "how often rolling runs");
}

TEST(EmissionFactors, SayWhatThePlateLeavesOut) {
    EXPECT_THAT(gaps(Case(plate("\"0.6205 kgCO2e/kWh\""))), ElementsAre(GapKind::UpstreamNotIncluded, GapKind::MassUnaccounted));
    const Case whole(plate("\"0.6205 kgCO2e/kWh\"", "upstream = \"0.3 kgCO2e/m3\"\n",
                           "[[flows]]\nid = \"scrap\"\nprocess = \"rolling\"\nkind = \"scrap\"\namount = \"1200 t\"\n"));
    EXPECT_THAT(gaps(whole), IsEmpty());
    EXPECT_EQ(whole.total(), "545871/200");  // 432 000 kg more over 12 000 t: 36
}

TEST(FactorKinds, ADirectFactorIsNoFootprintOfElectricity) {
    const Case stated(plate("{ value = \"0.5366 kgCO2/kWh\", kind = \"direct_co2\" }"));
    EXPECT_THAT(stated.refused(), ElementsAre("FactorKindMixed inventory.flows[power].factor"));
    EXPECT_THAT(stated.product().refusals.front().names, ElementsAre("direct_co2", "life_cycle_co2e"));
    // By its unit alone it is one too.
    EXPECT_THAT(Case(plate("\"0.5366 kgCO2/kWh\"")).refused(), ElementsAre("FactorKindMixed inventory.flows[power].factor"));
    // Declared in CO2e, but as a direct factor.
    EXPECT_THAT(Case(plate("{ value = \"0.5366 kgCO2e/kWh\", kind = \"direct_co2\" }")).refused(),
                ElementsAre("FactorKindMixed inventory.flows[power].factor"));
}

// Neither bought, nor burnt, nor given off: the row is for the accounts of organisations.
TEST(FactorKinds, ADirectRowOfElectricityStandsNowhere) {
    for (const char* kind : {"input", "fuel", "emission"}) {
        const Case read(
            one("", flow("power", std::string("kind = \"") + kind + "\"\namount = \"100 kWh\"\nfactor = \"cn.grid.cn.2022\"\n")));
        EXPECT_THAT(read.refused(), ElementsAre("FactorKindMixed inventory.flows[power].factor")) << kind;
    }
}

// 1 000 kg x 25.8 GJ/t x 26.1 tC/TJ x 0.93 x 44/12 = 2296.17... exactly 25.8 x 26.1 x 0.93 x 44 / 12 kg/t.
TEST(Combustion, IsEnergyTimesCarbonTimesOxidisedPart) {
    const std::string coal = flow("coal",
                                  "kind = \"fuel\"\nmethod = \"combustion\"\namount = \"1 t\"\nncv = \"25.8 GJ/t\"\ncarbon_per_energy = "
                                  "\"26.1 t/TJ\"\noxidation = \"93 %\"\n");
    const Case read(one("", coal));
    EXPECT_EQ(read.found(), "");
    EXPECT_EQ(
        read.total(),
        (quantity::Rational(258, 10) * quantity::Rational(261, 10) * quantity::Rational(93, 100) * quantity::Rational(44, 12)).exact());
    EXPECT_THAT(gaps(read), ElementsAre(GapKind::UpstreamNotIncluded));
}

TEST(Combustion, NamesTheFigureThatIsMissing) {
    const std::string coal =
        flow("coal", "kind = \"fuel\"\nmethod = \"combustion\"\namount = \"1 t\"\nncv = \"25.8 GJ/t\"\noxidation = 0.93\n");
    EXPECT_THAT(Case(one("", coal)).refused(), ElementsAre("NoFactor inventory.flows[coal].carbon_per_energy"));
}

// 420 kg of coke with 83 % carbon and 60 kg of scrap with 4 % in, 1 000 kg of steel with 1 % out: (348.6 + 2.4 - 10) x 44/12.
TEST(MassBalance, IsCarbonInLessCarbonOut) {
    const std::string flows = flow("coke", "amount = \"420 kg\"\ncarbon = \"83 %\"\nfactor = \"0 kgCO2e/kg\"\n") +
                              flow("scrap", "kind = \"scrap_input\"\namount = \"60 kg\"\ncarbon = \"4 %\"\n") +
                              flow("co2", "kind = \"emission\"\nmethod = \"mass_balance\"\n");
    const std::string head = "gwp_set = \"AR6\"\nrecycling = \"cut_off\"\n";
    EXPECT_EQ(Case(one("carbon = \"1 %\"\n", flows, head)).total(), "3751/3");  // 341 x 44/12
    EXPECT_THAT(Case(one("", flows, head)).refused(), ElementsAre("NoCarbonContent inventory.processes[p].carbon"));
    EXPECT_THAT(Case(one("carbon = \"40 %\"\n", flows, head)).refused(), ElementsAre("MassBalanceNegative inventory.flows[co2]"));
}

// 100 kg of coke with 83 % carbon burnt, 1 000 kg with 1 % out: 73 x 44/12. What has no weight is in no balance.
TEST(MassBalance, TakesInTheFuelThatHasNoMethodOfItsOwn) {
    const auto with = [](const char* fuel) {
        return Case(one("carbon = \"1 %\"\n", flow("coke", std::string("kind = \"fuel\"\nupstream = \"0 kgCO2e/kg\"\n") + fuel) +
                                                  flow("co2", "kind = \"emission\"\nmethod = \"mass_balance\"\n")));
    };
    EXPECT_EQ(with("amount = \"100 kg\"\ncarbon = \"83 %\"\n").total(), "803/3");
    EXPECT_THAT(with("amount = \"100 kg\"\n").refused(), ElementsAre("NoCarbonContent inventory.flows[coke].carbon"));
    EXPECT_EQ(with("amount = \"100 m3\"\ncarbon = \"83 %\"\n").refused().front(), "NoFactor inventory.flows[coke].factor");
}

// 100.1 kg of carbon in 1 100 kg leave as carbon dioxide: the mass closes, in a functional unit of a tenth too.
TEST(MassBalance, AccountsForTheCarbonThatLeaves) {
    const auto with = [](const char* carbon) {
        const std::string flows =
            flow("iron", std::string("amount = \"1100 kg\"\ncarbon = \"") + carbon + "\"\nfactor = \"0 kgCO2e/kg\"\n") +
            flow("co2", "kind = \"emission\"\nmethod = \"mass_balance\"\n");
        std::string toml = one("carbon = \"0 %\"\n", flows);
        return toml.replace(toml.find("functional_unit = \"1 t\""), 23, "functional_unit = \"100 kg\"");
    };
    EXPECT_THAT(gaps(Case(with("9.1 %"))), IsEmpty());
    EXPECT_THAT(gaps(Case(with("4.5 %"))), ElementsAre(GapKind::MassUnaccounted));
}

// 0.8 kg of N2O measured, AR6 273: 218.4 kg.
TEST(Measured, IsCharacterisedWithTheSetOfTheCalculation) {
    const std::string stack = flow("stack", "kind = \"emission\"\nmethod = \"measured\"\ngas = \"N2O\"\namount = \"0.8 kg\"\n");
    EXPECT_EQ(Case(one("", stack)).total(), "1092/5");
    EXPECT_EQ(Case(one("", stack, "gwp_set = \"AR5\"\n")).total(), "212");  // 265
}

// R-410A in AR6 is the half of HFC-32 and HFC-125: 2255.5.
TEST(Measured, ABlendIsItsParts) {
    EXPECT_EQ(Case(one("", flow("leak", "kind = \"emission\"\ngas = \"R-410A\"\namount = \"2 kg\"\n"))).total(), "4511");
}

TEST(Gases, AreToldApart) {
    const Case read(one("", flow("a", "kind = \"emission\"\ngas = \"CH4-fossil\"\namount = \"1 kg\"\n") +
                                flow("b", "kind = \"emission\"\ngas = \"HFC-134a\"\namount = \"0.1 kg\"\norigin = \"biogenic\"\n")));
    EXPECT_EQ(read.total(), "914/5");  // 29.8 + 153
    EXPECT_EQ(read.product().byGas.front().name, "HFC-134a");
    EXPECT_EQ(exact(read.product().biogenic), "153");
    EXPECT_EQ(exact(read.product().fossil), "149/5");
    EXPECT_EQ(exact(read.product().landUse), "0");
}

TEST(Pieces, BecomeMassByTheMassOfAPiece) {
    const std::string bolts = flow("bolts", "amount = \"40 piece\"\nfactor = \"2 kgCO2e/kg\"\n");
    EXPECT_THAT(Case(one("", bolts)).refused(), ElementsAre("UnitsDoNotFit inventory.flows[bolts].factor"));
    EXPECT_EQ(Case(one("", bolts + "piece_mass = \"0.25 kg/piece\"\n")).total(), "20");
}

TEST(NormalVolume, IsNoVolume) {
    EXPECT_THAT(Case(one("", flow("gas", "kind = \"fuel\"\namount = \"100 Nm3\"\nfactor = \"2.184 kgCO2e/m3\"\n"))).refused(),
                ElementsAre("UnitsDoNotFit inventory.flows[gas].factor"));
}

TEST(Recycling, OfScrapFollowsTheStatedMethod) {
    const std::string scrap = flow("billet", "amount = \"1.25 t\"\nfactor = \"8 tCO2e/t\"\n") +
                              flow("scrap", "kind = \"scrap\"\namount = \"0.25 t\"\nfactor = \"8 tCO2e/t\"\n");
    EXPECT_THAT(Case(one("", scrap)).refused(), ElementsAre("NoRecyclingMethod inventory.recycling"));
    EXPECT_EQ(Case(one("", scrap, "gwp_set = \"AR6\"\nrecycling = \"cut_off\"\n")).total(), "10000");
    EXPECT_EQ(Case(one("", scrap, "gwp_set = \"AR6\"\nrecycling = \"closed_loop\"\n")).total(), "8000");
}

TEST(Sources, ShareOfTheSite) {
    const std::string flows = flow("a", "amount = \"1 t\"\nfactor = \"3 kgCO2e/t\"\nsource = \"site\"\n") +
                              flow("b", "amount = \"1 t\"\nfactor = \"1 kgCO2e/t\"\nsource = \"次级数据\"\n");
    EXPECT_EQ(exact(Case(one("", flows)).product().siteShare), "3/4");
    const Case silent(one("", flows + flow("c", "amount = \"1 t\"\nfactor = \"1 kgCO2e/t\"\n")));
    EXPECT_EQ(exact(silent.product().siteShare), "none");
    EXPECT_THAT(silent.product().siteLacks, ElementsAre("inventory.flows[c].source"));
}

TEST(Derivations, ReachDatumFactorAndEvidence) {
    const Case read(one(
        "", flow("power",
                 "name = \"电力\"\namount = { value = \"10 kWh\", evidence = \"E07\" }\nfactor = \"cn.electricity.footprint.2023\"\n")));
    ASSERT_EQ(read.found(), "");
    const trace::Step& total = read.product().derivation;
    EXPECT_EQ(total.op, "sum");
    EXPECT_EQ(total.conclusion, "1241/200");  // 6.205
    ASSERT_EQ(total.premises.size(), 1U);
    const trace::Step& part = total.premises.front();
    EXPECT_EQ(part.subject, "电力");
    EXPECT_EQ(part.premises.at(1).subject, "cn.electricity.footprint.2023");
    const trace::Step& amount = part.premises.at(0);
    EXPECT_EQ(amount.premises.back().subject, "inventory.flows[power].amount");
    EXPECT_EQ(amount.premises.back().evidence, "E07");
    EXPECT_TRUE(amount.premises.back().caseSpan.valid());
}

}  // namespace assay::footprint::test
