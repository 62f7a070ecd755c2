#include <algorithm>

#include "assay/notice/notice.hpp"
#include "assay/report/outstanding.hpp"
#include "assay/report/result.hpp"
#include "assay/report/value.hpp"
#include "known.hpp"

namespace assay::notice {

using diagnostics::Language;
using evaluate::Conclusion;
using nlohmann::ordered_json;

namespace {

std::string joined(const std::vector<std::string>& texts, Language language) {
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : language == Language::Chinese ? "、" : ", ") + text;
    return all;
}

const std::string& localText(const ordered_json& local, Language language) {
    static const std::string none;
    if (!local.is_object()) return none;
    const char* first = language == Language::Chinese ? "zh" : "en";
    const char* second = language == Language::Chinese ? "en" : "zh";
    if (local.contains(first) && local[first].is_string()) return local[first].get_ref<const std::string&>();
    return local.contains(second) && local[second].is_string() ? local[second].get_ref<const std::string&>() : none;
}

class ContextBuilder {
public:
    ContextBuilder(const evaluate::CaseResult& result, const facts::CaseFacts& facts, const report::View& view, Language language)
        : result_(result), rules_(view.rules), view_(view), language_(language), known_(facts, view, result.asOf, language) {}

    ordered_json build(const Notice& notice, const std::vector<const Conclusion*>& told, const facts::CaseFacts& facts) const {
        ordered_json json = known_.all();
        addConclusions(json, {});
        attachToItems(json);
        json["as_of"] = result_.asOf.text();
        json["case"] = {{"name", result_.name}};
        const std::string& title = report::choose(facts.title, language_);
        if (!title.empty()) json["case"]["title"] = title;
        json["ruleset"] = {{"id", rules_.ruleset.id}, {"title", report::choose(rules_.ruleset.title, language_)}};
        json["notice"] = {{"name", notice.name},
                          {"title", report::choose(notice.title, language_)},
                          {"to", notice.to},
                          {"clauses", joined(notice.clauses, language_)}};
        json["told"] = ordered_json::array();
        for (const Conclusion* conclusion : told)
            json["told"].push_back(toldJson(*conclusion, json));
        json["asked"] = asked(notice);
        return json;
    }

private:
    // The list over whose items alone a declaration is headed.
    [[nodiscard]] std::optional<check::ListId> listOf(const Conclusion& conclusion) const {
        const check::Declaration& declaration = rules_.declarations[conclusion.decl];
        if (declaration.heading.size() != 1 || conclusion.item.empty()) return std::nullopt;
        return rules_.binders[declaration.heading.front()].list;
    }

    [[nodiscard]] ordered_json outcome(const Conclusion& conclusion) const {
        const check::EnumId enumeration = rules_.declarations[conclusion.decl].type.enumeration;
        ordered_json json = known_.enumerator(enumeration, *conclusion.outcome);
        json["clauses"] = joined(conclusion.clauses, language_);
        return json;
    }

    // Adds what is determined for one item, or (empty) for the case, under the names of the declarations.
    void addConclusions(ordered_json& json, const std::string& item, std::optional<check::ListId> list = std::nullopt) const {
        for (const Conclusion& conclusion : result_.conclusions) {
            if (conclusion.item != item || listOf(conclusion) != list || conclusion.status != evaluate::Status::Determined) continue;
            const check::Declaration& declaration = rules_.declarations[conclusion.decl];
            if (json.contains(declaration.name)) continue;  // a fact of the name stands above it
            if (std::holds_alternative<check::Decide>(declaration.body) && conclusion.outcome) {
                json[declaration.name] = outcome(conclusion);
            } else if (std::holds_alternative<check::Define>(declaration.body) && conclusion.value.settled) {
                if (conclusion.value.kind == evaluate::Known::Kind::None) continue;
                if (conclusion.value.kind == evaluate::Known::Kind::Bool) {
                    json[declaration.name] = conclusion.value.boolean;
                } else {
                    json[declaration.name] = report::shownValue(conclusion.value, declaration, rules_, language_);
                }
            }
        }
    }

    // Items of the lists at the top get what is concluded of them.
    void attachToItems(ordered_json& json) const {
        for (std::size_t i = 0; i < rules_.lists.size(); ++i) {
            const check::ListId id(i);
            const std::string& name = rules_.lists[id].name;
            if (!json.contains(name) || !json[name].is_array()) continue;
            for (ordered_json& item : json[name])
                addConclusions(item, item["id"].get<std::string>(), id);
        }
    }

