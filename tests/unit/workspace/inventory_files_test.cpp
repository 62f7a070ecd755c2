#include "files_folder.hpp"

// The inventory of a case: where it may stand, what its digest covers, and what becomes of it.
namespace assay::workspace {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string units = "units = [{ id = \"U1\" }, { id = \"U2\" }]\n";
const std::string product = "[[products]]\nid = \"U1\"\nprocess = \"P1\"\nfunctional_unit = \"1 kg\"\n";
const std::string process = "[[processes]]\nid = \"P1\"\noutput = \"1 kg\"\n";

class InventoryFiles : public CaseFolder {
protected:
    // "complete of U1" as the case says it.
    [[nodiscard]] const facts::Entry& complete(const LoadedCase& loaded, std::size_t item) const {
        return list(loaded, "units").items.at(item).fields.back();
    }
};

TEST_F(InventoryFiles, StandInAFileOrInTheDocumentAndGiveTheSame) {
    write("file/case.toml", units);
    write("file/inventory.toml", product + process);
    write("table/case.toml", units + "[inventory]\n[[inventory.products]]\nid = \"U1\"\nprocess = \"P1\"\nfunctional_unit = \"1 kg\"\n" +
                                 "[[inventory.processes]]\nid = \"P1\"\noutput = \"1 kg\"\n");
    for (const char* name : {"file", "table"}) {
        const LoadedCase loaded = load(name);
        EXPECT_THAT(found(loaded), IsEmpty()) << name;
        ASSERT_TRUE(loaded.quantification) << name;
        ASSERT_EQ(loaded.quantification->result.products.size(), 1U);
        EXPECT_EQ(complete(loaded, 0).state, facts::Entry::State::Known);
    }
}

TEST_F(InventoryFiles, StandInOnePlaceOnly) {
    write("plate/case.toml", units + "[inventory]\nregion = \"CN\"\n");
    write("plate/inventory.toml", product + process);
    EXPECT_THAT(found(load("plate")), ElementsAre(HasSubstr("E0448 case.toml:2")));
    EXPECT_FALSE(load("plate").quantification);
}

TEST_F(InventoryFiles, MayGiveAListInATable) {
    write("plate/case.toml", units);
    write("plate/inventory.toml", product);
    write("plate/inventory.processes.csv", "id,output\nP1,1 kg\n");
    const LoadedCase loaded = load("plate");
    EXPECT_THAT(found(loaded), IsEmpty());
    ASSERT_TRUE(loaded.quantification);
    EXPECT_EQ(loaded.quantification->inventory.processes.size(), 1U);
}

TEST_F(InventoryFiles, ATableOfNoListIsTold) {
    write("plate/case.toml", units);
    write("plate/inventory.machines.csv", "id\nM1\n");
    EXPECT_THAT(found(load("plate")), ElementsAre("W0402"));
}

TEST_F(InventoryFiles, BelongToTheDigestOfTheCase) {
    write("plate/case.toml", units);
    const std::string without = load("plate").facts->digest;
    write("plate/inventory.toml", product + process);
    const std::string with = load("plate").facts->digest;
    EXPECT_NE(with, without);
    EXPECT_EQ(with, source::sha256(source::sha256(units) + "  case.toml\n" + source::sha256(product + process) + "  inventory.toml\n"));
    write("plate/inventory.toml", product);
    write("plate/inventory.processes.csv", "id,output\nP1,1 kg\n");
    EXPECT_EQ(load("plate").facts->digest, source::sha256(source::sha256(units) + "  case.toml\n" + source::sha256("id,output\nP1,1 kg\n") +
                                                          "  inventory.processes.csv\n" + source::sha256(product) + "  inventory.toml\n"));
}

TEST_F(InventoryFiles, LieBelowTheFolderOfTheCase) {
    write("inventory.toml", product + process);
    write("plate/case.toml", units);
    std::filesystem::create_symlink("../inventory.toml", root_ / "plate/inventory.toml");
    EXPECT_THAT(found(load("plate")), ElementsAre("E0455"));
}

TEST_F(InventoryFiles, ErrorsInThemLeaveTheCaseUnread) {
    write("plate/case.toml", units);
    write("plate/inventory.toml", "[[products]]\nid = \"U1\"\nprocess = \"P9\"\n" + process);
    const LoadedCase loaded = load("plate");
    EXPECT_FALSE(loaded.findings.all().empty());
    EXPECT_FALSE(loaded.facts);
    EXPECT_FALSE(loaded.quantification);
}

TEST_F(InventoryFiles, WhatIsLackingIsNamedForEveryItem) {
    write("none/case.toml", units);
    EXPECT_THAT(complete(load("none"), 0).lacks, ElementsAre(facts::Lack{"inventory", false}));
    write("plate/case.toml", units);
    write("plate/inventory.toml", product + process);
    EXPECT_THAT(complete(load("plate"), 1).lacks, ElementsAre(facts::Lack{"inventory.products[U2]", false}));
}

TEST_F(InventoryFiles, AColumnOfATableGivesNoQuantity) {
    write("plate/case.toml", "");
    write("plate/units.csv", "id,bom_items,footprint.complete\nU1,5,true\n");
    EXPECT_THAT(found(load("plate")), ElementsAre("E0492 units.csv:1 footprint.complete"));
}

TEST_F(InventoryFiles, NameEvidenceThatTheCaseRegisters) {
    const auto with = [this](const std::string& evidence, const std::string& ofTable) {
        write("plate/case.toml", units + "[[evidence]]\nid = \"E1\"\n");
        write("plate/inventory.toml", product);
        write("plate/inventory.processes.csv", "id,output,output.evidence\nP1,1 kg," + ofTable + "\n");
        write("plate/inventory.flows.csv", "id,process,name,amount,amount.evidence\nF1,P1,slab,1 kg," + evidence + "\n");
        return found(load("plate"));
    };
    EXPECT_THAT(with("E1", ""), IsEmpty());
    EXPECT_THAT(with("E2", "E1"), ElementsAre("E0436 inventory.flows.csv:2 E2"));
    EXPECT_THAT(with("E1", "E9"), ElementsAre("E0436 inventory.processes.csv:2 E9"));
    write("plate/inventory.toml", product + "mass = { value = \"1 kg\", evidence = \"E3\" }\n");
    EXPECT_THAT(found(load("plate")), testing::Contains(HasSubstr("E0436 inventory.toml:")));
}

}  // namespace
}  // namespace assay::workspace
