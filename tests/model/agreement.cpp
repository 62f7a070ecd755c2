#include "agreement.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "assay/check/check.hpp"
#include "assay/diagnostics/render.hpp"
#include "assay/document/document.hpp"
#include "assay/facts/quantities.hpp"
#include "assay/lower/program.hpp"
#include "assay/syntax/parse.hpp"

namespace assay::model {

using check::TypeKind;
using evaluate::Status;

namespace {

check::Registers registers() {
    check::Registers registers;
    registers::Clause clause;
    clause.id = "P1";
    registers.clauses.add(clause);
    const quantity::Dimension mass{{{"mass", 1}}};
    registers.units.add({"kg", 1, mass});
    registers.units.add({"t", 1000, mass});
    registers.offered = {
        {"lot.mass", TypeKind::Quantity, "kg", false}, {"lot.share", TypeKind::Ratio, {}, true}, {"lot.closed", TypeKind::Bool, {}, false}};
    registers.calendar.emplace();
    quantity::CalendarYear year{2025, {}};
    for (int day = 1; day <= 5; ++day)
        year.days.push_back({*quantity::Date::of(2025, 5, day), quantity::CalendarDay::Kind::Holiday, "May", "五月"});
    registers.calendar->addYear(year);
    return registers;
}

// What the quantification gives, in place of a kernel: drawn from the day, the name and the item, so that it stays the same
// while a pair is shrunk. Two lacks are shared by all quantities.
facts::Entry given(const check::Quality& quantity, const std::string& item, quantity::Date day) {
    using facts::Entry;
    std::uint64_t seed = 0;
    for (const char letter : quantity.name + "/" + item + "/" + day.text())
        seed = seed * 31 + static_cast<unsigned char>(letter);
    Random random(seed);
    const quantity::Rational unit = quantity.type.kind == TypeKind::Ratio ? quantity::Rational(5, 100) : quantity::Rational(500);
    const auto number = [&] { return quantity::Rational(static_cast<std::int64_t>(random.below(4))) * unit; };
    Entry entry;
    if (quantity.type.optional && random.chance(20)) {
        entry.state = Entry::State::None;
        return entry;
    }
    if (random.chance(40)) {
        entry.state = Entry::State::Known;
        entry.value = quantity.type.kind == TypeKind::Bool ? facts::Scalar(random.chance(50)) : facts::Scalar(number());
        return entry;
    }
    if (quantity.type.kind != TypeKind::Bool && random.chance(50)) {
        entry.state = Entry::State::Range;
        entry.low = number();
        entry.high = *entry.low + number() + unit;
    }
    if (random.chance(70)) entry.lacks.push_back({"inventory.flows[F" + std::to_string(random.below(2)) + "].factor", false});
    if (random.chance(30)) entry.lacks.push_back({"inventory.gwp_set", true});
    return entry;
}

// Near the ends of the calendar an open interval and one that ends there say the same.
quantity::Interval withoutCalendarEnds(TypeKind kind, quantity::Interval line) {
    if (kind != TypeKind::Date) return line;
    if (line.low && *line.low <= quantity::Rational(quantity::Date::first().dayNumber())) line.low.reset();
    if (line.high && *line.high >= quantity::Rational(quantity::Date::last().dayNumber())) line.high.reset();
    return line;
}

std::string lineText(const quantity::Interval& line) {
    return (line.low ? line.low->exact() : "") + ".." + (line.high ? line.high->exact() : "");
}

std::string enumeratorsText(std::uint64_t set) {
    std::string text;
    for (std::size_t i = 0; i < 64; ++i) {
        if ((set >> i & 1U) != 0) text += "#" + std::to_string(i) + " ";
    }
    return text;
}

std::string valueText(const Value& value) {
    if (value.exactlyNone()) return "none";
    switch (value.kind) {
        case TypeKind::Bool:
            return value.truth.settled() ? (value.truth.isTrue() ? "true" : "false") : "open";
        case TypeKind::Enum:
            return enumeratorsText(value.enumerators);
        case TypeKind::Text:
        case TypeKind::Item:
        case TypeKind::List:
            return value.settled() ? "settled" : "open";
        default:
            return lineText(withoutCalendarEnds(value.kind, value.line));
    }
}

std::string valueText(const evaluate::Known& known, TypeKind kind, std::size_t enumerators) {
    if (known.settled && known.kind == evaluate::Known::Kind::None) return "none";
    switch (kind) {
        case TypeKind::Bool:
            return known.settled ? (known.boolean ? "true" : "false") : "open";
        case TypeKind::Enum: {
            std::uint64_t set = 0;
            for (const std::size_t candidate : known.candidates)
                set |= std::uint64_t{1} << candidate;
            return enumeratorsText(set != 0 ? set : everyValue(TypeKind::Enum, enumerators).enumerators);
        }
        case TypeKind::Text:
        case TypeKind::Item:
        case TypeKind::List:
            return known.settled ? "settled" : "open";
        default:
            return lineText(withoutCalendarEnds(kind, known.line));
    }
}

std::string divisionText(const evaluate::Division& division) {
    std::string text = !division.unique ? "open" : *division.unique ? "unique" : "not unique";
    for (const std::vector<std::string>& group : division.groups.value_or(evaluate::Division::Groups{})) {
        text += " |";
        for (const std::string& id : group)
            text += " " + id;
    }
    return text;
}

const char* word(Status status) {
    switch (status) {
        case Status::Holds:
            return "holds";
        case Status::Fails:
            return "fails";
        case Status::Determined:
            return "determined";
        case Status::Undetermined:
            return "undetermined";
        case Status::JudgementNeeded:
            return "judgement needed";
        case Status::NotYet:
            return "not yet";
        case Status::NotApplicable:
            return "not applicable";
        case Status::Conflict:
            return "conflict";
    }
    return "";
}

const char* word(evaluate::MissingKind kind) {
    switch (kind) {
        case evaluate::MissingKind::Fact:
            return "";
        case evaluate::MissingKind::Judgement:
            return " (judgement)";
        case evaluate::MissingKind::Data:
            return " (data)";
        case evaluate::MissingKind::Undefined:
            return " (undefined)";
        case evaluate::MissingKind::Conflict:
            return " (conflict)";
    }
    return "";
}

// What is compared, as one line.
std::string line(Status status, const std::optional<std::size_t>& outcome, std::vector<std::size_t> candidates, const std::string& value,
                 const Needs& missing) {
    std::string text = word(status);
    if (outcome) text += " outcome #" + std::to_string(*outcome);
    std::sort(candidates.begin(), candidates.end());
    for (const std::size_t candidate : candidates)
        text += " candidate #" + std::to_string(candidate);
    if (!value.empty()) text += " value " + value;
    text += "; missing:";
    for (const Need& need : missing)
        text += " " + need.fact + word(need.kind);
    return text;
}

// The items of a checklist as a line of their own.
std::string itemText(Status status, const Needs& missing) {
    return "\n            item " + line(status, std::nullopt, {}, "", missing);
}

Needs needsOf(const std::vector<evaluate::Missing>& missing) {
    Needs needs;
    for (const evaluate::Missing& one : missing)
        needs.insert({one.fact, one.kind});
    return needs;
}

bool isDefine(const check::Checked& rules, check::DeclId id) {
    return std::holds_alternative<check::Define>(rules.declarations[id].body);
}

}  // namespace

std::string describe(const check::Checked& rules, const Conclusion& conclusion) {
    std::string text = line(conclusion.status, conclusion.outcome, conclusion.candidates,
                            isDefine(rules, conclusion.decl) ? valueText(conclusion.value) : conclusion.division, conclusion.missing);
    for (const Conclusion::Item& item : conclusion.items)
        text += itemText(item.status, item.missing);
    return text;
}

std::string Loaded::errors() const {
    std::string text;
    for (const diagnostics::Diagnostic& finding : findings.all())
        text += diagnostics::render(finding, sources, {});
    return text;
}

std::unique_ptr<Loaded> load(const std::string& rules, const std::string& facts) {
    auto loaded = std::make_unique<Loaded>();
    std::vector<syntax::Tree> files;
    files.push_back(syntax::parse(loaded->sources, loaded->sources.add("rules.assay", rules), loaded->findings));
    if (loaded->findings.hasErrors()) return loaded;
    loaded->rules = check::check(files, registers(), loaded->sources, loaded->findings);
    if (loaded->findings.hasErrors()) return loaded;
    loadCase(*loaded, facts);
    return loaded;
}

bool loadCase(Loaded& loaded, const std::string& facts) {
    loaded.ok = false;
    const auto document = document::readToml(loaded.sources, loaded.sources.add("case.toml", facts), loaded.findings);
    if (!document) return false;
    loaded.facts = facts::read(*document, loaded.rules, loaded.sources, loaded.findings);
    const quantity::Date day = loaded.facts.asOf.value_or(quantity::Date());
    facts::giveQuantities(loaded.facts, loaded.rules,
                          [day](const check::Quality& quantity, const std::string& item) { return given(quantity, item, day); });
    loaded.ok = !loaded.findings.hasErrors();
    return loaded.ok;
}

Comparison compare(const Loaded& loaded, Mutation mutation) {
    const check::Checked& rules = loaded.rules;
    Options options;
    options.mutation = mutation;
    const Result model = evaluate(rules, loaded.facts, *loaded.facts.asOf, options);
    Comparison comparison;
    if (model.residualsSkipped > 0) {
        comparison.skipped = true;
        return comparison;
    }
    const lower::Program program = lower::lower(rules);
    const evaluate::Evaluation evaluation(program, {{&loaded.facts, *loaded.facts.asOf, {}}});
    const evaluate::CaseResult engine = evaluation.result(0);

    using Key = std::tuple<std::size_t, std::string>;
    std::map<Key, std::pair<std::string, std::string>> lines;
    for (const Conclusion& conclusion : model.conclusions) {
        lines[{conclusion.decl.index(), conclusion.item}].first = describe(rules, conclusion);
    }
    for (const evaluate::Conclusion& conclusion : engine.conclusions) {
        const check::Type& type = rules.declarations[conclusion.decl].type;
        const std::size_t enumerators = type.kind == TypeKind::Enum ? rules.enumerations[type.enumeration].enumerators.size() : 0;
        const bool divides = std::holds_alternative<check::Partition>(rules.declarations[conclusion.decl].body);
        const std::string value = isDefine(rules, conclusion.decl) ? valueText(conclusion.value, type.kind, enumerators)
                                  : divides                        ? divisionText(conclusion.division)
                                                                   : "";
        std::string& text = lines[{conclusion.decl.index(), conclusion.item}].second;
        text = line(conclusion.status, conclusion.outcome, conclusion.candidates, value, needsOf(conclusion.missing));
        for (const evaluate::ItemConclusion& item : conclusion.items)
            text += itemText(item.status, needsOf(item.missing));
    }
    for (const auto& [key, texts] : lines) {
        if (texts.first == texts.second) continue;
        const auto& [decl, item] = key;
        comparison.differences.push_back(rules.declarations[check::DeclId(decl)].name + (item.empty() ? "" : "[" + item + "]") +
                                         "\n    model:  " + texts.first + "\n    engine: " + texts.second);
    }
    return comparison;
}

}  // namespace assay::model
