#include "assay/author/clauses.hpp"

#include <algorithm>

namespace assay::author {

using check::Checked;
using check::Declaration;
using check::DeclId;
using evaluate::Status;

namespace {

Part::Kind kindOf(const Declaration& declaration) {
    struct Visitor {
        Part::Kind operator()(const check::Rule&) const { return Part::Kind::Rule; }
        Part::Kind operator()(const check::Decide&) const { return Part::Kind::Decide; }
        Part::Kind operator()(const check::Define&) const { return Part::Kind::Define; }
        Part::Kind operator()(const check::Table&) const { return Part::Kind::Table; }
        Part::Kind operator()(const check::Flag&) const { return Part::Kind::Flag; }
        Part::Kind operator()(const check::Contradiction&) const { return Part::Kind::Contradiction; }
        Part::Kind operator()(const check::Checklist&) const { return Part::Kind::Checklist; }
        Part::Kind operator()(const check::Duty&) const { return Part::Kind::Duty; }
        Part::Kind operator()(const check::Partition&) const { return Part::Kind::Partition; }
        Part::Kind operator()(const check::Lifecycle&) const { return Part::Kind::Lifecycle; }
    };
    return std::visit(Visitor{}, declaration.body);
}

// Which declarations read which.
class Readers {
public:
    explicit Readers(const Checked& rules) : rules_(rules), readers_(rules.declarations.size()) {
        for (std::size_t i = 0; i < rules.declarations.size(); ++i) {
            for (const DeclId used : rules.declarations[DeclId(i)].uses)
                readers_[used.index()].push_back(DeclId(i));
        }
    }

    // The nearest decides on every way from the declarations upwards, themselves included; without one the ends of the ways.
    [[nodiscard]] std::vector<DeclId> decidesAbove(const std::set<DeclId>& from) const {
        std::set<DeclId> decides;
        std::set<DeclId> ends;
        std::set<DeclId> seen = from;
        std::vector<DeclId> open(from.begin(), from.end());
        while (!open.empty()) {
            const DeclId id = open.back();
            open.pop_back();
            if (std::holds_alternative<check::Decide>(rules_.declarations[id].body)) {
                decides.insert(id);
                continue;
            }
            if (readers_[id.index()].empty()) ends.insert(id);
            for (const DeclId reader : readers_[id.index()]) {
                if (seen.insert(reader).second) open.push_back(reader);
            }
        }
        const std::set<DeclId>& found = decides.empty() ? ends : decides;
        return {found.begin(), found.end()};
    }

private:
    const Checked& rules_;
    std::vector<std::vector<DeclId>> readers_;
};

// Collects the parts that cite something.
class Collector {
public:
    explicit Collector(const Checked& rules) : rules_(rules), readers_(rules) {}

    std::vector<Part> all() {
        for (std::size_t i = 0; i < rules_.declarations.size(); ++i)
            addDeclaration(DeclId(i));
        for (std::size_t i = 0; i < rules_.enumerations.size(); ++i)
            addEnumerators(check::EnumId(i));
        for (std::size_t i = 0; i < rules_.stages.size(); ++i)
            addStage(check::StageId(i));
        for (std::size_t i = 0; i < rules_.readings.size(); ++i)
            addReading(check::ReadingId(i));
        return std::move(parts_);
    }

private:
    void add(Part part, const std::set<DeclId>& moves) {
        if (part.clauses.empty()) return;
        part.moves.assign(moves.begin(), moves.end());
        part.under = readers_.decidesAbove(moves);
        parts_.push_back(std::move(part));
    }

