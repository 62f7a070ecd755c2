#pragma once

#include <optional>
#include <string_view>

#include "context.hpp"

// The forms in which a case gives a value: plain, or a table that holds the value (or none, or a range) with who
// recorded it, when, why and on what evidence.
namespace assay::facts {

// What a case says when it says nothing.
[[nodiscard]] Entry absentEntry(const check::Quality& quality);

// A fact or field that is no list of records. What was refused is Absent, never None: a wrong value says nothing.
// `alsoLegal` is a key that the table may have besides, for its reader.
[[nodiscard]] Entry readEntry(const Context& context, const Subject& subject, const document::Node& node, std::string_view alsoLegal = {});

// The entry of a list and, where its state is KnownList, the array that holds the elements.
struct OpenedList {
    Entry entry;
    const document::Node* array = nullptr;
};
// An array, `{ items = [..], .. }` or `{ none = true, .. }`. Elements are not read.
[[nodiscard]] OpenedList openList(const Context& context, const Subject& subject, const document::Node& node);

}  // namespace assay::facts
