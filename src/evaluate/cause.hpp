#pragma once

#include <map>
#include <string>
#include <vector>

#include "assay/evaluate/result.hpp"
#include "state.hpp"

namespace assay::evaluate {

// Something that keeps a value from being settled.
struct Cause {
    enum class Kind : std::uint8_t {
        Fact,       // id: FactId, row: the case
        Field,      // id: FieldId, list, row: of the list's table
        List,       // list, row: the parent's
        Pair,       // id: FactId, row, second: the two items
        Event,      // id: StageId: the event that enters a stage that is not entered; row: the case
        Awaited,    // id: DeclId: a decide that says what it awaits; row: of its space
        Calendar,   // id: a year whose working days are not known
        Undefined,  // id: DeclId in whose text the operation stands; row: of its space
        Conflict,   // id: DeclId, row: of its space
    };
    Kind kind = Kind::Fact;
    std::size_t id = 0;
    check::ListId list;
    RowIndex row = 0;
    RowIndex second = 0;
    auto operator<=>(const Cause&) const = default;
};

// Causes in the order in which they were met, each once, with the place in the rules that met it first.
class Causes {
public:
    void add(const Cause& cause, const source::Span& rule);
    [[nodiscard]] const std::vector<Cause>& all() const { return order_; }
    [[nodiscard]] bool contains(const Cause& cause) const { return rules_.count(cause) != 0; }
    [[nodiscard]] const source::Span& rule(const Cause& cause) const { return rules_.at(cause); }

private:
    std::vector<Cause> order_;
    std::map<Cause, source::Span> rules_;
};

// The fact or field that a place reads directly; empty for anything else, and for a field of an unknown item.
[[nodiscard]] std::optional<Cause> factCause(const State& state, Place place);
// The cause of an unknown list of a quantifier's place; empty where the list hangs on another unknown value, or is the groups
// of a partition.
[[nodiscard]] std::optional<Cause> listCause(const State& state, lower::SpaceId inner, RowIndex parentRow);

// The declaration in whose text a walk stands, and the row of its space.
struct Context {
    check::DeclId decl;
    RowIndex row = 0;
};

// Every cause that keeps a place from being settled, through names; branches that are excluded are left out. A settled
// place has none. The place stands in the text of the context's declaration.
void touch(const State& state, Place place, const Context& context, Causes& causes);

// Adds what results say of a cause, once: of a quantity what the inventory lacks, else one entry.
void describe(const State& state, const Cause& cause, const source::Span& rule, std::vector<Missing>& missing);
// "findings[NC-01].replied_on"; the name by which results speak of a fact, field, list or declaration.
[[nodiscard]] std::string nameOf(const State& state, const Cause& cause);
// "NC-01", "U1/S2": the item of a row of a declaration's space; empty in the case's space.
[[nodiscard]] std::string itemOf(const State& state, lower::SpaceId space, RowIndex row);
// Whether the cause is an event that lies ahead rather than something to be recorded.
[[nodiscard]] bool liesAhead(const Cause& cause);

}  // namespace assay::evaluate
