#include "assay/report/footprint_words.hpp"

#include <algorithm>
#include <array>

namespace assay::report {

using diagnostics::Language;
using footprint::FindingKind;
using footprint::GapKind;
using footprint::RefusalKind;

namespace {

// {datum} is the place in the inventory, {names} what the kind names.
template <class Kind>
struct Wording {
    Kind kind;
    std::string_view key;
    std::string_view english;
    std::string_view chinese;
};

template <class Kind, std::size_t size>
constexpr bool inOrder(const std::array<Wording<Kind>, size>& wordings) {
    for (std::size_t i = 0; i < size; ++i) {
        if (static_cast<std::size_t>(wordings[i].kind) != i) return false;
    }
    return true;
}

constexpr std::array<Wording<RefusalKind>, 20> refusals{{
    {RefusalKind::NoFunctionalUnit, "no_functional_unit", "Give {datum}: how much of the product the footprint is for.",
     "请给出 {datum}：碳足迹针对多少产品。"},
    {RefusalKind::NoGwpSet, "no_gwp_set", "Give {datum}: the report whose global warming potentials are used.",
     "请给出 {datum}：采用哪一版全球变暖潜势值。"},
    {RefusalKind::NoAmount, "no_amount", "Give {datum}: an amount is missing.", "请给出 {datum}：缺少数量。"},
    {RefusalKind::NoFactor, "no_factor", "Give {datum}: what is supplied has neither a process nor a factor.",
     "请给出 {datum}：该输入既无供应过程也无排放因子。"},
    {RefusalKind::NoOutput, "no_output", "Give {datum}: the process has no reference output.", "请给出 {datum}：该过程没有基准产出。"},
    {RefusalKind::NoAllocation, "no_allocation", "Give {datum}: the process has co-products and no method of allocation.",
     "请给出 {datum}：该过程有共生产品而未说明分配方法。"},
    {RefusalKind::NoRecyclingMethod, "no_recycling_method", "Give {datum}: there is scrap and no method for recycling.",
     "请给出 {datum}：存在废料而未说明回收的处理方法。"},
    {RefusalKind::NoPrice, "no_price", "Give {datum}: economic allocation needs a price.", "请给出 {datum}：按经济价值分配需要价格。"},
    {RefusalKind::NoShare, "no_share", "Give {datum}: allocation by custom shares needs a share.", "请给出 {datum}：自定义分配需要份额。"},
    {RefusalKind::SharesNotOne, "shares_not_one", "Correct {datum}: the shares of allocation do not add up to 1 ({names}).",
     "请更正 {datum}：分配份额之和不为1（{names}）。"},
    {RefusalKind::NoCarbonContent, "no_carbon_content", "Give {datum}: a mass balance needs the carbon content.",
     "请给出 {datum}：质量平衡需要含碳量。"},
    {RefusalKind::UnknownFactor, "unknown_factor", "Correct {datum}: no factor is called {names}.",
     "请更正 {datum}：没有名为 {names} 的因子。"},
    {RefusalKind::FactorKindMixed, "factor_kind_mixed", "Correct {datum}: {names}.", "请更正 {datum}：因子类别不符，{names}。"},
    {RefusalKind::UnitsDoNotFit, "units_do_not_fit", "Correct {datum}: the units of amount and factor do not fit ({names}).",
     "请更正 {datum}：数量与因子的单位不相符（{names}）。"},
    {RefusalKind::UnknownGas, "unknown_gas", "Correct {datum}: no greenhouse gas is called {names}.",
     "请更正 {datum}：没有名为 {names} 的温室气体。"},
    {RefusalKind::NoGwp, "no_gwp", "The set of potentials has no figure for the gas of {datum} ({names}).",
     "所采用的潜势值中没有 {datum} 的气体（{names}）。"},
    {RefusalKind::UnverifiedFactor, "unverified_factor",
     "{datum} rests on a figure that was not verified ({names}); accept it in the inventory, or take another.",
     "{datum} 采用了未经核对的数值（{names}）；请在清单中声明接受，或改用其他数值。"},
    {RefusalKind::Singular, "singular", "The processes {names} supply each other without an end; see {datum}.",
     "过程 {names} 相互供应而无解，见 {datum}。"},
    {RefusalKind::NotBounded, "not_bounded", "The range of {datum} is so wide that the result has no bound; give it more exactly.",
     "{datum} 的范围过宽，结果无法给出界限；请给出更精确的数值。"},
    {RefusalKind::MassBalanceNegative, "mass_balance_negative", "More carbon leaves at {datum} than comes in ({names}).",
     "{datum} 处流出的碳多于流入（{names}）。"},
}};
static_assert(inOrder(refusals));

constexpr std::array<Wording<GapKind>, 4> gaps{{
    {GapKind::UpstreamNotIncluded, "upstream_not_included", "Making and bringing the fuel of {datum} is not included.",
     "未计入 {datum} 的燃料生产和运输。"},
    {GapKind::WasteNotTreated, "waste_not_treated", "The waste of {datum} has no treatment.", "{datum} 的废弃物没有处理过程。"},
    {GapKind::MassUnaccounted, "mass_unaccounted", "Mass that comes in at {datum} leaves by no flow ({names}).",
     "{datum} 处流入的质量没有去向（{names}）。"},
    {GapKind::UnverifiedUsed, "unverified_used", "{datum} rests on a figure that was not verified ({names}).",
     "{datum} 采用了未经核对的数值（{names}）。"},
}};
static_assert(inOrder(gaps));

constexpr std::array<Wording<FindingKind>, 17> findings{{
    {FindingKind::CarbonBalance, "carbon_balance", "Carbon that comes in is not the carbon that leaves: {names}.",
     "流入的碳与流出的碳不相等：{names}。"},
    {FindingKind::MetalBalance, "metal_balance", "Metal that comes in is not the metal that leaves: {names}.",
     "流入的金属与流出的金属不相等：{names}。"},
    {FindingKind::YieldAboveOne, "yield", "More product leaves than comes in: {names}.", "产出多于投入：{names}。"},
    {FindingKind::EnergyBalance, "energy_balance", "More energy leaves than comes in: {names}.", "流出的能量多于流入：{names}。"},
    {FindingKind::BillNotClosed, "bill_of_materials", "The materials do not reach the mass of the product: {names}.",
     "物料质量之和达不到产品质量：{names}。"},
    {FindingKind::LossIgnored, "loss_ignored", "Input and product weigh the same, as if nothing were lost: {names}.",
     "投入与产品质量相同，似未计损耗：{names}。"},
    {FindingKind::FactorCrossCheck, "factor", "Two ways to one factor differ: {names}.", "同一因子的两种算法结果不同：{names}。"},
    {FindingKind::UnitDecade, "unit_decade", "Two figures differ by a power of ten, perhaps a slip of the unit: {names}.",
     "两个数值相差10的整数次幂，可能是单位有误：{names}。"},
    {FindingKind::BlendNotSum, "blend", "The potential of the blend is not that of its parts: {names}.",
     "混合物的潜势值与其组分不符：{names}。"},
    {FindingKind::Stoichiometry, "stoichiometry", "The factor of the carbonate is not what its formula gives: {names}.",
     "碳酸盐的因子与化学计量不符：{names}。"},
    {FindingKind::TwoSourcesDiffer, "two_sources", "Two sources give different figures: {names}.", "两个来源的数值不同：{names}。"},
    {FindingKind::GwpSetMixed, "gwp_set", "The factor was made with another set of potentials: {names}.",
     "该因子采用了另一版潜势值：{names}。"},
    {FindingKind::FactorYear, "factor_year", "The factor is of another time than the data: {names}.",
     "因子的年份与数据收集期不符：{names}。"},
    {FindingKind::FactorRegion, "factor_region", "The factor is of another region than the activity: {names}.",
     "因子的地区与活动所在地不符：{names}。"},
    {FindingKind::GasRatio, "gas_ratio", "Two gases stand out of proportion for what is burnt: {names}.",
     "两种气体的比例与所燃烧的燃料不符：{names}。"},
    {FindingKind::DeclaredParts, "declared_parts", "The declared parts are not the declared total: {names}.",
     "声明的各部分之和与声明的总量不符：{names}。"},
    {FindingKind::OmittedWithoutMass, "omitted_by_weight", "Energy or a greenhouse gas was left out by weight: {names}.",
     "能源或温室气体不能按质量舍去：{names}。"},
}};
static_assert(inOrder(findings));

std::string joined(const std::vector<std::string>& names, Language language) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : language == Language::Chinese ? "、" : ", ") + name;
    return text;
}

