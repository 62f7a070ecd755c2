#pragma once

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "assay/source/digest.hpp"
#include "assay/workspace/case.hpp"
#include "folder.hpp"

namespace assay::workspace {

// A rule set with a list of every kind of field and with registers, in the folder "rules", and cases beside it.
class CaseFolder : public Folder {
protected:
    CaseFolder() {
        writeRules();
        write("rules/fair.assay",
              "ruleset fair.label\n"
              "  title    en \"Fair label\" zh \"公平标识\"\n"
              "  edition  not stated\n"
              "  clauses  from \"clauses.toml\"\n"
              "  units    from \"units.toml\"\n"
              "  parties  client\n"
              "  roles    inspector, verifier\n");
        write("rules/lists.assay",
              "enum severity\n"
              "  minor  en \"minor\" zh \"一般\"\n"
              "  major  en \"major\" zh \"严重\"\n"
              "\n"
              "enum role\n"
              "  inspector  en \"inspector\" zh \"检查员\"\n"
              "  verifier   en \"verifier\" zh \"核查员\"\n"
              "\n"
              "record licence\n"
              "  from_day   date\n"
              "  until_day  date?\n"
              "\n"
              "record person\n"
              "  roles     list of role\n"
              "  licences  list of licence\n"
              "\n"
              "register persons of person\n"
              "  label en \"Persons\" zh \"人员\"\n"
              "\n"
              "record unit\n"
              "  bom_items  count 1..\n"
              "\n"
              "record finding\n"
              "  units      list of item of units\n"
              "  found_by   item of persons\n"
              "  severity   severity          label en \"Severity\" zh \"程度\"\n"
              "  open       bool\n"
              "  declared   kg\n"
              "  share      ratio\n"
              "  answered   date?\n"
              "  reply      days\n"
              "  score      number\n"
              "  misleads   judgement by verifier\n"
              "  remark     text\n"
              "  备注       text?\n"
              "\n"
              "record sub\n"
              "  open  bool\n"
              "record holder\n"
              "  subs  list of sub\n"
              "\n"
              "fact units              list of unit\n"
              "fact findings           list of finding\n"
              "fact holders            list of holder\n"
              "fact client.violations  list of unit\n"
              "fact reviewer           item of persons\n"
              "fact systemic           judgement by inspector\n"
              "fact agreed             judgement\n"
              "\n"
              "quantity footprint.complete  bool  for u in units\n"
              "\n"
              "rule few for u in units\n"
              "  cites F1\n"
              "  require u.bom_items < 100\n");
        write("rules/units.toml",
              "[[dimension]]\nname = \"mass\"\n\n[[unit]]\nsymbol = \"kg\"\nfactor = 1\nof = { mass = 1 }\nsource = \"SI\"\n\n"
              "[[unit]]\nsymbol = \"t\"\nfactor = 1000\nof = { mass = 1 }\nsource = \"SI\"\n\n"
              "[[dimension]]\nname = \"length\"\n\n[[unit]]\nsymbol = \"m\"\nfactor = 1\nof = { length = 1 }\nsource = \"SI\"\n");
        LoadedRules loaded = loadRules(sources_, at("rules"), {});
        for (const diagnostics::Diagnostic& finding : loaded.findings.all())
            ADD_FAILURE() << diagnostics::sentence(finding.kind, finding.arguments, diagnostics::Language::English);
        rules_ = std::move(loaded.rules);
    }
    void SetUp() override { ASSERT_TRUE(rules_); }

    LoadedCase load(const std::string& name, const Limits& limits = {}, const std::string& registers = {}) {
        return loadCase(sources_, *rules_, at(name), limits, registers);
    }
    // "E0402 findings.csv:1 titl": code, place and the text marked, one a finding; of a finding without place its code.
    std::vector<std::string> found(const LoadedCase& loaded) {
        std::vector<std::string> lines;
        for (const diagnostics::Diagnostic& finding : loaded.findings.all()) {
            std::string line(diagnostics::code(finding.kind));
            if (finding.span.valid()) {
                line += " " + sources_.file(finding.span.source).name.substr(loaded.root.size()) + ":" +
                        std::to_string(sources_.begin(finding.span).line) + " " + std::string(sources_.text(finding.span));
            }
            lines.push_back(line);
        }
        return lines;
    }
    // The findings as english sentences.
    static std::vector<std::string> said(const LoadedCase& loaded) {
        std::vector<std::string> sentences;
        for (const diagnostics::Diagnostic& finding : loaded.findings.all())
            sentences.push_back(diagnostics::sentence(finding.kind, finding.arguments, diagnostics::Language::English));
        return sentences;
    }
    const facts::ListFacts& list(const LoadedCase& loaded, const std::string& name) const {
        for (std::size_t index = 0; index < rules_->checked.lists.size(); ++index) {
            if (rules_->checked.lists[check::ListId(index)].name == name) return loaded.facts->lists[check::ListId(index)];
        }
        ADD_FAILURE() << "no list " << name;
        return loaded.facts->lists[check::ListId(0)];
    }
    const facts::Entry& field(const LoadedCase& loaded, const std::string& listName, std::size_t item, const std::string& name) const {
        const facts::Item& holder = list(loaded, listName).items.at(item);
        for (const check::List& declared : rules_->checked.lists) {
            if (declared.name != listName) continue;
            const auto& fields = rules_->checked.records[declared.record].fields;
            for (std::size_t index = 0; index < fields.size(); ++index) {
                if (rules_->checked.fields[fields[index]].name == name) return holder.fields.at(index);
            }
        }
        ADD_FAILURE() << "no field " << name;
        return holder.fields.front();
    }
    template <class T>
    std::optional<T> known(const LoadedCase& loaded, std::size_t item, const std::string& name) const {
        const facts::Entry& entry = field(loaded, "findings", item, name);
        if (entry.state != facts::Entry::State::Known) return std::nullopt;
        return std::get<T>(*entry.value);
    }

    source::SourceMap sources_;
    std::unique_ptr<const RuleSet> rules_;
};

}  // namespace assay::workspace