    [[nodiscard]] static bool refersTo(const ordered_json& item, const std::string& field, const std::string& id) {
        if (!item.contains(field)) return false;
        const ordered_json& to = item[field];
        if (to.is_object()) return to["id"] == id;
        return to.is_array() && std::any_of(to.begin(), to.end(), [&id](const ordered_json& one) { return one["id"] == id; });
    }

    // Items of other lists that refer to an item stand in it under the name of their list, also where there are none: a template that
    // looks for them must not find those of the whole case.
    void addReferring(ordered_json& json, check::ListId to, const std::string& id, const ordered_json& all) const {
        for (const check::List& list : rules_.lists) {
            if (!all.contains(list.name) || !all[list.name].is_array() || json.contains(list.name)) continue;
            for (const check::FieldId fieldId : rules_.records[list.record].fields) {
                const check::Field& field = rules_.fields[fieldId];
                const bool refers = field.type.kind == check::TypeKind::Item || field.type.element == check::TypeKind::Item;
                if (!refers || field.type.list != to) continue;
                ordered_json& referring = json[list.name];
                if (referring.is_null()) referring = ordered_json::array();
                for (const ordered_json& item : all[list.name]) {
                    if (refersTo(item, field.name, id)) referring.push_back(item);
                }
            }
        }
    }

    [[nodiscard]] ordered_json toldJson(const Conclusion& conclusion, const ordered_json& all) const {
        ordered_json json = ordered_json::object();
        if (const std::optional<check::ListId> list = listOf(conclusion)) {
            json = known_.itemNamed(*list, conclusion.item);
            if (!json.is_object()) json = ordered_json::object();
            addConclusions(json, conclusion.item, list);
            addReferring(json, *list, conclusion.item, all);
        }
        json["outcome"] = outcome(conclusion);
        json["reasons"] = ordered_json::array();
        for (const evaluate::Reason& reason : conclusion.reasons) {
            const check::Declaration& declaration = rules_.declarations[reason.decl];
            const bool fails = reason.status == evaluate::Status::Fails;
            const std::string& message = report::choose(declaration.message, language_);
            ordered_json one;
            one["text"] = fails && !message.empty() ? message : report::choose(declaration.label, language_);
            if (one["text"].get_ref<const std::string&>().empty()) one["text"] = declaration.name;
            if (!reason.item.empty()) one["item"] = reason.item;
            if (!reason.clauses.empty()) one["clauses"] = joined(reason.clauses, language_);
            json["reasons"].push_back(std::move(one));
        }
        return json;
    }

    // What the addressee still has to give, of what the notice asks for.
    [[nodiscard]] ordered_json asked(const Notice& notice) const {
        ordered_json list = ordered_json::array();
        if (notice.asks.empty()) return list;
        report::Selection selection;
        for (const check::DeclId decl : notice.asks)
            selection.push_back({decl, {}});
        const ordered_json letters = report::outstandingJson(result_, report::listOutstanding(result_, view_, selection), view_);
        for (const ordered_json& letter : letters["from"]) {
            if (letter["giver"] != notice.to) continue;
            for (const ordered_json& unmet : letter["not_met"])
                addAsked(list, localText(unmet["label"], language_), unmet["name"], unmet["clauses"]);
            for (const ordered_json& missing : letter["missing"])
                addAsked(list, localText(missing["ask"], language_), missing["fact"], missing["clauses"]);
        }
        return list;
    }

    void addAsked(ordered_json& list, const std::string& text, const std::string& name, const std::vector<std::string>& clauses) const {
        ordered_json one{{"number", std::to_string(list.size() + 1)}, {"text", text.empty() ? name : text}};
        if (!clauses.empty()) one["clauses"] = joined(clauses, language_);
        list.push_back(std::move(one));
    }

    const evaluate::CaseResult& result_;
    const check::Checked& rules_;
    const report::View& view_;
    Language language_;
    KnownFacts known_;
};

}  // namespace

ordered_json context(const Notice& notice, const std::vector<const Conclusion*>& told, const evaluate::CaseResult& result,
                     const facts::CaseFacts& facts, const report::View& view, Language language) {
    return ContextBuilder(result, facts, view, language).build(notice, told, facts);
}

}  // namespace assay::notice
