#include "partition.hpp"

#include <algorithm>

#include "cause.hpp"
#include "declaration.hpp"
#include "kernels.hpp"

namespace assay::evaluate {

using check::DeclId;

namespace {

// Divisions listed where several are admissible.
constexpr std::size_t mostDivisions = 16;

std::optional<bool> truthIn(const Value& value) {
    return value.isTrue() ? std::optional(true) : value.isFalse() ? std::optional(false) : std::nullopt;
}
std::optional<bool> either(std::optional<bool> a, std::optional<bool> b) {
    if (a == true || b == true) return true;
    return a == false && b == false ? std::optional(false) : std::nullopt;
}

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

// The order of ids as people number them: runs of digits by their number, so that P2 comes before P10.
bool comesBefore(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
            ++i;
            ++j;
            continue;
        }
        const auto run = [](std::string_view text, std::size_t& at) {
            while (at < text.size() && text[at] == '0')
                ++at;
            const std::size_t begin = at;
            while (at < text.size() && isDigit(text[at]))
                ++at;
            return text.substr(begin, at - begin);
        };
        const std::string_view first = run(a, i);
        const std::string_view second = run(b, j);
        if (first.size() != second.size()) return first.size() < second.size();
        if (first != second) return first < second;
    }
    if (i < a.size() || j < b.size()) return j < b.size();
    return a < b;
}

// Two keys: none equals none, and differs from whatever is given.
std::optional<bool> alike(const Value& a, const Value& b) {
    if (!a.canBeGiven || !b.canBeGiven) {
        if (!a.canBeGiven && !b.canBeGiven) return true;
        return a.canBeGiven ? (a.canBeNone ? std::nullopt : std::optional(false)) : (b.canBeNone ? std::nullopt : std::optional(false));
    }
    return equalValues(a, b);
}

// One partition in one case: where its parts stand for each item.
class Reader {
public:
    Reader(const State& state, DeclId partition, const Divided& divided)
        : state_(state), parts_(state.program().declarations[partition]), divided_(divided) {}

    [[nodiscard]] const lower::PartitionStepParts& step(std::size_t index) const { return parts_.steps[index]; }

    [[nodiscard]] Place of(lower::NodeId node, std::size_t item) const {
        return state_.seenFrom(node, parts_.divided, divided_.rows[item]);
    }
    // The condition of `apart` with one item first.
    [[nodiscard]] Place ofPair(lower::NodeId node, std::size_t first, std::size_t second) const {
        const Rows& items = state_.rows(parts_.divided);
        const RowIndex parent = items.parent[divided_.rows[first]];
        const RowIndex begin = items.first[parent];
        const std::size_t count = items.first[parent + 1] - begin;
        const std::size_t a = divided_.rows[first] - begin;
        const std::size_t b = divided_.rows[second] - begin;
        const std::size_t row = state_.rows(parts_.pairs).first[parent] + a * (count - 1) + (b < a ? b : b - 1);
        return state_.seenFrom(node, parts_.pairs, static_cast<RowIndex>(row));
    }
    [[nodiscard]] const Value& value(Place place) const { return state_.value(place); }

    // Whether a step is asked of two items: of items that no earlier step separates, both or neither.
    [[nodiscard]] std::optional<bool> asked(std::size_t index, std::size_t a, std::size_t b) const {
        const lower::NodeId when = step(index).when;
        if (!when.valid()) return true;
        return either(truthIn(value(of(when, a))), truthIn(value(of(when, b))));
    }

    [[nodiscard]] std::optional<bool> separates(std::size_t index, std::size_t a, std::size_t b) const {
        const std::optional<bool> isAsked = asked(index, a, b);
        if (isAsked == false) return false;
        std::optional<bool> differs = false;
        for (const lower::NodeId key : step(index).keys) {
            const std::optional<bool> same = alike(value(of(key, a)), value(of(key, b)));
            differs = either(differs, same ? std::optional(!*same) : std::nullopt);
        }
        if (const lower::NodeId apart = step(index).apart; apart.valid())
            differs = either(truthIn(value(ofPair(apart, a, b))), truthIn(value(ofPair(apart, b, a))));
        if (differs == false) return false;
        return isAsked == true ? differs : std::nullopt;
    }

