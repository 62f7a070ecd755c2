#include "division.hpp"

#include <algorithm>

namespace assay::evaluate {

namespace {

// Steps of the search for divisions before it gives up: reached only where hundreds of items hang together loosely.
constexpr std::size_t searchSteps = 200'000;

// For each item the lowest one that a chain of certain bonds leads to.
std::vector<std::size_t> components(const Bonds& bonds) {
    const std::size_t count = bonds.items();
    std::vector<std::size_t> component(count, count);
    std::vector<std::size_t> waiting;
    for (std::size_t start = 0; start < count; ++start) {
        if (component[start] != count) continue;
        component[start] = start;
        waiting.push_back(start);
        while (!waiting.empty()) {
            const std::size_t item = waiting.back();
            waiting.pop_back();
            for (std::size_t other = 0; other < count; ++other) {
                if (component[other] != count || bonds.at(item, other) != Bond::Together) continue;
                component[other] = start;
                waiting.push_back(other);
            }
        }
    }
    return component;
}

// A row of bits for each item.
class Bits {
public:
    explicit Bits(std::size_t items) : words_((items + 63) / 64), bits_(items * words_) {}
    void set(std::size_t row, std::size_t item) { bits_[row * words_ + item / 64] |= std::uint64_t{1} << (item % 64); }
    // Whether `row` holds an item that `other` does not.
    [[nodiscard]] bool exceeds(std::size_t row, const Bits& other, std::size_t otherRow) const {
        for (std::size_t word = 0; word < words_; ++word) {
            if ((bits_[row * words_ + word] & ~other.bits_[otherRow * words_ + word]) != 0) return true;
        }
        return false;
    }

private:
    std::size_t words_;
    std::vector<std::uint64_t> bits_;
};

// Whether some way of settling the open bonds leaves a triple that is not transitive: b may stay with a and with c, a
// and c may be apart.
bool mayBeIntransitive(const Bonds& bonds) {
    const std::size_t count = bonds.items();
    Bits may(count);
    Bits certain(count);
    for (std::size_t a = 0; a < count; ++a) {
        certain.set(a, a);
        for (std::size_t b = 0; b < count; ++b) {
            if (a != b && bonds.at(a, b) != Bond::Apart) may.set(a, b);
            if (a != b && bonds.at(a, b) == Bond::Together) certain.set(a, b);
        }
    }
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
            if (a == b || bonds.at(a, b) == Bond::Apart) continue;
            // Something that may stay with b and is not certain to stay with a, nor a itself.
            if (may.exceeds(b, certain, a)) return true;
        }
    }
    return false;
}

// Depth first over the items of one component: each goes to a group that takes it, or to one of its own.
class Search {
public:
    Search(const Bonds& bonds, const Group& items, std::size_t limit) : bonds_(bonds), items_(items), limit_(limit) {}

    Divisions run() {
        place(0);
        return std::move(found_);
    }

private:
    void place(std::size_t next) {
        if (!found_.complete) return;
        if (++steps_ > searchSteps) {
            found_.complete = false;
            return;
        }
        if (next == items_.size()) return finish();
        const std::size_t item = items_[next];
        for (std::size_t group = 0; group < groups_.size(); ++group) {
            if (!takes(groups_[group], item)) continue;
            groups_[group].push_back(item);
            place(next + 1);
            groups_[group].pop_back();
        }
        groups_.push_back({item});
        place(next + 1);
        groups_.pop_back();
    }

    [[nodiscard]] bool takes(const Group& group, std::size_t item) const {
        return std::all_of(group.begin(), group.end(), [&](std::size_t member) { return bonds_.at(member, item) == Bond::Together; });
    }

    void finish() {
        for (std::size_t a = 0; a < groups_.size(); ++a) {
            for (std::size_t b = a + 1; b < groups_.size(); ++b) {
                const bool unitable =
                    std::all_of(groups_[b].begin(), groups_[b].end(), [&](std::size_t item) { return takes(groups_[a], item); });
                if (unitable) return;
            }
        }
        if (found_.all.size() == limit_) {
            found_.complete = false;
        } else {
            found_.all.push_back(groups_);
        }
    }

