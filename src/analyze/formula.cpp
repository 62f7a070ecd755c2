#include "formula.hpp"

#include <algorithm>
#include <utility>

#include "words.hpp"

namespace assay::analyze {

using check::Constant;
using check::TypeKind;
using quantity::Rational;

Formulas::OperandId Formulas::operand(const std::string& key, Operand operand) {
    const auto [found, isNew] = ids_.emplace(key, operands_.size());
    if (isNew) operands_.push_back({std::move(operand), {}});
    return found->second;
}

Formulas::Ref Formulas::add(Node node) {
    nodes_.push_back(std::move(node));
    return static_cast<Ref>(nodes_.size() - 1);
}

Formulas::Ref Formulas::constant(bool truth) {
    Node node;
    node.truth = truth;
    return add(std::move(node));
}

Formulas::Ref Formulas::ask(OperandId operand, Question question) {
    operands_[operand].questions.push_back(question);
    Node node;
    node.kind = Node::Kind::Test;
    node.operand = operand;
    node.question = std::move(question);
    return add(std::move(node));
}

Formulas::Ref Formulas::negation(Ref formula) {
    Node node;
    node.kind = Node::Kind::Not;
    node.parts = {formula};
    return add(std::move(node));
}

Formulas::Ref Formulas::combine(Node::Kind kind, const std::vector<Ref>& formulas, bool decisive) {
    if (formulas.empty()) return constant(!decisive);
    if (formulas.size() == 1) return formulas.front();
    Node node;
    node.kind = kind;
    node.parts = formulas;
    return add(std::move(node));
}

Formulas::Ref Formulas::conjunction(const std::vector<Ref>& formulas) {
    return combine(Node::Kind::And, formulas, false);
}
Formulas::Ref Formulas::disjunction(const std::vector<Ref>& formulas) {
    return combine(Node::Kind::Or, formulas, true);
}

namespace {

// None answers no question but the one for none; a value that the author's guards keep away from is as good as false.
bool answer(const Question& question, const Constant& value) {
    if (std::holds_alternative<Constant::None>(value.value)) return question.kind == Question::Kind::IsNone;
    const auto* enumerator = std::get_if<Constant::Enumerator>(&value.value);
    switch (question.kind) {
        case Question::Kind::IsNone:
            return false;
        case Question::Kind::IsTrue:
            return std::get<bool>(value.value);
        case Question::Kind::IsEnumerator:
            return enumerator->index == question.index;
        case Question::Kind::IndexBelow:
            return question.orEqual ? enumerator->index <= question.index : enumerator->index < question.index;
        case Question::Kind::IsText:
            return std::get<std::string>(value.value) == question.text;
        case Question::Kind::IsBelow: {
            const auto& number = std::get<Rational>(value.value);
            return question.orEqual ? number <= question.number : number < question.number;
        }
    }
    return false;
}

// What is neither given as an alternative nor none: a decide without an outcome.
Constant noAlternative(const check::Type& type, std::size_t alternatives) {
    return {Constant::Enumerator{type.enumeration, alternatives}};
}

}  // namespace

std::vector<Constant> Formulas::values(OperandId id) const {
    const auto& [operand, questions] = operands_[id];
    std::vector<Constant> values;
    const auto asks = [&questions = questions](Question::Kind kind) {
        return std::any_of(questions.begin(), questions.end(), [kind](const Question& question) { return question.kind == kind; });
    };
    if (operand.alternatives > 0) {
        for (std::size_t index = 0; index < operand.alternatives; ++index) {
            values.push_back({Constant::Enumerator{operand.type.enumeration, index}});
        }
        if (operand.mayBeNoAlternative) values.push_back(noAlternative(operand.type, operand.alternatives));
        if (operand.type.optional) values.push_back({Constant::None{}});
    } else {
        Partitioning partitioning(operand.type, checked_, operand.low, operand.high);
        for (const Question& question : questions) {
            if (question.kind == Question::Kind::IsText) partitioning.mention(question.text);
            if (question.kind == Question::Kind::IsBelow && question.orEqual) partitioning.cutAbove(question.number);
            if (question.kind == Question::Kind::IsBelow && !question.orEqual) partitioning.cutBelow(question.number);
        }
        for (const Region& region : partitioning.regions())
            values.push_back(region.value);
    }
    if (!asks(Question::Kind::IsNone)) {
        values.erase(std::remove_if(values.begin(), values.end(),
                                    [](const Constant& value) { return std::holds_alternative<Constant::None>(value.value); }),
                     values.end());
    }
    // One value for each set of answers: of 64 alternatives with two asked for, three.
    std::set<std::vector<bool>> seen;
    std::vector<Constant> distinct;
    for (Constant& value : values) {
        std::vector<bool> answers;
        for (const Question& question : questions)
            answers.push_back(answer(question, value));
        if (seen.insert(std::move(answers)).second) distinct.push_back(std::move(value));
    }
    return distinct;
}

std::string Formulas::words(OperandId id, const Constant& value) const {
    const Operand& operand = operands_[id].operand;
    const auto* truth = std::get_if<bool>(&value.value);
    if (std::holds_alternative<Constant::None>(value.value)) return operand.text + " is not given";
    const bool onlyNone = std::all_of(operands_[id].questions.begin(), operands_[id].questions.end(),
                                      [](const Question& question) { return question.kind == Question::Kind::IsNone; });
    if (onlyNone) return operand.text + " is given";
    if (truth != nullptr && operand.wording == Operand::Wording::Condition) return (*truth ? "" : "not ") + ("(" + operand.text + ")");
    if (truth != nullptr) return (*truth ? "" : "not ") + operand.text;
    if (operand.reading.valid()) return readingText(operand.reading, std::get<Constant::Enumerator>(value.value).index, checked_);
    if (operand.wording == Operand::Wording::Difference) {
        const int sign = std::get<Rational>(value.value).sign();
        return operand.text + (sign < 0 ? " < " : sign > 0 ? " > " : " is ") + operand.other;
    }
    if (operand.mayBeNoAlternative && value == noAlternative(operand.type, operand.alternatives)) return operand.text + " has no outcome";
    return operand.text + " is " + valueText(value, operand.type, checked_);
}

// One search: operands get values one after the other; a formula that is settled already is not looked at further.
class Satisfaction {
public:
    Satisfaction(const Formulas& formulas, Formulas::Ref goal, std::size_t steps)
        : formulas_(formulas), goal_(goal), steps_(steps), truths_(goal + 1), needed_(goal + 1, false) {
        reach(goal);
        for (const Formulas::OperandId operand : support_)
            values_.push_back(formulas.values(operand));
        chosen_.resize(support_.size());
    }

