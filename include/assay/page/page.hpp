#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assay/facts/facts.hpp"
#include "assay/footprint/result.hpp"
#include "assay/report/portfolio.hpp"
#include "assay/report/view.hpp"
#include "assay/trace/step.hpp"

// Cases as one HTML file that needs nothing beside it: no network, no fonts, no images.
namespace assay::page {

// A case as a page shows it; borrowed while it is added, the rules until the page is taken.
struct Shown {
    const report::View& view;
    const report::PortfolioRow& row;
    const report::Selection& selection;
    const diagnostics::Diagnostics& findings;                                        // what was said of the case
    std::function<std::optional<trace::Step>(const evaluate::Conclusion&)> explain;  // the derivation of a conclusion
    const evaluate::CaseResult* result = nullptr;                                    // null: it could not be judged
    const facts::CaseFacts* facts = nullptr;                                         // with `result`
    const footprint::Inventory* inventory = nullptr;                                 // null: the case has none
    const footprint::Result* quantified = nullptr;                                   // with `inventory`
};

// Collects cases and writes the page. Both languages stand in it, and what both say alike once; the reader chooses by a switch that
// needs no script. Several cases are listed in one table in front, by what needs attention. The same cases give the same bytes.
class Page {
public:
    // `language`: the one chosen when the page is opened.
    explicit Page(diagnostics::Language language, std::size_t cases) : language_(language), isPortfolio_(cases > 1) {}
    void add(const Shown& shown);
    [[nodiscard]] std::string take();

private:
    struct Written {
        report::PortfolioRow row;
        std::string id;        // of its part of the page
        std::string markup;    // that part
        std::string contents;  // what leads to its parts
    };
    [[nodiscard]] std::string title() const;

    diagnostics::Language language_;
    bool isPortfolio_;
    std::vector<Written> cases_;
    std::set<std::string> cited_;  // clauses that the parts refer to
    const check::Checked* rules_ = nullptr;
};

}  // namespace assay::page
