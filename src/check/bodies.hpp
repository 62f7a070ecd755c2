#pragma once

#include "typer.hpp"
#include "types.hpp"

// The bodies of declarations, a construct a file. Each fills the body that its signature left empty.
namespace assay::check {

// What the bodies of one declaration share.
struct BodyContext {
    Session& session;
    const Origin& origin;
    Declaration& declaration;
    Typer& typer;
};

void checkRule(const BodyContext& context, const syntax::RuleDecl& written);
void checkChecklist(const BodyContext& context, const syntax::ChecklistDecl& written);
void checkDecide(const BodyContext& context, const syntax::DecideDecl& written);
void checkDuty(const BodyContext& context, const syntax::DutyDecl& written);
void checkLifecycle(const BodyContext& context, const syntax::LifecycleDecl& written);
void checkDefine(const BodyContext& context, const syntax::DefineDecl& written);
void checkPartition(const BodyContext& context, const syntax::PartitionDecl& written);
void checkTable(const BodyContext& context, const syntax::TableDecl& written);

// The list of a partition's groups, before any body reads it.
void addGroups(Session& session, DeclId id, ListId divided, Partition& partition);
// The alternative of that name; none if there is no such one, which is reported.
[[nodiscard]] std::optional<std::size_t> alternativeNamed(Session& session, EnumId id, const syntax::Name& name);
// Of a lifecycle that declares the enumeration of its states: whether it begins with `start`, which is reported if not.
[[nodiscard]] bool beginsWithStart(Session& session, const Declaration& declaration, source::Span type);

// The clauses that a part cites, as written.
[[nodiscard]] std::vector<std::string> citedBy(const std::vector<syntax::Name>& cites);

}  // namespace assay::check
