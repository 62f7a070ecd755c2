#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assay/check/checked.hpp"
#include "regions.hpp"

// Conditions as boolean formulas over what they ask of operands.
namespace assay::analyze {

// What one test asks of its operand.
struct Question {
    enum class Kind {
        IsTrue,
        IsNone,
        IsEnumerator,  // index
        IsText,        // text
        IsBelow,       // number, orEqual
        IndexBelow,    // index, orEqual: an enumerator of an ordered enum
    };
    Kind kind = Kind::IsTrue;
    std::size_t index = 0;
    std::string text;
    quantity::Rational number;
    bool orEqual = false;
};

// An operand that conditions ask about: a fact, a field, a reading, a computed value, or a condition that is not looked
// into. Its questions decide which of its values are told apart.
struct Operand {
    // How a witness says it: `text is X` with the words of the value, or one of two sentences.
    enum class Wording { Value, Condition, Difference };
    Wording wording = Wording::Value;
    std::string text;   // as the author wrote it; Difference: the left side
    std::string other;  // Difference: the right side; the operand's value is left minus right
    check::Type type;
    std::size_t alternatives = 0;     // of a reading or enum
    bool mayBeNoAlternative = false;  // a decide that does not apply has no outcome
    check::ReadingId reading;
    std::optional<quantity::Rational> low, high;
};

// Formulas over operands. Every formula comes after those that it is made of.
class Formulas {
public:
    using Ref = std::uint32_t;
    using OperandId = std::size_t;

    explicit Formulas(const check::Checked& checked) : checked_(checked) {}

    // The operand with this key; made by `operand` where it is new.
    OperandId operand(const std::string& key, Operand operand);
    [[nodiscard]] Ref constant(bool truth);
    [[nodiscard]] Ref ask(OperandId operand, Question question);
    [[nodiscard]] Ref negation(Ref formula);
    [[nodiscard]] Ref conjunction(const std::vector<Ref>& formulas);
    [[nodiscard]] Ref disjunction(const std::vector<Ref>& formulas);

    // Values of operands that together make a formula true, each said in words; operands that do not matter are left out.
    struct Answer {
        enum class Kind { Possible, Impossible, Undecided };
        Kind kind = Kind::Undecided;
        std::vector<std::string> witness;
    };
    // Undecided: it takes more than `steps`. Ask every question before.
    [[nodiscard]] Answer satisfy(Ref goal, std::size_t steps) const;

private:
    friend class Satisfaction;

    struct Asked {
        Operand operand;
        std::vector<Question> questions;
    };
    struct Node {
        enum class Kind { Constant, Test, Not, And, Or };
        Kind kind = Kind::Constant;
        bool truth = false;
        OperandId operand = 0;
        Question question;
        std::vector<Ref> parts;
    };

    Ref add(Node node);
    Ref combine(Node::Kind kind, const std::vector<Ref>& formulas, bool decisive);
    // The values of an operand, one for each way its questions can be answered.
    [[nodiscard]] std::vector<check::Constant> values(OperandId operand) const;
    [[nodiscard]] std::string words(OperandId operand, const check::Constant& value) const;

    const check::Checked& checked_;
    std::vector<Asked> operands_;
    std::map<std::string, OperandId> ids_;
    std::vector<Node> nodes_;
};

}  // namespace assay::analyze
