#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/csv.hpp"
#include "assay/document/document.hpp"

namespace assay::facts {

// Who recorded a value, when, on what evidence, and where it stands in the case.
struct Provenance {
    source::Span span;  // the value; for an absent fact not valid
    std::string evidence;
    std::string by;
    std::optional<quantity::Date> on;
    std::string reason;
};

// An item of a list, by its position in ListFacts::items.
struct ItemIndex {
    std::size_t value = 0;
    auto operator<=>(const ItemIndex&) const = default;
};

// A known value. Numbers, quantities (coherent unit), ratios and periods are Rational; an enumerator is its index.
struct EnumeratorIndex {
    std::size_t value = 0;
    auto operator<=>(const EnumeratorIndex&) const = default;
};
using ItemGroup = std::vector<ItemIndex>;  // one list of a list of lists
using Scalar = std::variant<bool, quantity::Rational, quantity::Date, std::string, EnumeratorIndex, ItemIndex, ItemGroup>;

// What keeps a quantity from being known exactly: a datum of the inventory ("inventory.flows[F3].factor"), or a value that
// has to be restated before it can be compared.
struct Lack {
    std::string datum;
    bool undefined = false;  // no value exists until it is restated
    bool operator==(const Lack&) const = default;
};

// What a case says of one fact or of one field of an item; of a quantity, what the quantification gives.
struct Entry {
    enum class State { Absent, None, Known, Range, KnownList };
    State state = State::Absent;
    std::optional<Scalar> value;                  // Known
    std::optional<quantity::Rational> low, high;  // Range: closed ends, one may be missing; a date's as day number
    std::vector<Scalar> elements;  // KnownList: a list of enumerators, texts, items or groups; a list of records: empty (see ListFacts)
    Provenance provenance;
    std::vector<Lack> lacks;  // of a quantity that is Absent or a Range
};

struct Item {
    std::string id;             // unique in its list (in its parent item, for a nested list)
    std::size_t parent = 0;     // nested list: the position of the parent item in the parent list
    std::vector<Entry> fields;  // one a field of the record, in the record's order
    source::Span span;
};

// All items of one list in a case; of a nested list the items of every parent, in parent order.
struct ListFacts {
    Entry::State state = Entry::State::Absent;  // list fact: Absent or KnownList; a nested list's state is the entry of the parent's field
    Provenance provenance;
    std::vector<Item> items;
};

struct PairEntry {
    std::size_t first = 0;  // position of the items in the pair's lists
    std::size_t second = 0;
    Entry entry;
};

struct Evidence {
    std::string id;
    std::string title;
    std::string file;
    std::string sha256;
    source::Span span;
    source::Span fileSpan;  // of `file` and `sha256` where they are given
    source::Span digestSpan;
};

// A shared register that a case was read with.
struct RegisterFile {
    std::string name;
    std::string digest;  // SHA-256 of the file
};

// One case, checked against a schema: every value has the type that the rule set declares. Dates are not filtered:
// what counts as known on a day is decided when the case is put into a block.
struct CaseFacts {
    std::string name;
    syntax::LocalText title;
    std::string digest;                   // SHA-256 of the case document; with further files, of the list of all of them
    std::vector<RegisterFile> registers;  // by name; a register without a file is not there
    std::optional<quantity::Date> asOf;
    std::vector<std::string> asked;              // decisions asked for; empty: all
    base::IdVector<check::FactId, Entry> facts;  // one a fact; unused for lists of records and pair facts
    base::IdVector<check::ListId, ListFacts> lists;
    std::vector<std::pair<check::FactId, std::vector<PairEntry>>> pairs;
    std::vector<Evidence> evidence;
};

// A file that gives the items of one list: a CSV table of a list fact, or the file of a register.
struct ListFile {
    check::FactId fact;
    std::string name;  // as messages name it
    source::SourceId source;
    std::variant<document::Node, document::CsvTable> content;  // Node: a document with the tables [[NAME]]
};

// The files beside a case document.
struct ListFiles {
    std::vector<ListFile> files;  // at most one a fact
    std::string registers;        // the folder of the registers, as messages name it, with '/' at the end
};

// Reads a case document. Reserved tables: `case` (name, title, ruleset, as_of, decisions) and `[[evidence]]`. Values
// are plain, or a table with value | none | min, max and evidence, by, on, reason. Reports every finding; the result
// holds whatever was right, and is fit for evaluation only if no finding is an error: a refused value is Absent, a refused
// item is missing from its list. A missing `case` table or key is no error. `pairs` has one entry a pair fact, in the order
// of the facts; two items of one list stand there with the lower position first. A list stands in the document or in a file, a
// register in a file alone; a quantity in neither, its entry stays Absent; where Checked::people is given, who recorded a judgement is
// looked up there.
[[nodiscard]] CaseFacts read(const document::Node& root, const check::Checked& rules, const source::SourceMap& sources,
                             diagnostics::Diagnostics& findings, const ListFiles& files = {});

// The name of an item in its case: its id, behind the ids of the items that hold it ("U1/S2"). Ids hold no '/'.
[[nodiscard]] std::string itemName(const CaseFacts& facts, const check::Checked& rules, check::ListId list, std::size_t item);

}  // namespace assay::facts
