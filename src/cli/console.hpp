#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "assay/report/view.hpp"
#include "command_line.hpp"

namespace assay::cli {

// The two streams of a run: results on one, everything else on the other.
class Console {
public:
    Console(std::ostream& out, std::ostream& err, Output output, diagnostics::Language language, ColorChoice color);

    [[nodiscard]] bool isJson() const { return output_ == Output::Json; }
    [[nodiscard]] Output output() const { return output_; }
    [[nodiscard]] diagnostics::Language language() const { return language_; }
    // How results are written.
    [[nodiscard]] report::TextOptions textOptions() const { return {language_, colorOut_}; }

    void text(std::string_view text);
    void json(const nlohmann::ordered_json& value);
    // A line beside the results.
    void remark(std::string_view text);
    // Findings in full, at most `shownFindings` of them; never changes what stands on the result stream.
    void findings(const diagnostics::Diagnostics& findings, const source::SourceMap& sources);
    // Findings in place of results: they are the whole JSON output.
    void refuse(const diagnostics::Diagnostics& findings, const source::SourceMap& sources);

    static constexpr std::size_t shownFindings = 200;

private:
    std::ostream& out_;
    std::ostream& err_;
    Output output_;
    diagnostics::Language language_;
    bool colorOut_;
    bool colorErr_;
};

}  // namespace assay::cli
