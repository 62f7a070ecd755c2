#include "console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <ostream>

#include "assay/diagnostics/render.hpp"
#include "assay/report/findings.hpp"

namespace assay::cli {

namespace {

// https://no-color.org: set and not empty means no color, unless the user asks for it by option.
bool colored(ColorChoice choice, int descriptor) {
    if (choice != ColorChoice::Auto) return choice == ColorChoice::Always;
    const char* noColor = std::getenv("NO_COLOR");
    if (noColor && *noColor != '\0') return false;
    return isatty(descriptor) == 1;
}

}  // namespace

Console::Console(std::ostream& out, std::ostream& err, Output output, diagnostics::Language language, ColorChoice color)
    : out_(out),
      err_(err),
      output_(output),
      language_(language),
      colorOut_(colored(color, STDOUT_FILENO)),
      colorErr_(colored(color, STDERR_FILENO)) {}

void Console::text(std::string_view text) {
    out_ << text;
}

void Console::json(const nlohmann::ordered_json& value) {
    out_ << value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

void Console::remark(std::string_view text) {
    err_ << text << '\n';
}

void Console::findings(const diagnostics::Diagnostics& findings, const source::SourceMap& sources) {
    const std::vector<diagnostics::Diagnostic>& all = findings.all();
    const std::size_t shown = std::min(all.size(), shownFindings);
    for (std::size_t i = 0; i < shown; ++i)
        err_ << diagnostics::render(all[i], sources, {language_, colorErr_});
    if (shown == all.size()) return;
    const std::size_t more = all.size() - shown;
    remark(language_ == diagnostics::Language::Chinese ? fmt::format("另有 {} 条未显示", more) : fmt::format("and {} more", more));
}

void Console::refuse(const diagnostics::Diagnostics& found, const source::SourceMap& sources) {
    findings(found, sources);
    if (!isJson()) return;
    nlohmann::ordered_json whole;
    whole["schema_version"] = 1;
    whole["diagnostics"] = report::findingsJson(found, sources, {});
    json(whole);
}

}  // namespace assay::cli