    void addDeclaration(DeclId id) {
        const Declaration& declaration = rules_.declarations[id];
        Part whole;
        whole.kind = kindOf(declaration);
        whole.decl = id;
        whole.name = declaration.name;
        whole.clauses = declaration.clauses;
        whole.span = declaration.span;
        add(whole, {id});
        if (const auto* decide = std::get_if<check::Decide>(&declaration.body)) {
            const std::vector<check::Enumerator>& enumerators = rules_.enumerations[decide->enumeration].enumerators;
            addEach(id, Part::Kind::Outcome, decide->outcomes, [&](const check::Outcome& outcome, std::size_t) {
                return declaration.name + ": " + enumerators[outcome.enumerator].name;
            });
        } else if (const auto* define = std::get_if<check::Define>(&declaration.body)) {
            addEach(id, Part::Kind::Exception, define->exceptions,
                    [&](const check::Exception& exception, std::size_t) { return declaration.name + ": " + exception.name; });
        } else if (const auto* table = std::get_if<check::Table>(&declaration.body)) {
            addEach(id, Part::Kind::Row, table->rows,
                    [&](const check::Row&, std::size_t index) { return declaration.name + "[" + std::to_string(index + 1) + "]"; });
        } else if (const auto* checklist = std::get_if<check::Checklist>(&declaration.body)) {
            addEach(id, Part::Kind::ChecklistItem, checklist->items,
                    [&](const check::ChecklistItem& item, std::size_t) { return declaration.name + "." + item.name; });
        } else if (const auto* partition = std::get_if<check::Partition>(&declaration.body)) {
            addEach(id, Part::Kind::Step, partition->steps,
                    [&](const check::PartitionStep& step, std::size_t) { return declaration.name + "." + step.name; });
            Part agreement = whole;
            agreement.kind = Part::Kind::Agreement;
            agreement.name += ": agreed";
            agreement.clauses = partition->agreedClauses;
            add(std::move(agreement), {id});
        } else if (const auto* lifecycle = std::get_if<check::Lifecycle>(&declaration.body)) {
            addLines(id, declaration, *lifecycle);
        }
    }

    void addLines(DeclId id, const Declaration& declaration, const check::Lifecycle& lifecycle) {
        const check::EnumId acts = rules_.expressions[lifecycle.act].type.enumeration;
        addEach(id, Part::Kind::Transition, lifecycle.transitions, [&](const check::Transition& transition, std::size_t) {
            return declaration.name + ": " + rules_.enumerations[acts].enumerators[transition.act].name;
        });
        addEach(id, Part::Kind::Passing, lifecycle.passings, [&](const check::Passing& passing, std::size_t) {
            return declaration.name + ": " + rules_.enumerations[declaration.type.enumeration].enumerators[passing.to].name;
        });
    }

    template <class Pieces, class NameOf>
    void addEach(DeclId id, Part::Kind kind, const Pieces& pieces, NameOf nameOf) {
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            Part part;
            part.kind = kind;
            part.decl = id;
            part.index = i;
            part.name = nameOf(pieces[i], i);
            part.clauses = pieces[i].clauses;
            part.span = pieces[i].span;
            add(std::move(part), {id});
        }
    }

    // An enumerator counts where a decide can give it or a declaration asks for it; else it decides nothing.
    void addEnumerators(check::EnumId id) {
        const check::Enumeration& enumeration = rules_.enumerations[id];
        const bool cites = std::any_of(enumeration.enumerators.begin(), enumeration.enumerators.end(),
                                       [](const check::Enumerator& enumerator) { return !enumerator.clauses.empty(); });
        if (!cites || isOfDecide(id)) return;
        const std::set<DeclId> users = usersOf(id);
        if (users.empty()) return;
        for (std::size_t i = 0; i < enumeration.enumerators.size(); ++i) {
            Part part;
            part.kind = Part::Kind::Enumerator;
            part.enumeration = id;
            part.index = i;
            part.name = enumeration.name + "." + enumeration.enumerators[i].name;
            part.clauses = enumeration.enumerators[i].clauses;
            part.span = enumeration.span;
            add(std::move(part), users);
        }
    }

    // A decide without a type has an enum of its own, whose alternatives cite what its outcomes do.
    [[nodiscard]] bool isOfDecide(check::EnumId id) const {
        return std::any_of(rules_.declarations.begin(), rules_.declarations.end(), [&](const Declaration& declaration) {
            const auto* decide = std::get_if<check::Decide>(&declaration.body);
            return decide && decide->enumeration == id && rules_.enumerations[id].name == declaration.name;
        });
    }

    void addStage(check::StageId id) {
        const check::Stage& stage = rules_.stages[id];
        Part part;
        part.kind = Part::Kind::Stage;
        part.stage = id;
        part.name = stage.name;
        part.clauses = stage.clauses;
        part.span = stage.span;
        std::set<DeclId> users;
        for (std::size_t i = 0; i < rules_.declarations.size(); ++i) {
            if (rules_.declarations[DeclId(i)].stage == id) users.insert(DeclId(i));
        }
        if (!users.empty()) add(std::move(part), users);
    }

