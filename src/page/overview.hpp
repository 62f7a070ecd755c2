#pragma once

#include "assay/report/portfolio.hpp"
#include "markup.hpp"

namespace assay::page {

struct Line {
    const report::PortfolioRow& row;
    std::string id;  // of the case on the page
};

// The table of the cases, in the order given.
void writeOverview(Markup& out, const std::vector<Line>& lines);

}  // namespace assay::page
