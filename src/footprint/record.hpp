#pragma once

#include <set>
#include <string>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/csv.hpp"
#include "assay/document/document.hpp"
#include "assay/footprint/inventory.hpp"
#include "assay/footprint/words.hpp"

namespace assay::footprint {

// What a record of an inventory is read with.
struct Reading {
    const quantity::UnitTable& units;
    const source::SourceMap& sources;
    diagnostics::Diagnostics& findings;
};

// What a record says under a key: a node of a document, or a cell with the unit of its column.
struct Written {
    const document::Node* node = nullptr;  // none: a cell
    std::string text;                      // of a cell, or of a text node
    std::string columnUnit;
    std::string evidence;  // of a cell, from the column beside it
    source::Span span;
};

// One record of an inventory, a table of TOML or a row of CSV, read field by field. Every field that is asked for counts as known;
// `refuseOthers` reports the rest. A value with a finding is left out.
class Record {
public:
    Record(const Reading& reading, const document::Node& table, std::string name);
    Record(const Reading& reading, const document::CsvTable& table, std::size_t row, std::string name);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] source::Span span() const { return span_; }
    // As results name it once its id is known: inventory.flows[F3].
    void rename(std::string name) { name_ = std::move(name); }

    [[nodiscard]] const Written* find(std::string_view field);
    [[nodiscard]] std::string text(std::string_view field);
    [[nodiscard]] std::optional<bool> truth(std::string_view field);
    [[nodiscard]] std::optional<quantity::Date> date(std::string_view field);
    // "12 t", "85 %", "1.2"; { value, printed, accuracy, evidence } or { min, max, evidence }.
    [[nodiscard]] std::optional<Datum> datum(std::string_view field);
    // The same of what is never below zero; of a range that rounding or accuracy takes below it, from zero on.
    [[nodiscard]] std::optional<Datum> amount(std::string_view field);
    // A number, a percentage or a fraction "1/3", exact.
    [[nodiscard]] std::optional<quantity::Rational> share(std::string_view field);
    // The id of a row, or a stated figure as datum() reads it, with `kind` and `gwp` in a table.
    [[nodiscard]] std::optional<FactorUse> factor(std::string_view field);
    [[nodiscard]] std::optional<registers::GwpSet> gwpSet(std::string_view field);
    // A table inside the record; empty: there is none, or a cell.
    [[nodiscard]] std::optional<Record> table(std::string_view field);
    template <class Enum>
    [[nodiscard]] std::optional<Enum> alternative(std::string_view field) {
        const Written* written = find(field);
        if (written == nullptr) return std::nullopt;
        const std::optional<Enum> found = alternativeOf<Enum>(written->text);
        if (!found) refuseAlternative(field, *written, alternatives<Enum>());
        return found;
    }

    void refuseOthers();
    diagnostics::Diagnostic& report(diagnostics::Kind kind, source::Span span, std::string_view field);

private:
    [[nodiscard]] std::optional<Datum> datumOf(std::string_view field, const Written& written);
    [[nodiscard]] std::optional<Datum> measure(std::string_view field, const Written& written);
    std::optional<Datum> wrong(std::string_view field, const Written& written, const char* example);
    void refuseAlternative(std::string_view field, const Written& written, const std::vector<Alternative>& legal);

    const Reading& reading_;
    std::string name_;
    source::Span span_;
    std::vector<std::pair<std::string, Written>> fields_;
    std::set<std::string, std::less<>> asked_;
};

}  // namespace assay::footprint