    Formulas::Answer run() {
        Formulas::Answer answer;
        const bool found = search(0);
        answer.kind = found        ? Formulas::Answer::Kind::Possible
                      : exhausted_ ? Formulas::Answer::Kind::Undecided
                                   : Formulas::Answer::Kind::Impossible;
        if (!found) return answer;
        for (std::size_t index = 0; index < support_.size(); ++index)
            leaveOut(index);
        for (std::size_t index = 0; index < support_.size(); ++index) {
            if (chosen_[index]) answer.witness.push_back(formulas_.words(support_[index], *chosen_[index]));
        }
        return answer;
    }

private:
    using Truth = std::optional<bool>;

    void reach(Formulas::Ref ref) {
        if (needed_[ref]) return;
        needed_[ref] = true;
        const Formulas::Node& node = formulas_.nodes_[ref];
        for (const Formulas::Ref part : node.parts)
            reach(part);
        if (node.kind != Formulas::Node::Kind::Test) return;
        if (position_.emplace(node.operand, support_.size()).second) support_.push_back(node.operand);
    }

    Truth combined(const Formulas::Node& node, bool decisive) const {
        Truth result = !decisive;
        for (const Formulas::Ref part : node.parts) {
            if (truths_[part] == decisive) return decisive;
            if (!truths_[part]) result.reset();
        }
        return result;
    }

    Truth truthOf(const Formulas::Node& node) const {
        switch (node.kind) {
            case Formulas::Node::Kind::Constant:
                return node.truth;
            case Formulas::Node::Kind::Test: {
                const std::optional<Constant>& value = chosen_[position_.at(node.operand)];
                return value ? Truth(answer(node.question, *value)) : std::nullopt;
            }
            case Formulas::Node::Kind::Not: {
                const Truth part = truths_[node.parts.front()];
                return part ? Truth(!*part) : std::nullopt;
            }
            case Formulas::Node::Kind::And:
                return combined(node, false);
            case Formulas::Node::Kind::Or:
                return combined(node, true);
        }
        return std::nullopt;
    }

    // The goal's truth where operands without a value may have any: parts come before what they are part of.
    Truth evaluate() {
        for (Formulas::Ref ref = 0; ref <= goal_; ++ref) {
            if (needed_[ref]) truths_[ref] = truthOf(formulas_.nodes_[ref]);
        }
        return truths_[goal_];
    }

    bool search(std::size_t depth) {
        if (steps_ == 0) exhausted_ = true;
        if (exhausted_) return false;
        --steps_;
        if (const Truth truth = evaluate()) return *truth;
        for (const Constant& value : values_[depth]) {
            chosen_[depth] = value;
            if (search(depth + 1)) return true;
        }
        chosen_[depth].reset();
        return false;
    }

    void leaveOut(std::size_t index) {
        std::optional<Constant> kept = std::exchange(chosen_[index], std::nullopt);
        if (evaluate() != true) chosen_[index] = std::move(kept);
    }

    const Formulas& formulas_;
    Formulas::Ref goal_;
    std::size_t steps_;
    bool exhausted_ = false;
    std::vector<Formulas::OperandId> support_;  // in the order in which the goal names them
    std::map<Formulas::OperandId, std::size_t> position_;
    std::vector<std::vector<Constant>> values_;
    std::vector<std::optional<Constant>> chosen_;
    std::vector<Truth> truths_;
    std::vector<bool> needed_;
};

Formulas::Answer Formulas::satisfy(Ref goal, std::size_t steps) const {
    return Satisfaction(*this, goal, steps).run();
}

}  // namespace assay::analyze
