#include "assay/register/clauses.hpp"

#include "read.hpp"

namespace assay::registers::test {

namespace {

std::string clause(const std::string& id, const std::string& more = "computable = 'full'\n") {
    return "[[clause]]\nid = '" + id + "'\nsection = '7'\nkind = 'duty'\nsummary_en = 'an act'\nsummary_zh = '行为'\n" + more;
}

}  // namespace

TEST(Clauses, AreFoundByTheirIdVerbatim) {
    Reading reading(clause("P32.6", "computable = 'recorded'\nthresholds = '>= 1'\noutcome = 'barred'\nnote = 'n'\n"));
    const ClauseRegister clauses = readClauses(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "");
    const Clause* found = clauses.find("P32.6");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->section, "7");
    EXPECT_EQ(found->kind, "duty");
    EXPECT_EQ(found->computable, Computable::Recorded);
    EXPECT_EQ(found->summaryEnglish, "an act");
    EXPECT_EQ(found->summaryChinese, "行为");
    EXPECT_EQ(found->thresholds, ">= 1");
    EXPECT_EQ(found->outcome, "barred");
    EXPECT_EQ(found->note, "n");
    EXPECT_EQ(reading.sources.text(found->span), "'P32.6'");
    for (const std::string other : {"p32.6", "P32.60", "P32", "P32.6 ", ""})
        EXPECT_EQ(clauses.find(other), nullptr) << other;
}

TEST(Clauses, KeepTheOrderOfTheRegister) {
    Reading reading(clause("P2") + clause("P10") + clause("P1"));
    const ClauseRegister clauses = readClauses(reading.root, reading.findings);
    ASSERT_EQ(clauses.all().size(), 3U);
    EXPECT_EQ(clauses.all()[0].id, "P2");
    EXPECT_EQ(clauses.all()[1].id, "P10");
    EXPECT_EQ(clauses.all()[2].id, "P1");
}

TEST(Clauses, ADuplicateIdIsMarkedWithItsFirstPlaceAndTheFirstStays) {
    Reading reading(clause("P1", "computable = 'full'\n") + clause("P1", "computable = 'none'\n"));
    const ClauseRegister clauses = readClauses(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "E0136@9 'P1'\n");
    const auto& notes = reading.findings.all().at(0).notes;
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(reading.sources.begin(notes[0].span).line, 2U);
    EXPECT_EQ(clauses.all().size(), 1U);
    EXPECT_EQ(clauses.find("P1")->computable, Computable::Full);
}

TEST(Clauses, AMissingIdLeavesTheClauseOut) {
    Reading reading("[[clause]]\nsection = '7'\nkind = 'duty'\ncomputable = 'full'\nsummary_en = 'x'\nsummary_zh = '甲'\n" + clause("P2"));
    const ClauseRegister clauses = readClauses(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "E0131@1 [[clause]]\n");
    EXPECT_EQ(clauses.all().size(), 1U);
}

TEST(Clauses, EveryMissingKeyIsAFinding) {
    Reading reading("[[clause]]\nid = 'P1'\n");
    EXPECT_EQ(readClauses(reading.root, reading.findings).all().size(), 1U);
    EXPECT_EQ(reading.findings.all().size(), 5U);
    for (const auto& finding : reading.findings.all())
        EXPECT_EQ(finding.kind, diagnostics::Kind::MissingRegisterKey);
}

TEST(Clauses, WrongTypesAreFindingsAtTheValue) {
    Reading reading(clause("P1", "computable = 'full'\nthresholds = 10\n") + clause("", "computable = true\n"));
    EXPECT_EQ(readClauses(reading.root, reading.findings).all().size(), 1U);
    EXPECT_EQ(reading.found(), "E0133@8 10\nE0133@10 ''\nE0133@15 true\n");
}

TEST(Clauses, AnUnknownKeyComesWithTheNearestOne) {
    Reading reading(clause("P1", "computable = 'full'\nthreshold = 'x'\n"));
    EXPECT_EQ(readClauses(reading.root, reading.findings).all().size(), 1U);
    EXPECT_EQ(reading.found(), "E0132@8 threshold\n");
    const auto& notes = reading.findings.all().at(0).notes;
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(notes[0].kind, diagnostics::Kind::DidYouMean);
    EXPECT_EQ(std::get<diagnostics::Names>(notes[0].arguments.at(0).second).texts.at(0), "thresholds");
}

TEST(Clauses, AnUnknownWordForComputableIsAFinding) {
    Reading reading(clause("P1", "computable = 'ful'\n"));
    const ClauseRegister clauses = readClauses(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "E0137@7 'ful'\n");
    EXPECT_EQ(clauses.find("P1")->computable, Computable::None);
}

TEST(Clauses, ADocumentWithoutTheListIsAFinding) {
    for (const std::string text : {"", "clause = 1\n", "clause = [1]\n", "[clause]\n"}) {
        Reading reading(text);
        EXPECT_TRUE(readClauses(reading.root, reading.findings).all().empty());
        ASSERT_EQ(reading.findings.all().size(), 1U) << text;
        EXPECT_EQ(reading.findings.all()[0].kind, diagnostics::Kind::RegisterTablesExpected);
    }
}

TEST(Clauses, AnotherListIsAFinding) {
    Reading reading(clause("P1") + "[[clauses]]\n");
    EXPECT_EQ(readClauses(reading.root, reading.findings).all().size(), 1U);
    EXPECT_EQ(reading.found(), "E0132@8 clauses\n");
}

}  // namespace assay::registers::test