// Kinds of factors as the tables name them, with commas between them, in words.
std::string factorKinds(std::string_view words, Language language) {
    struct KindWording {
        std::string_view word, english, chinese;
    };
    constexpr std::array<KindWording, registers::factorKindWords.size()> kinds{{
        {"direct_co2", "a direct CO2 factor", "直接二氧化碳排放因子"},
        {"life_cycle_co2e", "a life-cycle footprint", "全生命周期碳足迹因子"},
        {"gas_emission", "a factor for one gas", "单一气体排放因子"},
        {"net_calorific_value", "a net calorific value", "低位发热量"},
        {"carbon_per_energy", "carbon per energy", "单位热值含碳量"},
        {"carbon_content", "a carbon content", "含碳量"},
        {"oxidation", "an oxidised share", "氧化率"},
        {"share", "a share", "份额"},
        {"slope", "a slope", "斜率"},
    }};
    std::string text;
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(", "));
        words.remove_prefix(std::min(words.size(), word.size() + 2));
        const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const KindWording& kind) { return kind.word == word; });
        const bool isChinese = language == Language::Chinese;
        if (!text.empty()) text += isChinese ? "或" : " or ";
        text += found == kinds.end() ? word : isChinese ? found->chinese : found->english;
    }
    return text;
}

// Without names the place stands for them.
template <class Kind, std::size_t size, class Found>
std::string filled(const std::array<Wording<Kind>, size>& wordings, const Found& found, Language language) {
    const Wording<Kind>& wording = wordings[static_cast<std::size_t>(found.kind)];
    std::string_view pattern = language == Language::Chinese ? wording.chinese : wording.english;
    std::string text;
    while (!pattern.empty()) {
        if (pattern.starts_with("{datum}")) {
            text += found.datum;
            pattern.remove_prefix(7);
        } else if (pattern.starts_with("{names}")) {
            text += found.names.empty() ? found.datum : joined(found.names, language);
            pattern.remove_prefix(7);
        } else {
            text += pattern.front();
            pattern.remove_prefix(1);
        }
    }
    return text;
}

}  // namespace

