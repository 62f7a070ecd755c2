#include <algorithm>
#include <random>

#include "case.hpp"

// Linked processes and loops.
namespace assay::footprint::test {

using quantity::Interval;
using quantity::Rational;
using ::testing::ElementsAre;

namespace {

// Power from fuel, fuel from crude oil; `more` are further flows.
std::string powerFromFuel(const std::string& more = {}) {
    return R"(
gwp_set = "AR6"
products = [{ id = "U1", process = "electricity", functional_unit = "1000 kWh" }]
processes = [
  { id = "electricity", output = "10 kWh" },
  { id = "fuel", output = "100 L" },
]
[[flows]]
id = "fuel_used"
process = "electricity"
amount = "2 L"
from = "fuel"
[[flows]]
id = "co2_power"
process = "electricity"
kind = "emission"
gas = "CO2"
amount = "1 kg"
[[flows]]
id = "so2_power"
process = "electricity"
kind = "release"
name = "SO2"
amount = "0.1 kg"
[[flows]]
id = "crude"
process = "fuel"
kind = "resource"
name = "crude oil"
amount = "50 L"
[[flows]]
id = "co2_fuel"
process = "fuel"
kind = "emission"
gas = "CO2"
amount = "10 kg"
[[flows]]
id = "so2_fuel"
process = "fuel"
kind = "release"
name = "SO2"
amount = "2 kg"
)" + more;
}

std::string powerForFuel(const std::string& amount) {
    return powerFromFuel("[[flows]]\nid = \"power_used\"\nprocess = \"fuel\"\namount = \"" + amount + "\"\nfrom = \"electricity\"\n");
}

std::vector<std::string> scalings(const Case& read) {
    std::vector<std::string> all;
    for (const Scaling& scaling : read.product().scalings)
        all.push_back(scaling.process + " " + exact(scaling.times));
    return all;
}

std::vector<std::string> listed(const Case& read) {
    std::vector<std::string> all;
    for (const Listed& each : read.product().listed)
        all.push_back(each.substance + (each.isTaken ? " taken " : " released ") + exact(each.amount));
    return all;
}

}  // namespace

// 1000 kWh / 10 kWh = 100 runs; 100 x 2 L / 100 L = 2 runs; 100 x 1 + 2 x 10 = 120; 100 x 0.1 + 2 x 2 = 14; 2 x 50 L = 100 L = 1/10 m3.
TEST(Systems, AreSolvedBySubstitutionWithoutALoop) {
    const Case read(powerFromFuel());
    EXPECT_EQ(read.found(), "");
    EXPECT_THAT(scalings(read), ElementsAre("electricity 100", "fuel 2"));
    EXPECT_EQ(read.total(), "120");
    EXPECT_THAT(listed(read), ElementsAre("SO2 released 14", "crude oil taken 1/10"));
}

// e = 100 + 3 f and f = e / 50: 47 e = 5000.
TEST(Systems, ALoopIsSolvedExactly) {
    const Case read(powerForFuel("30 kWh"));
    EXPECT_THAT(scalings(read), ElementsAre("electricity 5000/47", "fuel 100/47"));
    EXPECT_EQ(read.total(), "6000/47");
    EXPECT_THAT(listed(read), ElementsAre("SO2 released 700/47", "crude oil taken 5/47"));
    EXPECT_EQ(rounded(*read.product().total->low, 3, Rounding::HalfUp), "127.660");
}

TEST(Systems, ALoopThatUsesUpWhatItMakesIsRefused) {
    EXPECT_THAT(Case(powerForFuel("500 kWh")).refused(), ElementsAre("Singular inventory.processes[electricity]"));
    EXPECT_THAT(Case(powerForFuel("600 kWh")).refused(), ElementsAre("Singular inventory.processes[electricity]"));
    EXPECT_EQ(Case(powerForFuel("499 kWh")).total(), "60000");
    const Case singular(powerForFuel("500 kWh"));
    EXPECT_THAT(singular.product().refusals.front().names, ElementsAre("electricity", "fuel"));
}

// 3 kWh of each 10 kWh for itself: 1000 = t x (10 - 3).
TEST(Systems, AProcessMayUseItsOwnOutput) {
    const Case read(powerFromFuel("[[flows]]\nid = \"own\"\nprocess = \"electricity\"\namount = \"3 kWh\"\nfrom = \"electricity\"\n"));
    EXPECT_THAT(scalings(read), ElementsAre("electricity 1000/7", "fuel 20/7"));
}

// 2 kWh of heat power are avoided elsewhere for each run of the fuel process: a supplier runs less.
TEST(Systems, AnAvoidedProductIsTakenOff) {
    const Case read(
        powerFromFuel("[[flows]]\nid = \"saved\"\nprocess = \"electricity\"\nkind = \"avoided\"\namount = \"1 L\"\nfrom = \"fuel\"\n"));
    EXPECT_THAT(scalings(read), ElementsAre("electricity 100", "fuel 1"));
    EXPECT_EQ(read.total(), "110");
}

