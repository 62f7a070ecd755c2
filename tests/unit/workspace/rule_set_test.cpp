#include "assay/workspace/rule_set.hpp"

#include <gmock/gmock.h>

#include "folder.hpp"

namespace assay::workspace {
namespace {

using diagnostics::Kind;
using testing::Contains;
using testing::ElementsAre;

class RuleSetFolder : public Folder {
protected:
    LoadedRules load(const std::string& name, const Limits& limits = {}) {
        sources_ = source::SourceMap();
        return loadRules(sources_, at(name), limits);
    }
    // The rule set of `writeRules` with another file of clauses.
    void writeRulesWithClauses(const std::string& file) const {
        writeRules();
        write("rules/fair.assay", "ruleset fair.label\n  title en \"Fair\" zh \"公平\"\n  edition not stated\n  clauses from \"" + file +
                                      "\"\n  parties client\n");
    }

    source::SourceMap sources_;
};

TEST_F(RuleSetFolder, LoadsRulesAndRegistersAndNamesThemAsTheUserDid) {
    writeRules();
    const LoadedRules loaded = load("rules");
    ASSERT_TRUE(loaded.rules) << loaded.findings.all().size();
    EXPECT_EQ(loaded.rules->checked.ruleset.id, "fair.label");
    EXPECT_TRUE(loaded.rules->checked.clauses.find("F1"));
    EXPECT_EQ(loaded.rules->program.checked, &loaded.rules->checked);
    EXPECT_EQ(sources_.file(source::SourceId(0)).name, "rules/fair.assay");
}

TEST_F(RuleSetFolder, DigestFollowsBytesAndNamesAndNotTheFolder) {
    writeRules();
    std::filesystem::copy(root_ / "rules", root_ / "copy");
    const std::string digest = load("rules").rules->digest;
    EXPECT_EQ(digest.size(), 64U);
    EXPECT_EQ(load("copy").rules->digest, digest);
    write("copy/more.assay", "# nothing but a comment\n");
    EXPECT_NE(load("copy").rules->digest, digest);
}

TEST_F(RuleSetFolder, RefusesWhatIsNoFolderOfRules) {
    write("file.assay", "");
    write("empty/README.md", "");
    EXPECT_THAT(kinds(load("nowhere").findings), ElementsAre(Kind::PathNotFound));
    EXPECT_THAT(kinds(load("file.assay").findings), ElementsAre(Kind::FolderExpected));
    EXPECT_THAT(kinds(load("empty").findings), ElementsAre(Kind::RulesAbsent));
}

TEST_F(RuleSetFolder, RefusesRegistersOutsideTheFolder) {
    write("clauses.toml", "");
    for (const std::string file : {"../clauses.toml", "../rules/clauses.toml", "/etc/hostname"}) {
        writeRulesWithClauses(file);
        const LoadedRules loaded = load("rules");
        EXPECT_FALSE(loaded.rules) << file;
        EXPECT_THAT(kinds(loaded.findings), ElementsAre(Kind::PathLeavesRoot)) << file;
    }
}

TEST_F(RuleSetFolder, RefusesLinksThatLeadOut) {
    writeRulesWithClauses("linked.toml");
    write("clauses.toml", "");
    std::filesystem::create_symlink(root_ / "clauses.toml", root_ / "rules/linked.toml");
    EXPECT_THAT(kinds(load("rules").findings), ElementsAre(Kind::PathLeavesRoot));
    std::filesystem::remove(root_ / "rules/linked.toml");
    std::filesystem::create_symlink(root_ / "rules/clauses.toml", root_ / "rules/linked.toml");
    EXPECT_TRUE(load("rules").rules);
}

TEST_F(RuleSetFolder, PointsToTheHeaderForARegisterThatIsMissing) {
    writeRulesWithClauses("clauses2.toml");
    const LoadedRules loaded = load("rules");
    ASSERT_THAT(kinds(loaded.findings), ElementsAre(Kind::PathNotFound));
    const source::Span place = loaded.findings.all().front().span;
    ASSERT_TRUE(place.valid());
    EXPECT_EQ(sources_.begin(place).line, 4U);
}

TEST_F(RuleSetFolder, ObservesItsLimits) {
    writeRules();
    Limits limits;
    limits.ruleFiles = 0;
    EXPECT_THAT(kinds(load("rules", limits).findings), ElementsAre(Kind::RuleFilesTooMany));
    limits = {};
    limits.declarations = 2;
    EXPECT_THAT(kinds(load("rules", limits).findings), ElementsAre(Kind::DeclarationsTooMany));
    limits.declarations = 3;
    EXPECT_TRUE(load("rules", limits).rules);
    limits = {};
    limits.ruleFileBytes = 10;
    EXPECT_THAT(kinds(load("rules", limits).findings), ElementsAre(Kind::FileTooLarge));
}

}  // namespace
}  // namespace assay::workspace
