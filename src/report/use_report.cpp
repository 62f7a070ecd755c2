#include <nlohmann/json.hpp>

#include "assay/report/headings.hpp"
#include "assay/report/standing.hpp"
#include "assay/report/use.hpp"
#include "assay/report/words.hpp"
#include "json_parts.hpp"
#include "places.hpp"
#include "text_writer.hpp"

namespace assay::report {

using evaluate::Conclusion;
using nlohmann::ordered_json;

std::string_view key(UseQuestion::Kind kind) {
    switch (kind) {
        case UseQuestion::Kind::Reading:
            return "reading";
        case UseQuestion::Kind::Factor:
            return "factor";
        case UseQuestion::Kind::Item:
            return "item";
    }
    return {};
}

// Decisions and duties with what they come to; of the rest the names.
std::string useText(const Use& use, const CaseState& state, const View& view, const TextOptions& options) {
    TextWriter out(options);
    const auto say = [&options](Word what) { return word(what, options.language); };
    out.paint(Color::Strong, state.result.name).text("  ").text(say(Word::AsOf)).text(" " + state.result.asOf.text()).end();
    for (const Said& place : use.places) {
        out.at(1).text(place.name);
        if (!place.value.empty()) out.text(" = " + place.value);
        std::vector<std::string> origin;
        if (place.provenance.span.valid()) origin.push_back(placeText(view.sources, place.provenance.span));
        if (!place.provenance.by.empty()) origin.push_back(std::string(say(Word::By)) + " " + place.provenance.by);
        if (!origin.empty()) out.paint(Color::Faint, "  " + join(origin));
        out.end();
    }
    if (use.conclusions.empty()) return out.at(1).paint(Color::Faint, say(Word::NothingRestsOnIt)).end().take();
    for (const Word heading : {Word::Decisions, Word::Duties, Word::Checklists, Word::Rules, Word::Partitions, Word::Flags, Word::Values}) {
        std::vector<std::string> names;
        for (const Conclusion* conclusion : use.conclusions) {
            const check::Declaration& declaration = view.rules.declarations[conclusion->decl];
            if (headingOf(declaration) != heading) continue;
            const std::string name = conclusionName(declaration.name, conclusion->item);
            const bool isTold = heading == Word::Decisions || heading == Word::Duties;
            names.push_back(isTold ? name + ": " + standingWords(*conclusion, view.rules, options.language) : name);
        }
        if (names.empty()) continue;
        out.at(1).paint(Color::Strong, say(heading)).end();
        if (heading == Word::Decisions || heading == Word::Duties) {
            for (const std::string& name : names)
                out.at(2).text(name).end();
        } else {
            out.at(2).text(join(names)).end();
        }
    }
    return out.take();
}

ordered_json useJson(const Use& use, const CaseState& state, const View& view) {
    ordered_json json{{"name", state.result.name}, {"digest", state.result.caseDigest}, {"as_of", state.result.asOf.text()}};
    json["places"] = ordered_json::array();
    for (const Said& place : use.places) {
        ordered_json one{{"name", place.name}, {"value", itemJson(place.value)}};
        addPlace(one, place.provenance.span, view);
        one["evidence"] = itemJson(place.provenance.evidence);
        one["by"] = itemJson(place.provenance.by);
        json["places"].push_back(std::move(one));
    }
    json["conclusions"] = ordered_json::array();
    for (const Conclusion* conclusion : use.conclusions) {
        const check::Declaration& declaration = view.rules.declarations[conclusion->decl];
        json["conclusions"].push_back({{"group", groupKey(headingOf(declaration))},
                                       {"name", declaration.name},
                                       {"item", itemJson(conclusion->item)},
                                       {"standing", standingWords(*conclusion, view.rules)},
                                       {"clauses", conclusion->clauses}});
    }
    return json;
}

}  // namespace assay::report
