#include "assay/report/use.hpp"

#include <algorithm>
#include <set>

namespace assay::report {

using evaluate::Conclusion;

namespace {

// Whether a name is that of the item, or of something that is said of it.
bool isOf(const std::string& name, const std::string& item) {
    if (!name.starts_with(item)) return false;
    return name.size() == item.size() || name[item.size()] == '.' || name[item.size()] == '[';
}

// "persons[KH-02]" by its path or its id alone.
bool isItem(const std::string& path, const std::string& asked) {
    return path == asked || path.ends_with("[" + asked + "]");
}

bool mentions(const trace::Step& step, const std::string& asked, const std::set<std::string>& items) {
    const auto holds = [&step](const std::string& item) { return isOf(step.subject, item); };
    if (step.subject == asked || std::any_of(items.begin(), items.end(), holds)) return true;
    return std::any_of(step.premises.begin(), step.premises.end(),
                       [&](const trace::Step& premise) { return mentions(premise, asked, items); });
}

class Search {
public:
    Search(const UseQuestion& question, const CaseState& state, const footprint::Result* quantified, const check::Checked& rules)
        : question_(question), state_(state), quantified_(quantified), rules_(rules) {}

    Use run() {
        if (question_.kind != UseQuestion::Kind::Reading) {
            places();
            quantities();
        }
        for (const Conclusion& conclusion : state_.result.conclusions) {
            if (rests(conclusion)) use_.conclusions.push_back(&conclusion);
        }
        return std::move(use_);
    }

private:
    void places() {
        const std::vector<Said> all = listSaid(state_.facts, state_.inventory, rules_);
        for (const Said& said : all) {
            if (said.isItem && question_.kind == UseQuestion::Kind::Item && isItem(said.name, question_.id)) items_.insert(said.name);
        }
        for (const Said& said : all) {
            if (names(said)) {
                facts_.insert(said.name);
                use_.places.push_back(said);
            } else if (items_.contains(said.name)) {
                use_.places.push_back(said);
            }
        }
    }

    // What the item says itself is said by its line alone.
    [[nodiscard]] bool names(const Said& said) const {
        const bool isPerson = mayBePerson() && said.provenance.by == bareId();
        const auto isMeant = [this](const std::string& to) {
            return question_.kind == UseQuestion::Kind::Factor ? to == question_.id : isItem(to, question_.id) || to == bareId();
        };
        return isPerson || std::any_of(said.refers.begin(), said.refers.end(), isMeant);
    }

    // An id alone, or an item of the list of people.
    [[nodiscard]] bool mayBePerson() const {
        if (question_.kind != UseQuestion::Kind::Item) return false;
        if (bareId() == question_.id) return true;
        const std::optional<check::People> people = rules_.people();
        return people && question_.id.starts_with(rules_.lists[people->list].name + "[");
    }

    // "KH-02" of "persons[KH-02]".
    [[nodiscard]] std::string bareId() const {
        const std::size_t open = question_.id.rfind('[');
        return open == std::string::npos ? question_.id : question_.id.substr(open + 1, question_.id.size() - open - 2);
    }

    // The quantities of every product whose total was calculated with it.
    void quantities() {
        if (quantified_ == nullptr) return;
        for (const footprint::ProductResult& product : quantified_->products) {
            if (!product.total || !mentions(product.derivation, question_.id, items_)) continue;
            for (const check::Fact& fact : rules_.facts) {
                if (fact.quantified) facts_.insert(fact.name);
            }
            for (const check::Field& field : rules_.fields) {
                if (field.quantified) quantity(field, product.id);
            }
        }
    }

    void quantity(const check::Field& field, const std::string& product) {
        const check::ListId list = field.quantifiedIn;
        for (std::size_t item = 0; item < state_.facts.lists[list].items.size(); ++item) {
            if (facts::itemName(state_.facts, rules_, list, item) == product)
                facts_.insert(itemPath(state_.facts, rules_, list, item) + "." + field.name);
        }
    }

    [[nodiscard]] bool rests(const Conclusion& conclusion) const {
        if (question_.kind == UseQuestion::Kind::Reading) {
            return std::any_of(conclusion.readings.begin(), conclusion.readings.end(),
                               [this](check::ReadingId id) { return rules_.readings[id].name == question_.id; });
        }
        return std::any_of(conclusion.used.begin(), conclusion.used.end(), [this](const evaluate::UsedFact& used) {
            const auto holds = [&used](const std::string& item) { return isOf(used.fact, item); };
            return facts_.contains(used.fact) || std::any_of(items_.begin(), items_.end(), holds);
        });
    }

    const UseQuestion& question_;
    const CaseState& state_;
    const footprint::Result* quantified_;
    const check::Checked& rules_;
    std::set<std::string> items_;  // the item asked for, wherever it stands
    std::set<std::string> facts_;  // facts that name it, and quantities that rest on it
    Use use_;
};

}  // namespace

UseQuestion useQuestion(const std::string& word, const check::Checked& rules) {
    const auto isReading = [&word](const check::Reading& reading) { return reading.name == word; };
    if (std::any_of(rules.readings.begin(), rules.readings.end(), isReading)) return {UseQuestion::Kind::Reading, word};
    return {rules.factors.factors.find(word) != nullptr ? UseQuestion::Kind::Factor : UseQuestion::Kind::Item, word};
}

Use listUse(const UseQuestion& question, const CaseState& state, const footprint::Result* quantified, const check::Checked& rules) {
    return Search(question, state, quantified, rules).run();
}

std::vector<std::string> itemIds(const CaseState& state, const check::Checked& rules) {
    std::vector<std::string> ids;
    for (const Said& said : listSaid(state.facts, state.inventory, rules)) {
        if (!said.isItem) continue;
        const std::size_t open = said.name.rfind('[');
        ids.push_back(said.name.substr(open + 1, said.name.size() - open - 2));
    }
    return ids;
}

}  // namespace assay::report
