#include "assay/report/footprint.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "assay/source/text.hpp"

namespace assay::report {
namespace {

using quantity::Interval;
using quantity::Rational;
using ::testing::HasSubstr;
using ::testing::Not;

Interval point(const char* decimal) {
    return Interval::point(Rational::parse(decimal).value());
}

footprint::Datum datum(const char* value, const char* symbol) {
    footprint::Datum given;
    given.value = point(value);
    given.unit.symbol = symbol;
    return given;
}

// One product of 2.69 kgCO2e/FU: a furnace with two inputs, and what is said beside the number.
class Footprint : public ::testing::Test {
protected:
    Footprint() {
        footprint::Process furnace;
        furnace.id = "P1";
        furnace.name = "电炉炼钢";
        inventory_.processes = {furnace};
        footprint::Flow power;
        power.id = "F1";
        power.name = "electricity";
        inventory_.flows = {power};
        footprint::Product product;
        product.id = "U1";
        product.name = "Steel plate";
        product.functionalUnit = datum("1", "t");
        inventory_.products = {product};

        footprint::ProductResult& made = result_.products.emplace_back();
        made.id = "U1";
        made.total = point("2.69");
        made.fossil = point("2.69");
        made.biogenic = made.landUse = point("0");
        made.byStage = {{"production", point("2.69")}};
        made.byProcess = {{"P1", point("2.69")}};
        made.byInput = {{"F1", point("2.6895")}, {"F2", point("0.0005")}};
        made.byGas = {{"CO2", point("2.69")}};
        made.siteShare = point("0.25");
        made.cutOff.inputsOfProduct = point("0.0500005");
        made.cutOff.lacks = {"inventory.omissions[O2].mass"};
        result_.gwp = registers::GwpSet::Ar6;
    }

    footprint::ProductResult& made() { return result_.products.front(); }
    [[nodiscard]] std::string text(diagnostics::Language language = diagnostics::Language::English) const {
        return footprintText({"plate", digest_, inventory_, result_}, numbers_, {language, false});
    }

