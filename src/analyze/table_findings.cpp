#include "assay/analyze/table.hpp"
#include "findings.hpp"
#include "words.hpp"

namespace assay::analyze {

using check::Cell;
using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;

namespace {

class TableReport {
public:
    TableReport(Session& session, check::DeclId id)
        : session_(session), declaration_(session.checked.declarations[id]), table_(std::get<check::Table>(declaration_.body)) {}

    void all(const TableAnalysis& analysis) {
        for (const RowOverlap& overlap : analysis.overlaps)
            add(overlap);
        gaps(analysis.gaps);
        for (const UnreachableRow& row : analysis.unreachable)
            add(row);
        if (analysis.unreachable.size() == table_.rows.size()) {
            session_.findings.add(Kind::TableNeverApplies, declaration_.nameSpan, {{"table", name()}});
        }
        if (analysis.combinations) {
            session_.findings.add(
                Kind::TableTooLarge, declaration_.nameSpan,
                {{"table", name()}, {"combinations", *analysis.combinations}, {"limit", number(session_.limits.tableCombinations)}});
        }
    }

private:
    [[nodiscard]] Name name() const { return Name{declaration_.name}; }
    [[nodiscard]] std::string witness(const TableInput& input) const { return witnessText(input, table_, session_.checked); }

    void add(const RowOverlap& overlap) {
        Diagnostic& finding = session_.findings.add(Kind::RowsOverlap, table_.rows[overlap.second].span,
                                                    {{"first", number(overlap.first + 1)},
                                                     {"second", number(overlap.second + 1)},
                                                     {"table", name()},
                                                     {"witness", witness(overlap.input)}});
        gives(finding, overlap.first, table_.rows[overlap.first].span);
        gives(finding, overlap.second, {});
        if (!shrink(finding, overlap.first, overlap.second) && !shrink(finding, overlap.second, overlap.first)) {
            finding.note(Kind::SeparateRows, {});
        }
    }

    void gives(Diagnostic& finding, std::size_t index, source::Span place) {
        const check::Row& row = table_.rows[index];
        const std::string_view output = session_.sources.text(session_.checked.expressions[row.output].span);
        finding.note(Kind::RowGives, place,
                     {{"row", number(index + 1)},
                      {"output", Name{std::string(output)}},
                      {"clauses", Names{row.clauses.empty() ? declaration_.clauses : row.clauses}}});
    }

    // Where one row's range begins inside the other's and ends behind it, the other can end before it.
    bool shrink(Diagnostic& finding, std::size_t lower, std::size_t upper) {
        for (std::size_t index = 0; index < table_.parameters.size(); ++index) {
            const Cell& first = table_.rows[lower].cells[index];
            const Cell& second = table_.rows[upper].cells[index];
            if (first.kind != Cell::Kind::Range || second.kind != Cell::Kind::Range || !first.high || !second.low) continue;
            if (first.low && *first.low >= *second.low) continue;
            if (second.high && *second.high <= *first.high) continue;
            const check::Type& type = table_.parameters[index].type;
            if (!type.isOrderedLine()) continue;
            finding.note(Kind::ShrinkCell, {},
                         {{"cell", Name{cellText(before(second, first, type), type, session_.checked)}}, {"row", number(lower + 1)}});
            return true;
        }
        return false;
    }

    // The part of `cell` that lies before `next`.
    static Region before(const Cell& next, const Cell& cell, const check::Type& type) {
        Region region;
        region.value = {*next.low};
        region.low = cell.low;
        region.lowStrict = cell.lowStrict;
        region.high = next.low;
        region.highStrict = !next.lowStrict;
        if (type.isWhole() && region.highStrict) {
            region.high = *next.low - quantity::Rational(1);
            region.highStrict = false;
        }
        if (type.isWhole() && region.low && region.lowStrict) {
            region.low = *cell.low + quantity::Rational(1);
            region.lowStrict = false;
        }
        return region;
    }

    // One finding for all gaps but those of none; a table's gaps list the latter last.
    void gaps(const std::vector<TableGap>& gaps) {
        Diagnostic* first = nullptr;
        for (const TableGap& gap : gaps) {
            if (gap.noneOf) break;
            if (first != nullptr) {
                first->note(Kind::AlsoGap, {}, {{"witness", witness(gap.input)}});
                continue;
            }
            first = &session_.findings.add(Kind::TableGap, table_.columnsSpan, {{"table", name()}, {"witness", witness(gap.input)}});
            first->note(Kind::AddRow, {}, {{"row", Name{rowText(gap.input, table_, session_.checked)}}});
        }
        for (const TableGap& gap : gaps) {
            if (gap.noneOf) missingNone(gap);
        }
    }

    void missingNone(const TableGap& gap) {
        const Name parameter{table_.parameters[*gap.noneOf].name};
        session_.findings
            .add(Kind::TableNoneGap, table_.columnsSpan, {{"table", name()}, {"parameter", parameter}, {"witness", witness(gap.input)}})
            .note(Kind::AddNoneRow, {}, {{"parameter", parameter}});
    }

    void add(const UnreachableRow& unreachable) {
        const check::Row& row = table_.rows[unreachable.row];
        const std::vector<std::pair<std::string, diagnostics::Argument>> arguments = {{"row", number(unreachable.row + 1)},
                                                                                      {"table", name()}};
        switch (unreachable.why) {
            case UnreachableRow::Why::Cell:
                session_.findings.add(Kind::RowOutsideValues, row.cells[unreachable.parameter].span, arguments)
                    .with("parameter", Name{table_.parameters[unreachable.parameter].name});
                break;
            case UnreachableRow::Why::Readings:
                session_.findings.add(Kind::RowWithoutReading, row.span, arguments);
                break;
            case UnreachableRow::Why::Covered: {
                Diagnostic& finding = session_.findings.add(Kind::RowCovered, row.span, arguments);
                for (const std::size_t before : unreachable.coveredBy) {
                    finding.note(Kind::RowBefore, table_.rows[before].span, {{"row", number(before + 1)}});
                }
                break;
            }
        }
    }

    Session& session_;
    const check::Declaration& declaration_;
    const check::Table& table_;
};

}  // namespace

void reportTable(Session& session, check::DeclId table) {
    TableReport(session, table).all(analyzeTable(table, session.program, session.limits));
}

}  // namespace assay::analyze
