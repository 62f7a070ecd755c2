#include "json_parts.hpp"

#include "assay/report/questions.hpp"
#include "assay/report/words.hpp"
#include "places.hpp"

namespace assay::report {

using nlohmann::ordered_json;

ordered_json itemJson(const std::string& text) {
    return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json localJson(const syntax::LocalText& text) {
    if (text.english.empty() && text.chinese.empty()) return nullptr;
    ordered_json json;
    json["en"] = itemJson(text.english);
    json["zh"] = itemJson(text.chinese);
    return json;
}

ordered_json rulesetJson(const View& view) {
    ordered_json json;
    json["id"] = view.rules.ruleset.id;
    json["edition"] = itemJson(view.rules.ruleset.edition);
    json["digest"] = view.rulesetDigest;
    return json;
}

void addProfile(ordered_json& json, const View& view) {
    if (view.profile == nullptr) return;
    const facts::Profile& profile = *view.profile;
    json["profile"] = {{"id", profile.id},
                       {"title", localJson(profile.title)},
                       {"digest", profile.digest},
                       {"approved_by", profile.approvedBy},
                       {"approved_on", profile.approvedOn.text()},
                       {"from", profile.from.text()},
                       {"to", itemJson(profile.to ? profile.to->text() : std::string())}};
}

ordered_json missingListJson(const std::vector<evaluate::Missing>& missing, const View& view) {
    ordered_json list = ordered_json::array();
    for (const evaluate::Missing& one : missing) {
        ordered_json json;
        json["fact"] = one.fact;
        json["kind"] = key(one.kind);
        if (!one.quantity.empty()) json["quantity"] = one.quantity;
        json["clauses"] = clausesFor(one, view.rules);
        list.push_back(std::move(json));
    }
    return list;
}

void addPlace(ordered_json& json, source::Span span, const View& view) {
    json["file"] = span.valid() ? ordered_json(relativeName(view.sources, span.source, view.roots)) : ordered_json();
    json["line"] = span.valid() ? ordered_json(view.sources.begin(span).line) : ordered_json();
}

ordered_json usedJson(const std::vector<evaluate::UsedFact>& used, const View& view) {
    ordered_json list = ordered_json::array();
    for (const evaluate::UsedFact& one : used) {
        ordered_json json;
        json["fact"] = one.fact;
        json["value"] = one.value;
        addPlace(json, one.provenance.span, view);
        json["evidence"] = itemJson(one.provenance.evidence);
        json["by"] = itemJson(one.provenance.by);
        json["on"] = one.provenance.on ? ordered_json(one.provenance.on->text()) : ordered_json();
        list.push_back(std::move(json));
    }
    return list;
}

}  // namespace assay::report
