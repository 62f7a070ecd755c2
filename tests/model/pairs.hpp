#pragma once

#include <cstddef>
#include <cstdlib>
#include <string>

namespace assay::model {

// How many generated pairs a property is tried on: ASSAY_MODEL_PAIRS, else the count given.
inline std::size_t pairs(std::size_t otherwise) {
    const char* wanted = std::getenv("ASSAY_MODEL_PAIRS");
    return wanted == nullptr ? otherwise : static_cast<std::size_t>(std::stoul(wanted));
}

}  // namespace assay::model
