#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/quantity/date.hpp"
#include "assay/quantity/rational.hpp"
#include "assay/source/source.hpp"

namespace assay::document {

// A value of a document with its place. Numbers are read from their source text, never through a floating type.
struct Node {
    enum class Kind { Table, Array, Text, Integer, Decimal, Bool, Date };
    struct Member;

    Kind kind = Kind::Table;
    source::Span span;            // the value; for a table its header or its braces
    std::string text;             // Text
    quantity::Rational number;    // Integer, Decimal
    bool boolean = false;         // Bool
    quantity::Date date;          // Date
    std::vector<Node> items;      // Array
    std::vector<Member> members;  // Table, in the order of the document

    [[nodiscard]] const Node* find(std::string_view key) const;
    [[nodiscard]] const Member* member(std::string_view key) const;
};

struct Node::Member {
    std::string key;
    source::Span keySpan;
    Node value;
};

struct Limits {
    std::size_t bytes = 8U << 20U;  // a TOML document
    std::size_t nesting = 64;       // tables and arrays inside each other; also segments of a dotted key
    std::size_t listLength = 100'000;
};

// The one door for TOML: refuses bad UTF-8, control and bidirectional characters, deep nesting, long dotted keys,
// nan, inf, offset and local date-times, numbers beyond Rational's limits; each with a located finding. Empty result
// iff an error was reported. Never throws, never aborts.
[[nodiscard]] std::optional<Node> readToml(const source::SourceMap& sources, source::SourceId id, diagnostics::Diagnostics& findings,
                                           const Limits& limits = {});

}  // namespace assay::document
