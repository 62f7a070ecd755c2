#include "assay/report/words.hpp"

#include <array>

#include "assay/evaluate/status.hpp"

namespace assay::report {

std::string_view key(evaluate::Status status) {
    return evaluate::statusWord(status);
}

std::optional<evaluate::Status> statusOf(std::string_view wanted) {
    using evaluate::Status;
    for (const Status status : {Status::Holds, Status::Fails, Status::Determined, Status::Undetermined, Status::JudgementNeeded,
                                Status::NotYet, Status::NotApplicable, Status::Conflict}) {
        if (key(status) == wanted) return status;
    }
    return std::nullopt;
}

std::string_view key(evaluate::VerdictKind verdict) {
    using evaluate::VerdictKind;
    switch (verdict) {
        case VerdictKind::Conform:
            return "conform";
        case VerdictKind::Nonconform:
            return "nonconform";
        case VerdictKind::Undetermined:
            return "undetermined";
        case VerdictKind::Conflict:
            return "conflict";
    }
    return {};
}

std::string_view key(evaluate::MissingKind kind) {
    using evaluate::MissingKind;
    switch (kind) {
        case MissingKind::Fact:
            return "fact";
        case MissingKind::Judgement:
            return "judgement";
        case MissingKind::Data:
            return "data";
        case MissingKind::Undefined:
            return "undefined";
        case MissingKind::Conflict:
            return "conflict";
    }
    return {};
}

std::string_view key(check::Mark mark) {
    switch (mark) {
        case check::Mark::Neutral:
            return "neutral";
        case check::Mark::Favourable:
            return "favourable";
        case check::Mark::Adverse:
            return "adverse";
    }
    return {};
}

namespace {

struct Wording {
    Word word;
    std::string_view english;
    std::string_view chinese;
};

constexpr std::array<Wording, static_cast<std::size_t>(Word::Count)> wordings{{
    {Word::AsOf, "as of", "截至"},
    {Word::Decisions, "Decisions", "决定"},
    {Word::Rules, "Rules", "规则"},
    {Word::Checklists, "Checklists", "清单"},
    {Word::Duties, "Duties", "义务与期限"},
    {Word::Partitions, "Divisions", "划分"},
    {Word::Lifecycles, "States", "状态"},
    {Word::Flags, "Flags", "提示事项"},
    {Word::Values, "Values", "数值"},
    {Word::Variations, "Under other readings", "采用其他解读时"},
    {Word::Holds, "holds", "满足"},
    {Word::Fails, "fails", "不满足"},
    {Word::Determined, "determined", "已确定"},
    {Word::Undetermined, "undetermined", "未确定"},
    {Word::JudgementNeeded, "judgement needed", "待人工判断"},
    {Word::NotYet, "not yet", "尚未到该阶段"},
    {Word::NotApplicable, "not applicable", "不适用"},
    {Word::Conflict, "conflict", "冲突"},
    {Word::Conform, "conform", "符合"},
    {Word::Nonconform, "nonconform", "不符合"},
    {Word::Favourable, "favourable", "有利"},
    {Word::Adverse, "adverse", "不利"},
    {Word::OneOf, "one of", "可能为"},
    {Word::Needs, "needs", "需要"},
    {Word::NeedsJudgement, "needs the judgement", "需要判断"},
    {Word::UndefinedIn, "has no value in", "无法求值："},
    {Word::ConflictIn, "is in conflict through", "冲突来自"},
    {Word::NeedsData, "needs data for", "缺少数据："},
    {Word::NeedsRestating, "cannot be compared until restated:", "重述后方可比较："},
    {Word::Awaits, "awaits", "等待"},
    {Word::Because, "because", "因为"},
    {Word::Evidence, "evidence", "证据"},
    {Word::By, "by", "记录人"},
    {Word::On, "on", "日期"},
    {Word::RestsOnReading, "reading", "解读"},
    {Word::LimitReached, "a limit was reached: everything that was touched is listed", "已达到上限：列出所有涉及的事实"},
    {Word::NothingMissing, "nothing is missing", "没有缺少的内容"},
    {Word::NeededBy, "needed by", "用于"},
    {Word::AskedFrom, "from", "提供方"},
    {Word::FromNobody, "nobody is named", "未指定提供方"},
    {Word::Rule, "rule", "规则"},
    {Word::Decide, "decision", "决定"},
    {Word::Define, "value", "数值"},
    {Word::Table, "table", "表"},
    {Word::Flag, "flag", "提示事项"},
    {Word::Contradiction, "contradiction", "矛盾"},
    {Word::Checklist, "checklist", "清单"},
    {Word::Duty, "duty", "义务"},
    {Word::Partition, "partition", "划分"},
    {Word::Lifecycle, "lifecycle", "生命周期"},
    {Word::Condition, "condition", "条件"},
    {Word::Step, "step", "步骤"},
    {Word::Row, "row", "行"},
    {Word::Item, "item", "项"},
    {Word::Reading, "reading", "解读"},
    {Word::NotDecisive, "(does not decide)", "（不影响结论）"},
    {Word::LeftOut, "more, not decisive (--full)", "项不影响结论（--full 可见）"},
    {Word::SeeAbove, "(see above)", "（见上）"},
    {Word::Unknown, "unknown", "未知"},
    {Word::None, "none", "无"},
    {Word::True, "true", "是"},
    {Word::False, "false", "否"},
    {Word::AtLeast, "at least", "至少"},
    {Word::AtMost, "at most", "至多"},
    {Word::OtherReading, "taken as", "采用"},
    {Word::NoChange, "no decision changes", "决定均不变"},
    {Word::NotJudged, "not judged", "未能评价"},
    {Word::GivenAlready, "{decision} is {outcome} already", "{decision} 已是 {outcome}"},
    {Word::WouldBeWith, "{decision} would be {outcome} with any one of these:", "满足以下任一组，{decision} 即为 {outcome}："},
    {Word::NoSmallChange, "no change of up to three facts makes {decision} {outcome}",
     "改变不超过三项事实不能使 {decision} 成为 {outcome}"},
    {Word::LargerSets, "more changes at once could do it too", "同时改变更多事实亦有可能"},
    {Word::TrialsReached, "the limit of trials was reached: there may be more", "已达到试算上限，可能还有其他组合"},
    {Word::AndAlso, "and", "并且"},
    {Word::ObtainAndRecord, "to be obtained and recorded, by", "须取得并记录，责任方"},
    {Word::ObtainJudgement, "the judgement is to be obtained, by", "须取得判断，责任方"},
    {Word::ReachAndQuantify, "to be reached in what is made, and quantified anew", "须在实际生产中达到，并重新量化"},
    {Word::Now, "now {value}", "现为 {value}"},
    {Word::NotRecorded, "not recorded", "尚无记录"},
    {Word::Less, "{value} less", "须减少 {value}"},
    {Word::More, "{value} more", "须增加 {value}"},
    {Word::NoLessThan, "at least {value}", "至少 {value}"},
    {Word::NoMoreThan, "at most {value}", "至多 {value}"},
    {Word::MoreThan, "more than {value}", "大于 {value}"},
    {Word::LessThan, "less than {value}", "小于 {value}"},
    {Word::OnOrAfter, "on or after {value}", "不早于 {value}"},
    {Word::OnOrBefore, "on or before {value}", "不晚于 {value}"},
    {Word::AnyValue, "any value", "任意值"},
    {Word::Due, "due", "期限届满"},
    {Word::DueNotBefore, "due not before", "期限届满不早于"},
    {Word::DueNotAfter, "due not after", "期限届满不晚于"},
    {Word::MetOn, "met on", "履行于"},
    {Word::Since, "since", "自"},
    {Word::Annulled, "annulled", "已被撤销，视为未发生"},
    {Word::NotAccepted, "not accepted", "不被接受"},
    {Word::ComesBy, "by time alone on", "届时自动变更于"},
    {Word::UnlessBefore, "by time alone", "期限届满自动变更"},
    {Word::PassingOfTime, "passing of time", "期限届满"},
    {Word::NotCounted, "not counted", "不计入"},
    {Word::MovedOver, "moved over", "顺延越过"},
    {Word::Weekend, "weekend", "休息日"},
    {Word::PausedBy, "paused by", "中止："},
    {Word::PausedOpenly, "paused without end by", "中止尚未结束："},
    {Word::Unique, "one division", "划分唯一"},
    {Word::NotUnique, "not unique, to be agreed", "划分不唯一，待协商"},
    {Word::Agreed, "as agreed", "按商定划分"},
    {Word::NotTransitive, "{1} may stay with {2} and {2} with {3}, but not {1} with {3}",
     "{1} 与 {2}、{2} 与 {3} 可在一组，而 {1} 与 {3} 不可"},
    {Word::PossibleDivision, "possible division", "可能的划分"},
    {Word::MoreDivisions, "further divisions are possible", "还有其他可能的划分"},
    {Word::AskWhySeparated, "of the other pairs ask `assay explain CASE --why-separated A B`",
     "其余各对请用 `assay explain CASE --why-separated A B` 查询"},
    {Word::KeepsApart, "keeps them apart", "将二者分开"},
    {Word::MayKeepApart, "may keep them apart", "可能将二者分开"},
    {Word::DoesNotSeparate, "does not separate them", "不区分二者"},
    {Word::NotAsked, "is not asked of them", "不适用于二者"},
    {Word::AreApart, "{1} and {2} are apart", "{1} 与 {2} 不在一组"},
    {Word::StayTogether, "{1} and {2} stay together: no step separates them", "{1} 与 {2} 可在一组：没有步骤将其分开"},
    {Word::MayBeApart, "{1} and {2}: not determined", "{1} 与 {2}：未能确定"},
    {Word::Before, "before", "变更前"},
    {Word::After, "after", "变更后"},
    {Word::Facts, "Facts", "事实"},
    {Word::Quantities, "Quantities", "核算结果"},
    {Word::NewlyGiven, "newly given", "新增"},
    {Word::NoLongerGiven, "no longer given", "不再给出"},
    {Word::RecordedOtherwise, "recorded otherwise", "记录信息有变"},
    {Word::NoSuchItem, "no such item", "无此项"},
    {Word::BecauseOfTheDay, "because of the day: nothing that it rests on has changed", "因评价日期不同：所依据的事实未变"},
    {Word::NothingChanged, "nothing changed", "没有变化"},
    {Word::NothingRestsOnIt, "no conclusion rests on it", "没有结论依据该项"},
    {Word::UsedNowhere, "no case uses it", "没有案例使用该项"},
    {Word::NothingHasTheName, "no reading, no factor and no item of a case has this name", "没有此名称的解读、因子或案例中的项"},
    {Word::Raised, "raised", "已提示"},
    {Word::NotRaised, "not raised", "未提示"},
}};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < wordings.size(); ++i) {
        if (static_cast<std::size_t>(wordings[i].word) != i) return false;
    }
    return true;
}
static_assert(inOrder(), "one wording for each Word, in the order of the enumeration");

}  // namespace

std::string_view word(Word word, diagnostics::Language language) {
    const Wording& wording = wordings[static_cast<std::size_t>(word)];
    return language == diagnostics::Language::Chinese ? wording.chinese : wording.english;
}

Word wordOf(evaluate::Status status) {
    using evaluate::Status;
    switch (status) {
        case Status::Holds:
            return Word::Holds;
        case Status::Fails:
            return Word::Fails;
        case Status::Determined:
            return Word::Determined;
        case Status::Undetermined:
            return Word::Undetermined;
        case Status::JudgementNeeded:
            return Word::JudgementNeeded;
        case Status::NotYet:
            return Word::NotYet;
        case Status::NotApplicable:
            return Word::NotApplicable;
        case Status::Conflict:
            return Word::Conflict;
    }
    return Word::Unknown;
}

Word wordOf(evaluate::VerdictKind verdict) {
    using evaluate::VerdictKind;
    switch (verdict) {
        case VerdictKind::Conform:
            return Word::Conform;
        case VerdictKind::Nonconform:
            return Word::Nonconform;
        case VerdictKind::Undetermined:
            return Word::Undetermined;
        case VerdictKind::Conflict:
            return Word::Conflict;
    }
    return Word::Unknown;
}

}  // namespace assay::report
