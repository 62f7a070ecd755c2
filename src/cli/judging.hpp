#pragma once

#include <memory>
#include <variant>

#include "assay/report/view.hpp"
#include "assay/workspace/case.hpp"
#include "assay/workspace/record.hpp"
#include "command_line.hpp"
#include "console.hpp"

namespace assay::cli {

// What evaluate, explain and missing share: a rule set, the names of the command line resolved, and cases judged.
class Judging {
public:
    // A status: rules or names are wrong, and the findings are written.
    [[nodiscard]] static std::variant<Judging, workspace::ExitStatus> begin(const CommandLine& line, Console& console);

    // A case with what was said of it. The evaluation points to the facts.
    struct Judged {
        workspace::LoadedCase loaded;
        workspace::JudgedCase judged;
        diagnostics::Diagnostics findings;  // all of them, for JSON
    };
    // Loads and judges a case; its findings are written. A record stands in for the case that it keeps, on the day that it says.
    [[nodiscard]] Judged judge(const std::string& path, Console& console);

    // Loads a case without judging it; its findings are written.
    [[nodiscard]] workspace::LoadedCase load(const std::string& path, Console& console);
    [[nodiscard]] std::optional<trace::Step> explain(const Judged& judged, const evaluate::Conclusion& conclusion) const;

    // What a partition says of two items; empty: one of them is not in the case.
    [[nodiscard]] std::optional<evaluate::PairAnswer> compare(const Judged& judged, check::DeclId partition, const std::string& a,
                                                              const std::string& b) const;

    [[nodiscard]] report::View view(const workspace::LoadedCase& loaded) const;
    [[nodiscard]] const report::Selection& selection() const { return request_.selection; }
    [[nodiscard]] source::SourceMap& sources() const { return *sources_; }
    [[nodiscard]] const workspace::RuleSet& ruleSet() const { return *rules_; }
    [[nodiscard]] const check::Checked& rules() const { return rules_->checked; }
    [[nodiscard]] const lower::Program& program() const { return rules_->program; }

private:
    explicit Judging(const CommandLine& line) : line_(&line), options_(line.options), sources_(std::make_unique<source::SourceMap>()) {}

    // Takes case, day and profile of a record that stands in for the one case of the command line.
    static std::optional<workspace::ExitStatus> takeRecord(Judging& judging, Console& console);
    // Loads a case, or the one that the record keeps.
    [[nodiscard]] workspace::LoadedCase loaded(const std::string& path) const;

    const CommandLine* line_;
    workspace::Options options_;
    std::optional<workspace::RecordedCase> record_;
    std::unique_ptr<source::SourceMap> sources_;
    std::unique_ptr<const workspace::RuleSet> rules_;
    workspace::Request request_;
};

}  // namespace assay::cli
