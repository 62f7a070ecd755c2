#include "assay/workspace/new_case.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "assay/author/case_template.hpp"
#include "assay/diagnostics/escape.hpp"
#include "commands.hpp"
#include "rules.hpp"

namespace assay::cli {

using workspace::ExitStatus;

ExitStatus createCase(const CommandLine& line, Console& console) {
    source::SourceMap sources;
    const std::unique_ptr<const workspace::RuleSet> rules = loadRuleSet(line, sources, console, profileSource(line));
    if (!rules) return ExitStatus::Invalid;
    const std::string text = author::caseTemplate(rules->checked, {line.name, *line.options.asOf, line.language});
    const workspace::Location parent{line.folder, line.folder == "." ? std::string() : line.folder};
    const workspace::NewCase made = workspace::writeNewCase(parent, line.name, text);
    if (made.findings.hasErrors()) {
        console.refuse(made.findings, sources);
        return ExitStatus::Usage;
    }
    if (console.isJson()) {
        nlohmann::ordered_json json;
        json["schema_version"] = 1;
        json["document"] = made.document;
        json["diagnostics"] = nlohmann::ordered_json::array();
        console.json(json);
    } else {
        const bool chinese = console.language() == diagnostics::Language::Chinese;
        console.text(fmt::format("{}{}\n", chinese ? "已写入 " : "written: ", diagnostics::escape(made.document)));
    }
    return ExitStatus::Conform;
}

}  // namespace assay::cli
