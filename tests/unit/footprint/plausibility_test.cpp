#include "case.hpp"

// Each finding stands on the inventory that has the fault, and on its twin without it there is none.
namespace assay::footprint::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

std::string one(const std::string& process, const std::string& flows, const std::string& head = {}, const std::string& product = {}) {
    return "gwp_set = \"AR6\"\nrecycling = \"cut_off\"\n" + head +
           "[[products]]\nid = \"U1\"\nprocess = \"p\"\nfunctional_unit = \"1 t\"\n" + product +
           "[[processes]]\nid = \"p\"\noutput = \"1 t\"\n" + process + flows;
}

std::string flow(const std::string& id, const std::string& rest) {
    return "[[flows]]\nid = \"" + id + "\"\nprocess = \"p\"\n" + rest;
}

std::string material(const std::string& amount, const std::string& rest = {}) {
    return flow("material", "amount = \"" + amount + "\"\nfactor = \"1 kgCO2e/kg\"\n" + rest);
}

void twins(FindingKind kind, const std::string& faulty, const std::string& sound, const std::string& datum) {
    const Case bad(faulty);
    EXPECT_EQ(bad.found(), "");
    EXPECT_THAT(bad.implausible(kind), ElementsAre(datum));
    const Case good(sound);
    EXPECT_EQ(good.found(), "");
    EXPECT_THAT(good.implausible(kind), IsEmpty());
}

const char* const process = "inventory.processes[p]";

}  // namespace

// 100 kg of carbon in; 10 kg in the product and 300 kg of CO2, 81.8 kg of carbon, out leave 8 %; 330 kg close.
TEST(Plausibility, CarbonBalance) {
    const auto with = [](const char* co2) {
        return one("carbon = \"1 %\"\n", material("1.1 t", "carbon = \"0 %\"\n") +
                                             flow("coke", "amount = \"125 kg\"\nfactor = \"1 kgCO2e/kg\"\ncarbon = \"80 %\"\n") +
                                             flow("co2", std::string("kind = \"emission\"\ngas = \"CO2\"\namount = \"") + co2 + " kg\"\n"));
    };
    twins(FindingKind::CarbonBalance, with("300"), with("330"), process);
}

TEST(Plausibility, MetalBalance) {
    const auto with = [](const char* slag) {
        return one("metal = \"99 %\"\n", material("2 t", "metal = \"60 %\"\n") +
                                             flow("slag", std::string("kind = \"waste\"\namount = \"1 t\"\nmetal = \"") + slag + "\"\n"));
    };
    twins(FindingKind::MetalBalance, with("5 %"), with("20 %"), process);  // 1.2 t in, 1.04 t or 1.19 t out
}

TEST(Plausibility, YieldAboveOne) {
    twins(FindingKind::YieldAboveOne, one("", material("0.9 t")), one("", material("1.1 t")), process);
}

TEST(Plausibility, LossIgnored) {
    twins(FindingKind::LossIgnored, one("", material("1 t")), one("", material("1.05 t")), process);
    // What leaves as a co-product is no loss that was forgotten.
    const Case joint(one("allocation = \"mass\"\n", material("1.25 t") + flow("offcuts", "kind = \"co_product\"\namount = \"250 kg\"\n")));
    EXPECT_EQ(joint.found(), "");
    EXPECT_THAT(joint.implausible(FindingKind::LossIgnored), IsEmpty());
}

TEST(Plausibility, EnergyBalance) {
    const auto with = [](const char* coal) {
        return "gwp_set = \"AR6\"\n[[products]]\nid = \"U1\"\nprocess = \"p\"\nfunctional_unit = \"1 MWh\"\n[[processes]]\nid = "
               "\"p\"\noutput = \"10 MWh\"\n" +
               flow("coal", std::string("kind = \"fuel\"\namount = \"") + coal + " t\"\nncv = \"25.2 GJ/t\"\nfactor = \"2 tCO2/t\"\n");
    };
    twins(FindingKind::EnergyBalance, with("1"), with("3"), process);  // 36 GJ out of 25.2 GJ or 75.6 GJ
}

TEST(Plausibility, BillNotClosed) {
    twins(FindingKind::BillNotClosed, one("", material("0.9 t"), {}, "mass = \"1 t\"\n"), one("", material("1 t"), {}, "mass = \"1 t\"\n"),
          "inventory.products[U1].mass");
    const std::string scrap = flow("scrap", "kind = \"scrap_input\"\namount = \"0.1 t\"\n");
    EXPECT_THAT(Case(one("", material("0.9 t") + scrap, {}, "mass = \"1 t\"\n")).implausible(FindingKind::BillNotClosed), IsEmpty())
        << "scrap is a material";
}

