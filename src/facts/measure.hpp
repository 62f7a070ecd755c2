#pragma once

#include <optional>
#include <string>

#include "assay/facts/written.hpp"
#include "context.hpp"

// Values that are a number with a unit in one text: quantities, ratios, periods.
namespace assay::facts {

// In the coherent unit. Empty: reported.
[[nodiscard]] std::optional<quantity::Rational> readQuantity(const Context& context, const Subject& subject, const document::Node& node);
[[nodiscard]] std::optional<quantity::Rational> readRatio(const Context& context, const Subject& subject, const document::Node& node);
// In days, months or working days, as the subject's type says.
[[nodiscard]] std::optional<quantity::Rational> readPeriod(const Context& context, const Subject& subject, const document::Node& node);

}  // namespace assay::facts
