#include "margin_words.hpp"

#include <array>

namespace assay::report {

namespace {

struct Wording {
    MarginWord word;
    std::string_view english;
    std::string_view chinese;
};

constexpr std::array<Wording, 15> wordings{{
    {MarginWord::Above, "{value}, {distance} above {threshold}", "{value}，比界限 {threshold} 高 {distance}"},
    {MarginWord::Below, "{value}, {distance} below {threshold}", "{value}，比界限 {threshold} 低 {distance}"},
    {MarginWord::After, "{value}, {distance} after {threshold}", "{value}，比界限 {threshold} 晚 {distance}"},
    {MarginWord::Before, "{value}, {distance} before {threshold}", "{value}，比界限 {threshold} 早 {distance}"},
    {MarginWord::Included, "{value}, 0: on the threshold {threshold}, which `{op}` includes",
     "{value}，差 0：恰在界限 {threshold} 上，`{op}` 含界限值"},
    {MarginWord::Excluded, "{value}, 0: on the threshold {threshold}, which `{op}` leaves out",
     "{value}，差 0：恰在界限 {threshold} 上，`{op}` 不含界限值"},
    {MarginWord::Open, "{value}: {threshold} lies within, so the comparison is open", "{value}：界限 {threshold} 落在其中，比较结果未定"},
    {MarginWord::ReadingDecides, "decided by reading {reading}", "由解读 {reading} 决定"},
    {MarginWord::Otherwise, "on the other side: {outcome}", "若在另一侧：{outcome}"},
    {MarginWord::NotAlone, "alone these do not change it", "单独一项不改变结论"},
    {MarginWord::None, "no number or date is compared with a threshold", "没有与界限比较的数值或日期"},
    {MarginWord::Readings, "rests on readings", "所依据的解读"},
    {MarginWord::OtherReading, "{reading} read as {alternative}: {outcome}", "{reading} 若解读为 {alternative}：{outcome}"},
    {MarginWord::Ranges, "rests on values between bounds", "所依据的区间值"},
    {MarginWord::Judgements, "rests on judgements", "所依据的判断"},
}};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < wordings.size(); ++i) {
        if (static_cast<std::size_t>(wordings[i].word) != i) return false;
    }
    return true;
}
static_assert(inOrder());

}  // namespace

std::string_view word(MarginWord word, diagnostics::Language language) {
    const Wording& wording = wordings[static_cast<std::size_t>(word)];
    return language == diagnostics::Language::Chinese ? wording.chinese : wording.english;
}

}  // namespace assay::report