// 25.8 GJ/t x 26.1 t/TJ x 0.93 x 44/12 = 2.296 t/t.
TEST(Plausibility, FactorCrossCheckAndUnitDecade) {
    const auto with = [](const char* stated, const char* carbon) {
        return one("", flow("coal", std::string("kind = \"fuel\"\namount = \"1 t\"\nncv = \"25.8 GJ/t\"\ncarbon_per_energy = \"") + carbon +
                                        "\"\noxidation = \"93 %\"\nfactor = \"" + stated + "\"\nmethod = \"combustion\"\n"));
    };
    twins(FindingKind::FactorCrossCheck, with("3.1 tCO2/t", "26.1 t/TJ"), with("2.3 tCO2/t", "26.1 t/TJ"), "inventory.flows[coal].factor");
    // tC/GJ written for tC/TJ: a thousand times too much.
    twins(FindingKind::UnitDecade, with("2.3 tCO2/t", "26.1 t/GJ"), with("2.3 tCO2/t", "0.0261 t/GJ"), "inventory.flows[coal].factor");
}

TEST(Plausibility, BlendNotSum) {
    const auto with = [](const char* stated) {
        return one("",
                   flow("leak", std::string("kind = \"emission\"\ngas = \"R-410A\"\namount = \"1 kg\"\nstated_gwp = ") + stated + "\n"));
    };
    twins(FindingKind::BlendNotSum, with("2088"), with("2256"), "inventory.flows[leak].stated_gwp");
}

TEST(Plausibility, TwoSourcesDiffer) {
    const auto with = [](const char* stated) {
        return one("", flow("power", std::string("amount = \"1 kWh\"\nfactor = \"") + stated +
                                         " kgCO2e/kWh\"\nchecked_against = \"cn.electricity.footprint.2023\"\n"));
    };
    twins(FindingKind::TwoSourcesDiffer, with("0.5"), with("0.62"), "inventory.flows[power].factor");
}

// 44.009 / 100.086 = 0.43971.
TEST(Plausibility, Stoichiometry) {
    const auto with = [](const char* stated) {
        return one("", flow("limestone", std::string("kind = \"emission\"\namount = \"1 t\"\nfactor = \"") + stated +
                                             " tCO2/t\"\ncarbonate = \"CaCO3\"\n"));
    };
    twins(FindingKind::Stoichiometry, with("0.5"), with("0.44"), "inventory.flows[limestone].factor");
}

TEST(Plausibility, GwpSetMixed) {
    const auto with = [](const char* set) {
        return one("", flow("slab", std::string("amount = \"1 t\"\nfactor = { value = \"2 tCO2e/t\", gwp = \"") + set + "\" }\n"));
    };
    twins(FindingKind::GwpSetMixed, with("AR4"), with("AR6"), "inventory.flows[slab].factor");
}

TEST(Plausibility, FactorYearAndRegion) {
    const auto with = [](const char* from, const char* region) {
        return one("", flow("power", "amount = \"1 kWh\"\nfactor = \"cn.electricity.footprint.2023\"\n"),
                   std::string("collected_from = ") + from + "-01-01\ncollected_to = " + from + "-12-31\nregion = \"" + region + "\"\n");
    };
    twins(FindingKind::FactorYear, with("2027", "CN"), with("2026", "CN"), "inventory.flows[power].factor");
    twins(FindingKind::FactorRegion, with("2024", "DE"), with("2024", "CN-BJ"), "inventory.flows[power].factor");
}

// 1 t of CO2 from what is burnt: 20 kg of CH4 is a fiftieth.
TEST(Plausibility, GasRatio) {
    const auto with = [](const char* methane) {
        return one("", flow("coal", "kind = \"fuel\"\namount = \"1 t\"\nfactor = \"1 tCO2/t\"\n") +
                           flow("ch4", std::string("kind = \"emission\"\ngas = \"CH4-fossil\"\namount = \"") + methane + " kg\"\n"));
    };
    twins(FindingKind::GasRatio, with("20"), with("5"), process);
}

// A year of a works for a functional unit of 1 kg: both sides are those of the functional unit. CO2e bounds CO2 from above.
TEST(Plausibility, GasRatioOfAFactorInCo2eAndOfALargeOutput) {
    const auto with = [](const char* nitrousOxide) {
        return "gwp_set = \"AR6\"\n[[products]]\nid = \"U1\"\nprocess = \"p\"\nfunctional_unit = \"1 kg\"\n[[processes]]\nid = "
               "\"p\"\noutput = \"12000 t\"\n" +
               flow("gas", "kind = \"fuel\"\namount = \"1000 m3\"\nfactor = \"2 kgCO2e/m3\"\n") +
               flow("stack", std::string("kind = \"emission\"\ngas = \"N2O\"\namount = \"") + nitrousOxide + " kg\"\n");
    };
    twins(FindingKind::GasRatio, with("2.1"), with("2"), process);
}

TEST(Plausibility, DeclaredParts) {
    const auto with = [](const char* biogenic) {
        return one("", material("1.1 t"), {},
                   std::string("claim = { total = \"1100 kgCO2e/FU\", fossil = \"1000 kgCO2e/FU\", biogenic = \"") + biogenic +
                       " kgCO2e/FU\" }\n");
    };
    twins(FindingKind::DeclaredParts, with("50"), with("100"), "inventory.products[U1].claim");
}

}  // namespace assay::footprint::test