TEST(Systems, AnIntervalIsCarriedThroughALoop) {
    const Case read(powerForFuel("30 kWh") +
                    "[[flows]]\nid = \"more\"\nprocess = \"electricity\"\nkind = \"emission\"\ngas = \"CO2\"\namount = { min = \"1 kg\", "
                    "max = \"2 kg\" }\n");
    // 6000/47 and once or twice 5000/47.
    EXPECT_EQ(read.total(), "11000/47..16000/47");
    EXPECT_THAT(read.product().widenedBy, ElementsAre("inventory.flows[more].amount"));
}

TEST(Systems, ABillOfMaterialsMayBeDeep) {
    std::string toml = "gwp_set = \"AR6\"\nproducts = [{ id = \"U1\", process = \"p0\", functional_unit = \"1 kg\" }]\nprocesses = [\n";
    constexpr int depth = 2000;
    for (int each = 0; each <= depth; ++each)
        toml += "  { id = \"p" + std::to_string(each) + "\", output = \"1 kg\" },\n";
    toml += "]\n";
    for (int each = 0; each < depth; ++each) {
        const std::string number = std::to_string(each);
        toml += "[[flows]]\nid = \"f" + number + "\"\nprocess = \"p" + number + "\"\namount = \"1 kg\"\nfrom = \"p" +
                std::to_string(each + 1) + "\"\n";
    }
    toml +=
        "[[flows]]\nid = \"last\"\nprocess = \"p" + std::to_string(depth) + "\"\nkind = \"emission\"\ngas = \"CO2\"\namount = \"3 kg\"\n";
    EXPECT_EQ(Case(toml).total(), "3");
}

// Random systems of processes that use each other's output, each less than it makes.
struct Generated {
    std::string toml;
    std::string shuffled;
};

Generated generate(std::mt19937& random) {
    const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
    const int processes = 2 + below(5);
    std::vector<std::string> made, flows;
    for (int each = 0; each < processes; ++each) {
        const std::string id = "p" + std::to_string(each);
        made.push_back("[[processes]]\nid = \"" + id + "\"\noutput = \"" + std::to_string(100 + below(50)) + " kg\"\n");
        flows.push_back("[[flows]]\nid = \"e" + id + "\"\nprocess = \"" + id + "\"\nkind = \"emission\"\ngas = \"" +
                        (below(2) == 0 ? "CO2" : "N2O") + "\"\namount = \"" + std::to_string(below(9)) + "." + std::to_string(below(9)) +
                        " kg\"\n");
        for (int other = 0; other < processes; ++other) {
            if (below(3) != 0) continue;
            flows.push_back("[[flows]]\nid = \"f" + id + std::to_string(other) + "\"\nprocess = \"" + id + "\"\namount = \"" +
                            std::to_string(1 + below(9)) + " kg\"\nfrom = \"p" + std::to_string(other) + "\"\n");
        }
    }
    const std::string head = "gwp_set = \"AR5\"\n";
    const std::string product = "[[products]]\nid = \"U1\"\nprocess = \"p0\"\nfunctional_unit = \"7 kg\"\n";
    const auto joined = [](const std::vector<std::string>& all) {
        std::string text;
        for (const std::string& each : all)
            text += each;
        return text;
    };
    Generated generated;
    generated.toml = head + product + joined(made) + joined(flows);
    std::shuffle(made.begin(), made.end(), random);
    std::shuffle(flows.begin(), flows.end(), random);
    generated.shuffled = head + joined(flows) + product + joined(made);
    return generated;
}

TEST(Laws, ContributionsAddUpAndOrderDoesNotMatter) {
    std::mt19937 random(14067);
    constexpr int rounds = 60;
    for (int round = 0; round < rounds; ++round) {
        const Generated generated = generate(random);
        const Case read(generated.toml);
        ASSERT_TRUE(read.product().total) << generated.toml;
        for (const auto* parts : {&read.product().byStage, &read.product().byProcess, &read.product().byInput, &read.product().byGas}) {
            Interval sum = Interval::point(Rational(0));
            for (const Part& part : *parts)
                sum = sum + part.co2e;
            EXPECT_EQ(sum, *read.product().total) << generated.toml;
        }
        EXPECT_EQ(Case(generated.shuffled).total(), read.total()) << generated.toml;
        std::string doubled = generated.toml;
        doubled.replace(doubled.find("\"7 kg\""), 6, "\"14 kg\"");
        EXPECT_EQ(Case(doubled).total(), (*read.product().total->low * Rational(2)).exact()) << generated.toml;
    }
}

}  // namespace assay::footprint::test
