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
    ContextBuilder(const Letters& letters, const evaluate::CaseResult& result, const facts::CaseFacts& facts, const report::View& view,
                   Language language)
        : result_(result),
          rules_(view.rules),
          view_(view),
          language_(language),
          known_(facts, view, letters.units, result.asOf, language) {}

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
    // The list over whose items alone a declaration is headed: of `for s in surveillances, f in s.findings` the nested one.
    [[nodiscard]] std::optional<check::ListId> listOf(const Conclusion& conclusion) const {
        const check::Declaration& declaration = rules_.declarations[conclusion.decl];
        if (declaration.heading.empty() || conclusion.item.empty()) return std::nullopt;
        const check::ListId list = rules_.binders[declaration.heading.back()].list;
        std::size_t depth = 1;
        for (check::ListId outer = rules_.lists[list].parent; outer.valid(); outer = rules_.lists[outer].parent)
            ++depth;
        return depth == declaration.heading.size() ? std::optional(list) : std::nullopt;
    }

    // A day that a duty or a lifecycle knows, under its name.
    static void addDay(ordered_json& json, const char* name, const std::optional<quantity::Date>& day) {
        if (day) json[name] = day->text();
    }

    [[nodiscard]] ordered_json outcome(const Conclusion& conclusion) const {
        if (!conclusion.outcome) {
            const char* label = language_ == Language::Chinese ? "尚未确定" : "not determined yet";
            return {{"value", "pending"}, {"label", label}, {"pending", true}};
        }
        const check::Declaration& declaration = rules_.declarations[conclusion.decl];
        ordered_json json = known_.enumerator(declaration.type.enumeration, *conclusion.outcome);
        if (!conclusion.clauses.empty()) json["clauses"] = joined(conclusion.clauses, language_);
        if (std::holds_alternative<check::Duty>(declaration.body)) {
            addDay(json, "start", conclusion.deadline.start);
            addDay(json, "due", conclusion.deadline.due);
            addDay(json, "met_on", conclusion.deadline.met);
        } else if (std::holds_alternative<check::Lifecycle>(declaration.body)) {
            addDay(json, "since", conclusion.history.since);
        }
        return json;
    }

    [[nodiscard]] bool hasOutcome(const Conclusion& conclusion) const {
        const check::Declaration& declaration = rules_.declarations[conclusion.decl];
        return conclusion.outcome &&
               (std::holds_alternative<check::Decide>(declaration.body) || std::holds_alternative<check::Duty>(declaration.body) ||
                std::holds_alternative<check::Lifecycle>(declaration.body));
    }

    // Adds what is determined for one item, or (empty) for the case, under the names of the declarations.
    void addConclusions(ordered_json& json, const std::string& item, std::optional<check::ListId> list = std::nullopt) const {
        for (const Conclusion& conclusion : result_.conclusions) {
            if (conclusion.item != item || listOf(conclusion) != list || conclusion.status != evaluate::Status::Determined) continue;
            const check::Declaration& declaration = rules_.declarations[conclusion.decl];
            if (json.contains(declaration.name)) continue;  // a fact of the name stands above it
            if (hasOutcome(conclusion)) {
                json[declaration.name] = outcome(conclusion);
            } else if (std::holds_alternative<check::Define>(declaration.body) && conclusion.value.settled) {
                if (conclusion.value.kind == evaluate::Known::Kind::None) continue;
                if (conclusion.value.kind == evaluate::Known::Kind::Bool) {
                    json[declaration.name] = conclusion.value.boolean;
                } else {
                    json[declaration.name] =
                        known_.worded(report::shownValue(conclusion.value, declaration, rules_, language_), declaration.unit.symbol);
                }
            }
        }
    }

    // Where the dotted name of a list leads, or null.
    static ordered_json* at(ordered_json& tables, const std::string& name) {
        ordered_json* table = &tables;
        for (std::size_t begin = 0; begin <= name.size();) {
            const std::size_t dot = std::min(name.find('.', begin), name.size());
            const std::string key = name.substr(begin, dot - begin);
            if (!table->is_object() || !table->contains(key)) return nullptr;
            table = &(*table)[key];
            begin = dot + 1;
        }
        return table;
    }

    // Items of the lists, nested ones with them, get what is concluded of them.
    void attachToItems(ordered_json& json) const {
        for (std::size_t i = 0; i < rules_.lists.size(); ++i) {
            const check::ListId id(i);
            if (rules_.lists[id].nested()) continue;
            if (ordered_json* items = at(json, rules_.lists[id].name)) attachTo(*items, id, {});
        }
    }
    void attachTo(ordered_json& items, check::ListId list, const std::string& outer) const {
        if (!items.is_array()) return;
        for (ordered_json& item : items)
            attachToItem(item, list, outer + item["id"].get<std::string>());
    }
    void attachToItem(ordered_json& item, check::ListId list, const std::string& name) const {
        for (std::size_t i = 0; i < rules_.lists.size(); ++i) {
            const check::ListId nested(i);
            if (rules_.lists[nested].parent != list) continue;
            const std::string& field = rules_.fields[rules_.lists[nested].field].name;
            if (item.contains(field)) attachTo(item[field], nested, name + "/");
        }
        addConclusions(item, name, list);
    }

    [[nodiscard]] static bool refersTo(const ordered_json& item, const std::string& field, const std::string& id) {
        if (!item.contains(field)) return false;
        const ordered_json& to = item[field];
        if (to.is_object()) return to["id"] == id;
        return to.is_array() && std::any_of(to.begin(), to.end(), [&id](const ordered_json& one) { return one["id"] == id; });
    }

    // The fields of a list's items that refer to items of another.
    [[nodiscard]] std::vector<std::string> referring(check::ListId from, check::ListId to) const {
        std::vector<std::string> names;
        for (const check::FieldId id : rules_.records[rules_.lists[from].record].fields) {
            const check::Field& field = rules_.fields[id];
            const bool refers = field.type.kind == check::TypeKind::Item || field.type.element == check::TypeKind::Item;
            if (refers && field.type.list == to) names.push_back(field.name);
        }
        return names;
    }
    [[nodiscard]] static bool refers(const ordered_json& item, const std::vector<std::string>& fields, const std::string& id) {
        return std::any_of(fields.begin(), fields.end(), [&](const std::string& field) { return refersTo(item, field, id); });
    }

    // Of the items nested in one, those stay that refer to `id`, where their records refer to such items at all.
    void keepReferring(ordered_json& item, check::ListId list, check::ListId to, const std::string& id) const {
        for (std::size_t i = 0; i < rules_.lists.size(); ++i) {
            const check::ListId nested(i);
            if (rules_.lists[nested].parent != list) continue;
            const std::vector<std::string> fields = referring(nested, to);
            const std::string& name = rules_.fields[rules_.lists[nested].field].name;
            if (fields.empty() || !item.contains(name)) continue;
            ordered_json kept = ordered_json::array();
            for (ordered_json& one : item[name])
                if (refers(one, fields, id)) kept.push_back(std::move(one));
            item[name] = std::move(kept);
        }
    }

    // Items of other lists that refer to an item stand in it under the name of their list, also where there are none: a template that
    // looks for them must not find those of the whole case.
    void addReferring(ordered_json& json, check::ListId to, const std::string& id, ordered_json& all) const {
        for (std::size_t i = 0; i < rules_.lists.size(); ++i) {
            const check::ListId from(i);
            const std::string& name = rules_.lists[from].name;
            if (rules_.lists[from].nested() || at(json, name) != nullptr) continue;
            const std::vector<std::string> fields = referring(from, to);
            const ordered_json* items = fields.empty() ? nullptr : at(all, name);
            if (items == nullptr || !items->is_array()) continue;
            ordered_json found = ordered_json::array();
            for (ordered_json item : *items) {
                if (!refers(item, fields, id)) continue;
                keepReferring(item, from, to, id);
                found.push_back(std::move(item));
            }
            put(json, name, std::move(found));
        }
    }

    [[nodiscard]] ordered_json toldJson(const Conclusion& conclusion, ordered_json& all) const {
        ordered_json json = ordered_json::object();
        if (const std::optional<check::ListId> list = listOf(conclusion)) {
            json = known_.itemNamed(*list, conclusion.item);
            if (!json.is_object()) json = ordered_json::object();
            attachToItem(json, *list, conclusion.item);
            const check::ListId holder = rules_.lists[*list].parent;
            if (holder.valid() && json.contains("within"))
                attachToItem(json["within"], holder, conclusion.item.substr(0, conclusion.item.rfind('/')));
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

ordered_json context(const Letters& letters, const Notice& notice, const std::vector<const Conclusion*>& told,
                     const evaluate::CaseResult& result, const facts::CaseFacts& facts, const report::View& view, Language language) {
    return ContextBuilder(letters, result, facts, view, language).build(notice, told, facts);
}

}  // namespace assay::notice
