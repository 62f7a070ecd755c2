#include "files_folder.hpp"

// Lists of a case in CSV files.
namespace assay::workspace {
namespace {

using facts::Entry;
using quantity::Rational;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CaseTables : public CaseFolder {
protected:
    // A case with the units U1 and U2, the person IN-05, and this table of findings.
    LoadedCase withFindings(const std::string& table) {
        write("registers/persons.toml", "[[persons]]\nid = \"IN-05\"\nroles = [\"inspector\", \"verifier\"]\n");
        write("plate/case.toml", "units = [{ id = \"U1\" }, { id = \"U2\" }]\n[[evidence]]\nid = \"E1\"\n");
        write("plate/findings.csv", table);
        return load("plate");
    }
};

TEST_F(CaseTables, GiveTheItemsOfTheListOfTheirName) {
    write("plate/case.toml", "");
    write("plate/units.csv", "id,bom_items\nU1,50\nU2,\n");
    write("plate/client.violations.csv", "id,bom_items\n");
    const LoadedCase loaded = load("plate");
    EXPECT_THAT(found(loaded), IsEmpty());
    ASSERT_TRUE(loaded.facts);
    ASSERT_EQ(list(loaded, "units").items.size(), 2U);
    EXPECT_EQ(list(loaded, "units").items[1].id, "U2");
    EXPECT_EQ(field(loaded, "units", 1, "bom_items").state, Entry::State::Absent);
    EXPECT_EQ(list(loaded, "client.violations").state, Entry::State::KnownList) << "a head alone is the empty list";
    EXPECT_EQ(list(loaded, "findings").state, Entry::State::Absent);
    const source::Span place = field(loaded, "units", 0, "bom_items").provenance.span;
    EXPECT_EQ(sources_.file(place.source).name, "plate/units.csv");
    EXPECT_EQ(sources_.begin(place).line, 2U);
    EXPECT_EQ(sources_.text(place), "50");
}

TEST_F(CaseTables, ReadEveryKindOfField) {
    const LoadedCase loaded = withFindings(
        "\xEF\xBB\xBFid,units,found_by,severity,open,declared,share,answered,reply,score,remark,备注\r\n"
        "F1,U1; U2,IN-05,major,TRUE,5 t,8 %,2025-03-01,30 days,1.5,\"none, yet\",\xE6\x97\xA0\r\n"
        "F2,[],IN-05,一般,否,,,none,,,none,好\r\n");
    EXPECT_THAT(found(loaded), IsEmpty());
    ASSERT_TRUE(loaded.facts);
    EXPECT_EQ(field(loaded, "findings", 0, "units").elements.size(), 2U);
    EXPECT_EQ(known<facts::ItemIndex>(loaded, 0, "found_by"), facts::ItemIndex{0});
    EXPECT_EQ(known<facts::EnumeratorIndex>(loaded, 0, "severity"), facts::EnumeratorIndex{1});
    EXPECT_EQ(known<bool>(loaded, 0, "open"), true);
    EXPECT_EQ(known<Rational>(loaded, 0, "declared"), Rational(5000));
    EXPECT_EQ(known<Rational>(loaded, 0, "share"), Rational(8, 100));
    EXPECT_EQ(known<quantity::Date>(loaded, 0, "answered"), quantity::Date::parse("2025-03-01"));
    EXPECT_EQ(known<Rational>(loaded, 0, "reply"), Rational(30));
    EXPECT_EQ(known<Rational>(loaded, 0, "score"), Rational(3, 2));
    EXPECT_EQ(known<std::string>(loaded, 0, "remark"), "none, yet");
    EXPECT_EQ(field(loaded, "findings", 0, "备注").state, Entry::State::None);

    EXPECT_EQ(field(loaded, "findings", 1, "units").state, Entry::State::KnownList);
    EXPECT_THAT(field(loaded, "findings", 1, "units").elements, IsEmpty());
    EXPECT_EQ(known<facts::EnumeratorIndex>(loaded, 1, "severity"), facts::EnumeratorIndex{0});
    EXPECT_EQ(known<bool>(loaded, 1, "open"), false);
    EXPECT_EQ(field(loaded, "findings", 1, "declared").state, Entry::State::Absent);
    EXPECT_EQ(field(loaded, "findings", 1, "answered").state, Entry::State::None);
    EXPECT_EQ(known<std::string>(loaded, 1, "remark"), "none") << "a text that may not be none is the text";
    EXPECT_EQ(known<std::string>(loaded, 1, "备注"), "好");
}

TEST_F(CaseTables, AHeadMayCarryTheUnitOfItsCells) {
    const LoadedCase loaded = withFindings("id,declared [t],share [%],reply [days]\nF1,1.5,8,30\nF2,20 kg,8.5 %,\n");
    EXPECT_THAT(found(loaded), IsEmpty());
    EXPECT_EQ(known<Rational>(loaded, 0, "declared"), Rational(1500));
    EXPECT_EQ(known<Rational>(loaded, 0, "share"), Rational(8, 100));
    EXPECT_EQ(known<Rational>(loaded, 0, "reply"), Rational(30));
    EXPECT_EQ(known<Rational>(loaded, 1, "declared"), Rational(20)) << "a cell with a unit of its own keeps it";
    EXPECT_THAT(found(withFindings("id,declared [m],score [kg]\nF1,1,1\n")),
                ElementsAre("E0450 findings.csv:1 declared [m]", "E0450 findings.csv:1 score [kg]"));
    EXPECT_THAT(found(withFindings("id,declared\nF1,1.5\n")), ElementsAre("E0408 findings.csv:2 1.5"));
}

TEST_F(CaseTables, AHeadMayBeTheLabelOfItsField) {
    EXPECT_EQ(known<facts::EnumeratorIndex>(withFindings("id,程度\nF1,严重\n"), 0, "severity"), facts::EnumeratorIndex{1});
    EXPECT_THAT(found(withFindings("id,程度,severity\nF1,major,minor\n")), ElementsAre("E0126 findings.csv:1 severity"));
}

TEST_F(CaseTables, ColumnsBesideAFieldSayWhereItComesFrom) {
    const LoadedCase loaded = withFindings(
        "id,misleads,misleads.by,misleads.on,open,open.evidence\n"
        "F1,no,IN-05,2025-03-01,yes,E1\n"
        "F2,,,,yes,\n");
    EXPECT_THAT(found(loaded), IsEmpty());
    const Entry& misleads = field(loaded, "findings", 0, "misleads");
    EXPECT_EQ(misleads.provenance.by, "IN-05");
    EXPECT_EQ(misleads.provenance.on, quantity::Date::parse("2025-03-01"));
    EXPECT_EQ(sources_.text(misleads.provenance.span), "no");
    EXPECT_EQ(field(loaded, "findings", 0, "open").provenance.evidence, "E1");
    EXPECT_EQ(field(loaded, "findings", 1, "misleads").state, Entry::State::Absent);
    EXPECT_EQ(field(loaded, "findings", 1, "open").provenance.evidence, "");

    EXPECT_THAT(found(withFindings("id,open,open.evidence\nF1,yes,E9\n")), ElementsAre("E0436 findings.csv:2 E9"));
    EXPECT_THAT(found(withFindings("id,open,open.evidence\nF1,,E1\n")), ElementsAre("E0432 findings.csv:2 "));
    EXPECT_THAT(found(withFindings("id,misleads.by\nF1,IN-05\n")), ElementsAre("E0452 findings.csv:1 misleads.by"));
    EXPECT_THAT(found(withFindings("id,misleads\nF1,no\n")), ElementsAre("E0434 findings.csv:2 no"));
}

TEST_F(CaseTables, RefuseWrongColumnsOnceAndWrongCellsWhereTheyStand) {
    EXPECT_THAT(found(withFindings("id,titl,title.on\nF1,a,\nF2,b,\n")),
                ElementsAre("E0402 findings.csv:1 titl", "E0402 findings.csv:1 title.on"));
    EXPECT_THAT(found(withFindings("open\nyes\n")), ElementsAre("E0449 findings.csv:1 open"));
    EXPECT_THAT(found(withFindings("id,open\nF1,maybe\n,yes\nF1,no\n")),
                testing::UnorderedElementsAre("E0405 findings.csv:2 maybe", HasSubstr(":3 ,yes"), HasSubstr(":4 F1")));
    EXPECT_THAT(found(withFindings("id,open\nF1,none\n")), ElementsAre("E0430 findings.csv:2 none"));
    EXPECT_THAT(found(withFindings("id,units\nF1,U1;U9\n")), ElementsAre(HasSubstr("findings.csv:2 U1;U9")));
    EXPECT_THAT(found(withFindings("id,open\nF1,yes,no\n")), ElementsAre("E0125 findings.csv:2 no"));
    write("plate/findings.csv", "id\n");
    write("plate/holders.csv", "id,subs\nH1,S1\n");
    EXPECT_THAT(found(load("plate")), ElementsAre("E0451 holders.csv:1 subs"));
}

TEST_F(CaseTables, AListStandsInOnePlace) {
    write("plate/case.toml", "units = []\n");
    write("plate/units.csv", "id\nU1\n");
    const LoadedCase loaded = load("plate");
    EXPECT_FALSE(loaded.facts);
    EXPECT_THAT(found(loaded), ElementsAre("E0448 case.toml:1 units"));
    EXPECT_THAT(said(loaded), ElementsAre(testing::AllOf(HasSubstr("plate/units.csv"), HasSubstr("plate/case.toml"))));
}

TEST_F(CaseTables, ATableThatGivesNoListIsTold) {
    write("plate/case.toml", "");
    write("plate/unit.csv", "id\nU1\n");
    const LoadedCase loaded = load("plate");
    EXPECT_TRUE(loaded.facts) << "a warning";
    EXPECT_THAT(found(loaded), ElementsAre("W0402"));
    write("plate/case.toml", "[[evidence]]\nid = \"E1\"\nfile = \"unit.csv\"\nsha256 = \"" + source::sha256("id\nU1\n") + "\"\n");
    EXPECT_THAT(found(load("plate")), IsEmpty()) << "it is evidence";
}

TEST_F(CaseTables, HoldAsManyItemsAsAList) {
    write("plate/case.toml", "");
    std::string table = "id\n";
    for (int row = 0; row < 100'000; ++row)
        table += "U" + std::to_string(row) + "\n";
    write("plate/units.csv", table);
    const LoadedCase longest = load("plate");
    ASSERT_TRUE(longest.facts);
    EXPECT_EQ(list(longest, "units").items.size(), 100'000U);
    write("plate/units.csv", table + "U100000\n");
    EXPECT_THAT(found(load("plate")), ElementsAre("E0108 units.csv:1 id"));
    Limits limits;
    limits.tables.rows = 10;
    EXPECT_THAT(found(load("plate", limits)), ElementsAre("E0130 units.csv:12 U10"));
    limits.tables.bytes = 10;
    EXPECT_THAT(found(load("plate", limits)), ElementsAre("E0713"));
}

TEST_F(CaseTables, DoNotBelongToACaseOfOneFile) {
    write("plate/other.toml", "");
    write("plate/units.csv", "id\nU1\n");
    write("plate/case.toml", "");
    const LoadedCase single = load("plate/other.toml");
    ASSERT_TRUE(single.facts);
    EXPECT_EQ(list(single, "units").state, Entry::State::Absent);
    EXPECT_EQ(list(load("plate/case.toml"), "units").items.size(), 1U) << "the document of a folder stands for the folder";
}

TEST_F(CaseTables, ALinkOutOfTheFolderIsRefused) {
    write("plate/case.toml", "");
    write("outside.csv", "id\nU1\n");
    std::filesystem::create_symlink("../outside.csv", root_ / "plate/units.csv");
    EXPECT_THAT(found(load("plate")), ElementsAre("E0455"));
}

}  // namespace
}  // namespace assay::workspace
