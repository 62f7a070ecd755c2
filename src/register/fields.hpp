#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/document.hpp"
#include "assay/register/status.hpp"

namespace assay::registers {

// Reads the tables of one list of a register ("clause") key by key; what is missing or of another kind is a finding at
// the table or at the value.
class Fields {
public:
    Fields(const document::Node& table, std::string_view name, diagnostics::Diagnostics& findings)
        : table_(table), name_(name), findings_(findings) {}

    // A finding for each key that is not in `legal`, with the nearest ones as a hint.
    void refuseOthers(const std::vector<std::string>& legal) const;
    // Null after a finding: the key is missing.
    [[nodiscard]] const document::Node* required(std::string_view key) const;
    // Empty after a finding: the key is missing, or not text, or empty text.
    [[nodiscard]] std::string text(std::string_view key) const;
    // As text(), but the key may be missing and the text empty.
    [[nodiscard]] std::string optionalText(std::string_view key) const;
    // Empty when the key is missing; other items than text that is not empty are findings.
    [[nodiscard]] std::vector<const document::Node*> optionalTexts(std::string_view key) const;

    // Empty after a finding: the key is missing, or not a date.
    [[nodiscard]] std::optional<quantity::Date> date(std::string_view key) const;
    // Empty after a finding: the key is missing, or not a whole number from `low` to `high`.
    [[nodiscard]] std::optional<int> whole(std::string_view key, int low, int high) const;

    [[nodiscard]] const document::Node& table() const { return table_; }

private:
    const document::Node& table_;
    std::string_view name_;
    diagnostics::Diagnostics& findings_;
};

// The tables of the list `key` of a register document; a finding if it is missing or something else.
[[nodiscard]] std::vector<const document::Node*> tablesOf(const document::Node& root, std::string_view key,
                                                          diagnostics::Diagnostics& findings);

// A finding for each list of the document that its register does not know.
void refuseOtherLists(const document::Node& root, std::string_view registerName, const std::vector<std::string>& legal,
                      diagnostics::Diagnostics& findings);

// The place of `word` in `legal`; empty after a finding at `span` with the nearest ones as a hint.
[[nodiscard]] std::optional<std::size_t> indexOfWord(std::string_view key, const std::string& word, source::Span span,
                                                     std::span<const std::string_view> legal, diagnostics::Diagnostics& findings);

// A finding: no `table` is called `name`, with the nearest of `known` as a hint.
void reportUnknownEntry(std::string_view table, const std::string& name, source::Span span, const std::vector<std::string>& known,
                        diagnostics::Diagnostics& findings);

// A decimal number, or "a/b" with two of them.
[[nodiscard]] std::optional<quantity::Rational> parseFraction(std::string_view text);

// The status of a row, by its letter V, S or M; empty after a finding.
[[nodiscard]] std::optional<Status> statusOf(const std::string& letter, source::Span span, diagnostics::Diagnostics& findings);

// A year that data may describe.
constexpr int firstYear = 1900;
constexpr int lastYear = 2999;

}  // namespace assay::registers
