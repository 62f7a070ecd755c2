#include "case.hpp"

// How a case writes an inventory, and what is said of mistakes.
namespace assay::footprint::test {

using ::testing::HasSubstr;

namespace {

std::string flow(const std::string& rest) {
    return "gwp_set = \"AR6\"\nproducts = [{ id = \"U1\", process = \"p\", functional_unit = \"1 t\" }]\nprocesses = [{ id = \"p\", output "
           "= \"1 吨\" }]\n[[flows]]\nid = \"a\"\nprocess = \"p\"\n" +
           rest;
}

}  // namespace

TEST(Reading, TakesTablesBesideTheDocument) {
    const Case read(
        "gwp_set = \"AR6\"\nproducts = [{ id = \"U1\", process = \"p\", functional_unit = \"1 t\" }]\n",
        {{"processes", "id,output [t]\np,10\n"},
         {"flows", "id,process,kind,amount [万kWh],amount.evidence,factor,source\npower,p,投入,0.2,E03,0.5 kgCO2e/kWh,现场数据\n"}});
    EXPECT_EQ(read.found(), "");
    EXPECT_EQ(read.total(), "100");  // 2 000 kWh over 10 t
    EXPECT_EQ(read.inventory.flows.at(0).amount->evidence, "E03");
    EXPECT_EQ(read.inventory.flows.at(0).source, DataSource::Site);
}

TEST(Reading, APrintedValueIsAnInterval) {
    const Case read(flow("amount = { value = \"12.3 t\", printed = true }\nfactor = \"1 kgCO2e/t\"\n"));
    EXPECT_EQ(read.total(), "49/4..247/20");  // 12.25 to 12.35
}

TEST(Reading, AnAccuracyIsAnInterval) {
    EXPECT_EQ(Case(flow("amount = { value = \"200 t\", accuracy = \"0.5 %\" }\nfactor = \"1 kgCO2e/t\"\n")).total(), "199..201");
}

TEST(Reading, MistakesAreToldWhereTheyStand) {
    EXPECT_EQ(Case(flow("amonut = \"1 t\"\n")).found(), "E0801@7 \"1 t\"\n");
    EXPECT_EQ(Case(flow("amount = true\n")).found(), "E0802@7 true\n");
    EXPECT_EQ(Case(flow("amount = \"viel\"\n")).found(), "E0802@7 \"viel\"\n");
    EXPECT_EQ(Case(flow("amount = \"1 tt\"\n")).found(), "E0806@7 \"1 tt\"\n");
    EXPECT_EQ(Case(flow("amount = { min = \"2 t\", max = \"1 t\" }\n")).found(), "E0807@7 { min = \"2 t\", max = \"1 t\" }\n");
    EXPECT_EQ(Case(flow("from = \"q\"\n")).found(), "E0805@5 \"a\"\n");
    EXPECT_EQ(Case(flow("kind = \"inputt\"\n")).found(), "E0809@7 \"inputt\"\n");
    EXPECT_EQ(Case("flows = [{ process = \"p\" }]\n").found(), "E0803@1 { process = \"p\" }\n");
    EXPECT_EQ(Case("processes = [{ id = \"p\" }, { id = \"p\" }]\n").found(), "E0804@1 \"p\"\n");
    EXPECT_EQ(Case("processes = []\n", {{"processes", "id,output [t]\np,10\n"}}).found(), "E0808@1 []\n");
}

TEST(Reading, AFactorThatTheRecyclingMethodLeavesOutIsTold) {
    const auto found = [](const std::string& method, const std::string& rest) {
        return Case("recycling = \"" + method + "\"\n" + flow(rest)).found();
    };
    EXPECT_EQ(found("cut_off", "kind = \"scrap_input\"\namount = \"1 t\"\nfactor = \"1 kgCO2e/t\"\n"), "W0801@10 \"1 kgCO2e/t\"\n");
    EXPECT_EQ(found("cut_off", "kind = \"scrap\"\namount = \"1 t\"\nfrom = \"p\"\n"), "W0801@6 \"a\"\n");
    EXPECT_EQ(found("cut_off", "kind = \"scrap\"\namount = \"1 t\"\n"), "");
    EXPECT_EQ(found("cut_off", "amount = \"1 t\"\nfactor = \"1 kgCO2e/t\"\n"), "");
    EXPECT_EQ(found("substitution", "kind = \"scrap_input\"\namount = \"1 t\"\nfactor = \"1 kgCO2e/t\"\n"), "");
}

TEST(Reading, NoAmountIsBelowZero) {
    EXPECT_EQ(Case(flow("amount = \"-1 t\"\n")).found(), "E0810@7 \"-1 t\"\n");
    EXPECT_EQ(Case(flow("amount = { min = \"-1 t\", max = \"2 t\" }\n")).found(), "E0810@7 { min = \"-1 t\", max = \"2 t\" }\n");
    EXPECT_EQ(Case(flow("amount = { value = \"-1 t\", accuracy = \"1 %\" }\n")).found(),
              "E0810@7 { value = \"-1 t\", accuracy = \"1 %\" }\n");
    EXPECT_EQ(Case(flow("amount = \"0 t\"\nfactor = \"1 kgCO2e/t\"\n")).total(), "0");
    EXPECT_EQ(Case(flow("amount = { value = \"0.0 t\", printed = true }\nfactor = \"1 kgCO2e/t\"\n")).total(), "0..1/20");
    EXPECT_EQ(Case(flow("amount = \"1 t\"\nfactor = \"-1 kgCO2e/t\"\n")).total(), "-1") << "a factor may be: what is taken up";
}

TEST(Reading, AnUnknownUnitIsProposed) {
    const Case read(flow("amount = \"1 kgg\"\n"));
    const auto& finding = read.findings.all().at(0);
    ASSERT_EQ(finding.notes.size(), 1U);
    EXPECT_EQ(finding.notes.front().kind, diagnostics::Kind::DidYouMean);
    EXPECT_THAT(diagnostics::sentence(finding.notes.front().kind, finding.notes.front().arguments, diagnostics::Language::English),
                HasSubstr("kg"));
}

}  // namespace assay::footprint::test
