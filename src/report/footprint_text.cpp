#include <algorithm>

#include "assay/footprint/words.hpp"
#include "assay/report/footprint.hpp"
#include "assay/report/footprint_numbers.hpp"
#include "assay/report/footprint_words.hpp"
#include "columns.hpp"
#include "text_writer.hpp"

namespace assay::report {

using diagnostics::Language;
using footprint::ProductResult;
using quantity::Interval;

namespace {

class FootprintWriter {
public:
    FootprintWriter(const Footprints& footprints, const NumberOptions& numbers, const TextOptions& options)
        : inventory_(footprints.inventory), result_(footprints.result), numbers_(numbers), language_(options.language), out_(options) {
        out_.paint(Color::Strong, footprints.name);
        if (result_.gwp) {
            out_.text("  ").text(say("warming potentials", "全球变暖潜势")).text(" ");
            out_.text(registers::word(*result_.gwp)).text(say(", 100 years", "，100年"));
        }
        out_.end();
    }

    std::string all() {
        for (const ProductResult& product : result_.products)
            write(product);
        if (result_.products.empty()) out_.at(1).paint(Color::Open, say("the inventory names no product", "清单中没有产品")).end();
        return out_.take();
    }

private:
    [[nodiscard]] std::string say(const char* english, const char* chinese) const {
        return language_ == Language::Chinese ? chinese : english;
    }

    void write(const ProductResult& product) {
        out_.end();
        head(product);
        list(product.refusals, say("What is needed", "需要补充的内容"), Color::Open);
        if (product.total) {
            breakdowns(product);
            assurance(product);
        }
        comparisons(product);
        list(product.findings, say("Implausible", "存疑之处"), Color::Bad);
        list(product.gaps, say("Left out of the sum", "未计入总量"), Color::Open);
        listed(product);
    }

    void head(const ProductResult& product) {
        const footprint::Product& made = inventory_.products[product.product];
        out_.paint(Color::Strong, made.name.empty() || made.name == product.id ? product.id : product.id + "  " + made.name).text("  ");
        if (!product.total) {
            out_.paint(Color::Open, say("not quantified", "未能量化")).end();
        } else {
            out_.paint(Color::Good, shownMass(*product.total, numbers_) + " " + std::string(symbol(numbers_.unit))).end();
        }
        if (made.functionalUnit) {
            out_.at(1).text(say("functional unit (FU): ", "功能单位（FU）：")).text(functionalUnit(made)).end();
        }
        if (!product.total) return;
        out_.at(1);
        for (const MassUnit unit : {MassUnit::Tonne, MassUnit::Kilogram, MassUnit::Gram}) {
            if (unit != numbers_.unit) out_.text("= " + shownMass(*product.total, numbers_, unit) + " " + std::string(symbol(unit)) + "  ");
        }
        out_.paint(Color::Faint, say("exactly ", "精确值 ") + exactInterval(*product.total) + " kgCO2e/FU").end();
        for (const std::string& datum : product.widenedBy)
            out_.at(1).text(say("not exact because of ", "不精确，因为 ")).text(datum).end();
    }

    [[nodiscard]] std::string functionalUnit(const footprint::Product& made) const {
        const quantity::Unit& unit = made.functionalUnit->unit;
        std::string text = exactlyIn(made.functionalUnit->value, unit) + " " + unit.symbol;
        if (!made.functionalUnitText.empty()) text += say(", ", "，") + made.functionalUnitText;
        return text;
    }

    [[nodiscard]] static std::string exactlyIn(const Interval& value, const quantity::Unit& unit) {
        Interval inUnit = value;
        if (inUnit.low) *inUnit.low /= unit.factor;
        if (inUnit.high) *inUnit.high /= unit.factor;
        return shownDecimal(inUnit);
    }

    [[nodiscard]] static std::string shownDecimal(const Interval& value) {
        constexpr int places = 6;
        if (value.isPoint()) return value.low->decimal(places);
        return (value.low ? value.low->decimal(places) : "") + ".." + (value.high ? value.high->decimal(places) : "");
    }