    const Bonds& bonds_;
    const Group& items_;
    std::size_t limit_;
    Grouping groups_;
    Divisions found_;
    std::size_t steps_ = 0;
};

void sortGroups(Grouping& grouping) {
    std::sort(grouping.begin(), grouping.end(), [](const Group& a, const Group& b) { return a.front() < b.front(); });
}

}  // namespace

bool Bonds::settled() const {
    return std::find(bonds_.begin(), bonds_.end(), Bond::Open) == bonds_.end();
}

Truth isUnique(const Bonds& bonds) {
    const std::vector<std::size_t> component = components(bonds);
    Truth unique;
    for (std::size_t a = 0; a < bonds.items(); ++a) {
        for (std::size_t b = a + 1; b < bonds.items(); ++b) {
            if (component[a] == component[b] && bonds.at(a, b) == Bond::Apart) unique.canBeTrue = false;
        }
    }
    unique.canBeFalse = !unique.canBeTrue || (!bonds.settled() && mayBeIntransitive(bonds));
    return unique;
}

std::optional<Triple> intransitive(const Bonds& bonds) {
    for (std::size_t a = 0; a < bonds.items(); ++a) {
        for (std::size_t c = a + 1; c < bonds.items(); ++c) {
            if (bonds.at(a, c) != Bond::Apart) continue;
            for (std::size_t b = 0; b < bonds.items(); ++b) {
                const bool between = b != a && b != c && bonds.at(a, b) == Bond::Together && bonds.at(b, c) == Bond::Together;
                if (between) return Triple{a, b, c};
            }
        }
    }
    return std::nullopt;
}

Divisions admissibleDivisions(const Bonds& bonds, std::size_t limit) {
    const std::vector<std::size_t> component = components(bonds);
    Divisions result;
    result.all.emplace_back();
    for (std::size_t start = 0; start < bonds.items(); ++start) {
        if (component[start] != start) continue;
        Group items;
        for (std::size_t item = start; item < bonds.items(); ++item) {
            if (component[item] == start) items.push_back(item);
        }
        const bool whole = std::all_of(items.begin(), items.end(), [&](std::size_t a) {
            return std::all_of(items.begin(), items.end(), [&](std::size_t b) { return bonds.at(a, b) == Bond::Together; });
        });
        Divisions part;
        if (whole) {
            part.all = {{items}};
        } else {
            part = Search(bonds, items, limit).run();
        }
        result.complete = result.complete && part.complete;
        std::vector<Grouping> combined;
        for (const Grouping& before : result.all) {
            for (const Grouping& more : part.all) {
                if (combined.size() == limit) {
                    result.complete = false;
                    break;
                }
                combined.push_back(before);
                combined.back().insert(combined.back().end(), more.begin(), more.end());
            }
        }
        result.all = std::move(combined);
    }
    for (Grouping& grouping : result.all)
        sortGroups(grouping);
    return result;
}

Admissibility admissibility(const Bonds& bonds, const Grouping& grouping) {
    bool open = false;
    for (const Group& group : grouping) {
        for (const std::size_t a : group) {
            for (const std::size_t b : group) {
                if (a < b && bonds.at(a, b) == Bond::Apart) return {Admissibility::Kind::Apart, a, b};
                open = open || (a != b && bonds.at(a, b) == Bond::Open);
            }
        }
    }
    for (std::size_t one = 0; one < grouping.size(); ++one) {
        for (std::size_t other = one + 1; other < grouping.size(); ++other) {
            bool apart = false;
            bool undecided = false;
            for (const std::size_t a : grouping[one]) {
                for (const std::size_t b : grouping[other]) {
                    apart = apart || bonds.at(a, b) == Bond::Apart;
                    undecided = undecided || bonds.at(a, b) == Bond::Open;
                }
            }
            if (!apart && !undecided) return {Admissibility::Kind::Unitable, one, other};
            open = open || (!apart && undecided);
        }
    }
    return {open ? Admissibility::Kind::Open : Admissibility::Kind::Admissible, 0, 0};
}

}  // namespace assay::evaluate
