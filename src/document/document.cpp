#include "assay/document/document.hpp"

#include <algorithm>

namespace assay::document {

const Node::Member* Node::member(std::string_view key) const {
    const auto found = std::find_if(members.begin(), members.end(), [&](const Member& candidate) { return candidate.key == key; });
    return found == members.end() ? nullptr : &*found;
}

const Node* Node::find(std::string_view key) const {
    const Member* found = member(key);
    return found == nullptr ? nullptr : &found->value;
}

}  // namespace assay::document
