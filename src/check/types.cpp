#include "types.hpp"

#include "typer.hpp"

namespace assay::check {

using diagnostics::Kind;

namespace {

std::optional<TypeKind> builtInType(std::string_view word) {
    static const std::map<std::string_view, TypeKind> words = {
        {"bool", TypeKind::Bool},     {"count", TypeKind::Count}, {"number", TypeKind::Number},
        {"ratio", TypeKind::Ratio},   {"date", TypeKind::Date},   {"days", TypeKind::Days},
        {"months", TypeKind::Months}, {"text", TypeKind::Text},   {"working_days", TypeKind::WorkingDays},
    };
    const auto found = words.find(word);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

// Reads one written type; a member a form.
class TypeReader {
public:
    TypeReader(Session& session, const syntax::Tree& tree, TypePlace place) : session_(session), tree_(tree), place_(place) {}

    DeclaredType read(const syntax::TypeExpr& written) {
        DeclaredType declared = readForm(written);
        if (declared.type.kind == TypeKind::Error) return declared;
        declared.type.optional = declared.type.optional || written.optional;
        if (declared.type.kind == TypeKind::List && declared.type.element == TypeKind::Record && declared.type.optional) {
            return refuse(written);
        }
        readBounds(written, declared);
        return declared;
    }

private:
    DeclaredType readForm(const syntax::TypeExpr& written) {
        switch (written.kind) {
            case syntax::TypeExpr::Kind::Plain:
                return readPlain(written);
            case syntax::TypeExpr::Kind::ListOf:
                return readList(written);
            case syntax::TypeExpr::Kind::ItemOf:
                return readItem(written);
            case syntax::TypeExpr::Kind::Judgement:
                return readJudgement(written);
        }
        return {};
    }

    DeclaredType refuse(const syntax::TypeExpr& written) {
        session_.findings.add(Kind::TypeNotAllowed, written.span,
                              {{"type", diagnostics::Name{std::string(session_.sources.text(written.span))}}});
        return {};
    }

    DeclaredType readPlain(const syntax::TypeExpr& written) {
        DeclaredType declared;
        const std::string& word = written.name.text;
        if (const auto kind = builtInType(word)) {
            declared.type.kind = *kind;
            return declared;
        }
        if (const auto found = session_.enumerationNames.find(word); found != session_.enumerationNames.end()) {
            declared.type.kind = TypeKind::Enum;
            declared.type.enumeration = found->second;
            return declared;
        }
        if (session_.names.find(word, Symbol::Kind::Record)) return refuse(written);
        if (const auto unit = session_.checked.units.find(word)) {
            declared.type.kind = TypeKind::Quantity;
            declared.type.dimension = unit->dimension;
            declared.unit = *unit;
            return declared;
        }
        reportUnknown(written.name);
        return declared;
    }

    void reportUnknown(const syntax::Name& name) {
        std::vector<std::string> candidates = {"bool", "count", "number", "ratio", "date", "days", "months", "working_days", "text"};
        for (const auto& [enumeration, id] : session_.enumerationNames)
            candidates.push_back(enumeration);
        for (const Record& record : session_.checked.records)
            candidates.push_back(record.name);
        for (const std::string& spelling : session_.checked.units.spellings())
            candidates.push_back(spelling);
        suggest(session_.findings.add(Kind::UnknownType, name.span, {{"name", diagnostics::Name{name.text}}}), name.text, candidates);
    }

    DeclaredType readList(const syntax::TypeExpr& written) {
        DeclaredType declared;
        if (recordOfList(session_, written)) {
            if (place_ != TypePlace::Fact) return refuse(written);
            declared.type.kind = TypeKind::List;
            declared.type.element = TypeKind::Record;
            return declared;
        }
        if (place_ == TypePlace::Parameter || written.element.empty()) return refuse(written);
        const DeclaredType element = TypeReader(session_, tree_, TypePlace::Result).read(written.element.front());
        switch (element.type.kind) {
            case TypeKind::Error:
                return declared;
            case TypeKind::Enum:
            case TypeKind::Text:
            case TypeKind::Item:
                break;
            case TypeKind::List:
                if (element.type.element != TypeKind::Item || place_ != TypePlace::Fact) return refuse(written);
                break;
            default:
                return refuse(written);
        }
        if (element.type.optional) return refuse(written);
        declared.type = element.type;
        declared.type.kind = TypeKind::List;
        declared.type.element = element.type.kind;
        return declared;
    }

    DeclaredType readItem(const syntax::TypeExpr& written) {
        DeclaredType declared;
        const auto found = session_.listNames.find(written.name.text);
        if (found == session_.listNames.end()) {
            std::vector<std::string> lists;
            for (const auto& [name, id] : session_.listNames)
                lists.push_back(name);
            suggestOrList(session_.findings.add(Kind::UnknownName, written.name.span, {{"name", diagnostics::Name{written.name.text}}}),
                          written.name.text, lists);
            return declared;
        }
        declared.type.kind = TypeKind::Item;
        declared.type.list = found->second;
        return declared;
    }

    DeclaredType readJudgement(const syntax::TypeExpr& written) {
        if (place_ != TypePlace::Fact) return refuse(written);
        DeclaredType declared;
        if (written.element.empty()) {
            declared.type.kind = TypeKind::Bool;
        } else {
            declared = read(written.element.front());
        }
        declared.judgement = true;
        if (written.role.present()) declared.judgedBy = readRole(written.role);
        return declared;
    }

    std::optional<RoleId> readRole(const syntax::Name& role) {
        std::vector<std::string> roles;
        for (std::size_t index = 0; index < session_.checked.roles.size(); ++index) {
            const std::string& name = session_.checked.roles[RoleId(index)].name;
            if (name == role.text) return RoleId(index);
            roles.push_back(name);
        }
        suggestOrList(session_.findings.add(Kind::NotInHeader, role.span, {{"name", diagnostics::Name{role.text}}}), role.text, roles);
        return std::nullopt;
    }

    void readBounds(const syntax::TypeExpr& written, DeclaredType& declared) {
        if (!written.low && !written.high) return;
        if (!declared.type.isNumeric() || place_ == TypePlace::Result) {
            session_.findings.add(Kind::BoundsNotAllowed, written.span,
                                  {{"type", diagnostics::Name{describe(declared.type, session_.checked)}}});
            return;
        }
        if (written.low) declared.low = readBound(*written.low, declared);
        if (written.high) declared.high = readBound(*written.high, declared);
        if (declared.low && declared.high && *declared.high < *declared.low) session_.findings.add(Kind::EmptyRange, written.span);
    }

    // The unit stands before the bounds, so a bound may leave it out.
    std::optional<quantity::Rational> readBound(syntax::ExprId bound, const DeclaredType& declared) {
        Typer typer(session_, tree_);
        Wanted wanted = {declared.type, declared.unit.symbol, true};
        wanted.type.optional = false;
        const std::optional<Constant> constant = typer.constant(bound, wanted);
        if (!constant) return std::nullopt;
        const auto* value = std::get_if<quantity::Rational>(&constant->value);
        return value ? std::optional(*value) : std::nullopt;
    }

    Session& session_;
    const syntax::Tree& tree_;
    TypePlace place_;
};

}  // namespace

DeclaredType readType(Session& session, const syntax::Tree& tree, const syntax::TypeExpr& written, TypePlace place) {
    return TypeReader(session, tree, place).read(written);
}

std::optional<RecordId> recordOfList(const Session& session, const syntax::TypeExpr& written) {
    if (written.kind != syntax::TypeExpr::Kind::ListOf || written.element.empty()) return std::nullopt;
    const syntax::TypeExpr& element = written.element.front();
    if (element.kind != syntax::TypeExpr::Kind::Plain || element.optional) return std::nullopt;
    const Symbol* symbol = session.names.find(element.name.text, Symbol::Kind::Record);
    return symbol ? std::optional(RecordId(symbol->index)) : std::nullopt;
}

}  // namespace assay::check