    const std::string digest_ = "d1";
    footprint::Inventory inventory_;
    footprint::Result result_;
    NumberOptions numbers_;
};

TEST_F(Footprint, GivesTheTotalInEveryUnitAndExactly) {
    EXPECT_THAT(text(), HasSubstr("U1  Steel plate  2.690 kgCO2e/FU\n"));
    EXPECT_THAT(text(), HasSubstr("functional unit (FU): 1 t\n"));
    EXPECT_THAT(text(), HasSubstr("= 0.003 tCO2e/FU  = 2690.000 gCO2e/FU  exactly 269/100 kgCO2e/FU"));
}

TEST_F(Footprint, ShowsAsManyDigitsAsAskedRoundedAsAsked) {
    numbers_.digits = 3;
    EXPECT_THAT(text(), HasSubstr("2.690"));
    EXPECT_THAT(text(), HasSubstr("0.001"));  // 0.0005, half up
    numbers_.rounding = footprint::Rounding::HalfEven;
    EXPECT_THAT(text(), HasSubstr("0.000"));  // 0.0005 to the even digit
    numbers_.digits = 1;
    numbers_.unit = MassUnit::Gram;
    EXPECT_THAT(text(), HasSubstr("2690.0 gCO2e/FU"));
}

TEST_F(Footprint, ARatioShowsOnWhichSideOfALimitItLies) {
    EXPECT_THAT(text(), HasSubstr("5.00005 %"));
    EXPECT_THAT(text(), HasSubstr("25.0 %"));
    EXPECT_THAT(text(), HasSubstr("give inventory.omissions[O2].mass"));
}

TEST_F(Footprint, ColumnsStandBelowEachOtherAlsoWithHanCharacters) {
    const std::string shown = text(diagnostics::Language::Chinese);
    std::vector<std::size_t> ends;
    std::size_t begin = 0;
    for (std::size_t end = shown.find('\n'); end != std::string::npos; begin = end + 1, end = shown.find('\n', begin)) {
        const std::string line = shown.substr(begin, end - begin);
        if (line.ends_with(" %") && line.find("100.0 %") != std::string::npos && line.find("电炉炼钢") != std::string::npos)
            ends.push_back(source::displayWidth(line));
        if (line.find("合计") != std::string::npos) ends.push_back(source::displayWidth(line));
    }
    ASSERT_GE(ends.size(), 3U);
    // The row of the process and the total of its table end in the same place.
    const std::size_t row = shown.find("电炉炼钢");
    ASSERT_NE(row, std::string::npos);
    const std::size_t lineBegin = shown.rfind('\n', row) + 1;
    const std::size_t lineEnd = shown.find('\n', row);
    const std::size_t totalEnd = shown.find('\n', lineEnd + 1);
    EXPECT_EQ(source::displayWidth(shown.substr(lineBegin, lineEnd - lineBegin)),
              source::displayWidth(shown.substr(lineEnd + 1, totalEnd - lineEnd - 1)));
}

TEST_F(Footprint, SaysHowManyRowsItDoesNotShow) {
    made().byInput.clear();
    for (int i = 0; i < 15; ++i)
        made().byInput.push_back({"F" + std::to_string(i), point("0.1")});
    EXPECT_THAT(text(), HasSubstr("and 3 smaller ones in the total"));
    EXPECT_THAT(text(), HasSubstr("F11"));
    EXPECT_THAT(text(), Not(HasSubstr("F12")));
}

TEST_F(Footprint, ARefusalReadsAsWhatToGive) {
    made().total.reset();
    made().refusals = {{footprint::RefusalKind::NoFactor, "inventory.flows[F3].factor", {}, {}}};
    EXPECT_THAT(text(), HasSubstr("U1  Steel plate  not quantified"));
    EXPECT_THAT(text(), HasSubstr("- Give inventory.flows[F3].factor: what is supplied has neither a process nor a factor.\n"));
    EXPECT_THAT(text(diagnostics::Language::Chinese), HasSubstr("- 请给出 inventory.flows[F3].factor：该输入既无供应过程也无排放因子。\n"));
    EXPECT_THAT(text(), Not(HasSubstr("By stage")));
}

TEST_F(Footprint, AFactorOfAnotherKindIsNamedInWords) {
    made().total.reset();
    made().refusals = {{footprint::RefusalKind::FactorKindMixed, "inventory.flows[F1].factor", {"direct_co2", "life_cycle_co2e"}, {}}};
    EXPECT_THAT(text(), HasSubstr("- Correct inventory.flows[F1].factor: a direct CO2 factor instead of a life-cycle footprint.\n"));
    EXPECT_THAT(text(diagnostics::Language::Chinese),
                HasSubstr("- 请更正 inventory.flows[F1].factor：因子类别不符，现为直接二氧化碳排放因子，应为全生命周期碳足迹因子。\n"));
}

TEST_F(Footprint, AValueOnAnotherBasisIsNotCompared) {
    made().comparisons = {
        {footprint::ComparisonKind::Claim, point("0.004"), {}, point("2.68"), {}},
        {footprint::ComparisonKind::Previous, std::nullopt, {"inventory.products[U1].previous.gwp_set"}, point("2.5"), {}}};
    EXPECT_THAT(text(), HasSubstr("claimed 2.680 kgCO2e/FU: the computed value is higher by 0.4 %\n"));
    EXPECT_THAT(text(), HasSubstr("previous period 2.500 kgCO2e/FU: not comparable\n"));
    EXPECT_THAT(text(), HasSubstr("restate on the same basis: inventory.products[U1].previous.gwp_set\n"));
}

TEST_F(Footprint, ADifferenceSaysItsSideWhereThatIsCertain) {
    const auto shown = [this](const Interval& change) {
        made().comparisons = {{footprint::ComparisonKind::Claim, change, {}, point("2.7"), {}}};
        return text();
    };
    EXPECT_THAT(shown(point("-0.1")), HasSubstr("the computed value is lower by 10 %\n"));
    EXPECT_THAT(shown({Rational(-1, 5), Rational(-1, 10)}), HasSubstr("lower by 10 %..20 %\n"));
    EXPECT_THAT(shown({Rational(-1, 10), Rational(1, 10)}), HasSubstr("differs by -10 %..10 %\n"));
    EXPECT_THAT(shown(point("0")), HasSubstr("differs by 0 %\n"));
}

TEST_F(Footprint, WhatIsImplausibleReadsAsASentence) {
    made().findings = {{footprint::FindingKind::CarbonBalance, "inventory.processes[P1]", {"12 kgC", "11.5 kgC"}, {}}};
    EXPECT_THAT(text(), HasSubstr("- Carbon that comes in is not the carbon that leaves: 12 kgC, 11.5 kgC.  inventory.processes[P1]\n"));
}

TEST_F(Footprint, AnIntervalShowsBothEndsAndWhatWidensIt) {
    made().total = Interval{Rational(2), Rational(3)};
    made().widenedBy = {"inventory.flows[F1].amount"};
    EXPECT_THAT(text(), HasSubstr("2.000..3.000 kgCO2e/FU"));
    EXPECT_THAT(text(), HasSubstr("not exact because of inventory.flows[F1].amount"));
}

TEST_F(Footprint, AProductWithControlsInItsNameCannotSteerATerminal) {
    inventory_.products.front().name = "plate\x1B[31m";
    EXPECT_THAT(text(), Not(HasSubstr("\x1B")));
}

TEST_F(Footprint, CsvListsEveryPartExactly) {
    const std::string csv = footprintCsv({"plate", digest_, inventory_, result_}, numbers_, true);
    EXPECT_THAT(csv, HasSubstr("case,product,breakdown,part,exact [kgCO2e/FU],shown [kgCO2e/FU],share\r\n"));
    EXPECT_THAT(csv, HasSubstr("plate,U1,total,,269/100,2.690,100.0 %\r\n"));
    EXPECT_THAT(csv, HasSubstr("plate,U1,input,F2,1/2000,0.001,0.0 %\r\n"));
    EXPECT_EQ(footprintCsv({"plate", digest_, inventory_, result_}, numbers_, false).find("breakdown"), std::string::npos);
}

TEST_F(Footprint, CsvNeverBeginsACellWithAFormula) {
    made().byGas = {{"=1+1", point("2.69")}};
    EXPECT_THAT(footprintCsv({"plate", digest_, inventory_, result_}, numbers_, false), HasSubstr(",\"'=1+1\","));
}

TEST_F(Footprint, JsonKeepsExactNumbersAsText) {
    source::SourceMap sources;
    check::Checked rules;
    const nlohmann::ordered_json json = footprintJson({"plate", digest_, inventory_, result_}, numbers_, {rules, sources, "r1", {}});
    const auto& product = json["products"][0];
    EXPECT_EQ(json["gwp_set"], "AR6");
    EXPECT_EQ(product["status"], "quantified");
    EXPECT_EQ(product["total"]["exact"], "269/100");
    EXPECT_EQ(product["total"]["shown"], "2.690");
    EXPECT_EQ(product["by_input"][1]["exact"], "1/2000");
    EXPECT_EQ(product["cut_off"]["inputs_of_product"], "100001/2000000");
    EXPECT_TRUE(product["cut_off"]["wastes_of_waste"].is_null());
}

}  // namespace
}  // namespace assay::report
