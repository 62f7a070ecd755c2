#include "clause_words.hpp"

#include <array>

namespace assay::author {

using diagnostics::Language;

namespace {

// A word for programs, and for people in both languages.
struct Wording {
    std::string_view key;
    std::string_view english;
    std::string_view chinese;
};

constexpr std::array<Wording, 4> statuses{{
    {"encoded", "encoded", "已编码"},
    {"recorded", "recorded", "人工记录"},
    {"open", "open", "未编码"},
    {"none", "none", "无需判定"},
}};

constexpr std::array<Wording, 21> kinds{{
    {"rule", "rule", "规则"},
    {"decide", "decision", "决定"},
    {"define", "value", "数值"},
    {"table", "table", "表"},
    {"flag", "flag", "提示事项"},
    {"contradiction", "contradiction", "矛盾"},
    {"checklist", "checklist", "清单"},
    {"duty", "duty", "义务"},
    {"partition", "partition", "划分"},
    {"lifecycle", "lifecycle", "生命周期"},
    {"outcome", "outcome", "结果"},
    {"exception", "exception", "例外"},
    {"row", "row", "表行"},
    {"checklist_item", "checklist item", "清单项目"},
    {"step", "step", "步骤"},
    {"agreement", "agreed division", "商定的划分"},
    {"transition", "act", "行为"},
    {"passing", "passing of time", "到期"},
    {"enumerator", "alternative", "枚举值"},
    {"stage", "stage", "阶段"},
    {"reading", "reading", "解读"},
}};

constexpr std::array<Wording, 19> changes{{
    {"always_met", "always met", "恒为满足"},
    {"never_met", "never met", "恒不满足"},
    {"never_applies", "never applies", "从不适用"},
    {"never_given", "never given", "从不给出"},
    {"dropped", "dropped", "删除"},
    {"value_moved", "another value", "改变数值"},
    {"never_raised", "never raised", "从不触发"},
    {"never_moves", "never moves", "状态从不变化"},
    {"never_arises", "never arises", "从不产生"},
    {"limit_longer", "limit one longer", "期限长一"},
    {"limit_shorter", "limit one shorter", "期限短一"},
    {"never_paused", "never paused", "从不中止"},
    {"never_rolls_over", "never rolls over", "从不顺延"},
    {"never_divides", "never divides", "从不划分"},
    {"not_agreed", "not agreed", "未经商定"},
    {"always_skipped", "always skipped", "恒被跳过"},
    {"not_awaited", "not awaited", "不等待该阶段"},
    {"other_reading", "taken as", "采用"},
    {"merged", "counted as", "视同"},
}};

static_assert(statuses.size() == static_cast<std::size_t>(ClauseStatus::None) + 1);
static_assert(kinds.size() == static_cast<std::size_t>(Part::Kind::Reading) + 1);
static_assert(changes.size() == static_cast<std::size_t>(Change::Merged) + 1);

const Wording& of(ClauseStatus status) {
    return statuses[static_cast<std::size_t>(status)];
}
const Wording& of(Part::Kind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}
const Wording& of(Change change) {
    return changes[static_cast<std::size_t>(change)];
}

std::string_view in(const Wording& wording, Language language) {
    return language == Language::Chinese ? wording.chinese : wording.english;
}

}  // namespace

std::string_view key(ClauseStatus status) {
    return of(status).key;
}

std::string_view key(registers::Computable computable) {
    switch (computable) {
        case registers::Computable::Full:
            return "full";
        case registers::Computable::Recorded:
            return "recorded";
        case registers::Computable::None:
            return "none";
    }
    return {};
}

std::string_view key(Part::Kind kind) {
    return of(kind).key;
}

std::string_view key(Change change) {
    return of(change).key;
}

std::string_view word(ClauseStatus status, Language language) {
    return in(of(status), language);
}

std::string_view word(Part::Kind kind, Language language) {
    return in(of(kind), language);
}

std::string describe(const Mutation& mutation, const Part& part, const check::Checked& rules, Language language) {
    std::string text(in(of(mutation.change), language));
    const std::string alternative = alternativeName(mutation, part, rules);
    return alternative.empty() ? text : text + " " + alternative;
}

std::string alternativeName(const Mutation& mutation, const Part& part, const check::Checked& rules) {
    if (mutation.change == Change::OtherReading) return rules.readings[part.reading].alternatives[mutation.alternative];
    if (mutation.change == Change::Merged) return rules.enumerations[part.enumeration].enumerators[mutation.alternative].name;
    return {};
}

}  // namespace assay::author
