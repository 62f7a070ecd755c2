#include "generate_rules.hpp"

namespace assay::model {

std::vector<std::pair<std::string, Slot>> ExpressionGenerator::slots(Kind kind, bool optional) const {
    std::vector<std::pair<std::string, Slot>> found;
    const auto take = [&](const std::string& prefix, const std::vector<Slot>& slots) {
        for (const Slot& slot : slots) {
            if (slot.kind == kind && slot.optional == optional) found.emplace_back(prefix + slot.name, slot);
        }
    };
    take("", shape_.facts);
    for (int times = 0; times < 2; ++times) {  // fields of what is at hand come up more often
        for (const Variable& variable : scope_)
            take(variable.name + ".", shape_.lists[variable.list].fields);
    }
    return found;
}

std::vector<std::pair<std::string, Declared>> ExpressionGenerator::references(Declared::Form form, Kind kind) const {
    std::vector<std::pair<std::string, Declared>> found;
    for (const Declared& declared : declared_) {
        if (declared.form != form || (form != Declared::Form::Decide && declared.kind != kind)) continue;
        if (!declared.list) found.emplace_back(declared.name, declared);
        for (const Variable& variable : scope_) {
            if (declared.list == variable.list) found.emplace_back(variable.name + "." + declared.name, declared);
        }
    }
    return found;
}

std::vector<ExpressionGenerator::ListUse> ExpressionGenerator::lists() const {
    std::vector<ListUse> found;
    for (std::size_t i = 0; i < shape_.lists.size(); ++i) {
        const ListShape& list = shape_.lists[i];
        const std::string variable = list.variable + "q" + std::to_string(scope_.size());
        if (!list.parent) found.push_back({list.name, i, variable});
        for (const Variable& outer : scope_) {
            if (list.parent == outer.list) found.push_back({outer.name + "." + list.name, i, variable});
        }
    }
    return found;
}

std::string ExpressionGenerator::literal(Kind kind) {
    switch (kind) {
        case Kind::Count:
            return std::to_string(random_.below(5));
        case Kind::Number:
            return random_.pick<std::string>({"0.5", "1.5", "2.5"});
        case Kind::Ratio:
            return random_.pick<std::string>({"0 %", "5 %", "10 %", "12.5 %", "50 %"});
        case Kind::Quantity:
            return random_.pick<std::string>({"0 t", "1 t", "500 kg", "2 t", "1.5 t"});
        case Kind::Date:
            return random_.pick<std::string>(
                {"2024-02-29", "2025-02-28", "2025-03-01", "2025-03-31", "2025-06-15", "2025-06-30", "2025-09-30"});
        case Kind::Days:
            return random_.pick<std::string>({"1 day", "30 days", "90 days"});
        case Kind::Months:
            return random_.pick<std::string>({"1 month", "2 months", "6 months", "1 year"});
        case Kind::Bool:
            return random_.chance(50) ? "true" : "false";
        default:
            return "\"aa\"";
    }
}

std::string ExpressionGenerator::literalNotZero(Kind kind) {
    return kind == Kind::Quantity ? "2 t" : "2";
}

std::string ExpressionGenerator::of(Kind kind, std::size_t enumeration, int depth) {
    if (kind == Kind::Bool) return truth(depth);
    if (kind == Kind::Enum) return enumerator(enumeration, depth);
    return line(kind, depth);
}

std::string ExpressionGenerator::enumerator(std::size_t enumeration, int depth) {
    const std::string constant = random_.pick(shape_.enumerations[enumeration].enumerators);
    std::vector<std::string> choices;
    for (const auto& [text, slot] : slots(Kind::Enum, false)) {
        if (slot.enumeration == enumeration) choices.push_back(text);
    }
    for (const auto& [text, declared] : references(Declared::Form::Define, Kind::Enum)) {
        if (declared.enumeration == enumeration) choices.push_back(text);
    }
    if (choices.empty() || random_.chance(20)) return constant;
    const std::string chosen = random_.pick(choices);
    if (depth > 0 && random_.chance(25)) return "(if " + truth(depth - 1) + " then " + chosen + " else " + random_.pick(choices) + ")";
    return chosen;
}

std::string ExpressionGenerator::truth(int depth) {
    if (depth <= 0) return truthLeaf();
    switch (random_.below(14)) {
        case 13:
            return divided(depth - 1);
        case 0:
            return "(not " + truth(depth - 1) + ")";
        case 1:
            return "(" + truth(depth - 1) + " and " + truth(depth - 1) + ")";
        case 2:
            return "(" + truth(depth - 1) + " or " + truth(depth - 1) + ")";
        case 3:
            return "(" + truth(depth - 1) + " and " + truth(depth - 1) + " and " + truth(depth - 1) + ")";
        case 4:
        case 5:
        case 6:
            return comparison(depth - 1);
        case 7:
        case 8:
            return quantifier(depth - 1);
        case 9:
            return guarded(depth - 1);
        case 10:
            return "(if " + truth(depth - 1) + " then " + truth(depth - 1) + " else " + truth(depth - 1) + ")";
        case 11:
            return random_.chance(50) ? names("all") : names("any");
        default:
            return truthLeaf();
    }
}

std::string ExpressionGenerator::truthLeaf() {
    std::vector<std::string> choices;
    for (const auto& [text, slot] : slots(Kind::Bool, false))
        choices.push_back(text);
    for (const auto& [text, declared] : references(Declared::Form::Truth, Kind::Bool))
        choices.push_back(text);
    for (const auto& [text, declared] : references(Declared::Form::Checklist, Kind::Bool))
        choices.push_back("(" + text + (random_.chance(20) ? " is not complete)" : " is complete)"));
    for (const auto& [text, declared] : references(Declared::Form::Define, Kind::Bool))
        choices.push_back(text);
    switch (random_.below(12)) {
        case 0:
        case 1:
            return membership();
        case 2:
        case 3:
            return isDecided();
        case 4:
            return guarded(0);
        case 5:
        case 6:
            return comparison(0);
        case 7:
            if (!readingAllowed_ || random_.chance(60)) break;
            testedReading_ = true;
            return random_.chance(50) ? "(AMB-1 is wide)" : "(AMB-1 is narrow)";
        default:
            break;
    }
    return random_.pick(choices);
}

std::string ExpressionGenerator::isDecided() {
    const auto lifecycles = references(Declared::Form::Lifecycle, Kind::Enum);
    if (!lifecycles.empty() && random_.chance(50)) {
        const auto& [text, declared] = random_.pick(lifecycles);
        return isInState(text, declared.outcomes);
    }
    const auto decides = references(Declared::Form::Decide, Kind::Enum);
    if (decides.empty()) return membership();
    const auto& [text, declared] = random_.pick(decides);
    return "(" + text + (random_.chance(25) ? " is not " : " is ") + random_.pick(declared.outcomes) + ")";
}

// Whether a partition is unique, or something of its groups.
std::string ExpressionGenerator::divided(int depth) {
    std::vector<Declared> partitions;
    for (const Declared& declared : declared_) {
        if (declared.form == Declared::Form::Partition) partitions.push_back(declared);
    }
    if (partitions.empty()) return membership();
    const Declared partition = random_.pick(partitions);
    const std::string group = "gg" + std::to_string(scope_.size());
    const std::string member = "mm" + std::to_string(scope_.size());
    if (random_.chance(40)) return "(" + partition.name + (random_.chance(30) ? " is not unique)" : " is unique)");
    if (random_.chance(30)) return "((count " + group + " in " + partition.name + ") > " + literal(Kind::Count) + ")";
    scope_.push_back({member, *partition.list});
    const std::string inner = truth(depth);
    scope_.pop_back();
    const std::string walked = random_.pick<std::string>({"some ", "every ", "no "}) + group + " in " + partition.name;
    return "(" + walked + " has (count " + member + " in " + group + ".members where " + inner + ") > " + literal(Kind::Count) + ")";
}

// The state now, on a day, and the day on which one was entered.
std::string ExpressionGenerator::isInState(const std::string& lifecycle, const std::vector<std::string>& states) {
    const std::string state = random_.pick(states);
    const std::string entered = lifecycle + " entered " + (state == "start" ? states.back() : state);
    switch (random_.below(6)) {
        case 0:
            return "(" + lifecycle + " in {" + state + ", " + random_.pick(states) + "})";
        case 1:
        case 2:
            return "(" + lifecycle + " on " + line(Kind::Date, 0) + (random_.chance(25) ? " is not " : " is ") + state + ")";
        case 3:
            return "(" + entered + " is given)";
        case 4:
            return "((" + entered + " is given) and (" + entered + " <= " + line(Kind::Date, 0) + "))";
        default:
            return "(" + lifecycle + " is " + state + ")";
    }
}

std::string ExpressionGenerator::membership() {
    const auto enums = slots(Kind::Enum, false);
    const auto lists = slots(Kind::EnumList, false);
    const auto texts = slots(Kind::Text, false);
    const auto items = slots(Kind::Item, false);
    if (lists.size() > 1 && random_.chance(15)) return "(" + random_.pick(lists).first + " is subset of " + random_.pick(lists).first + ")";
    if (!lists.empty() && random_.chance(30)) {
        const auto& [list, slot] = random_.pick(lists);
        const std::string element = random_.pick(shape_.enumerations[slot.enumeration].enumerators);
        for (const auto& [text, other] : enums) {
            if (other.enumeration == slot.enumeration && random_.chance(50)) return "(" + text + " in " + list + ")";
        }
        return "(" + list + " contains " + element + ")";
    }
    if (!texts.empty() && random_.chance(15)) return "(" + random_.pick(texts).first + " is \"aa\")";
    if (!items.empty() && random_.chance(20)) {
        const auto& [text, slot] = random_.pick(items);
        for (const Variable& variable : scope_) {
            if (variable.list == slot.list) return "(" + text + (random_.chance(50) ? " is not " : " is ") + variable.name + ")";
        }
        return "(" + text + ".big)";
    }
    const auto& [text, slot] = random_.pick(enums);
    const Enumeration& enumeration = shape_.enumerations[slot.enumeration];
    if (enumeration.ordered && random_.chance(40)) {
        return "(" + text + random_.pick<std::string>({" >= ", " > ", " < ", " <= "}) + random_.pick(enumeration.enumerators) + ")";
    }
    if (random_.chance(25)) return "(" + text + " in {" + enumeration.enumerators[0] + ", " + enumeration.enumerators[1] + "})";
    return "(" + text + (random_.chance(25) ? " is not " : " is ") + random_.pick(enumeration.enumerators) + ")";
}

// A date moved by months, beside the ends of months.
std::string ExpressionGenerator::movedDate() {
    const auto dates = slots(Kind::Date, false);
    const std::string op = random_.pick<std::string>({" < ", " <= ", " > ", " >= ", " is "});
    return "((" + random_.pick(dates).first + (random_.chance(50) ? " + " : " - ") + literal(Kind::Months) + ")" + op +
           literal(Kind::Date) + ")";
}

std::string ExpressionGenerator::comparison(int depth) {
    if (random_.chance(10)) return movedDate();
    const Kind kind = random_.pick<Kind>(
        {Kind::Count, Kind::Count, Kind::Ratio, Kind::Quantity, Kind::Date, Kind::Date, Kind::Days, Kind::Number, Kind::Months});
    const std::string op = random_.pick<std::string>({" < ", " <= ", " > ", " >= ", " >= ", " < ", " is ", " is not "});
    const std::string right = random_.chance(65) ? literal(kind) : line(kind, depth);
    return "(" + line(kind, depth) + op + right + ")";
}

// An optional, asked for before it is used.
std::string ExpressionGenerator::guarded(int depth) {
    const Kind kind = random_.pick<Kind>({Kind::Date, Kind::Date, Kind::Count, Kind::Bool});
    const auto optionals = slots(kind, true);
    if (optionals.empty()) return membership();
    const std::string name = random_.pick(optionals).first;
    const std::string given = "(" + name + " is given)";
    const std::string used =
        kind == Kind::Bool ? name : "(" + name + random_.pick<std::string>({" < ", " <= ", " > ", " >= "}) + literal(kind) + ")";
    switch (random_.below(5)) {
        case 0:
            return given;
        case 1:
            return "(" + name + " is none)";
        case 2:
            return "(if " + given + " then " + used + " else " + truth(depth) + ")";
        default:
            return "(" + name + " is given and " + used + ")";
    }
}

std::string ExpressionGenerator::names(const char* word) {
    std::vector<std::string> choices;
    for (const auto& [text, slot] : slots(Kind::Bool, false))
        choices.push_back(text);
    for (const auto& [text, declared] : references(Declared::Form::Truth, Kind::Bool))
        choices.push_back(text);
    std::string text = std::string("(") + word + " of " + random_.pick(choices);
    for (std::size_t more = random_.between(1, 2); more > 0; --more)
        text += ", " + random_.pick(choices);
    return text + ")";
}

std::string ExpressionGenerator::quantifier(int depth) {
    const auto choices = lists();
    if (choices.empty() || scope_.size() > 2) return truthLeaf();
    const ListUse use = random_.pick(choices);
    const std::string word = random_.pick<std::string>({"some ", "every ", "no "});
    enter({use.variable, use.list});
    std::string text = "(" + word + use.variable + " in " + use.text;
    if (random_.chance(35)) text += " where " + truth(0);
    text += " has " + truth(random_.chance(30) ? depth : 0) + ")";
    scope_.pop_back();
    return text;
}

std::string ExpressionGenerator::aggregate(Kind kind, int depth) {
    const auto choices = lists();
    if (choices.empty() || scope_.size() > 2) return lineLeaf(kind);
    const ListUse use = random_.pick(choices);
    enter({use.variable, use.list});
    const bool isDate = kind == Kind::Date;
    const bool counts = kind == Kind::Count && random_.chance(50);
    const std::string word =
        isDate ? random_.pick<std::string>({"min ", "max "}) : random_.pick<std::string>({"sum ", "sum ", "min ", "max "});
    std::string text = counts ? "(count " : "(" + word + line(kind, depth > 0 && random_.chance(20) ? 1 : 0) + " for ";
    text += use.variable + " in " + use.text;
    if (random_.chance(60)) text += " where " + truth(0);
    scope_.pop_back();
    return text + ")";
}

std::string ExpressionGenerator::lineLeaf(Kind kind) {
    std::vector<std::string> choices;
    for (const auto& [text, slot] : slots(kind, false))
        choices.push_back(text);
    for (const auto& [text, declared] : references(Declared::Form::Define, kind))
        choices.push_back(text);
    if (kind == Kind::Date && random_.chance(10)) return "as_of";
    if (choices.empty() || random_.chance(15)) return literal(kind);
    return random_.pick(choices);
}

std::string ExpressionGenerator::chosen(Kind kind, int depth) {
    const auto optionals = slots(kind, true);
    if (!optionals.empty() && random_.chance(40)) {
        const std::string name = random_.pick(optionals).first;
        return "(if " + name + " is given then " + name + " else " + line(kind, depth - 1) + ")";
    }
    return "(if " + truth(depth - 1) + " then " + line(kind, depth - 1) + " else " + line(kind, depth - 1) + ")";
}

std::string ExpressionGenerator::argument(const Slot& parameter, int depth) {
    if (parameter.optional) {
        const auto optionals = slots(parameter.kind, true);
        if (!optionals.empty() && random_.chance(70)) return random_.pick(optionals).first;
    }
    return of(parameter.kind, parameter.enumeration, depth);
}

std::string ExpressionGenerator::applied(Kind kind, int depth) {
    const auto tables = references(Declared::Form::Table, kind);
    if (tables.empty()) return lineLeaf(kind);
    const Declared table = random_.pick(tables).second;
    std::string text = table.name + "(";
    for (std::size_t i = 0; i < table.parameters.size(); ++i)
        text += (i == 0 ? "" : ", ") + argument(table.parameters[i], depth);
    return text + ")";
}

std::string ExpressionGenerator::line(Kind kind, int depth) {
    if (depth <= 0) return lineLeaf(kind);
    switch (random_.below(8)) {
        case 0:
        case 1:
            return lineLeaf(kind);
        case 2:
            return chosen(kind, depth);
        case 3:
            return applied(kind, depth - 1);
        case 4:
            if (kind == Kind::Days || kind == Kind::Months) return lineLeaf(kind);
            return aggregate(kind, depth - 1);
        case 5:
            return "(" + random_.pick<std::string>({"larger of ", "smaller of "}) + line(kind, depth - 1) + ", " + line(kind, depth - 1) +
                   ")";
        default:
            return lineCompound(kind, depth);
    }
}

std::string ExpressionGenerator::lineCompound(Kind kind, int depth) {
    const auto operand = [&](Kind other) { return line(other, depth - 1); };
    if (kind == Kind::Date) {
        const Kind period = random_.pick<Kind>({Kind::Days, Kind::Months, Kind::Months});
        const std::string start = random_.chance(80) ? lineLeaf(Kind::Date) : literal(Kind::Date);
        // A sum of months inside could meet a second one: months are added to facts only.
        const auto facts = slots(Kind::Date, false);
        const std::string from = period == Kind::Months && !facts.empty() ? random_.pick(facts).first : start;
        return "(" + from + (random_.chance(50) ? " + " : " - ") + operand(period) + ")";
    }
    if (kind == Kind::Days && random_.chance(60)) return "(" + operand(Kind::Date) + " - " + operand(Kind::Date) + ")";
    if ((kind == Kind::Ratio || kind == Kind::Number) && random_.chance(50)) {
        const Kind parts = kind == Kind::Ratio ? Kind::Quantity : Kind::Count;
        const std::string dividend = operand(parts);
        // A division by what is written out as zero, or adds up to it, is an error of the rules: a divisor reads a fact.
        const auto facts = slots(parts, false);
        return "(" + dividend + " / " + (facts.empty() ? literalNotZero(parts) : random_.pick(facts).first) + ")";
    }
    if (kind == Kind::Quantity && random_.chance(40)) return "(" + operand(Kind::Count) + " * " + operand(Kind::Quantity) + ")";
    if (kind != Kind::Days && kind != Kind::Months && random_.chance(25)) return "abs(" + operand(kind) + " - " + operand(kind) + ")";
    if (kind == Kind::Count && random_.chance(20)) return "(- " + operand(kind) + ")";
    return "(" + operand(kind) + random_.pick<std::string>({" + ", " - "}) + operand(kind) + ")";
}

}  // namespace assay::model
