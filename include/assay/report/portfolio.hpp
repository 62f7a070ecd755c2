#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assay/footprint/result.hpp"
#include "assay/report/view.hpp"

// Many cases as one table, by what needs attention.
namespace assay::report {

// What a case asks of whoever keeps it: the worst that is said of it, for any party. In this order.
enum class Attention : std::uint8_t {
    NotJudged,  // rules or case are invalid, or a limit was reached
    Conflict,
    Nonconform,
    Undetermined,
    Conform,
};

struct PortfolioRow {
    std::string name;
    syntax::LocalText title;
    Attention attention = Attention::NotJudged;
    std::optional<quantity::Date> asOf;
    std::vector<std::pair<std::string, evaluate::VerdictKind>> verdicts;  // by party
    std::vector<std::string> adverse;                             // what the verdicts count and is adverse or fails, as results name it
    std::vector<std::string> open;                                // what they count and is not determined
    std::vector<std::string> late;                                // duties
    std::optional<quantity::Date> due;                            // the first due day of a duty that is still to be met
    std::string duty;                                             // the duty that is due on it
    std::size_t missing = 0;                                      // things to ask for, as listMissing counts them
    std::vector<std::pair<std::string, std::string>> footprints;  // by product, in kgCO2e/FU; empty: not quantified
};

// Of a case that was judged; `quantified` is null where it has no inventory.
[[nodiscard]] PortfolioRow portfolioRow(const evaluate::CaseResult& result, const syntax::LocalText& title,
                                        const footprint::Result* quantified, const View& view, const Selection& selection = {});
// Of a case that could not be judged.
[[nodiscard]] PortfolioRow unjudgedRow(const std::string& name);

// Whether `a` needs attention before `b`: by the worst verdict, then by the day on which something is due, then by name.
[[nodiscard]] bool isMoreUrgent(const PortfolioRow& a, const PortfolioRow& b);

[[nodiscard]] std::string_view key(Attention attention);  // "not_judged", "nonconform"

// The table, sorted, with a head; lists within a cell are parted by blanks.
[[nodiscard]] std::string portfolioCsv(std::vector<PortfolioRow> rows);

}  // namespace assay::report
