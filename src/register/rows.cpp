#include "rows.hpp"

#include <algorithm>

#include "assay/source/text.hpp"
#include "fields.hpp"

namespace assay::registers {

using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;
using quantity::Rational;

bool Rows::claim(const std::vector<std::string>& required, const std::vector<std::string>& optional) {
    std::vector<std::string> legal = required;
    legal.insert(legal.end(), optional.begin(), optional.end());
    for (std::size_t i = 0; i < table_.head.size(); ++i) {
        const std::string column = table_.text(sources_, table_.head[i]);
        columns_.emplace(column, i);
        if (std::find(legal.begin(), legal.end(), column) != legal.end()) continue;
        diagnostics::Diagnostic& finding =
            findings_.add(Kind::UnknownRegisterKey, table_.span(table_.head[i]),
                          {{"table", Name{std::string(name_)}}, {"key", Name{column}}, {"legal", Names{legal}}});
        const std::vector<std::string> near = source::closest(column, legal);
        if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", Names{near}}});
    }
    bool complete = true;
    for (const std::string& column : required) {
        if (columns_.contains(column)) continue;
        complete = false;
        findings_.add(Kind::MissingRegisterKey, table_.span(table_.head.front()),
                      {{"table", Name{std::string(name_)}}, {"key", Name{column}}});
    }
    return complete;
}

RowCell Rows::cell(std::size_t row, std::string_view column) const {
    const auto found = columns_.find(column);
    if (found == columns_.end()) return {};
    const document::CsvCell& cell = table_.cell(row, found->second);
    return {table_.text(sources_, cell), table_.span(cell)};
}

RowCell Rows::required(std::size_t row, std::string_view column) const {
    RowCell found = cell(row, column);
    if (found.text.empty()) {
        // The place of an empty cell shows nothing; the row begins with what it is called.
        const source::Span place = table_.span(table_.cell(row, 0));
        findings_.add(Kind::MissingRegisterKey, place, {{"table", Name{std::string(name_)}}, {"key", Name{std::string(column)}}});
    }
    return found;
}

std::optional<Rational> Rows::number(std::size_t row, std::string_view column) const {
    const RowCell found = cell(row, column);
    if (found.text.empty()) return std::nullopt;
    std::optional<Rational> number = parseFraction(found.text);
    if (!number) findings_.add(Kind::RegisterNumberExpected, found.span, {{"key", Name{std::string(column)}}});
    return number;
}

std::optional<int> Rows::whole(std::size_t row, std::string_view column, int low, int high) const {
    const RowCell found = cell(row, column);
    if (found.text.empty()) return std::nullopt;
    const std::optional<Rational> number = Rational::parse(found.text);
    const std::optional<std::int64_t> whole = number ? number->toInteger() : std::nullopt;
    if (whole && *whole >= low && *whole <= high) return static_cast<int>(*whole);
    findings_.add(Kind::RegisterYearExpected, found.span,
                  {{"key", Name{std::string(column)}}, {"low", std::to_string(low)}, {"high", std::to_string(high)}});
    return std::nullopt;
}

}  // namespace assay::registers
