#pragma once

#include <string_view>

#include "assay/diagnostics/diagnostic.hpp"

// What people read of margins.
namespace assay::report {

// {value}, {distance}, {threshold}, {op}, {outcome}, {reading}, {alternative}: named where the wording has them.
enum class MarginWord {
    Above,
    Below,
    After,
    Before,
    Included,
    Excluded,
    Open,
    ReadingDecides,
    Otherwise,
    NotAlone,
    None,
    Readings,
    OtherReading,
    Ranges,
    Judgements
};

[[nodiscard]] std::string_view word(MarginWord word, diagnostics::Language language);

}  // namespace assay::report
