#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/workspace/options.hpp"

namespace assay::workspace {

// A folder that lives as long as a test.
class Folder : public testing::Test {
protected:
    Folder() : root_(testing::TempDir() + "assay_" + testing::UnitTest::GetInstance()->current_test_info()->name()) {
        std::filesystem::remove_all(root_);
        std::filesystem::create_directories(root_);
    }
    ~Folder() override { std::filesystem::remove_all(root_); }

    void write(const std::string& name, const std::string& text) const {
        const std::filesystem::path path = root_ / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    [[nodiscard]] Location at(const std::string& name) const { return {(root_ / name).string(), name}; }

    // A rule set of one rule in the folder "rules".
    void writeRules() const {
        write("rules/fair.assay",
              "ruleset fair.label\n"
              "  title    en \"Fair label\" zh \"公平标识\"\n"
              "  edition  not stated\n"
              "  clauses  from \"clauses.toml\"\n"
              "  parties  client\n"
              "\n"
              "fact registered  bool\n"
              "\n"
              "rule is_registered\n"
              "  cites F1\n"
              "  require registered\n");
        write("rules/clauses.toml",
              "[[clause]]\nid = \"F1\"\nsection = \"1\"\nkind = \"condition\"\ncomputable = \"full\"\n"
              "summary_en = \"Registered\"\nsummary_zh = \"已登记\"\nthresholds = \"\"\n");
    }

    std::filesystem::path root_;
};

inline std::vector<diagnostics::Kind> kinds(const diagnostics::Diagnostics& findings) {
    std::vector<diagnostics::Kind> found;
    for (const diagnostics::Diagnostic& finding : findings.all())
        found.push_back(finding.kind);
    return found;
}

}  // namespace assay::workspace
