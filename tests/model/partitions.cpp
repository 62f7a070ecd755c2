#include <algorithm>
#include <functional>

#include "definition.hpp"

namespace assay::model {

namespace {

using Division = std::vector<std::vector<std::size_t>>;

// Every way to divide items 0 .. count-1 into groups.
void eachDivision(std::size_t next, std::size_t count, Division& division, const std::function<void(const Division&)>& use) {
    if (next == count) return use(division);
    for (std::size_t group = 0; group < division.size(); ++group) {
        division[group].push_back(next);
        eachDivision(next + 1, count, division, use);
        division[group].pop_back();
    }
    division.push_back({next});
    eachDivision(next + 1, count, division, use);
    division.pop_back();
}

using Apart = std::vector<std::vector<bool>>;

bool holdsTogether(const Apart& apart, const std::vector<std::size_t>& group) {
    for (const std::size_t a : group) {
        for (const std::size_t b : group) {
            if (apart[a][b]) return false;
        }
    }
    return true;
}

// The definition: no two items that are apart in a group, no two groups that could be united.
bool isAdmissible(const Apart& apart, const Division& division) {
    for (std::size_t i = 0; i < division.size(); ++i) {
        if (!holdsTogether(apart, division[i])) return false;
        for (std::size_t j = i + 1; j < division.size(); ++j) {
            std::vector<std::size_t> both = division[i];
            both.insert(both.end(), division[j].begin(), division[j].end());
            if (holdsTogether(apart, both)) return false;
        }
    }
    return true;
}

std::vector<Division> admissible(const Apart& apart) {
    std::vector<Division> found;
    Division division;
    eachDivision(0, apart.size(), division, [&](const Division& one) {
        if (isAdmissible(apart, one)) found.push_back(one);
    });
    return found;
}

Division sorted(Division division) {
    for (std::vector<std::size_t>& group : division)
        std::sort(group.begin(), group.end());
    std::sort(division.begin(), division.end());
    return division;
}

}  // namespace

// What a step says of two items: whether it is asked, whether it separates, and what keeps that from being known.
Truth Definition::separates(const check::PartitionStep& step, const check::Partition& partition, Item a, Item b, const Place& place,
                            Needs& unknown) {
    Truth asked = Truth::of(true);
    if (step.when.valid()) {
        asked = Truth::of(false);
        for (const Item item : {a, b}) {
            const Place inner = at(place, partition.item, item);
            asked = any(asked, truth(step.when, inner));
            const Needs more = touchedAsValue(step.when, inner);
            unknown.insert(more.begin(), more.end());
        }
    }
    Truth differs = Truth::of(false);
    for (const check::ExprId key : step.keys) {
        const Place first = at(place, partition.item, a);
        const Place second = at(place, partition.item, b);
        const Value one = value(key, first);
        const Value other = value(key, second);
        Truth alike = Truth::either();
        if (one.exactlyNone() || other.exactlyNone()) {
            if (one.exactlyNone() && other.exactlyNone()) alike = Truth::of(true);
            if (one.exactlyNone() && !other.mayBeNone) alike = Truth::of(false);
            if (other.exactlyNone() && !one.mayBeNone) alike = Truth::of(false);
        } else if (!one.mayBeNone && !other.mayBeNone) {
            alike = equal(one, other);
        }
        differs = any(differs, !alike);
        if (alike.settled()) continue;
        for (const Needs& more : {touched(key, first), touched(key, second)})
            unknown.insert(more.begin(), more.end());
    }
    if (step.apart.valid()) {
        const Place oneWay = at(at(place, step.first, a), step.second, b);
        const Place otherWay = at(at(place, step.first, b), step.second, a);
        differs = any(truth(step.apart, oneWay), truth(step.apart, otherWay));
        for (const Needs& more : {touchedAsValue(step.apart, oneWay), touchedAsValue(step.apart, otherWay)})
            unknown.insert(more.begin(), more.end());
    }
    return both(asked, differs);
}

const Definition::Divided& Definition::divided(check::DeclId id) {
    if (const auto known = divided_.find(id); known != divided_.end()) return known->second;
    const auto& partition = std::get<check::Partition>(rules_.declarations[id].body);
    const Place place = placeOf(id, std::nullopt);
    Divided result;
    const check::ListId list = rules_.binders[partition.item].list;
    std::optional<std::vector<Item>> items = view_.items(list, std::nullopt);
    if (!items) {
        result.needs.insert(view_.needOf(list, std::nullopt));
        return divided_.emplace(id, std::move(result)).first->second;
    }
    std::sort(items->begin(), items->end(), [&](Item a, Item b) { return view_.id(a) < view_.id(b); });
    Apart apart(items->size(), std::vector<bool>(items->size(), false));
    std::vector<std::pair<std::size_t, std::size_t>> open;
    for (std::size_t a = 0; a < items->size(); ++a) {
        for (std::size_t b = a + 1; b < items->size(); ++b) {
            Truth whole = Truth::of(false);
            Needs unknown;
            for (const check::PartitionStep& step : partition.steps) {
                Needs more;
                const Truth one = separates(step, partition, (*items)[a], (*items)[b], place, more);
                if (!one.settled()) unknown.insert(more.begin(), more.end());
                whole = any(whole, one);
            }
            apart[a][b] = apart[b][a] = whole.isTrue();
            if (whole.settled()) continue;
            open.emplace_back(a, b);
            result.needs.insert(unknown.begin(), unknown.end());
        }
    }
    std::optional<Division> agreed;
    if (partition.agreed.valid()) {
        if (const Value given = view_.fact(partition.agreed); given.list) {
            agreed.emplace();
            for (const Value& group : *given.list) {
                if (group.list->empty()) continue;
                agreed->emplace_back();
                for (const Value& member : *group.list) {
                    const auto found = std::find(items->begin(), items->end(), *member.item);
                    agreed->back().push_back(static_cast<std::size_t>(found - items->begin()));
                }
            }
        }
    }
    // Every way in which the open pairs may come out.
    bool mayBeUnique = false;
    bool mayFail = false;
    bool mayHold = false;
    bool mayNotHold = false;
    std::vector<Division> uniques;
    for (std::size_t assignment = 0; assignment < (std::size_t{1} << open.size()); ++assignment) {
        for (std::size_t pair = 0; pair < open.size(); ++pair) {
            const bool separated = (assignment >> pair & 1U) != 0;
            apart[open[pair].first][open[pair].second] = apart[open[pair].second][open[pair].first] = separated;
        }
        std::vector<Division> all = admissible(apart);
        (all.size() == 1 ? mayBeUnique : mayFail) = true;
        if (all.size() == 1) uniques.push_back(sorted(all.front()));
        if (agreed) {
            const bool holds = std::any_of(all.begin(), all.end(), [&](const Division& one) { return sorted(one) == sorted(*agreed); });
            (holds ? mayHold : mayNotHold) = true;
        }
    }
    result.unique = {mayBeUnique, mayFail};
    std::optional<Division> division;
    if (agreed && !mayNotHold) division = sorted(*agreed);
    if (agreed && !mayHold) result.conflict = true;
    if (!agreed && open.empty() && mayBeUnique) division = uniques.front();
    if (division) {
        result.groups.emplace();
        for (const std::vector<std::size_t>& group : *division) {
            result.groups->emplace_back();
            for (const std::size_t member : group)
                result.groups->back().push_back((*items)[member]);
        }
    }
    if (open.empty() && !division && partition.agreed.valid()) result.needs.insert(view_.needOf(partition.agreed));
    return divided_.emplace(id, std::move(result)).first->second;
}

void Definition::concludePartition(Verdict& verdict) {
    const Divided& found = divided(verdict.conclusion.decl);
    Conclusion& conclusion = verdict.conclusion;
    conclusion.division = found.unique.settled() ? (found.unique.isTrue() ? "unique" : "not unique") : "open";
    verdict.conflict = found.conflict;
    if (!found.groups) {
        if (!found.conflict) conclusion.missing = found.needs;
        return;
    }
    conclusion.status = evaluate::Status::Determined;
    for (const std::vector<Item>& group : *found.groups) {
        conclusion.division += " |";
        for (const Item& member : group)
            conclusion.division += " " + view_.id(member);
    }
}

// The groups of a partition that is reached, as items of its list.
std::optional<std::vector<Item>> Definition::groupItems(check::DeclId id) {
    if (verdict(id, std::nullopt).reach != Verdict::Reach::Reached) return std::nullopt;
    const Divided& found = divided(id);
    if (!found.groups) return std::nullopt;
    const auto& partition = std::get<check::Partition>(rules_.declarations[id].body);
    std::vector<Item> items;
    for (std::size_t group = 0; group < found.groups->size(); ++group)
        items.push_back({partition.groups, group});
    return items;
}

Value Definition::members(Item group) {
    Value value;
    value.kind = check::TypeKind::List;
    value.list.emplace();
    for (const Item& member : (*divided(rules_.lists[group.list].partition).groups)[group.position])
        value.list->push_back(Value::of(member));
    return value;
}

}  // namespace assay::model
