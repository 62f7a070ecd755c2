#include "files_folder.hpp"

// Evidence files, the digest of a case, and the shared registers.
namespace assay::workspace {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class EvidenceFiles : public CaseFolder {
protected:
    LoadedCase withEvidence(const std::string& keys) {
        write("plate/case.toml", "[[evidence]]\nid = \"E1\"\n" + keys);
        return load("plate");
    }
};

std::string sealed(const std::string& file, const std::string& content) {
    return "file = \"" + file + "\"\nsha256 = \"" + source::sha256(content) + "\"\n";
}

TEST_F(EvidenceFiles, AreComparedWithTheirDigest) {
    write("plate/files/licence.pdf", "licence");
    EXPECT_THAT(found(withEvidence(sealed("files/licence.pdf", "licence"))), IsEmpty());
    const LoadedCase changed = withEvidence(sealed("files/licence.pdf", "Licence"));
    EXPECT_FALSE(changed.facts);
    EXPECT_THAT(found(changed), ElementsAre(HasSubstr("E0453 case.toml:4 \"")));
    EXPECT_THAT(said(changed), ElementsAre(AllOf(HasSubstr("files/licence.pdf"), HasSubstr(source::sha256("licence")))));
}

TEST_F(EvidenceFiles, MustBeThere) {
    EXPECT_THAT(found(withEvidence(sealed("licence.pdf", "licence"))), ElementsAre("E0711 case.toml:3 \"licence.pdf\""));
    std::filesystem::create_directories(root_ / "plate/folder");
    EXPECT_THAT(found(withEvidence("file = \"folder\"\n")), ElementsAre("E0712 case.toml:3 \"folder\""));
}

TEST_F(EvidenceFiles, WithoutDigestAreToldAndTaken) {
    write("plate/licence.pdf", "licence");
    const LoadedCase loaded = withEvidence("file = \"licence.pdf\"\n");
    EXPECT_TRUE(loaded.facts);
    EXPECT_THAT(found(loaded), ElementsAre("W0401 case.toml:3 \"licence.pdf\""));
    EXPECT_THAT(found(withEvidence("title = \"Licence\"\n")), IsEmpty()) << "evidence need not be a file";
}

TEST_F(EvidenceFiles, LieBelowTheFolderOfTheCase) {
    write("licence.pdf", "licence");
    std::filesystem::create_directories(root_ / "plate");
    std::filesystem::create_symlink("../licence.pdf", root_ / "plate/licence.pdf");
    EXPECT_THAT(found(withEvidence(sealed("licence.pdf", "licence"))), ElementsAre("E0455 case.toml:3 \"licence.pdf\""));
    EXPECT_THAT(found(withEvidence(sealed("../licence.pdf", "licence"))), ElementsAre(HasSubstr("E0439")));
    EXPECT_THAT(found(withEvidence(sealed("/etc/hostname", "licence"))), ElementsAre(HasSubstr("E0439")));
}

TEST_F(EvidenceFiles, AreReadUpToALimit) {
    write("plate/licence.pdf", "licence");
    Limits limits;
    limits.evidenceBytes = 7;
    withEvidence(sealed("licence.pdf", "licence"));
    EXPECT_TRUE(load("plate", limits).facts);
    limits.evidenceBytes = 6;
    EXPECT_THAT(found(load("plate", limits)), ElementsAre("E0713 case.toml:3 \"licence.pdf\""));
}

TEST_F(EvidenceFiles, CannotBeNamedByACaseOfOneFile) {
    write("licence.pdf", "licence");
    write("single.toml", "[[evidence]]\nid = \"E1\"\n" + sealed("licence.pdf", "licence"));
    EXPECT_THAT(found(load("single.toml")), ElementsAre("E0454 single.toml:3 \"licence.pdf\""));
}

using CaseDigest = EvidenceFiles;

TEST_F(CaseDigest, OfOneFileIsThatOfTheFile) {
    write("plate/case.toml", "reviewer = \"IN-05\"\n");
    write("registers/persons.toml", "[[persons]]\nid = \"IN-05\"\n");
    EXPECT_EQ(load("plate").facts->digest, source::sha256("reviewer = \"IN-05\"\n"));
}

TEST_F(CaseDigest, OfSeveralFilesIsThatOfTheirSortedList) {
    const std::string document = "[[evidence]]\nid = \"E1\"\n" + sealed("a.pdf", "licence");
    write("plate/case.toml", document);
    write("plate/a.pdf", "licence");
    write("plate/units.csv", "id\nU1\n");
    const std::string list =
        source::sha256("licence") + "  a.pdf\n" + source::sha256(document) + "  case.toml\n" + source::sha256("id\nU1\n") + "  units.csv\n";
    const std::string digest = load("plate").facts->digest;
    EXPECT_EQ(digest, source::sha256(list));
    write("plate/units.csv", "id\nU2\n");
    EXPECT_NE(load("plate").facts->digest, digest);
}

class Registers : public CaseFolder {
protected:
    void writePersons(const std::string& folder) const {
        write(folder + "/persons.toml",
              "[[persons]]\nid = \"IN-05\"\nroles = [\"inspector\"]\n"
              "licences = [{ id = \"L1\", from_day = 2024-01-01, until_day = 2026-12-31 }]\n\n"
              "[[persons]]\nid = \"VE-01\"\nroles = [\"核查员\"]\n");
    }
    LoadedCase withCase(const std::string& document) {
        writePersons("registers");
        write("plate/case.toml", document);
        return load("plate");
    }
};

TEST_F(Registers, GiveTheItemsThatACaseNames) {
    const LoadedCase loaded = withCase("reviewer = \"VE-01\"\n");
    EXPECT_THAT(found(loaded), IsEmpty());
    ASSERT_TRUE(loaded.facts);
    EXPECT_EQ(list(loaded, "persons").items.size(), 2U);
    EXPECT_EQ(list(loaded, "persons.licences").items.size(), 1U);
    ASSERT_EQ(loaded.facts->registers.size(), 1U);
    EXPECT_EQ(loaded.facts->registers[0].name, "persons");
    EXPECT_EQ(loaded.facts->registers[0].digest.size(), 64U);
    EXPECT_EQ(loaded.registers, "registers/");
}

TEST_F(Registers, StandBesideTheFolderOfTheCaseUnlessAskedOtherwise) {
    writePersons("cases/registers");
    write("cases/plate/case.toml", "reviewer = \"IN-05\"\n");
    write("cases/plate/variants/other.toml", "reviewer = \"IN-05\"\n");
    write("cases/single.toml", "reviewer = \"IN-05\"\n");
    EXPECT_TRUE(load("cases/plate").facts);
    EXPECT_TRUE(load("cases/plate/case.toml").facts);
    EXPECT_TRUE(load("cases/plate/variants/other.toml").facts);
    EXPECT_TRUE(load("cases/single.toml").facts);
    write("plate/case.toml", "reviewer = \"IN-05\"\n");
    EXPECT_FALSE(load("plate").facts);
    EXPECT_TRUE(load("plate", {}, at("cases/registers").path).facts);
    EXPECT_THAT(found(load("plate", {}, at("nowhere").path)), ElementsAre("E0711", HasSubstr("E0457")));
}

TEST_F(Registers, AnIdThatTheyDoNotHaveIsAnErrorThatNamesTheFile) {
    const LoadedCase loaded = withCase("reviewer = \"VE-02\"\n");
    EXPECT_THAT(found(loaded), ElementsAre("E0457 case.toml:1 \"VE-02\""));
    EXPECT_THAT(said(loaded), ElementsAre(AllOf(HasSubstr("`persons`"), HasSubstr("registers/persons.toml"))));
    std::filesystem::remove(root_ / "registers/persons.toml");
    EXPECT_THAT(said(load("plate")), ElementsAre(HasSubstr("registers/persons.toml"))) << "the file that would give it";
}

TEST_F(Registers, WithoutFileAreUnknown) {
    write("plate/case.toml", "");
    const LoadedCase loaded = load("plate");
    ASSERT_TRUE(loaded.facts);
    EXPECT_EQ(list(loaded, "persons").state, facts::Entry::State::Absent);
    EXPECT_THAT(loaded.facts->registers, IsEmpty());
}

TEST_F(Registers, MayBeTables) {
    write("registers/persons.csv", "id,roles\nIN-05,inspector; 核查员\n");
    write("plate/case.toml", "reviewer = \"IN-05\"\n");
    const LoadedCase loaded = load("plate");
    EXPECT_THAT(found(loaded), IsEmpty());
    EXPECT_EQ(field(loaded, "persons", 0, "roles").elements.size(), 2U);
    writePersons("registers");
    EXPECT_EQ(found(load("plate")).front(), "E0448");
}

TEST_F(Registers, HoldNothingElseAndStandInNoCase) {
    EXPECT_THAT(found(withCase("[[persons]]\nid = \"IN-05\"\n")), ElementsAre("E0456 case.toml:1 persons"));
    write("plate/case.toml", "");
    write("plate/persons.csv", "id\nIN-05\n");
    EXPECT_THAT(found(load("plate")), ElementsAre("E0456"));
    std::filesystem::remove(root_ / "plate/persons.csv");
    write("registers/persons.toml", "[[person]]\nid = \"IN-05\"\n");
    EXPECT_THAT(said(load("plate")), ElementsAre(HasSubstr("registers/persons.toml")));
}

TEST_F(Registers, LieBelowTheirFolder) {
    write("outside.toml", "[[persons]]\nid = \"IN-05\"\n");
    std::filesystem::create_directories(root_ / "registers");
    std::filesystem::create_symlink("../outside.toml", root_ / "registers/persons.toml");
    write("plate/case.toml", "");
    EXPECT_THAT(found(load("plate")), ElementsAre("E0455"));
}

TEST_F(Registers, OfPersonsSayWhoMayJudge) {
    const std::string judged = ", on = 2025-03-01 }\n";
    EXPECT_THAT(found(withCase("systemic = { value = true, by = \"IN-05\"" + judged)), IsEmpty());
    EXPECT_THAT(found(withCase("systemic = { value = true, by = \"VE-01\"" + judged)), ElementsAre("E0459 case.toml:1 \"VE-01\""));
    EXPECT_THAT(found(withCase("systemic = { value = true, by = \"Li Wei\"" + judged)), ElementsAre("E0458 case.toml:1 \"Li Wei\""));
    EXPECT_THAT(found(withCase("agreed = { value = true, by = \"VE-01\"" + judged)), IsEmpty()) << "no role is asked for";
    EXPECT_THAT(found(withCase("agreed = { value = true, by = \"Li Wei\"" + judged)), ElementsAre("E0458 case.toml:1 \"Li Wei\""));
    EXPECT_THAT(found(withCase("findings = [{ id = \"F1\", misleads = { value = true, by = \"IN-05\", on = 2025-03-01 } }]\n")),
                ElementsAre("E0459 case.toml:1 \"IN-05\""));
}

TEST_F(Registers, WithoutRolesLetAnybodyJudge) {
    write("rules/lists.assay",
          "record person\n  mail text\n\nregister persons of person\n\nfact systemic judgement by inspector\n\n"
          "rule sound\n  cites F1\n  require not systemic\n");
    rules_ = loadRules(sources_, at("rules"), {}).rules;
    ASSERT_TRUE(rules_);
    write("plate/case.toml", "systemic = { value = true, by = \"Li Wei\", on = 2025-03-01 }\n");
    EXPECT_THAT(found(load("plate")), IsEmpty());
}

}  // namespace
}  // namespace assay::workspace
