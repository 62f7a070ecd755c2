#pragma once

#include "sheet.hpp"

namespace assay::page {

// How something stands, for the eye: a sign and a color beside the words, never instead of them.
enum class Tone { Good, Bad, Open, Plain, Faint };

struct Mark {
    Tone tone = Tone::Plain;
    Both words;
};

[[nodiscard]] std::string_view toneClass(Tone tone);

[[nodiscard]] Mark markOf(evaluate::Status status);
[[nodiscard]] Mark markOf(evaluate::VerdictKind verdict);
[[nodiscard]] Mark markOf(report::Attention attention);
// What a conclusion comes to: the label of its outcome, the standing of a duty, the state of a lifecycle, a value.
[[nodiscard]] Mark markOf(const evaluate::Conclusion& conclusion, const check::Checked& rules);

void write(Markup& out, const Mark& mark);

// Fails, is adverse, late, open or in conflict: what a reader should see first.
[[nodiscard]] bool isLoud(const Mark& mark);

}  // namespace assay::page
