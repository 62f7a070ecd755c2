#pragma once

#include <optional>

#include "context.hpp"

namespace assay::facts {

// One value of `type`, which is the subject's or the element of its list. Bounds are not looked at. Empty: reported.
[[nodiscard]] std::optional<Scalar> readScalar(const Context& context, const Subject& subject, const check::Type& type,
                                               const document::Node& node);

// The item of `list` that a text names. Empty: reported.
[[nodiscard]] std::optional<ItemIndex> readItem(const Context& context, const Subject& subject, check::ListId list,
                                                const document::Node& node);

}  // namespace assay::facts
