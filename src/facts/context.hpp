#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/document.hpp"
#include "assay/facts/facts.hpp"

namespace assay::facts {

// Comparing a misspelt word with more names than this would let a broken file cost minutes.
constexpr std::size_t mostCompared = 2000;

using Arguments = std::vector<std::pair<std::string, diagnostics::Argument>>;

struct ItemPlace {
    std::size_t index = 0;  // in ListFacts::items
    source::Span idSpan;
};

// The key that names an item.
inline constexpr std::string_view idKey = "id";

// A judgement that was recorded, for a look at who recorded it once everybody is known.
struct RecordedBy {
    std::string subject;  // the fact or field judged
    std::string by;
    source::Span span;
    std::optional<check::RoleId> role;
};

// What the parts of one read share. The items and the evidence of a case are collected before any value that may name
// them is read.
struct Context {
    const check::Checked& rules;
    const source::SourceMap& sources;
    diagnostics::Diagnostics& findings;
    std::vector<std::map<std::string, ItemPlace, std::less<>>> items;  // one map a list, by name in the case ("U1/S2")
    std::map<std::string, source::Span, std::less<>> evidence;         // the registered ids
    const ListFiles& files;
    std::vector<RecordedBy>& judgements;

    // The finding is valid until the next one is added.
    diagnostics::Diagnostic& report(diagnostics::Kind kind, source::Span span, Arguments arguments = {}) const {
        return findings.add(kind, span, std::move(arguments));
    }
};

// The fact or field that a value is given for.
struct Subject {
    const check::Quality& quality;
    std::string_view list;  // of a field: the list whose items hold it

    [[nodiscard]] std::string name() const;
};

// A finding about a value: names the subject as {name} and points to its declaration.
diagnostics::Diagnostic& report(const Context& context, diagnostics::Kind kind, source::Span span, const Subject& subject,
                                Arguments arguments = {});

[[nodiscard]] diagnostics::Argument name(std::string_view text);

void proposeInstead(diagnostics::Diagnostic& finding, std::string replacement);

// Adds the candidates that `word` may have been meant to be; if none is near, what is legal, unless that is too much to read.
void proposeNames(diagnostics::Diagnostic& finding, std::string_view word, const std::vector<std::string>& candidates);

// A key that a table with fixed keys does not have.
void reportUnknownKey(const Context& context, const document::Node::Member& member, std::string_view table,
                      const std::vector<std::string>& legal);

// A word, at `span`, that is neither `id` nor a field of the record.
// A value of a case for what the quantification gives.
void reportQuantity(const Context& context, const check::Quality& quantity, source::Span span);

// The quantity of the items of a list that a key names, or whose name begins with the key and a point; null: none.
[[nodiscard]] const check::Field* quantityNamed(const Context& context, check::ListId list, std::string_view key);

void reportUnknownField(const Context& context, const check::Record& record, const std::string& word, source::Span span);

// The text of a key that wants text with something in it. Empty: reported.
[[nodiscard]] std::optional<std::string> readText(const Context& context, const document::Node::Member& member);
[[nodiscard]] std::optional<quantity::Date> readDate(const Context& context, const document::Node::Member& member);

// `text` as a TOML string.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace assay::facts
