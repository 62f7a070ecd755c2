#include "case.hpp"

// What is missing names itself, and refuses the products that rest on it alone.
namespace assay::footprint::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

std::string one(const std::string& flows, const std::string& head = "gwp_set = \"AR6\"\n",
                const std::string& unit = "functional_unit = \"1 t\"\n") {
    return head + "[[products]]\nid = \"U1\"\nprocess = \"p\"\n" + unit + "[[processes]]\nid = \"p\"\noutput = \"1 t\"\n" + flows;
}

std::string flow(const std::string& id, const std::string& rest) {
    return "[[flows]]\nid = \"" + id + "\"\nprocess = \"p\"\n" + rest;
}

const char* const leak = "kind = \"emission\"\ngas = \"NF3\"\namount = \"1 kg\"\n";

}  // namespace

TEST(Refusals, NoFunctionalUnit) {
    EXPECT_THAT(Case(one("", "gwp_set = \"AR6\"\n", "")).refused(), ElementsAre("NoFunctionalUnit inventory.products[U1].functional_unit"));
}

TEST(Refusals, NoGwpSet) {
    EXPECT_THAT(Case(one(flow("a", leak), "")).refused(), ElementsAre("NoGwpSet inventory.gwp_set"));
}

// The second assessment report gives NF3 no potential.
TEST(Refusals, NoPotentialOfAGasUnlessThereIsNoneOfIt) {
    EXPECT_THAT(Case(one(flow("a", leak), "gwp_set = \"SAR\"\n")).refused(), ElementsAre("NoGwp inventory.flows[a].gas"));
    EXPECT_EQ(Case(one(flow("a", "kind = \"emission\"\ngas = \"NF3\"\namount = \"0 kg\"\n"), "gwp_set = \"SAR\"\n")).total(), "0");
}

TEST(Refusals, NoFactor) {
    EXPECT_THAT(Case(one(flow("slab", "amount = \"1 t\"\n"))).refused(), ElementsAre("NoFactor inventory.flows[slab].factor"));
}

TEST(Refusals, NoAmount) {
    EXPECT_THAT(Case(one(flow("slab", "factor = \"1 kgCO2e/kg\"\n"))).refused(), ElementsAre("NoAmount inventory.flows[slab].amount"));
}

TEST(Refusals, UnknownFactorAndGas) {
    EXPECT_THAT(Case(one(flow("a", "amount = \"1 t\"\nfactor = \"nobody.has.this\"\n"))).refused(),
                ElementsAre("UnknownFactor inventory.flows[a].factor"));
    EXPECT_THAT(Case(one(flow("a", "kind = \"emission\"\ngas = \"XF9\"\namount = \"1 kg\"\n"))).refused(),
                ElementsAre("UnknownGas inventory.flows[a].gas"));
}

TEST(Refusals, ARowFromMemoryUnlessTheCaseAcceptsIt) {
    std::string id;
    const Case none("");
    for (const registers::Factor& factor : none.data.factors.all()) {
        if (factor.status == registers::Status::FromMemory && factor.kind == registers::FactorKind::DirectCo2 && factor.value)
            id = factor.id;
    }
    ASSERT_NE(id, "") << "the shipped tables mark a direct factor M";
    const std::string used = flow("a", "kind = \"emission\"\namount = \"1 t\"\nfactor = \"" + id + "\"\n");
    EXPECT_EQ(Case(one(used)).refused().front(), "UnverifiedFactor inventory.flows[a].factor");
    for (const Refusal& refusal : Case(one(used, "gwp_set = \"AR6\"\naccept_unverified = true\n")).product().refusals)
        EXPECT_NE(refusal.kind, RefusalKind::UnverifiedFactor);
}

// The fifth report's potential of fossil methane is marked M in the shipped table.
TEST(Refusals, APotentialFromMemoryUnlessTheCaseAcceptsIt) {
    const std::string methane = flow("a", "kind = \"emission\"\ngas = \"CH4-fossil\"\namount = \"1 kg\"\n");
    EXPECT_THAT(Case(one(methane, "gwp_set = \"AR5\"\n")).refused(), ElementsAre("UnverifiedFactor inventory.flows[a].gas"));
    const Case accepted(one(methane, "gwp_set = \"AR5\"\naccept_unverified = true\n"));
    EXPECT_EQ(accepted.total(), "30");
    ASSERT_EQ(accepted.product().gaps.size(), 1U);
    EXPECT_EQ(accepted.product().gaps.front().kind, GapKind::UnverifiedUsed);
    EXPECT_THAT(accepted.product().gaps.front().names, ElementsAre("GWP AR5 CH4-fossil"));
    EXPECT_THAT(Case(one(methane)).refused(), IsEmpty()) << "the sixth report's is verified";
}

TEST(Refusals, AnOutputOfNothing) {
    std::string toml = one("");
    toml.replace(toml.find("output = \"1 t\""), 14, "output = \"0 t\"");
    EXPECT_THAT(Case(toml).refused(), ElementsAre("NoOutput inventory.processes[p].output"));
}

TEST(Refusals, LeaveOtherProductsQuantified) {
    const Case read(
        "gwp_set = \"AR6\"\nproducts = [{ id = \"U1\", process = \"p\", functional_unit = \"1 t\" }, { id = \"U2\", process = \"q\", "
        "functional_unit = \"1 t\" }]\n"
        "processes = [{ id = \"p\", output = \"1 t\" }, { id = \"q\", output = \"2 t\" }]\n"
        "flows = [{ id = \"a\", process = \"p\", amount = \"1 t\" }, { id = \"b\", process = \"q\", amount = \"1 t\", factor = \"3 "
        "tCO2e/t\" }]\n");
    EXPECT_EQ(read.total("U1"), "refused");
    EXPECT_EQ(read.total("U2"), "1500");
    EXPECT_THAT(read.refused("U2"), IsEmpty());
}

TEST(Refusals, AnIntervalInALoopWithoutABound) {
    EXPECT_THAT(Case(one(flow("own", "amount = { min = \"0.5 t\", max = \"1.5 t\" }\nfrom = \"p\"\n"))).refused(),
                ElementsAre("NotBounded inventory.processes[p]"));
    EXPECT_EQ(Case(one(flow("own", "amount = { min = \"0.5 t\", max = \"0.75 t\" }\nfrom = \"p\"\n") +
                       flow("a", "amount = \"1 t\"\nfactor = \"1 kgCO2e/t\"\n")))
                  .total(),
              "2..4");
}

}  // namespace assay::footprint::test
