#include "table_columns.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "cell.hpp"

namespace assay::facts {

using check::TypeKind;
using diagnostics::Kind;
using document::CsvCell;
using document::CsvTable;
using document::Node;

namespace {

constexpr std::array<std::string_view, 4> provenanceWords = {"evidence", "by", "on", "reason"};

// What stands in the column of a field, with the columns beside it.
struct FieldColumn {
    const check::Field* field = nullptr;  // none: `id`
    std::size_t column = 0;
    std::string unit;                                                       // of the head; empty: none
    std::vector<std::pair<std::string_view, std::size_t>> provenance = {};  // "by" and its column
};

// A head, taken apart: NAME, NAME [unit], NAME.evidence.
struct Head {
    std::string name;
    std::string unit;
    std::string_view provenance;
};

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

Head parseHead(std::string_view text) {
    Head head;
    text = trimmed(text);
    const std::size_t open = text.find('[');
    if (open != std::string_view::npos && text.ends_with(']')) {
        head.unit = trimmed(text.substr(open + 1, text.size() - open - 2));
        text = trimmed(text.substr(0, open));
    }
    for (const std::string_view word : provenanceWords) {
        if (!text.ends_with(word) || text.size() <= word.size() + 1 || text[text.size() - word.size() - 1] != '.') continue;
        head.provenance = word;
        text.remove_suffix(word.size() + 1);
        break;
    }
    head.name = text;
    return head;
}

class TableReader {
public:
    TableReader(const Context& context, check::ListId list, const CsvTable& table)
        : context_(context), id_(list), list_(context.rules.lists[list]), record_(context.rules.records[list_.record]), table_(table) {}

    Node read() {
        Node array;
        array.kind = Node::Kind::Array;
        array.span = table_.span(table_.head.front());
        if (!readHeads()) return array;
        array.items.reserve(table_.rows());
        for (std::size_t row = 0; row < table_.rows(); ++row)
            array.items.push_back(readRow(row));
        return array;
    }

private:
    [[nodiscard]] source::Span span(std::size_t column) const { return table_.span(table_.head[column]); }

    // False: without ids no row is an item.
    bool readHeads() {
        std::vector<std::pair<Head, std::size_t>> beside;
        for (std::size_t column = 0; column < table_.head.size(); ++column) {
            Head head = parseHead(table_.text(context_.sources, table_.head[column]));
            if (!head.provenance.empty()) {
                beside.emplace_back(std::move(head), column);
            } else {
                addColumn(head, column);
            }
        }
        for (const auto& [head, column] : beside)
            addBeside(head, column);
        const bool hasIds =
            std::any_of(columns_.begin(), columns_.end(), [](const FieldColumn& column) { return column.field == nullptr; });
        if (!hasIds) context_.report(Kind::CaseIdColumnMissing, span(0), {{"name", name(list_.name)}});
        return hasIds;
    }

    void addColumn(const Head& head, std::size_t column) {
        FieldColumn added;
        added.column = column;
        added.unit = head.unit;
        if (head.name != idKey) {
            if (const check::Field* quantity = quantityNamed(context_, id_, head.name))
                return reportQuantity(context_, *quantity, span(column));
            added.field = findField(head.name);
            if (added.field == nullptr) return reportUnknownField(context_, record_, head.name, span(column));
            if (isRecordList(*added.field)) {
                context_.report(Kind::CaseColumnRecords, span(column), {{"name", name(head.name)}})
                    .note(Kind::DeclaredHere, added.field->span, {{"name", name(added.field->name)}});
                return;
            }
        }
        const auto first = columnOf(added.field);
        if (first != columns_.end()) {
            context_.report(Kind::CsvColumnTwice, span(column), {{"name", name(head.name)}}).note(Kind::FirstHere, span(first->column));
        } else if (isMeasuredIn(added, head)) {
            columns_.push_back(std::move(added));
        }
    }

    void addBeside(const Head& head, std::size_t column) {
        const check::Field* field = findField(head.name);
        if (field == nullptr) return reportUnknownField(context_, record_, head.name, span(column));
        const auto found = columnOf(field);
        if (found == columns_.end()) {
            context_.report(Kind::CaseColumnAlone, span(column),
                            {{"name", name(head.name + '.' + std::string(head.provenance))}, {"field", name(head.name)}});
            return;
        }
        found->provenance.emplace_back(head.provenance, column);
    }

