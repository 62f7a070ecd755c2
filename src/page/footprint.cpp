#include "assay/report/footprint.hpp"

#include <algorithm>

#include "assay/footprint/words.hpp"
#include "assay/report/footprint_numbers.hpp"
#include "assay/report/footprint_words.hpp"
#include "bar.hpp"
#include "section.hpp"

namespace assay::page {

using diagnostics::Language;
using footprint::Part;
using footprint::ProductResult;
using quantity::Interval;

namespace {

constexpr report::NumberOptions numbers;

class Footprint {
public:
    explicit Footprint(Sheet& sheet) : sheet_(sheet), out_(sheet.out), inventory_(*sheet.shown().inventory) {}

    void write(const ProductResult& product) {
        const footprint::Product& made = inventory_.products[product.product];
        const std::string name = made.name.empty() || made.name == product.id ? product.id : product.id + " " + made.name;
        sheet_.heading(2, {name, name});
        total(product, made);
        if (product.total) {
            parts(phrase::byStage, product.byStage, *product.total, [](const std::string& stage) { return stageName(stage); });
            parts(phrase::byInput, product.byInput, *product.total, [this](const std::string& flow) { return flowName(flow); });
        }
        sentences(phrase::toGive, product.refusals);
        sentences(phrase::implausible, product.findings);
        sentences(phrase::notInSum, product.gaps);
    }

private:
    static Both stageName(const std::string& name) {
        const auto stage = footprint::alternativeOf<footprint::Stage>(name);
        if (!stage) return {name, name};
        const footprint::Alternative& words = footprint::wordsOf(*stage);
        return {std::string(words.english), std::string(words.chinese)};
    }
    [[nodiscard]] Both flowName(const std::string& id) const {
        const auto flow =
            std::find_if(inventory_.flows.begin(), inventory_.flows.end(), [&id](const footprint::Flow& one) { return one.id == id; });
        const bool isNamed = flow != inventory_.flows.end() && !flow->name.empty() && flow->name != id;
        const std::string name = isNamed ? id + " " + flow->name : id;
        return {name, name};
    }

    void total(const ProductResult& product, const footprint::Product& made) {
        if (!product.total) {
            out_.in("p", {{"class", "total"}}, phrase::notQuantified);
            return;
        }
        out_.in("p", {{"class", "total"}}, [&] {
            out_.in("strong", {}, report::shownMass(*product.total, numbers) + " " + std::string(symbol(numbers.unit))).plain(" ");
            out_.in("span", {{"class", "exact"}},
                    [&] { out_.plain("(").text(phrase::exactly.with(report::exactInterval(*product.total))).plain(")"); });
        });
        if (!made.functionalUnitText.empty()) {
            out_.in("p", {}, [&] { out_.text(phrase::functionalUnit).plain(": ").text(made.functionalUnitText); });
        }
    }

    // Name, amount, share and bar of each part, the largest first; what is beyond `shownRows` is summed up in its number.
    template <class Name>
    void parts(const Both& title, const std::vector<Part>& all, const Interval& total, Name nameOf) {
        if (all.empty()) return;
        AmountScale scale;
        for (const Part& part : all)
            scale.add(part.co2e);
        out_.in("table", {{"class", "chart"}}, [&] {
            out_.in("caption", {}, title);
            out_.in("thead", {}, [&] {
                out_.in("tr", {}, [&] {
                    out_.in("th", {{"scope", "col"}}, phrase::part);
                    out_.in("th", {{"scope", "col"}, {"class", "number"}}, symbol(numbers.unit));
                    out_.in("th", {{"scope", "col"}, {"class", "number"}}, phrase::share);
                    out_.in("th", {{"scope", "col"}, {"class", "drawn"}}, phrase::contribution);
                });
            });
            out_.in("tbody", {}, [&] {
                for (std::size_t i = 0; i < std::min(all.size(), report::shownRows); ++i) {
                    row(nameOf(all[i].name), all[i].co2e, total, [&] { scale.draw(out_, all[i].co2e); });
                }
                if (all.size() > report::shownRows) {
                    out_.in("tr", {}, [&] {
                        out_.in("td", {{"colspan", "4"}},
                                [&] { out_.plain("+ " + std::to_string(all.size() - report::shownRows) + " ").text(phrase::smaller); });
                    });
                }
            });
            out_.in("tfoot", {}, [&] { row(phrase::total, total, total, [] {}); });
        });
    }

    template <class Bar>
    void row(const Both& name, const Interval& amount, const Interval& total, Bar bar) {
        out_.in("tr", {}, [&] {
            out_.in("th", {{"scope", "row"}}, name);
            out_.in("td", {{"class", "number"}}, report::shownMass(amount, numbers));
            out_.in("td", {{"class", "number"}}, report::shownShare(amount, total, numbers.rounding));
            out_.in("td", {{"class", "drawn"}}, bar);
        });
    }

    template <class Found>
    void sentences(const Both& title, const std::vector<Found>& found) {
        if (found.empty()) return;
        out_.in("p", {{"class", "title"}}, title);
        out_.in("ul", {{"class", "reasons"}}, [&] {
            for (const Found& one : found) {
                out_.in("li", {}, [&] {
                    const Both sentence = both([&](Language language) { return report::sentence(one, language); });
                    out_.text(sentence);
                    // What a sentence says is not said twice.
                    if (sentence.english.find(one.datum) == std::string::npos) out_.plain(" ").name(one.datum);
                });
            }
        });
    }

    Sheet& sheet_;
    Markup& out_;
    const footprint::Inventory& inventory_;
};

}  // namespace

void writeFootprints(Sheet& sheet) {
    const footprint::Result* quantified = sheet.shown().quantified;
    if (!quantified || quantified->products.empty()) return;
    sheet.part("footprint", phrase::footprint, [&] {
        for (const ProductResult& product : quantified->products)
            Footprint(sheet).write(product);
    });
}

}  // namespace assay::page
