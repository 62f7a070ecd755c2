#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <vector>

#include "fixture.hpp"
#include "peg.hpp"

// grammar/assay.peg is normative: what it accepts, the parser accepts, and nothing else.
namespace assay::syntax {

namespace {

using diagnostics::Kind;

const peg_test::PegGrammar& normativeGrammar() {
    static const std::string text = readWhole(projectRoot() / "grammar/assay.peg");
    static const peg_test::PegGrammar grammar = peg_test::readPeg(text);
    return grammar;
}

// Findings that the grammar leaves to prose.
bool isBeyondGrammar(Kind kind) {
    constexpr auto kinds = std::to_array<Kind>({Kind::WordTooLong, Kind::NestingTooDeep, Kind::RowWidth, Kind::PeriodNotWhole,
                                                Kind::NoSuchDay, Kind::RepeatedPart, Kind::MissingPart, Kind::RowNotOneLine});
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool parserAccepts(const std::string& text) {
    const Parsed parsed(text);
    return std::all_of(parsed.findings.all().begin(), parsed.findings.all().end(),
                       [](const diagnostics::Diagnostic& finding) { return isBeyondGrammar(finding.kind); });
}

std::vector<std::filesystem::path> ruleFiles() {
    std::vector<std::filesystem::path> files;
    for (const char* folder : {"rules", "tests/spec/syntax"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(projectRoot() / folder)) {
            if (entry.path().extension() == ".assay") {
                files.push_back(entry.path());
            }
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

// The pieces that a slip of the pen adds, drops or exchanges.
std::vector<std::string> tokens(const std::string& text) {
    std::vector<std::string> result;
    const auto isWord = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (isWord(text[at]) && end < text.size() && isWord(text[end])) {
            ++end;
        }
        result.push_back(text.substr(at, end - at));
        at = end;
    }
    return result;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string result;
    for (const std::string& part : parts) {
        result += part;
    }
    return result;
}

TEST(NormativeGrammar, IsWellFormed) {
    EXPECT_EQ(normativeGrammar().problem, "");
    EXPECT_FALSE(normativeGrammar().rules.empty());
}

TEST(NormativeGrammar, AgreesWithTheParserOnEveryRuleFile) {
    const auto files = ruleFiles();
    ASSERT_FALSE(files.empty());
    for (const auto& file : files) {
        const std::string text = readWhole(file);
        EXPECT_EQ(peg_test::pegAccepts(normativeGrammar(), text), parserAccepts(text)) << file;
    }
}

// One token dropped, doubled, exchanged with its neighbour or replaced by one from elsewhere in the file.
TEST(NormativeGrammar, AgreesWithTheParserOnSlipsOfThePen) {
    constexpr int slips = 600;
    std::mt19937 random(20250301);
    std::size_t rejected = 0;
    std::vector<std::vector<std::string>> samples;
    for (const auto& entry : std::filesystem::directory_iterator(projectRoot() / "tests/spec/syntax/accept")) {
        samples.push_back(tokens(readWhole(entry.path())));
    }
    ASSERT_FALSE(samples.empty());
    std::sort(samples.begin(), samples.end());
    const auto below = [&](std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random); };
    for (int slip = 0; slip < slips; ++slip) {
        std::vector<std::string> parts = samples[below(samples.size())];
        const std::size_t at = below(parts.size() - 1);
        switch (below(4)) {
            case 0:
                parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at));
                break;
            case 1:
                parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(at), parts[at]);
                break;
            case 2:
                std::swap(parts[at], parts[at + 1]);
                break;
            default:
                parts[at] = parts[below(parts.size())];
                break;
        }
        const std::string text = joined(parts);
        const bool accepted = parserAccepts(text);
        rejected += accepted ? 0 : 1;
        ASSERT_EQ(peg_test::pegAccepts(normativeGrammar(), text), accepted) << Parsed(text).said() << text;
    }
    EXPECT_GT(rejected, static_cast<std::size_t>(slips / 10)) << "the slips no longer break anything";
}

}  // namespace

}  // namespace assay::syntax
