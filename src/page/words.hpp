#pragma once

#include <string>
#include <string_view>

#include "markup.hpp"

// What the page itself says; the words of results are those of report/words.hpp.
namespace assay::page {

struct Phrase {
    std::string_view english;
    std::string_view chinese;
    operator Both() const { return {std::string(english), std::string(chinese)}; }  // NOLINT(google-explicit-constructor): a phrase is both
    // With something that both languages write alike behind a blank.
    [[nodiscard]] Both with(std::string_view behind) const {
        return {std::string(english) + " " + std::string(behind), std::string(chinese) + " " + std::string(behind)};
    }
};

namespace phrase {

inline constexpr Phrase skip{"To the results", "跳到结果"};
inline constexpr Phrase language{"Language", "语言"};
inline constexpr Phrase contents{"Contents", "目录"};
inline constexpr Phrase unfoldAll{"Unfold all", "全部展开"};
inline constexpr Phrase foldAll{"Fold all", "全部收起"};
inline constexpr Phrase portfolio{"Cases by what needs attention", "按需要关注的程度排列的案例"};
inline constexpr Phrase overview{"Overview", "概览"};
inline constexpr Phrase verdicts{"Verdicts", "总体结论"};
inline constexpr Phrase attention{"What needs attention", "需要关注的内容"};
inline constexpr Phrase nothingFails{"Nothing that the verdicts count fails or is adverse, and no duty is late.",
                                     "计入总体结论的内容均无不成立、不利结果，也没有逾期的义务。"};
inline constexpr Phrase missing{"What is missing", "缺少的内容"};
inline constexpr Phrase nothingMissing{"Nothing is missing.", "没有缺少的内容。"};
inline constexpr Phrase duties{"Duties on a time line", "时间线上的义务"};
inline constexpr Phrase allDates{"All dates of the case, in order", "案例的全部日期，按时间排列"};
inline constexpr Phrase judgedOn{"day of judging", "判定日"};
inline constexpr Phrase footprint{"Footprint", "碳足迹"};
inline constexpr Phrase readings{"Readings taken", "所采用的理解"};
inline constexpr Phrase evidence{"Evidence", "证据"};
inline constexpr Phrase clauses{"Clauses cited", "引用的条款"};
inline constexpr Phrase findings{"Findings on the case file", "案例文件中发现的问题"};
inline constexpr Phrase identity{"What this was judged from", "判定所依据的内容"};
inline constexpr Phrase derivation{"Derivation", "推导"};
inline constexpr Phrase reasons{"Reasons", "理由"};
inline constexpr Phrase needs{"Needed to settle it", "确定结论所需"};
inline constexpr Phrase noMatter{"Unknown, and does not matter", "未知但不影响结论"};
inline constexpr Phrase items{"Items", "项目"};
inline constexpr Phrase taken{"taken:", "采用："};
inline constexpr Phrase insteadOf{"instead of", "而非"};
inline constexpr Phrase derivedThere{"derived there", "推导见该处"};
inline constexpr Phrase leftOut{"more that did not decide", "项不起决定作用，未列出"};
inline constexpr Phrase andMore{"more", "项更多"};
inline constexpr Phrase file{"File", "文件"};
inline constexpr Phrase title{"Title", "标题"};
inline constexpr Phrase noFile{"none", "无"};
inline constexpr Phrase digest{"SHA-256", "SHA-256"};
inline constexpr Phrase exactly{"exactly", "精确值"};
inline constexpr Phrase share{"Share", "份额"};
inline constexpr Phrase total{"Total", "合计"};
inline constexpr Phrase byStage{"By stage of the life cycle", "按生命周期阶段"};
inline constexpr Phrase byInput{"By input and emission, largest first", "按输入和排放，从大到小"};
inline constexpr Phrase contribution{"Contribution", "贡献"};
inline constexpr Phrase part{"Part", "部分"};
inline constexpr Phrase notQuantified{"not quantified", "未能量化"};
inline constexpr Phrase functionalUnit{"Functional unit", "功能单位"};
inline constexpr Phrase notInSum{"Left out of the sum", "未计入总量"};
inline constexpr Phrase implausible{"Implausible", "存疑之处"};
inline constexpr Phrase toGive{"What is needed", "需要补充的内容"};
inline constexpr Phrase smaller{"smaller ones", "项较小"};
inline constexpr Phrase apart{"Kept apart", "不能同组"};
inline constexpr Phrase group{"Group", "组"};
inline constexpr Phrase products{"Products", "产品"};
inline constexpr Phrase step{"Step", "步骤"};
inline constexpr Phrase values{"Because", "依据"};
inline constexpr Phrase day{"Day", "日期"};
inline constexpr Phrase act{"Act", "行为"};
inline constexpr Phrase from{"From", "原状态"};
inline constexpr Phrase to{"To", "新状态"};
inline constexpr Phrase ahead{"ahead", "将来"};
inline constexpr Phrase ruleSet{"Rules", "规则"};
inline constexpr Phrase caseWord{"Case", "案例"};
inline constexpr Phrase registers{"Registers", "登记册"};
inline constexpr Phrase variations{"Under the other readings", "采用其他理解时"};
inline constexpr Phrase before{"before", "原为"};
inline constexpr Phrase after{"after", "变为"};
inline constexpr Phrase nextDue{"Next due", "最近到期"};
inline constexpr Phrase adverse{"Adverse or failing", "不利或不成立"};
inline constexpr Phrase openOnes{"Open", "待定"};
inline constexpr Phrase lateOnes{"Late", "逾期"};
inline constexpr Phrase missingCount{"Missing", "缺少"};
inline constexpr Phrase status{"Verdict", "结论"};
inline constexpr Phrase noTitle{"Assay report", "判定报告"};
inline constexpr Phrase legend{"bar: from the start to the due day; dark mark: met; red: late; black line: day of judging",
                               "条：起算日至到期日；深色标记：已履行；红色：逾期；黑线：判定日"};

}  // namespace phrase

}  // namespace assay::page