std::string sentence(const footprint::Refusal& refusal, Language language) {
    if (refusal.kind != RefusalKind::FactorKindMixed) return filled(refusals, refusal, language);
    footprint::Refusal worded = refusal;
    for (std::string& name : worded.names)
        name = factorKinds(name, language);
    worded.names = {language == Language::Chinese ? "现为" + worded.names[0] + "，应为" + worded.names[1]
                                                  : worded.names[0] + " instead of " + worded.names[1]};
    return filled(refusals, worded, language);
}
std::string sentence(const footprint::Gap& gap, Language language) {
    return filled(gaps, gap, language);
}
std::string sentence(const footprint::Finding& finding, Language language) {
    return filled(findings, finding, language);
}

std::string_view key(RefusalKind kind) {
    return refusals[static_cast<std::size_t>(kind)].key;
}
std::string_view key(GapKind kind) {
    return gaps[static_cast<std::size_t>(kind)].key;
}
std::string_view key(FindingKind kind) {
    return findings[static_cast<std::size_t>(kind)].key;
}
std::string_view key(footprint::ComparisonKind kind) {
    constexpr std::array<std::string_view, 3> keys{"claim", "previous", "certificate"};
    return keys[static_cast<std::size_t>(kind)];
}

}  // namespace assay::report
