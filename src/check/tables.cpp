#include <algorithm>

#include "bodies.hpp"

namespace assay::check {

using diagnostics::Kind;
using quantity::Rational;

namespace {

// The column of each parameter; empty: the heading row does not name the parameters and one output behind them.
std::optional<std::vector<std::size_t>> parameterColumns(const std::vector<syntax::Name>& columns,
                                                         const std::vector<Parameter>& parameters) {
    if (columns.size() != parameters.size() + 1) return std::nullopt;
    std::vector<std::size_t> places;
    for (const Parameter& parameter : parameters) {
        const auto found = std::find_if(columns.begin(), columns.end() - 1,
                                        [&parameter](const syntax::Name& column) { return column.text == parameter.name; });
        if (found == columns.end() - 1) return std::nullopt;
        places.push_back(static_cast<std::size_t>(found - columns.begin()));
    }
    const bool outputIsParameter = std::any_of(parameters.begin(), parameters.end(),
                                               [&columns](const Parameter& parameter) { return parameter.name == columns.back().text; });
    return outputIsParameter ? std::nullopt : std::optional(std::move(places));
}

// A point of the line that a range runs along; an alternative of an ordered enum counts by its place.
std::optional<Rational> pointOf(const Constant& constant) {
    if (const auto* number = std::get_if<Rational>(&constant.value)) return *number;
    if (const auto* date = std::get_if<quantity::Date>(&constant.value)) return Rational(date->dayNumber());
    if (const auto* enumerator = std::get_if<Constant::Enumerator>(&constant.value))
        return Rational(static_cast<std::int64_t>(enumerator->index));
    return std::nullopt;
}

class TableCheck {
public:
    explicit TableCheck(const BodyContext& context) : context_(context), table_(std::get<Table>(context.declaration.body)) {}

    void check(const syntax::TableDecl& written) {
        const auto columns = parameterColumns(written.columns, table_.parameters);
        if (!columns) {
            std::vector<std::string> legal;
            for (const Parameter& parameter : table_.parameters)
                legal.push_back(parameter.name);
            context_.session.findings.add(Kind::TableColumns, written.columnsSpan, {{"name", diagnostics::Name{context_.declaration.name}}})
                .note(Kind::LegalHere, {}, {{"names", diagnostics::Names{legal}}});
            return;
        }
        // The parser has reported a row that is longer or shorter than the heading.
        for (const syntax::Row& row : written.rows) {
            if (row.cells.size() == written.columns.size()) table_.rows.push_back(readRow(row, *columns));
        }
    }

private:
    Row readRow(const syntax::Row& written, const std::vector<std::size_t>& columns) {
        Row row;
        row.clauses = citedBy(written.cites);
        row.span = written.span;
        for (std::size_t index = 0; index < columns.size(); ++index) {
            row.cells.push_back(readCell(written.cells[columns[index]], table_.parameters[index]));
        }
        row.output = readOutput(written.cells.back());
        if (written.when.valid()) {
            row.when = context_.typer.condition(written.when);
            demandReadings(row.when);
        }
        return row;
    }

    // The kind of a row's output: with `hit collect` one element of the result.
    Wanted outputWanted() const {
        Wanted wanted{context_.declaration.type, context_.declaration.unit.symbol, false};
        if (table_.hit == syntax::TableDecl::Hit::Collect && wanted.type.kind == TypeKind::List) {
            wanted.type.kind = wanted.type.element;
            wanted.type.element = TypeKind::Error;
        }
        // A column of one unit may leave it out, as the sample of the language does.
        wanted.bareTakesUnit = wanted.type.kind == TypeKind::Quantity;
        return wanted;
    }

    ExprId readOutput(const syntax::Cell& written) {
        const Wanted wanted = outputWanted();
        if (written.kind == syntax::Cell::Kind::None && wanted.type.optional) {
            Expr none;
            none.type = wanted.type;
            none.span = written.span;
            none.constant = {Constant::None{}};
            return context_.typer.add(std::move(none));
        }
        if (written.kind != syntax::Cell::Kind::Equals || written.equals.size() != 1) {
            refuseCell(written, wanted.type);
            return {};
        }
        const ExprId output = context_.typer.value(written.equals.front(), wanted);
        demandReadings(output);
        return output;
    }

