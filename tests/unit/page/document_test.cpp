#include <gtest/gtest.h>

#include <set>

#include "assay/page/page.hpp"
#include "assay/workspace/case.hpp"
#include "policy.hpp"
#include "tags.hpp"

namespace assay::page {
namespace {

using testing::Tag;
using testing::takeApart;
using testing::Taken;

const std::string root = ASSAY_ROOT;
const std::string hostile = root + "/tests/browser/hostile";
const std::string small = root + "/tests/spec/cli/data";

// The page of cases judged by a rule set.
std::string pageOf(const std::string& rulesFolder, const std::vector<std::string>& cases,
                   diagnostics::Language language = diagnostics::Language::English) {
    source::SourceMap sources;
    const workspace::LoadedRules loaded = workspace::loadRules(sources, {rulesFolder, "rules"}, {});
    EXPECT_TRUE(loaded.rules);
    Page page(language, cases.size());
    for (const std::string& path : cases) {
        const workspace::LoadedCase one = workspace::loadCase(sources, *loaded.rules, {path, path}, {});
        const workspace::JudgedCase judged = workspace::judge(*loaded.rules, one, {{}, check::PartyId(0)}, {});
        const report::View view{loaded.rules->checked, sources, loaded.rules->digest, {path + "/"}};
        const footprint::Result* quantified = one.quantification ? &one.quantification->result : nullptr;
        const report::PortfolioRow row =
            judged.result ? report::portfolioRow(*judged.result, one.facts->title, quantified, view) : report::unjudgedRow(one.name);
        Shown shown{view, row, {}, one.findings, [&](const evaluate::Conclusion& conclusion) {
                        return workspace::explain(*loaded.rules, one, judged, conclusion.decl, conclusion.item);
                    }};
        if (judged.result) shown.result = &*judged.result;
        shown.facts = one.facts.get();
        if (one.quantification) shown.inventory = &one.quantification->inventory;
        shown.quantified = quantified;
        page.add(shown);
    }
    return page.take();
}

std::string hostilePage() {
    return pageOf(hostile + "/rules", {hostile + "/cases/hostile"});
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(from) + from.size();
    return text.substr(begin, text.find(to, begin) - begin);
}

TEST(Document, IsWellFormed) {
    EXPECT_EQ(takeApart(hostilePage()).mistakes, std::vector<std::string>{});
    EXPECT_EQ(takeApart(pageOf(small + "/rules", {small + "/cases/good", small + "/cases/lost"})).mistakes, std::vector<std::string>{});
}

TEST(Document, HoldsTheElementsAndAttributesOfTheProgramAlone) {
    const std::set<std::string> tags{"a",       "article", "body",     "button", "caption", "cite", "code",  "dd",     "details", "div",
                                     "dl",      "dt",      "fieldset", "h1",     "h2",      "h3",   "head",  "header", "html",    "input",
                                     "label",   "legend",  "li",       "main",   "meta",    "nav",  "ol",    "p",      "rect",    "script",
                                     "section", "span",    "strong",   "style",  "summary", "svg",  "table", "tbody",  "td",      "tfoot",
                                     "th",      "thead",   "time",     "title",  "tr",      "ul",   "wbr"};
    const std::set<std::string> attributes{
        "aria-hidden", "aria-labelledby", "charset", "checked",    "class", "content", "datetime", "focusable", "for",
        "height",      "hidden",          "href",    "http-equiv", "id",    "lang",    "name",     "open",      "preserveAspectRatio",
        "scope",       "tabindex",        "type",    "viewBox",    "width", "x",       "y"};
    std::map<std::string, int> counts;
    for (const Tag& tag : takeApart(hostilePage()).tags) {
        ++counts[tag.name];
        EXPECT_TRUE(tags.contains(tag.name)) << tag.name;
        for (const auto& [name, value] : tag.attributes)
            EXPECT_TRUE(attributes.contains(name)) << tag.name << " " << name;
        const bool leadsOut = tag.name == "a" && !tag.attributes.at("href").starts_with("#");
        EXPECT_FALSE(leadsOut) << "a page leads nowhere but to its own parts";
    }
    EXPECT_EQ(counts["script"], 1);
    EXPECT_EQ(counts["style"], 1);
}

TEST(Document, ShowsHostileWordsAsTheyAre) {
    const std::string text = takeApart(hostilePage()).text;
    for (const char* words :
         {"</title></h1><script>owned()</script>Hostile", "<h1>Title</h1><img src=x onerror='owned()'>", "<b>refused</b>",
          "</summary></details><script>owned()</script>not registered", "</dd></dl><script>owned()</script>reading",
          "<script>owned()</script>clause one &amp; more", "<img src=x onerror=owned()>证据", "</span><script>owned()</script>&lt;",
          "<s>someone</s>", "<script>owned()</script>power", "</td>credit", "<svg onload=owned()>open?"}) {
        EXPECT_NE(text.find(words), std::string::npos) << words;
    }
}

TEST(Document, HasThePolicyOfTheStyleAndScriptThatStandInIt) {
    const std::string page = hostilePage();
    const std::string style = between(page, "<style>", "</style>");
    const std::string script = between(page, "<script>", "</script>");
    std::string policy;
    for (const Tag& tag : takeApart(page).tags) {
        if (tag.attributes.contains("http-equiv")) policy = tag.attributes.at("content");
    }
    EXPECT_GT(style.size(), 1000U);
    EXPECT_GT(script.size(), 1000U);
    EXPECT_EQ(policy, contentPolicy(style, script));
}

TEST(Document, HasEachIdOnceAndNoLinkToNowhere) {
    for (const std::string& page :
         {hostilePage(), pageOf(small + "/rules", {small + "/cases/good", small + "/cases/heavy", small + "/cases/open"})}) {
        std::set<std::string> ids;
        std::set<std::string> targets;
        for (const Tag& tag : takeApart(page).tags) {
            const auto id = tag.attributes.find("id");
            EXPECT_TRUE(id == tag.attributes.end() || ids.insert(id->second).second) << id->second;
            for (const char* name : {"aria-labelledby", "for"}) {
                if (const auto to = tag.attributes.find(name); to != tag.attributes.end()) targets.insert(to->second);
            }
            if (const auto to = tag.attributes.find("href"); to != tag.attributes.end()) targets.insert(to->second.substr(1));
        }
        for (const std::string& target : targets)
            EXPECT_TRUE(ids.contains(target)) << target;
    }
}

TEST(Document, IsTheSameFromRunToRun) {
    EXPECT_EQ(hostilePage(), hostilePage());
}

TEST(Document, OpensInTheLanguageAskedFor) {
    const std::string page = pageOf(small + "/rules", {small + "/cases/heavy"}, diagnostics::Language::Chinese);
    EXPECT_NE(page.find("<html lang=\"zh-Hans\">"), std::string::npos);
    EXPECT_NE(page.find("id=\"show-zh\" checked"), std::string::npos);
    EXPECT_NE(page.find("The load is too heavy"), std::string::npos) << "the other language is there";
    EXPECT_NE(page.find("载荷过重"), std::string::npos);
}

TEST(Document, GivesExactNumbersBesideTheShownOnes) {
    const std::string text = takeApart(pageOf(small + "/rules", {small + "/cases/good"})).text;
    EXPECT_NE(text.find("exactly 5/3 kg"), std::string::npos);
}

TEST(Document, ListsManyCasesByWhatNeedsAttention) {
    const std::string page =
        pageOf(small + "/rules", {small + "/cases/good", small + "/cases/open", small + "/cases/heavy", small + "/cases/lost"});
    std::vector<std::string> order;
    for (std::size_t at = page.find("<article id=\""); at != std::string::npos; at = page.find("<article id=\"", at + 1))
        order.push_back(between(page.substr(at), "id=\"", "\""));
    EXPECT_EQ(order, (std::vector<std::string>{"c4-case", "c3-case", "c2-case", "c1-case"}))
        << "not judged, nonconform, undetermined, conform";
}

}  // namespace
}  // namespace assay::page