    [[nodiscard]] std::vector<FieldColumn>::iterator columnOf(const check::Field* field) {
        return std::find_if(columns_.begin(), columns_.end(), [field](const FieldColumn& column) { return column.field == field; });
    }

    // By name, else by a label that one field alone carries.
    [[nodiscard]] const check::Field* findField(std::string_view word) const {
        const check::Field* labelled = nullptr;
        bool isUnclear = false;
        for (const check::FieldId id : record_.fields) {
            const check::Field& field = context_.rules.fields[id];
            if (field.name == word) return &field;
            if (word.empty() || field.quantified || (field.label.english != word && field.label.chinese != word)) continue;
            isUnclear = labelled != nullptr;
            labelled = &field;
        }
        return isUnclear ? nullptr : labelled;
    }

    [[nodiscard]] static bool isRecordList(const check::Field& field) {
        return field.type.kind == TypeKind::List && field.type.element == TypeKind::Record;
    }

    // A unit in the head fits the field, if there is one.
    [[nodiscard]] bool isMeasuredIn(const FieldColumn& column, const Head& head) const {
        if (column.unit.empty()) return true;
        if (column.field != nullptr && acceptsUnit(context_, *column.field, column.unit)) return true;
        context_.report(Kind::CaseColumnUnit, span(column.column), {{"name", name(head.name)}, {"unit", name(column.unit)}});
        return false;
    }

    [[nodiscard]] Node readRow(std::size_t row) const {
        Node item;
        const CsvCell& first = table_.cell(row, 0);
        const CsvCell& last = table_.cell(row, table_.head.size() - 1);
        item.span = table_.span(first).to(table_.span(last));
        for (const FieldColumn& column : columns_) {
            std::optional<Node> value = readValue(row, column);
            if (!value) continue;
            const std::string key = column.field == nullptr ? std::string(idKey) : column.field->name;
            item.members.push_back({key, span(column.column), *std::move(value)});
        }
        return item;
    }

    [[nodiscard]] Cell cell(std::size_t row, std::size_t column) const {
        const CsvCell& written = table_.cell(row, column);
        return {table_.text(context_.sources, written), table_.span(written)};
    }

    // Empty: the row says nothing of the field.
    [[nodiscard]] std::optional<Node> readValue(std::size_t row, const FieldColumn& column) const {
        const Cell given = cell(row, column.column);
        if (column.field == nullptr) return given.text.empty() ? std::nullopt : std::optional(textOf(given));
        std::optional<Node> value;
        if (!given.text.empty()) value = valueOf(*column.field, column.unit, given);
        std::vector<Node::Member> beside;
        for (const auto& [word, at] : column.provenance) {
            const Cell more = cell(row, at);
            if (more.text.empty()) continue;
            beside.push_back({std::string(word), span(at), word == "on" ? dateOf(more) : textOf(more)});
        }
        if (beside.empty()) return value;
        return withProvenance(*column.field, std::move(value), given.span, span(column.column), std::move(beside));
    }

    // As a table that gives the value: `{ value = .., by = .. }`.
    [[nodiscard]] static Node withProvenance(const check::Field& field, std::optional<Node> value, source::Span place, source::Span head,
                                             std::vector<Node::Member> beside) {
        Node node;
        node.span = place;
        if (value && value->kind == Node::Kind::Table) {
            node.members = std::move(value->members);
        } else if (value) {
            const char* const key = field.type.kind == TypeKind::List ? "items" : "value";
            node.members.push_back({key, head, *std::move(value)});
        }
        std::move(beside.begin(), beside.end(), std::back_inserter(node.members));
        return node;
    }

    const Context& context_;
    check::ListId id_;
    const check::List& list_;
    const check::Record& record_;
    const CsvTable& table_;
    std::vector<FieldColumn> columns_;
};

}  // namespace

Node tableOf(const Context& context, check::ListId list, const CsvTable& table) {
    return TableReader(context, list, table).read();
}

}  // namespace assay::facts