    [[nodiscard]] std::size_t steps() const { return parts_.steps.size(); }

private:
    const State& state_;
    const lower::DeclarationParts& parts_;
    const Divided& divided_;
};

void bond(const Reader& reader, Divided& divided) {
    const std::size_t count = divided.items.size();
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = a + 1; b < count; ++b) {
            Bond bond = Bond::Together;
            for (std::size_t step = 0; step < reader.steps() && bond != Bond::Apart; ++step) {
                const std::optional<bool> separates = reader.separates(step, a, b);
                if (separates == true) bond = Bond::Apart;
                if (!separates) bond = Bond::Open;
            }
            divided.bonds.set(a, b, bond);
        }
    }
}

// The agreed division, if one is recorded; sets the flaw if it does not hold every item once.
std::optional<Grouping> agreedGroups(const State& state, const lower::DeclarationParts& parts, RowIndex caseRow, Divided& divided) {
    if (!parts.agreed.valid()) return std::nullopt;
    const auto& elements = std::get<Elements>(state.value({parts.agreed, caseRow}).possible).known;
    if (!elements) return std::nullopt;
    Grouping grouping;
    std::vector<bool> seen(divided.items.size());
    for (const Element& element : *elements) {
        Group group;
        for (const std::uint32_t row : std::get<GroupRows>(element)) {
            const auto found = std::find(divided.items.begin(), divided.items.end(), row);
            const auto item = static_cast<std::size_t>(found - divided.items.begin());
            if (seen[item] && divided.flaw.kind == Divided::Flaw::Kind::None) divided.flaw = {Divided::Flaw::Kind::Twice, item, item, {}};
            seen[item] = true;
            group.push_back(item);
        }
        std::sort(group.begin(), group.end());
        if (!group.empty()) grouping.push_back(std::move(group));
    }
    std::sort(grouping.begin(), grouping.end(), [](const Group& a, const Group& b) { return a.front() < b.front(); });
    if (divided.flaw.kind == Divided::Flaw::Kind::None) {
        for (std::size_t item = 0; item < seen.size(); ++item) {
            if (!seen[item]) divided.flaw.leftOut.push_back(item);
        }
        if (!divided.flaw.leftOut.empty()) divided.flaw.kind = Divided::Flaw::Kind::LeftOut;
    }
    return grouping;
}

void agree(const Grouping& agreed, Divided& divided) {
    if (divided.flaw.kind != Divided::Flaw::Kind::None) return;
    const Admissibility found = admissibility(divided.bonds, agreed);
    switch (found.kind) {
        case Admissibility::Kind::Admissible:
            divided.groups = agreed;
            break;
        case Admissibility::Kind::Open:
            break;
        case Admissibility::Kind::Apart:
            divided.flaw = {Divided::Flaw::Kind::Apart, found.first, found.second, {}};
            break;
        case Admissibility::Kind::Unitable:
            divided.flaw = {Divided::Flaw::Kind::Unitable, agreed[found.first].front(), agreed[found.second].front(), {}};
            break;
    }
}

}  // namespace

std::size_t stepsToDivide(const State& state, DeclId partition, RowIndex caseRow) {
    const lower::DeclarationParts& parts = state.program().declarations[partition];
    const Rows& rows = state.rows(parts.divided);
    const std::size_t items = rows.first[caseRow + 1] - rows.first[caseRow];
    return items * items / 2 * parts.steps.size();
}

