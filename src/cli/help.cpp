#include <fmt/format.h>

#include "assay/diagnostics/render.hpp"
#include "assay/source/text.hpp"
#include "commands.hpp"

namespace assay::cli {

using diagnostics::Kind;
using diagnostics::Severity;
using workspace::ExitStatus;

namespace {

// Errors and warnings have pages; notes and hints explain themselves.
std::vector<Kind> kindsWithPages() {
    std::vector<Kind> kinds;
    for (const Kind kind : diagnostics::allKinds()) {
        const Severity severity = diagnostics::severity(kind);
        if (severity == Severity::Error || severity == Severity::Warning) kinds.push_back(kind);
    }
    return kinds;
}

}  // namespace

ExitStatus showHelp(const CommandLine& line, Console& console) {
    if (line.code.empty()) {
        for (const Kind kind : kindsWithPages())
            console.text(fmt::format("{}  {}\n", diagnostics::code(kind), diagnostics::name(kind)));
        return ExitStatus::Conform;
    }
    const std::string_view page = diagnostics::page(line.code);
    if (!page.empty()) {
        console.text(page);
        return ExitStatus::Conform;
    }
    std::vector<std::string> codes;
    for (const Kind kind : kindsWithPages())
        codes.emplace_back(diagnostics::code(kind));
    diagnostics::Diagnostics findings;
    diagnostics::Diagnostic& finding = findings.add(Kind::CodeUnknown, {}, {{"code", diagnostics::Name{line.code}}});
    const std::vector<std::string> near = source::closest(line.code, codes);
    if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", diagnostics::Names{near}}});
    console.refuse(findings, {});
    return ExitStatus::Usage;
}

}  // namespace assay::cli