    void breakdowns(const ProductResult& product) {
        const Interval& total = *product.total;
        breakdown(say("By stage", "按生命周期阶段"), product.byStage, total, [this](const std::string& name) { return stageName(name); });
        breakdown(say("By process", "按过程"), product.byProcess, total, [this](const std::string& name) { return processName(name); });
        breakdown(say("By input", "按输入和排放"), product.byInput, total, [this](const std::string& name) { return flowName(name); });
        breakdown(say("By gas", "按温室气体"), product.byGas, total, [](const std::string& name) { return name; });
        breakdown(say("By origin of the carbon", "按碳的来源"),
                  {{say("fossil", "化石"), product.fossil},
                   {say("biogenic", "生物源"), product.biogenic},
                   {say("land use", "土地利用"), product.landUse}},
                  total, [](const std::string& name) { return name; });
    }

    template <class Name>
    void breakdown(const std::string& title, const std::vector<footprint::Part>& parts, const Interval& total, Name name) {
        if (parts.empty()) return;
        Columns columns;
        columns.add({title, std::string(symbol(numbers_.unit)), say("share", "份额")});
        for (std::size_t i = 0; i < std::min(parts.size(), shownRows); ++i) {
            const footprint::Part& part = parts[i];
            columns.add({"  " + name(part.name), shownMass(part.co2e, numbers_), shownShare(part.co2e, total, numbers_.rounding)});
        }
        columns.add({"  " + say("total", "合计"), shownMass(total, numbers_), shownShare(total, total, numbers_.rounding)});
        out_.end();
        columns.write(out_, 1, true);
        if (parts.size() > shownRows) {
            const std::string more = std::to_string(parts.size() - shownRows);
            out_.at(2)
                .paint(Color::Faint,
                       say("and ", "另有 ") + more +
                           say(" smaller ones in the total (--output csv lists all)", " 项较小，已计入合计（--output csv 列出全部）"))
                .end();
        }
    }

    [[nodiscard]] std::string stageName(const std::string& name) const {
        const auto stage = footprint::alternativeOf<footprint::Stage>(name);
        if (!stage) return name;
        const footprint::Alternative& words = footprint::wordsOf(*stage);
        return std::string(language_ == Language::Chinese ? words.chinese : words.english);
    }
    [[nodiscard]] std::string processName(const std::string& id) const {
        for (const footprint::Process& process : inventory_.processes) {
            if (process.id == id && !process.name.empty() && process.name != id) return id + "  " + process.name;
        }
        return id;
    }
    [[nodiscard]] std::string flowName(const std::string& id) const {
        for (const footprint::Flow& flow : inventory_.flows) {
            if (flow.id == id && !flow.name.empty() && flow.name != id) return id + "  " + flow.name;
        }
        return id;
    }

    void assurance(const ProductResult& product) {
        Columns columns;
        columns.add({say("Data and cut-off", "数据与取舍"), ""});
        const auto row = [&](const std::string& name, const std::optional<Interval>& ratio) {
            columns.add({"  " + name, ratio ? shownRatio(*ratio) : say("unknown", "未知")});
        };
        columns.add({"  " + say("rests on data of the site", "依据现场数据的份额"),
                     product.siteShare ? shownPercent(*product.siteShare, numbers_.rounding) : say("unknown", "未知")});
        row(say("omitted inputs / mass of the product", "舍去的输入 / 产品质量"), product.cutOff.inputsOfProduct);
        row(say("omitted wastes / all waste", "舍去的废弃物 / 全部废弃物"), product.cutOff.wastesOfWaste);
        row(say("all omitted / mass of the product", "全部舍去 / 产品质量"), product.cutOff.allOfProduct);
        row(say("all omitted / all waste", "全部舍去 / 全部废弃物"), product.cutOff.allOfWaste);
        out_.end();
        columns.write(out_, 1, true);
        needed(product.siteLacks, product.siteShare.has_value());
        needed(product.cutOff.lacks, false);
    }