Divided divide(const State& state, DeclId partition, RowIndex caseRow) {
    const lower::DeclarationParts& parts = state.program().declarations[partition];
    const Rows& rows = state.rows(parts.divided);
    Divided divided;
    divided.known = rows.known[caseRow];
    if (parts.pairs.valid()) divided.known = divided.known && state.rows(parts.pairs).known[caseRow];
    if (!divided.known) return divided;
    for (RowIndex row = rows.first[caseRow]; row < rows.first[caseRow + 1]; ++row)
        divided.rows.push_back(row);
    const check::ListId list = state.program().spaces[parts.divided].list;
    std::sort(divided.rows.begin(), divided.rows.end(),
              [&](RowIndex a, RowIndex b) { return comesBefore(state.block().itemId(list, rows.item[a]), state.block().itemId(list, rows.item[b])); });
    for (const RowIndex row : divided.rows)
        divided.items.push_back(rows.item[row]);
    divided.bonds = Bonds(divided.items.size());
    bond(Reader(state, partition, divided), divided);
    divided.unique = isUnique(divided.bonds);
    divided.triple = intransitive(divided.bonds);
    if (divided.bonds.settled()) divided.divisions = admissibleDivisions(divided.bonds, mostDivisions);
    const std::optional<Grouping> agreed = agreedGroups(state, parts, caseRow, divided);
    divided.agreed = static_cast<bool>(agreed);
    if (agreed) {
        agree(*agreed, divided);
    } else if (divided.bonds.settled() && !divided.unique.canBeFalse) {
        divided.groups = divided.divisions.all.front();
    }
    if (reachOf(state, partition, caseRow) != Reach::Entered) {
        divided.unique = Truth{};
        divided.groups.reset();
        divided.flaw = {};
    }
    return divided;
}

std::optional<bool> separates(const State& state, DeclId partition, const Divided& divided, std::size_t step, std::size_t a,
                              std::size_t b) {
    return Reader(state, partition, divided).separates(step, a, b);
}

std::optional<bool> isAsked(const State& state, DeclId partition, const Divided& divided, std::size_t step, std::size_t a, std::size_t b) {
    return Reader(state, partition, divided).asked(step, a, b);
}

std::vector<std::size_t> firstSteps(const State& state, DeclId partition, const Divided& divided, std::size_t a, std::size_t b) {
    const Reader reader(state, partition, divided);
    std::vector<std::size_t> steps;
    for (std::size_t step = 0; step < reader.steps(); ++step) {
        const std::optional<bool> separates = reader.separates(step, a, b);
        if (separates != false) steps.push_back(step);
        if (separates == true) break;
    }
    return steps;
}

std::vector<Place> comparedBy(const State& state, DeclId partition, const Divided& divided, std::size_t step, std::size_t a,
                              std::size_t b) {
    const Reader reader(state, partition, divided);
    const std::optional<bool> separates = reader.separates(step, a, b);
    std::vector<Place> places;
    const auto add = [&](Place place) {
        if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
    };
    for (const lower::NodeId key : reader.step(step).keys) {
        const std::optional<bool> same = alike(reader.value(reader.of(key, a)), reader.value(reader.of(key, b)));
        const bool counts = separates == true ? same == false : separates == false ? true : !same;
        if (!counts) continue;
        add(reader.of(key, a));
        add(reader.of(key, b));
    }
    if (const lower::NodeId apart = reader.step(step).apart; apart.valid()) {
        const std::optional<bool> one = truthIn(reader.value(reader.ofPair(apart, a, b)));
        const std::optional<bool> other = truthIn(reader.value(reader.ofPair(apart, b, a)));
        if (one == separates) add(reader.ofPair(apart, a, b));
        if (other == separates && one != separates) add(reader.ofPair(apart, b, a));
    }
    if (const lower::NodeId when = reader.step(step).when; when.valid()) {
        for (const std::size_t item : {a, b}) {
            const std::optional<bool> asked = truthIn(reader.value(reader.of(when, item)));
            if (separates == true ? asked == true : !asked) add(reader.of(when, item));
        }
    }
    return places;
}

std::vector<Place> partsOfItem(const State& state, DeclId partition, const Divided& divided, std::size_t item) {
    const Reader reader(state, partition, divided);
    std::vector<Place> places;
    for (std::size_t step = 0; step < reader.steps(); ++step) {
        if (const lower::NodeId when = reader.step(step).when; when.valid()) {
            places.push_back(reader.of(when, item));
            if (reader.value(places.back()).isFalse()) continue;
        }
        for (const lower::NodeId key : reader.step(step).keys)
            places.push_back(reader.of(key, item));
    }
    return places;
}

}  // namespace assay::evaluate
