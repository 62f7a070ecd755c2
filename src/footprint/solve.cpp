#include "solve.hpp"

#include <algorithm>
#include <limits>

namespace assay::footprint {

using quantity::Interval;
using quantity::Rational;

namespace {

constexpr std::size_t unseen = std::numeric_limits<std::size_t>::max();

class Components {
public:
    Components(std::size_t processes, const std::vector<Demand>& demands)
        : next_(processes), index_(processes, unseen), low_(processes, unseen), isOpen_(processes) {
        for (const Demand& demand : demands)
            next_[demand.from].push_back(demand.of);
    }

    std::vector<std::vector<std::size_t>> run() {
        for (std::size_t process = 0; process < index_.size(); ++process) {
            if (index_[process] == unseen) visit(process);
        }
        // A component is closed after all that it asks.
        std::reverse(components_.begin(), components_.end());
        return std::move(components_);
    }

private:
    struct Frame {
        std::size_t process;
        std::size_t next = 0;
    };

    void open(std::size_t process, std::vector<Frame>& frames) {
        index_[process] = low_[process] = count_++;
        open_.push_back(process);
        isOpen_[process] = true;
        frames.push_back({process});
    }

    void visit(std::size_t start) {
        std::vector<Frame> frames;
        open(start, frames);
        while (!frames.empty()) {
            Frame& frame = frames.back();
            const std::size_t process = frame.process;
            if (frame.next < next_[process].size()) {
                const std::size_t other = next_[process][frame.next++];
                if (index_[other] == unseen) {
                    open(other, frames);
                } else if (isOpen_[other]) {
                    low_[process] = std::min(low_[process], index_[other]);
                }
                continue;
            }
            if (low_[process] == index_[process]) close(process);
            frames.pop_back();
            if (!frames.empty()) low_[frames.back().process] = std::min(low_[frames.back().process], low_[process]);
        }
    }

    void close(std::size_t root) {
        std::vector<std::size_t> component;
        std::size_t process = unseen;
        do {
            process = open_.back();
            open_.pop_back();
            isOpen_[process] = false;
            component.push_back(process);
        } while (process != root);
        std::sort(component.begin(), component.end());
        components_.push_back(std::move(component));
    }

    std::vector<std::vector<std::size_t>> next_;
    std::vector<std::size_t> index_, low_, open_;
    std::vector<bool> isOpen_;
    std::vector<std::vector<std::size_t>> components_;
    std::size_t count_ = 0;
};

bool isZero(const Interval& value) {
    return value.isPoint() && value.low->isZero();
}

// Gauss-Jordan over intervals: exact where they are points. The rows hold the right side last.
std::optional<Unsolvable::Why> eliminate(std::vector<std::vector<Interval>>& rows) {
    const std::size_t size = rows.size();
    for (std::size_t column = 0; column < size; ++column) {
        std::size_t pivot = column;
        while (pivot < size && rows[pivot][column].contains(Rational(0)))
            ++pivot;
        if (pivot == size) {
            bool allZero = true;
            for (std::size_t row = column; row < size; ++row)
                allZero = allZero && isZero(rows[row][column]);
            return allZero ? Unsolvable::Why::Singular : Unsolvable::Why::NotBounded;
        }
        std::swap(rows[column], rows[pivot]);
        for (std::size_t row = 0; row < size; ++row) {
            if (row == column || isZero(rows[row][column])) continue;
            const Interval ratio = *quantity::divide(rows[row][column], rows[column][column]);
            for (std::size_t each = column + 1; each <= size; ++each)
                rows[row][each] = rows[row][each] - ratio * rows[column][each];
            rows[row][column] = Interval::point(Rational(0));
        }
    }
    for (std::size_t row = 0; row < size; ++row)
        rows[row][size] = *quantity::divide(rows[row][size], rows[row][row]);
    return std::nullopt;
}

}  // namespace

std::vector<std::vector<std::size_t>> componentsOf(std::size_t processes, const std::vector<Demand>& demands) {
    return Components(processes, demands).run();
}

std::variant<std::vector<Interval>, Unsolvable> solve(const ProcessSystem& system) {
    const std::size_t count = system.output.size();
    std::vector<Interval> asked = system.asked;
    std::vector<Interval> times(count, Interval::point(Rational(0)));
    std::vector<std::vector<const Demand*>> demandsOf(count);
    for (const Demand& demand : system.demands)
        demandsOf[demand.from].push_back(&demand);
    std::vector<std::size_t> position(count, unseen);
    for (const std::vector<std::size_t>& component : componentsOf(count, system.demands)) {
        for (std::size_t index = 0; index < component.size(); ++index)
            position[component[index]] = index;
        std::vector<std::vector<Interval>> rows(component.size(),
                                                std::vector<Interval>(component.size() + 1, Interval::point(Rational(0))));
        bool isLoop = false;
        for (std::size_t index = 0; index < component.size(); ++index) {
            rows[index][index] = system.output[component[index]];
            rows[index].back() = asked[component[index]];
        }
        for (const std::size_t process : component) {
            for (const Demand* demand : demandsOf[process]) {
                if (position[demand->of] == unseen) continue;
                isLoop = true;
                Interval& cell = rows[position[demand->of]][position[process]];
                cell = cell - demand->amount;
            }
        }
        if (const auto why = eliminate(rows)) return Unsolvable{*why, component};
        for (std::size_t index = 0; index < component.size(); ++index) {
            const Interval& solved = rows[index].back();
            const Interval& wanted = asked[component[index]];
            // More is asked than nothing and a process would have to run backwards: the loop uses up more than it makes.
            const bool backwards = isLoop && wanted.low && wanted.low->sign() >= 0 && (!solved.low || solved.low->sign() < 0);
            if (backwards) return Unsolvable{solved.isPoint() ? Unsolvable::Why::Singular : Unsolvable::Why::NotBounded, component};
            times[component[index]] = solved;
        }
        for (const std::size_t process : component) {
            for (const Demand* demand : demandsOf[process]) {
                if (position[demand->of] == unseen) asked[demand->of] = asked[demand->of] + times[process] * demand->amount;
            }
        }
        for (const std::size_t process : component)
            position[process] = unseen;
    }
    return times;
}

}  // namespace assay::footprint