    Cell readCell(const syntax::Cell& written, const Parameter& parameter) {
        Cell cell;
        cell.span = written.span;
        switch (written.kind) {
            case syntax::Cell::Kind::Any:
                break;
            case syntax::Cell::Kind::None:
                cell.kind = Cell::Kind::None;
                if (!parameter.type.optional && parameter.type.kind != TypeKind::Error) refuseCell(written, parameter.type);
                break;
            case syntax::Cell::Kind::Equals:
                readEquals(written, parameter, cell);
                break;
            case syntax::Cell::Kind::Range:
                readRange(written, parameter, cell);
                break;
        }
        return cell;
    }

    void readEquals(const syntax::Cell& written, const Parameter& parameter, Cell& cell) {
        cell.kind = Cell::Kind::Equals;
        for (const syntax::ExprId value : written.equals) {
            if (const auto constant = context_.typer.constant(value, wantedBy(parameter))) cell.equals.push_back(*constant);
        }
    }

    void readRange(const syntax::Cell& written, const Parameter& parameter, Cell& cell) {
        cell.kind = Cell::Kind::Range;
        if (parameter.type.kind == TypeKind::Error) return;
        const bool orderedEnum =
            parameter.type.kind == TypeKind::Enum && context_.session.checked.enumerations[parameter.type.enumeration].ordered;
        if (!parameter.type.isOrderedLine() && !orderedEnum) {
            refuseCell(written, parameter.type);
            return;
        }
        cell.lowStrict = written.lowStrict;
        cell.highStrict = written.highStrict;
        cell.low = readEnd(written.low, parameter);
        cell.high = readEnd(written.high, parameter);
        if (!cell.low || !cell.high) return;
        const bool pointExcluded = *cell.low == *cell.high && (cell.lowStrict || cell.highStrict);
        if (*cell.high < *cell.low || pointExcluded) context_.session.findings.add(Kind::EmptyRange, written.span);
    }

    std::optional<Rational> readEnd(const std::optional<syntax::ExprId>& end, const Parameter& parameter) {
        if (!end) return std::nullopt;
        const auto constant = context_.typer.constant(*end, wantedBy(parameter));
        return constant ? pointOf(*constant) : std::nullopt;
    }

    static Wanted wantedBy(const Parameter& parameter) {
        Wanted wanted{parameter.type, parameter.unit.symbol, false};
        wanted.type.optional = false;
        // A count is compared with any number: `>= 2.5` is a condition on it.
        if (wanted.type.kind == TypeKind::Count) wanted.type.kind = TypeKind::Number;
        return wanted;
    }

    void refuseCell(const syntax::Cell& written, const Type& type) {
        if (type.kind == TypeKind::Error) return;
        context_.session.findings.add(Kind::CellNotAllowed, written.span,
                                      {{"type", diagnostics::Name{describe(type, context_.session.checked)}}});
    }

    // A row may not look into the case: its parameters are all that it depends on.
    void demandReadings(ExprId id) {
        const Expr& expression = context_.session.checked.expressions[id];
        switch (expression.kind) {
            case ExprKind::Fact:
            case ExprKind::ListFact:
            case ExprKind::AsOf:
            case ExprKind::PairFact:
            case ExprKind::Declaration:
            case ExprKind::DeclarationOf:
            case ExprKind::TableApply:
                context_.session.findings.add(Kind::OnlyReadings, expression.span);
                return;
            default:
                break;
        }
        for (const ExprId operand : expression.operands)
            demandReadings(operand);
    }

    const BodyContext& context_;
    Table& table_;
};

}  // namespace

void checkTable(const BodyContext& context, const syntax::TableDecl& written) {
    TableCheck(context).check(written);
}

}  // namespace assay::check
