#include "thresholds.hpp"

#include <algorithm>
#include <array>

#include "conclude.hpp"

namespace assay::evaluate {

using lower::Op;
using quantity::Rational;

namespace {

constexpr std::size_t sampleCount = 4;
using Samples = std::array<Rational, sampleCount>;

// Four different points inside a stretch, near a finite end; whole ones where only whole values occur. Empty: it is too narrow.
std::optional<Samples> samplesIn(const Stretch& stretch, bool whole, const Rational& near) {
    constexpr std::array<int, sampleCount> steps = {1, 2, 3, 5};
    Samples samples;
    for (std::size_t index = 0; index < sampleCount; ++index) {
        const Rational step(steps[index]);
        if (stretch.low && stretch.high) {
            samples[index] = *stretch.low + (*stretch.high - *stretch.low) * step / Rational(8);
        } else if (stretch.low) {
            samples[index] = *stretch.low + step;
        } else if (stretch.high) {
            samples[index] = *stretch.high - step;
        } else {
            samples[index] = near + step;
        }
        if (whole) samples[index] = samples[index].floor();
    }
    std::sort(samples.begin(), samples.end());
    const bool distinct = std::adjacent_find(samples.begin(), samples.end()) == samples.end();
    return distinct ? std::optional(samples) : std::nullopt;
}

// Where (a + b x) / (c + d x), given by four of its points, is zero. Empty: nowhere, everywhere, or no such function.
std::optional<Rational> zeroOf(const Samples& x, const std::array<Rational, sampleCount>& f) {
    // a + b x - c f - d x f = 0 at three points: solved by elimination for the direction of (a, b, c, d).
    constexpr std::size_t equations = 3;
    std::array<std::array<Rational, sampleCount>, equations> rows;
    for (std::size_t index = 0; index < equations; ++index)
        rows[index] = {Rational(1), x[index], -f[index], -(x[index] * f[index])};
    std::array<std::size_t, equations> pivots{};
    std::size_t rank = 0;
    for (std::size_t column = 0; column < sampleCount && rank < equations; ++column) {
        std::size_t chosen = rank;
        while (chosen < equations && rows[chosen][column].isZero())
            ++chosen;
        if (chosen == equations) continue;
        std::swap(rows[rank], rows[chosen]);
        for (std::size_t other = 0; other < equations; ++other) {
            if (other == rank || rows[other][column].isZero()) continue;
            const Rational ratio = rows[other][column] / rows[rank][column];
            for (std::size_t each = 0; each < sampleCount; ++each)
                rows[other][each] -= ratio * rows[rank][each];
        }
        pivots[rank++] = column;
    }
    std::size_t free = 0;
    while (free < rank && pivots[free] == free)
        ++free;
    std::array<Rational, sampleCount> solution;
    solution[free] = Rational(1);
    for (std::size_t row = 0; row < rank; ++row)
        solution[pivots[row]] = -(rows[row][free] / rows[row][pivots[row]]);
    const auto& [a, b, c, d] = solution;
    const Rational last = a + b * x[3] - c * f[3] - d * x[3] * f[3];
    if (!last.isZero() || b.isZero()) return std::nullopt;
    Rational zero = -(a / b);
    return (c + d * zero).isZero() ? std::nullopt : std::optional(std::move(zero));
}

// One case judged with four values of a fact.
class Sampling {
public:
    Sampling(const State& state, const FactPlace& place, const Samples& samples)
        : base_(state),
          samples_(samples),
          cases_(casesWith(state, place, samples)),
          state_(state.program(), rowsOf(cases_, state), state.limits()) {
        state_.run();
    }
    Sampling(const Sampling&) = delete;
    Sampling& operator=(const Sampling&) = delete;

    // Where the operands of a comparison meet.
    void meetings(Place place, std::vector<Rational>& zeros) const {
        const lower::Node& node = base_.node(place.node);
        if (node.op == Op::Table) {
            cells(place, zeros);
        } else if (node.op == Op::Abs) {
            add(pointsOf(place, 0), zeros);
        } else {
            for (std::size_t first = 0; first < node.operands.size(); ++first) {
                for (std::size_t second = first + 1; second < node.operands.size(); ++second)
                    add(difference(pointsOf(place, first), pointsOf(place, second)), zeros);
            }
        }
    }

private:
    using Points = std::optional<std::array<Rational, sampleCount>>;

    static std::vector<facts::CaseFacts> casesWith(const State& state, const FactPlace& place, const Samples& samples) {
        std::vector<facts::CaseFacts> cases;
        const bool isDate = qualityOf(place, state.rules()).type.kind == check::TypeKind::Date;
        for (const Rational& sample : samples) {
            Change change;
            change.place = place;
            change.to.state = facts::Entry::State::Known;
            if (isDate) {
                change.to.value = quantity::Date(static_cast<std::int32_t>(sample.toInteger().value_or(0)));
            } else {
                change.to.value = sample;
            }
            cases.push_back(applied(*state.block().entry(0).facts, {change}, state.rules()));
        }
        return cases;
    }
    static std::vector<CaseRow> rowsOf(const std::vector<facts::CaseFacts>& cases, const State& state) {
        std::vector<CaseRow> rows;
        for (const facts::CaseFacts& each : cases)
            rows.push_back({&each, state.block().entry(0).asOf, state.block().entry(0).readings});
        return rows;
    }