    void addReading(check::ReadingId id) {
        const check::Reading& reading = rules_.readings[id];
        Part part;
        part.kind = Part::Kind::Reading;
        part.reading = id;
        part.name = reading.name;
        part.clauses = reading.clauses;
        part.span = reading.span;
        std::set<DeclId> users;
        for (std::size_t i = 0; i < rules_.declarations.size(); ++i) {
            const std::vector<check::ReadingId>& read = rules_.declarations[DeclId(i)].readings;
            if (std::find(read.begin(), read.end(), id) != read.end()) users.insert(DeclId(i));
        }
        for (const check::Expr& expr : rules_.expressions) {
            if (expr.reading == id) insertOwner(expr.span, users);
        }
        if (!users.empty()) add(std::move(part), users);
    }

    // The declarations that give an alternative of the enum or ask for one.
    [[nodiscard]] std::set<DeclId> usersOf(check::EnumId id) const {
        std::set<DeclId> users;
        for (std::size_t i = 0; i < rules_.declarations.size(); ++i) {
            const Declaration& declaration = rules_.declarations[DeclId(i)];
            const auto* decide = std::get_if<check::Decide>(&declaration.body);
            const auto* table = std::get_if<check::Table>(&declaration.body);
            const bool takes = table && std::any_of(table->parameters.begin(), table->parameters.end(),
                                                    [id](const check::Parameter& parameter) { return parameter.type.enumeration == id; });
            const bool gives = (decide && decide->enumeration == id) || declaration.type.enumeration == id;
            if (takes || gives) users.insert(DeclId(i));
        }
        for (const check::Expr& expr : rules_.expressions) {
            const auto* literal = std::get_if<check::Constant::Enumerator>(&expr.constant.value);
            const bool names = expr.kind == check::ExprKind::Literal && literal && literal->enumeration == id;
            const bool asks =
                expr.kind == check::ExprKind::IsEnumerator && rules_.expressions[expr.operands.front()].type.enumeration == id;
            if (names || asks) insertOwner(expr.span, users);
        }
        return users;
    }

    // The declarations in whose text the place lies, or in what skips their stage.
    void insertOwner(source::Span place, std::set<DeclId>& owners) const {
        for (std::size_t i = 0; i < rules_.declarations.size(); ++i) {
            const Declaration& declaration = rules_.declarations[DeclId(i)];
            const check::ExprId skipped = declaration.stage ? rules_.stages[*declaration.stage].skippedWhen : check::ExprId();
            const bool atStage = skipped.valid() && holds(rules_.expressions[skipped].span, place);
            if (atStage || holds(declaration.span, place)) owners.insert(DeclId(i));
        }
    }

    static bool holds(source::Span whole, source::Span part) {
        return whole.source == part.source && whole.begin <= part.begin && part.end <= whole.end;
    }

    const Checked& rules_;
    Readers readers_;
    std::vector<Part> parts_;
};

ClauseStatus statusOf(const registers::Clause& clause, bool isCited) {
    using registers::Computable;
    if (!isCited) return clause.computable == Computable::None ? ClauseStatus::None : ClauseStatus::Open;
    return clause.computable == Computable::Recorded ? ClauseStatus::Recorded : ClauseStatus::Encoded;
}

bool isSettled(Status status) {
    return status == Status::Holds || status == Status::Fails || status == Status::Determined;
}

// Adds the clauses of the enumerators that an entry of the case names.
void addNamed(const facts::Entry& entry, const check::Type& type, const Checked& rules, std::set<std::string>& clauses) {
    if (!type.enumeration.valid()) return;
    const std::vector<check::Enumerator>& enumerators = rules.enumerations[type.enumeration].enumerators;
    const auto add = [&](const facts::Scalar& scalar) {
        const auto* named = std::get_if<facts::EnumeratorIndex>(&scalar);
        if (!named || named->value >= enumerators.size()) return;
        const std::vector<std::string>& cited = enumerators[named->value].clauses;
        clauses.insert(cited.begin(), cited.end());
    };
    if (entry.value) add(*entry.value);
    for (const facts::Scalar& element : entry.elements)
        add(element);
}

void addNamed(const facts::CaseFacts& facts, const Checked& rules, std::set<std::string>& clauses) {
    for (std::size_t i = 0; i < facts.facts.size(); ++i)
        addNamed(facts.facts[check::FactId(i)], rules.facts[check::FactId(i)].type, rules, clauses);
    for (std::size_t i = 0; i < facts.lists.size(); ++i) {
        const std::vector<check::FieldId>& fields = rules.records[rules.lists[check::ListId(i)].record].fields;
        for (const facts::Item& item : facts.lists[check::ListId(i)].items) {
            for (std::size_t field = 0; field < fields.size(); ++field)
                addNamed(item.fields[field], rules.fields[fields[field]].type, rules, clauses);
        }
    }
}

}  // namespace