    void needed(const std::vector<std::string>& data, bool isKnown) {
        if (isKnown) return;
        for (const std::string& datum : data)
            out_.at(2).text(say("give ", "请给出 ")).paint(Color::Open, datum).end();
    }

    void comparisons(const ProductResult& product) {
        if (product.comparisons.empty()) return;
        out_.end().at(1).paint(Color::Faint, say("Compared", "比较")).end();
        for (const footprint::Comparison& comparison : product.comparisons) {
            out_.at(2)
                .text(comparedWith(comparison.kind))
                .text(" " + shownMass(comparison.stated, numbers_) + " ")
                .text(symbol(numbers_.unit));
            out_.text(say(": ", "："));
            if (comparison.change) {
                out_.text(difference(*comparison.change)).end();
                continue;
            }
            out_.paint(Color::Open,
                       product.total ? say("not comparable", "不可比较") : say("nothing to compare with", "没有可比较的计算值"))
                .end();
            for (const std::string& datum : comparison.restate)
                out_.at(3).text(say("restate on the same basis: ", "请按相同基础重述：")).text(datum).end();
        }
    }

    // On which side of the stated value the computed one lies, where that is certain.
    [[nodiscard]] std::string difference(const Interval& change) const {
        if (change.low && change.low->sign() > 0) return say("the computed value is higher by ", "计算值高 ") + shownRatio(change);
        if (change.high && change.high->sign() < 0) return say("the computed value is lower by ", "计算值低 ") + shownRatio(-change);
        return say("the computed value differs by ", "计算值相差 ") + shownRatio(change);
    }

    [[nodiscard]] std::string comparedWith(footprint::ComparisonKind kind) const {
        switch (kind) {
            case footprint::ComparisonKind::Claim:
                return say("claimed", "声明值");
            case footprint::ComparisonKind::Previous:
                return say("previous period", "上一周期");
            case footprint::ComparisonKind::Certificate:
                return say("certificate", "证书所载");
        }
        return {};
    }

    template <class Found>
    void list(const std::vector<Found>& found, const std::string& title, Color color) {
        if (found.empty()) return;
        out_.end().at(1).paint(color, title).end();
        for (const Found& one : found) {
            const std::string text = sentence(one, language_);
            out_.at(2).text("- " + text);
            // What a sentence says is not said twice.
            const bool saysWhere = text.find(one.datum) != std::string::npos;
            if (!saysWhere) out_.paint(Color::Faint, "  " + one.datum);
            out_.end();
        }
    }

    void listed(const ProductResult& product) {
        if (product.listed.empty()) return;
        Columns columns;
        columns.add({say("Listed, no greenhouse gas", "仅列出，非温室气体"), ""});
        for (const footprint::Listed& one : product.listed) {
            const std::string way = one.isTaken ? say("taken: ", "取用：") : say("released: ", "排放：");
            columns.add({"  " + way + one.substance, exactlyIn(one.amount, one.unit) + " " + one.unit.symbol});
        }
        out_.end();
        columns.write(out_, 1, true);
    }

    const footprint::Inventory& inventory_;
    const footprint::Result& result_;
    const NumberOptions& numbers_;
    Language language_;
    TextWriter out_;
};

}  // namespace

std::string footprintText(const Footprints& footprints, const NumberOptions& numbers, const TextOptions& options) {
    return FootprintWriter(footprints, numbers, options).all();
}

std::string noInventoryText(const std::string& name, const TextOptions& options) {
    TextWriter out(options);
    out.paint(Color::Strong, name).text("  ");
    const bool isChinese = options.language == Language::Chinese;
    out.paint(Color::Open, isChinese ? "没有清单数据：请提供 inventory.toml" : "has no inventory: give inventory.toml").end();
    return out.take();
}

}  // namespace assay::report
