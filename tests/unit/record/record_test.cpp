#include "assay/record/record.hpp"

#include <gmock/gmock.h>

#include "assay/source/digest.hpp"

namespace assay::record {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Kind;
using nlohmann::json;

// Of RFC 8032, 7.1, test 1.
constexpr std::string_view privateKey =
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
constexpr std::string_view publicKey =
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n";

json step(const char* kind, const char* subject, const char* conclusion, const char* shown, std::vector<int> premises = {}) {
    json made = {{"kind", kind},   {"subject", subject}, {"conclusion", conclusion},
                 {"shown", shown}, {"type", "quantity"}, {"premises", json::array()}};
    for (const int premise : premises)
        made["premises"].push_back(static_cast<unsigned>(premise));
    return made;
}

// A case that weighs 4230 kg, of a client called 澜栈.
json body() {
    const std::string digest(64, '0');
    const std::string text = "weight = \"4230 kg\"\n";
    json whole;
    whole["format"] = 1U;
    whole["engine"] = {{"version", "0.1.0"}};
    whole["follows"] = json::object();
    whole["ruleset"] = {{"id", "fair"}, {"edition", ""}, {"digest", digest}, {"files", json::array()}};
    whole["case"] = {{"name", "plate"},
                     {"called", "plate"},
                     {"digest", digest},
                     {"document", "case.toml"},
                     {"folder", "whole"},
                     {"registers", json::array()},
                     {"files", json::array({{{"name", "case.toml"}, {"sha256", source::sha256(text)}, {"text", text}}})}};
    whole["evidence"] = json::array();
    whole["parameters"] = {{"as_of", "2025-06-04"}, {"limits", json::object()}, {"readings", json::object()}};
    whole["people"] = json::array({{{"person", "RV-01"}, {"says", {{"mass", "4230 kg"}}}}});
    whole["verdicts"] = {{"client", "conform"}};
    whole["conclusions"] = json::array({{{"name", "double"}, {"item", ""}, {"status", "determined"}, {"step", 2U}}});
    whole["signing"] = {{"permitted", "true"}};
    whole["clauses"] = {{"file", ""}, {"sha256", ""}, {"cited", json::array({"P4"})}};
    whole["steps"] = json::array({step("fact", "weight", "4230", "4230 kg"), step("operation", "", "8460", "8460 kg", {0, 0}),
                                  step("declaration", "double", "8460", "8460 kg", {1}), step("fact", "days", "4", "4 days")});
    salt(whole, "secret");
    return whole;
}

std::vector<Kind> kinds(const Diagnostics& findings) {
    std::vector<Kind> all;
    for (const diagnostics::Diagnostic& finding : findings.all())
        all.push_back(finding.kind);
    return all;
}

TEST(Canonical, SortsKeysAndLeavesNoBlanks) {
    EXPECT_EQ(canonical({{"b", 1}, {"a", "é\n"}}), "{\"a\":\"é\\n\",\"b\":1}");
}

TEST(Record, IsReadAsItWasWritten) {
    const Record made = recordOf(body());
    Diagnostics findings;
    const std::optional<Record> read = record::read(written(made), "r.json", findings);
    ASSERT_TRUE(read) << findings.all().size();
    EXPECT_EQ(read->id, made.id);
    EXPECT_EQ(read->body, made.body);
    EXPECT_TRUE(isWhole(*read, findings));
    EXPECT_TRUE(findings.empty());
}

TEST(Record, WhateverIsChangedIsNoticed) {
    const Record made = recordOf(body());
    const std::string text = written(made);
    // Every byte of the body in turn: the file is no record any more, or not the one that it says it is.
    std::size_t tried = 0;
    for (std::size_t at = text.find("\"record\"") + 9; at < text.rfind("\"signatures\""); at += 7, ++tried) {
        std::string altered = text;
        altered[at] = altered[at] == '1' ? '2' : '1';
        Diagnostics findings;
        const std::optional<Record> read = record::read(altered, "r.json", findings);
        EXPECT_FALSE(read && isWhole(*read, findings)) << at;
        EXPECT_TRUE(findings.hasErrors()) << at;
    }
    EXPECT_GT(tried, 100U);
}

TEST(Record, OtherFormsAreRefused) {
    const auto refusal = [](const std::string& text) {
        Diagnostics findings;
        EXPECT_FALSE(record::read(text, "r.json", findings));
        return kinds(findings);
    };
    EXPECT_THAT(refusal(""), testing::ElementsAre(Kind::RecordUnreadable));
    EXPECT_THAT(refusal("{}"), testing::ElementsAre(Kind::RecordUnreadable));
    EXPECT_THAT(refusal("[1"), testing::ElementsAre(Kind::RecordUnreadable));
    EXPECT_THAT(refusal(std::string(100'000, '[')), testing::ElementsAre(Kind::RecordUnreadable));
    EXPECT_THAT(refusal("\xFF"), testing::ElementsAre(Kind::RecordUnreadable));
    EXPECT_THAT(refusal(recordOf(body()).id), testing::ElementsAre(Kind::RecordUnreadable));
    const std::string text = written(recordOf(body()));
    EXPECT_THAT(refusal(" " + text), testing::ElementsAre(Kind::RecordNotCanonical));
    EXPECT_THAT(refusal(text.substr(0, text.size() - 1)), testing::ElementsAre(Kind::RecordNotCanonical));
    Record forward = recordOf(body());
    forward.body["steps"][0]["premises"].push_back(0U);
    EXPECT_THAT(refusal(written(forward)), testing::ElementsAre(Kind::RecordUnreadable)) << "a step rests on itself";
    Record beyond = recordOf(body());
    beyond.body["conclusions"][0]["step"] = 4U;
    EXPECT_THAT(refusal(written(beyond)), testing::ElementsAre(Kind::RecordUnreadable)) << "there are steps 0 to 3";
}

TEST(Record, IsSignedByItsId) {
    Record made = recordOf(body());
    const auto secret = source::PrivateKey::read(privateKey);
    const auto key = source::PublicKey::read(publicKey);
    sign(made, *secret);
    sign(made, *secret);
    ASSERT_EQ(made.signatures.size(), 1U);
    EXPECT_TRUE(verifies(made, made.signatures.front(), *key));
    Record other = made;
    other.body["verdicts"]["client"] = "nonconform";
    other.id = idOf(other.body);
    EXPECT_FALSE(verifies(other, made.signatures.front(), *key));
}

TEST(Mask, HidesAValueWhereverItStandsAndKeepsTheId) {
    Record made = recordOf(body());
    const std::string id = made.id;
    Diagnostics findings;
    ASSERT_TRUE(mask(made, "weight", findings));
    EXPECT_EQ(written(made).find("4230"), std::string::npos);
    EXPECT_TRUE(isMasked(made.body["steps"][0]));
    EXPECT_TRUE(isMasked(made.body["people"][0])) << "says the weight as well";
    EXPECT_FALSE(isMasked(made.body["steps"][2])) << "another value";
    EXPECT_FALSE(isMasked(made.body["steps"][3])) << "4 is no part of 4230";
    EXPECT_FALSE(made.body["case"]["files"][0].contains("text"));
    EXPECT_TRUE(isMasked(made));
    EXPECT_EQ(idOf(made.body), id);
    EXPECT_TRUE(isWhole(made, findings));
    const std::optional<Record> read = record::read(written(made), "r.json", findings);
    ASSERT_TRUE(read);
    EXPECT_TRUE(isWhole(*read, findings));
}

TEST(Mask, TheSaltKeepsAValueFromBeingGuessed) {
    json first = body();
    json second = first;
    salt(second, "another secret");
    EXPECT_NE(idOf(first), idOf(second));
    for (json& element : first["steps"])
        EXPECT_EQ(element["salt"].get<std::string>().size(), 32U);
}

TEST(Mask, ANumberInsideADateOrAClauseIsNotThatNumber) {
    Record made = recordOf(body());
    Diagnostics findings;
    EXPECT_TRUE(mask(made, "days", findings)) << "P4 and 2025-06-04 do not say 4";
    EXPECT_TRUE(isMasked(made.body["steps"][3]));
    EXPECT_FALSE(isMasked(made.body["steps"][0]));
}

TEST(Mask, WhatStandsInTheOpenIsNotHidden) {
    json open = body();
    open["case"]["name"] = "plate of 4230 kg";
    Record made = recordOf(std::move(open));
    const std::string before = written(made);
    Diagnostics findings;
    EXPECT_FALSE(mask(made, "weight", findings));
    EXPECT_THAT(kinds(findings), testing::ElementsAre(Kind::MaskImpossible));
    EXPECT_EQ(written(made), before);
    Diagnostics unknown;
    EXPECT_FALSE(mask(made, "height", unknown));
    EXPECT_THAT(kinds(unknown), testing::ElementsAre(Kind::MaskUnknown));
}

}  // namespace
}  // namespace assay::record