    // The values of an operand in the four cases, if each is a point.
    [[nodiscard]] Points pointsOf(Place place, std::size_t operand) const {
        const lower::Node& node = base_.node(place.node);
        const RowIndex offset = place.row - rowsOfCase(base_, node.space, 0).first;
        std::array<Rational, sampleCount> points;
        for (std::size_t index = 0; index < sampleCount; ++index) {
            const auto [first, last] = rowsOfCase(state_, node.space, static_cast<RowIndex>(index));
            if (first + offset >= last) return std::nullopt;
            const Value& value = state_.operandValue({place.node, first + offset}, operand);
            const auto* point = std::get_if<Rational>(&value.possible);
            if (point == nullptr || !value.settled()) return std::nullopt;
            points[index] = *point;
        }
        return points;
    }

    static Points difference(const Points& a, const Points& b) {
        if (!a || !b) return std::nullopt;
        Points result = a;
        for (std::size_t index = 0; index < sampleCount; ++index)
            (*result)[index] -= (*b)[index];
        return result;
    }

    void cells(Place place, std::vector<Rational>& zeros) const {
        const lower::Node& node = base_.node(place.node);
        const auto& table = std::get<check::Table>(base_.rules().declarations[check::DeclId(node.payload)].body);
        for (std::size_t column = 0; column < node.operands.size(); ++column) {
            const Points points = pointsOf(place, column);
            if (!points) continue;
            const auto meet = [&](const Rational& bound) {
                Points moved = points;
                for (Rational& each : *moved)
                    each -= bound;
                add(moved, zeros);
            };
            for (const check::Row& row : table.rows) {
                const check::Cell& cell = row.cells[column];
                if (cell.low) meet(*cell.low);
                if (cell.high) meet(*cell.high);
                for (const check::Constant& value : cell.equals) {
                    if (const auto* number = std::get_if<Rational>(&value.value)) meet(*number);
                    if (const auto* date = std::get_if<quantity::Date>(&value.value)) meet(Rational(date->dayNumber()));
                }
            }
        }
    }

    void add(const Points& points, std::vector<Rational>& zeros) const {
        if (!points) return;
        if (std::optional<Rational> zero = zeroOf(samples_, *points)) zeros.push_back(std::move(*zero));
    }

    const State& base_;
    Samples samples_;
    std::vector<facts::CaseFacts> cases_;
    State state_;
};

class Search {
public:
    Search(const State& state, const Reachable& reachable, const FactPlace& place)
        : state_(state), reachable_(reachable), place_(place), type_(qualityOf(place, state.rules()).type) {
        const facts::Entry& entry = entryAt(place, *state.block().entry(0).facts, state.rules());
        if (type_.kind == check::TypeKind::Date) near_ = Rational(state.block().entry(0).asOf.dayNumber());
        if (entry.state == facts::Entry::State::Known) {
            if (const auto* number = std::get_if<Rational>(&*entry.value)) near_ = *number;
            if (const auto* date = std::get_if<quantity::Date>(&*entry.value)) near_ = Rational(date->dayNumber());
        }
    }

    // Thresholds inside a stretch, and then inside the stretches that they leave: a value that turns there may turn again.
    void within(const Stretch& stretch, std::size_t rounds) {
        if (rounds == 0 || found.size() >= mostThresholds) return;
        const std::optional<Samples> samples = samplesIn(stretch, type_.isWhole(), near_);
        if (!samples) return;
        const Sampling sampling(state_, place_, *samples);
        std::vector<Rational> zeros;
        for (const Place comparison : reachable_.comparisons)
            sampling.meetings(comparison, zeros);
        std::set<Rational> fresh;
        for (const Rational& zero : zeros)
            addAround(zero, stretch, fresh);
        Stretch before{stretch.low, std::nullopt, false, false};
        for (const Rational& threshold : fresh) {
            before.high = threshold;
            within(before, rounds - 1);
            before.low = threshold;
        }
        before.high = stretch.high;
        if (!fresh.empty()) within(before, rounds - 1);
    }

    std::set<Rational> found;

private:
    void addAround(const Rational& zero, const Stretch& stretch, std::set<Rational>& fresh) {
        const auto take = [&](const Rational& each) {
            const bool inside = (!stretch.low || each >= *stretch.low) && (!stretch.high || each <= *stretch.high);
            if (inside && found.size() < mostThresholds && found.insert(each).second) fresh.insert(each);
        };
        if (!type_.isWhole()) {
            take(zero);
            return;
        }
        // A month end moves a day by up to three.
        const int around = reachable_.addsMonths && type_.kind == check::TypeKind::Date ? 3 : 0;
        for (int step = -around; step <= around; ++step) {
            take(zero.floor() + Rational(step));
            take(zero.ceil() + Rational(step));
        }
    }

    const State& state_;
    const Reachable& reachable_;
    const FactPlace& place_;
    const check::Type& type_;
    Rational near_;
};

}  // namespace

std::set<Rational> thresholdsOf(const State& state, const Reachable& reachable, const FactPlace& place, const Stretch& range) {
    constexpr std::size_t rounds = 3;
    Search search(state, reachable, place);
    search.within(range, rounds);
    return std::move(search.found);
}

}  // namespace assay::evaluate
