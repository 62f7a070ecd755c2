#pragma once

#include <string_view>

#include "context.hpp"

namespace assay::facts {

// A table that gives a value: one of the forms `value` (of a list `items`), `none`, or `min` and `max`, and beside it who
// recorded it, when, why and on what evidence. Reading it reports every wrong key.
class ValueTable {
public:
    // The arguments live longer than this object. `alsoLegal` is a key that the table may have besides, or empty.
    ValueTable(const Context& context, const Subject& subject, const document::Node& node, std::string_view alsoLegal);

    // One form is given, the type allows it, and everything that has to stand beside it is there.
    [[nodiscard]] bool sound() const { return sound_; }
    [[nodiscard]] const Provenance& provenance() const { return provenance_; }
    [[nodiscard]] bool isNone() const { return node_.member("none") != nullptr; }
    [[nodiscard]] const document::Node* find(std::string_view key) const { return node_.find(key); }

private:
    void checkKeys(std::string_view alsoLegal);
    void readProvenance();
    [[nodiscard]] bool checkEvidence(const std::string& id, source::Span span) const;
    [[nodiscard]] bool isCompleteJudgement() const;
    [[nodiscard]] bool checkForm() const;
    [[nodiscard]] bool checkNone(const document::Node::Member& none) const;

    const Context& context_;
    const Subject& subject_;
    const document::Node& node_;
    Provenance provenance_;
    bool unknownKey_ = false;
    bool sound_ = false;
};

}  // namespace assay::facts
