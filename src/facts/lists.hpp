#pragma once

#include <vector>

#include "context.hpp"

// Lists of records. Items are placed first, for every list of the case, so that a value may name an item that stands
// behind it; then the fields of every placed item are read.
namespace assay::facts {

class Lists {
public:
    // Both live longer than this object.
    Lists(Context& context, CaseFacts& facts) : context_(context), facts_(facts) {}

    // Places the items of a list fact and of the lists nested in them.
    void place(check::FactId fact, const document::Node& node);
    // Reads the fields of all placed items. Called once, after everything is placed.
    void readFields();

private:
    struct PlacedItem {
        check::ListId list;
        std::size_t index = 0;  // in ListFacts::items
        const document::Node* node = nullptr;
    };

    void placeItems(check::ListId list, const document::Node& array, std::size_t parent);
    void placeItem(check::ListId list, const document::Node& node, std::size_t parent);
    void placeNested(check::ListId list, std::size_t index, const document::Node& node);
    // The name in the case, "U1/S2", once the id is found fit and free. Empty: reported.
    [[nodiscard]] std::optional<std::string> nameOf(check::ListId list, const document::Node& node, std::size_t parent) const;
    void readItem(check::ListId list, const document::Node& node, std::vector<Entry>& fields) const;
    [[nodiscard]] check::ListId nested(check::ListId list, check::FieldId field) const;

    Context& context_;
    CaseFacts& facts_;
    std::vector<PlacedItem> placed_;
    std::vector<PlacedItem> refused_;  // without a fit id: no items of the case, but their other findings are wanted
};

}  // namespace assay::facts