std::vector<Part> citingParts(const Checked& rules) {
    return Collector(rules).all();
}

std::size_t ClauseIndex::count(ClauseStatus status) const {
    return static_cast<std::size_t>(
        std::count_if(entries.begin(), entries.end(), [status](const ClauseEntry& entry) { return entry.status == status; }));
}

ClauseIndex indexClauses(const Checked& rules) {
    ClauseIndex index;
    index.parts = citingParts(rules);
    const std::vector<registers::Clause>& clauses = rules.clauses.all();
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        ClauseEntry entry;
        entry.clause = i;
        for (std::size_t part = 0; part < index.parts.size(); ++part) {
            const std::vector<std::string>& cited = index.parts[part].clauses;
            if (std::find(cited.begin(), cited.end(), clauses[i].id) != cited.end()) entry.parts.push_back(part);
        }
        entry.status = statusOf(clauses[i], !entry.parts.empty());
        index.entries.push_back(std::move(entry));
    }
    return index;
}

std::set<std::string> exercisedClauses(const evaluate::CaseResult& result, const facts::CaseFacts& facts, const Checked& rules) {
    std::set<std::string> clauses;
    const auto add = [&clauses](const std::vector<std::string>& cited) { clauses.insert(cited.begin(), cited.end()); };
    for (const evaluate::Conclusion& conclusion : result.conclusions) {
        if (!isSettled(conclusion.status)) continue;
        const Declaration& declaration = rules.declarations[conclusion.decl];
        add(conclusion.clauses);
        for (const check::ReadingId reading : conclusion.readings)
            add(rules.readings[reading].clauses);
        if (declaration.stage) add(rules.stages[*declaration.stage].clauses);
        if (const auto* decide = std::get_if<check::Decide>(&declaration.body); decide && conclusion.outcome) {
            add(rules.enumerations[decide->enumeration].enumerators[*conclusion.outcome].clauses);
        }
        if (const auto* checklist = std::get_if<check::Checklist>(&declaration.body)) {
            for (std::size_t i = 0; i < conclusion.items.size(); ++i) {
                if (isSettled(conclusion.items[i].status)) add(checklist->items[i].clauses);
            }
        }
    }
    addNamed(facts, rules, clauses);
    return clauses;
}

void addCases(ClauseIndex& index, const std::vector<Trial>& trials, const lower::Program& program, const evaluate::Limits& limits) {
    const Checked& rules = *program.checked;
    std::vector<evaluate::CaseRow> rows;
    for (const Trial& trial : trials)
        rows.push_back({trial.facts, trial.asOf, {}});
    const evaluate::Evaluation evaluation(program, std::move(rows), limits);
    for (std::size_t row = 0; row < trials.size(); ++row) {
        if (evaluation.exhausted(row)) continue;
        const std::set<std::string> exercised = exercisedClauses(evaluation.result(row), *trials[row].facts, rules);
        for (ClauseEntry& entry : index.entries) {
            const bool isKnown = !entry.cases.empty() && entry.cases.back() == trials[row].caseName;
            const bool isExercised = !entry.parts.empty() && exercised.count(rules.clauses.all()[entry.clause].id) > 0;
            if (isExercised && !isKnown) entry.cases.push_back(trials[row].caseName);
        }
    }
}

}  // namespace assay::author
