#include "builder.hpp"

namespace assay::syntax {

using diagnostics::Kind;

Cell Builder::cell(const Node& node) {
    Cell result;
    result.span = span(node);
    if (node.find(Shape::AnyCell) != nullptr) {
        return result;
    }
    if (node.find(Shape::NoneCell) != nullptr) {
        result.kind = Cell::Kind::None;
        return result;
    }
    std::optional<ExprId>* bound = nullptr;
    for (const auto& child : node.children) {
        switch (child->shape) {
            case Shape::AtLeast:
                bound = &result.low;
                break;
            case Shape::MoreThan:
                bound = &result.low;
                result.lowStrict = true;
                break;
            case Shape::AtMost:
                bound = &result.high;
                break;
            case Shape::LessThan:
                bound = &result.high;
                result.highStrict = true;
                break;
            case Shape::CellDots:
                if (!result.equals.empty()) {
                    result.low = result.equals.front();
                    result.equals.clear();
                }
                bound = &result.high;
                result.kind = Cell::Kind::Range;
                break;
            default:
                if (bound != nullptr) {
                    *bound = expression(*child);
                } else {
                    result.equals.push_back(expression(*child));
                }
                break;
        }
    }
    result.kind = bound != nullptr ? Cell::Kind::Range : Cell::Kind::Equals;
    if (node.find(Shape::CellDots) != nullptr && result.low && result.high) {
        takeUnit(*result.high, *result.low);
    }
    return result;
}

Row Builder::row(const Node& node, std::size_t columns) {
    Row result;
    const Node* last = nullptr;
    forEach(node, Shape::Cell, [&](const Node& child) {
        result.cells.push_back(cell(child));
        last = &child;
    });
    const std::uint32_t lastBar = static_cast<std::uint32_t>(fileText_.find('|', offset(last->end)));
    result.span = {source_, offset(node.begin), lastBar + 1};
    if (node.text().find('\n') != std::string_view::npos) {
        refuse(Kind::RowNotOneLine, result.span);
    }
    if (result.cells.size() != columns) {
        refuse(Kind::RowWidth, result.span)
            .with("found", quantity::Rational(static_cast<std::int64_t>(result.cells.size())))
            .with("expected", quantity::Rational(static_cast<std::int64_t>(columns)));
    }
    if (const Node* when = node.find(Shape::WhenPart)) {
        result.when = expressionIn(*when);
    }
    if (const Node* cites = node.find(Shape::Cites)) {
        result.cites = names(*cites, Shape::Reference);
    }
    return result;
}

TableDecl Builder::table(const Node& node) {
    TableDecl result;
    forEach(node, Shape::Parameter, [&](const Node& parameter) {
        result.parameters.push_back({nameIn(parameter, Shape::Name), type(*parameter.children.back())});
    });
    if (const Node* hit = once(node, Shape::Hit, "hit")) {
        if (hit->find(Shape::HitFirst) != nullptr) {
            result.hit = TableDecl::Hit::First;
        } else if (hit->find(Shape::HitCollect) != nullptr) {
            result.hit = TableDecl::Hit::Collect;
        }
        result.complete = hit->find(Shape::Complete) != nullptr;
    }
    const Node* columns = node.find(Shape::Columns);
    if (columns == nullptr || node.find(Shape::Row) == nullptr) {
        missing(node, "row");
        return result;
    }
    result.columns = names(*columns, Shape::Name);
    result.columnsSpan = span(*columns);
    forEach(node, Shape::Row, [&](const Node& child) { result.rows.push_back(row(child, result.columns.size())); });
    return result;
}

}  // namespace assay::syntax
