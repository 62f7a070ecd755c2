#include "assay/register/factors.hpp"
#include "read.hpp"

namespace assay::registers::test {

using quantity::Rational;

namespace {

constexpr std::string_view sourcesText =
    "[[source]]\nid = 'ipcc'\ntitle_en = 'Report'\ntitle_zh = '报告'\nedition = '2021'\nlocator = 'table 1'\nlicence = 'free'\nnote = "
    "'n'\n";

FactorTable someSources() {
    Reading reading{std::string(sourcesText)};
    FactorTable factors;
    readSources(reading.root, factors, reading.findings);
    EXPECT_EQ(reading.found(), "");
    return factors;
}

std::string gas(const std::string& id, const std::string& more = "") {
    return "[[gas]]\nid = '" + id + "'\nname_en = 'gas'\nname_zh = '气'\n" + more;
}

std::string figures(const std::string& set, const std::string& values, const std::string& status = "V") {
    return "[[gwp]]\nset = '" + set + "'\nstatus = '" + status + "'\nsource = 'ipcc'\nvalues = { " + values + " }\n";
}

}  // namespace

TEST(Gwps, StandByGasAndSet) {
    Reading reading(gas("CH4", "spellings = ['甲烷']\n") + gas("SF6") + figures("AR5", "CH4 = 28, SF6 = 23500") +
                    figures("AR6", "CH4 = 27.9", "M"));
    const GwpTable gwps = readGwps(reading.root, someSources(), reading.findings);
    EXPECT_EQ(reading.found(), "");
    ASSERT_TRUE(gwps.gwp("甲烷", GwpSet::Ar6));
    EXPECT_EQ(gwps.gwp("甲烷", GwpSet::Ar6)->value, Rational(279, 10));
    EXPECT_EQ(gwps.gwp("CH4", GwpSet::Ar6)->status, Status::FromMemory);
    EXPECT_EQ(gwps.gwp("CH4", GwpSet::Ar6)->source, "ipcc");
    EXPECT_EQ(gwps.gwp("CH4", GwpSet::Ar5)->value, Rational(28));
    EXPECT_EQ(gwps.gwp("SF6", GwpSet::Ar6), std::nullopt) << "no set stands in for another";
    EXPECT_EQ(gwps.gwp("CH4", GwpSet::Ar5Feedback), std::nullopt);
    EXPECT_EQ(gwps.gwp("ch4", GwpSet::Ar6), std::nullopt);
}

TEST(Gwps, ABlendIsTheExactSumOfItsParts) {
    Reading reading(gas("a") + gas("b") + gas("mix", "parts = { a = 0.44, b = 0.56 }\n") + figures("AR4", "a = 3500, b = 4470") +
                    figures("AR5", "a = 3170", "V") + figures("AR6", "a = 1", "V") + figures("AR6", "b = 1", "S"));
    const GwpTable gwps = readGwps(reading.root, someSources(), reading.findings);
    EXPECT_EQ(reading.found(), "");
    EXPECT_EQ(gwps.gwp("mix", GwpSet::Ar4)->value, Rational(40432, 10));  // 0.44 x 3500 + 0.56 x 4470
    EXPECT_EQ(gwps.gwp("mix", GwpSet::Ar4)->status, Status::Verified);
    EXPECT_EQ(gwps.gwp("mix", GwpSet::Ar5), std::nullopt) << "a part has no figure";
    EXPECT_EQ(gwps.gwp("mix", GwpSet::Ar6)->status, Status::SecondHand) << "the worst of its parts";
}

TEST(Gwps, RefuseBlendsThatAreNotWhole) {
    Reading reading(gas("a") + gas("b") + gas("mix", "parts = { a = 0.5, b = 0.49999999999999999999 }\n") + figures("AR4", ""));
    static_cast<void>(readGwps(reading.root, someSources(), reading.findings));
    EXPECT_EQ(reading.found(), "E0366@13 { a = 0.5, b = 0.49999999999999999999 }\n");
}

TEST(Gwps, RefuseBlendsOfBlendsOfThemselvesAndOfUnknownGases) {
    Reading reading(gas("a") + gas("mix", "parts = { a = 1 }\n") + gas("more", "parts = { mix = 1 }\n") +
                    gas("own", "parts = { own = 1 }\n") + gas("far", "parts = { aa = 0, a = 1 }\n") + figures("AR4", ""));
    static_cast<void>(readGwps(reading.root, someSources(), reading.findings));
    EXPECT_EQ(reading.found(), "E0863@14 mix\nE0863@19 own\nE0362@24 aa\n");
}

TEST(Gwps, RefuseFiguresTwiceUnknownSetsStatusesSourcesAndGases) {
    Reading reading(gas("a") + figures("AR4", "a = 1") + figures("AR4", "a = 2") + figures("AR7", "a = 1") + figures("AR5", "a = 1", "X") +
                    figures("AR6", "b = 1, a = '1'") + "[[gwp]]\nset = 'SAR'\nstatus = 'V'\nsource = 'ipc'\nvalues = { a = 1 }\n");
    const GwpTable gwps = readGwps(reading.root, someSources(), reading.findings);
    EXPECT_EQ(reading.found(), "E0361@14 a\nE0137@16 'AR7'\nE0137@22 'X'\nE0362@29 b\nE0363@29 '1'\nE0362@33 'ipc'\n");
    EXPECT_EQ(gwps.gwp("a", GwpSet::Ar4)->value, Rational(1)) << "the first stays";
    EXPECT_EQ(gwps.gwp("a", GwpSet::Sar), std::nullopt);
}

TEST(Gwps, AFigureWithoutSourceOrStatusIsAFinding) {
    Reading reading(gas("a") + "[[gwp]]\nset = 'SAR'\nvalues = { a = 1 }\n");
    const GwpTable gwps = readGwps(reading.root, someSources(), reading.findings);
    EXPECT_EQ(reading.found(), "E0131@5 [[gwp]]\nE0131@5 [[gwp]]\n");
    EXPECT_EQ(gwps.gwp("a", GwpSet::Sar), std::nullopt);
}

TEST(Gwps, ABlendHasNoFigureOfItsOwn) {
    Reading reading(gas("a") + gas("mix", "parts = { a = 1 }\n") + figures("AR4", "mix = 1"));
    static_cast<void>(readGwps(reading.root, someSources(), reading.findings));
    EXPECT_EQ(reading.found(), "E0361@14 mix\n");
}

TEST(Gwps, AnotherNameOfAGasIsTaken) {
    Reading reading(gas("a", "spellings = ['x']\n") + gas("b", "spellings = ['x']\n") + gas("a") + figures("AR4", ""));
    const GwpTable gwps = readGwps(reading.root, someSources(), reading.findings);
    EXPECT_EQ(reading.found(), "E0361@7 'b'\nE0361@12 'a'\n");
    EXPECT_EQ(gwps.gases().size(), 1U);
}

TEST(GwpSets, AreReadByTheirWordsVerbatim) {
    EXPECT_EQ(gwpSetOf("AR5-ccf"), GwpSet::Ar5Feedback);
    EXPECT_EQ(gwpSetOf("ar5"), std::nullopt);
    EXPECT_EQ(word(GwpSet::Sar), "SAR");
}

TEST(Sources, AreFoundByTheirIdAndStandOnce) {
    Reading reading(std::string(sourcesText) + std::string(sourcesText) + "[[source]]\nid = 'b'\ntitle_en = 'B'\ntitle_zh = '乙'\n");
    FactorTable factors;
    readSources(reading.root, factors, reading.findings);
    EXPECT_EQ(reading.found(), "E0361@10 'ipcc'\nE0131@17 [[source]]\n");
    ASSERT_NE(factors.findSource("ipcc"), nullptr);
    EXPECT_EQ(factors.findSource("ipcc")->edition, "2021");
    EXPECT_EQ(factors.findSource("ipcc")->licence, "free");
    EXPECT_EQ(factors.findSource("IPCC"), nullptr);
}

TEST(Statuses, AreOrderedFromGoodToBad) {
    EXPECT_EQ(worse(Status::Verified, Status::SecondHand), Status::SecondHand);
    EXPECT_EQ(worse(Status::FromMemory, Status::Verified), Status::FromMemory);
}

}  // namespace assay::registers::test
