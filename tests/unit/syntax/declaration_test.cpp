#include <gtest/gtest.h>

#include "fixture.hpp"

namespace assay::syntax {

namespace {

std::string listed(const std::vector<Name>& names) {
    std::string result;
    for (const Name& name : names) {
        result += (result.empty() ? "" : " ") + name.text;
    }
    return result;
}

Parsed accepted(const char* file) {
    return Parsed(readWhole(projectRoot() / "tests/spec/syntax/accept" / file));
}

const diagnostics::Note* hint(const Parsed& parsed, diagnostics::Kind kind) {
    for (const diagnostics::Note& note : parsed.findings.all().at(0).notes) {
        if (note.kind == kind) {
            return &note;
        }
    }
    return nullptr;
}

}  // namespace

TEST(Ruleset, KeepsItsHeader) {
    const Parsed parsed = accepted("header.assay");
    const auto& ruleset = parsed.body<RulesetDecl>(0);
    EXPECT_EQ(parsed.tree.declarations[0].name.text, "cgc.pv10");
    EXPECT_EQ(ruleset.title.english, "A rule set");
    EXPECT_EQ(ruleset.title.chinese, "规则集");
    EXPECT_EQ(ruleset.edition.text, "not stated");
    EXPECT_EQ(ruleset.clauses.text, "clauses.toml");
    EXPECT_EQ(ruleset.units.text, "units.toml");
    EXPECT_EQ(ruleset.calendar.text, "calendars/cn.toml");
    EXPECT_EQ(listed(ruleset.parties), "client body");
    EXPECT_EQ(listed(ruleset.roles), "verifier decision_maker");
    EXPECT_EQ(listed(ruleset.baseUnits), "person_day");
    EXPECT_EQ(ruleset.months.text, "clamp to month end");
    EXPECT_TRUE(ruleset.signWhen.valid());
    EXPECT_EQ(parsed.body<RulesetDecl>(1).edition.text, "2025-03");
}

TEST(Checklist, KeepsItsItemsWithTheirParts) {
    const Parsed parsed = accepted("checklists.assay");
    const auto& papers = parsed.body<ChecklistDecl>(0);
    EXPECT_EQ(papers.prefix.text, "documents");
    EXPECT_FALSE(papers.when.valid());
    ASSERT_EQ(papers.items.size(), 2U);
    EXPECT_EQ(papers.items[0].name.text, "application_form");
    EXPECT_EQ(listed(papers.items[0].cites), "A1.1");
    EXPECT_EQ(papers.items[0].label.chinese, "申请书");
    EXPECT_FALSE(papers.items[0].require.valid());
    EXPECT_FALSE(papers.items[0].when.valid());
    EXPECT_TRUE(papers.items[1].when.valid());

    const auto& people = parsed.body<ChecklistDecl>(1);
    EXPECT_EQ(people.prefix.text, "s.papers");
    EXPECT_TRUE(people.when.valid());
    EXPECT_EQ(parsed.tree.declarations[1].heading.binders.size(), 2U);
    EXPECT_EQ(parsed.tree.declarations[1].message.english, "Somebody is missing");
    ASSERT_EQ(people.items.size(), 3U);
    EXPECT_EQ(people.items[0].name.text, "检查员");
    EXPECT_EQ(people.items[1].name.text, "item");
    EXPECT_EQ(people.items[2].name.text, "label");
    EXPECT_EQ(listed(people.items[2].cites), "P32.6 P33");
    EXPECT_FALSE(parsed.body<ChecklistDecl>(2).prefix.present());
}

TEST(Quantity, KeepsItsTypeAndItsHeading) {
    const Parsed parsed = accepted("time_and_groups.assay");
    EXPECT_EQ(parsed.body<RulesetDecl>(0).factors.text, "data");
    EXPECT_EQ(parsed.body<QuantityDecl>(1).attributes.type.name.text, "kgCO2e/FU");
    EXPECT_EQ(parsed.tree.declarations[1].name.text, "footprint.total");
    EXPECT_EQ(parsed.tree.declarations[1].heading.binders.at(0).list.text, "units");
    EXPECT_EQ(parsed.tree.declarations[1].label.chinese, "碳足迹");
    EXPECT_EQ(parsed.body<QuantityDecl>(2).attributes.type.name.text, "bool");
    EXPECT_TRUE(parsed.tree.declarations[2].heading.binders.empty());
}

TEST(Partition, KeepsItsStepsInOrder) {
    const Parsed parsed = accepted("time_and_groups.assay");
    const auto& units = parsed.body<PartitionDecl>(3);
    EXPECT_EQ(units.item.variable.text, "p");
    EXPECT_EQ(units.item.list.text, "products");
    EXPECT_EQ(parsed.tree.declarations[3].heading.stage.text, "application");
    EXPECT_EQ(parsed.tree.declarations[3].heading.party.text, "body");
    ASSERT_EQ(units.steps.size(), 3U);
    EXPECT_EQ(units.steps[0].by.size(), 1U);
    EXPECT_FALSE(units.steps[0].when.valid());
    EXPECT_EQ(units.steps[1].by.size(), 2U);
    EXPECT_EQ(units.steps[1].label.english, "Base metal");
    EXPECT_TRUE(units.steps[1].when.valid());
    EXPECT_TRUE(units.steps[2].by.empty());
    EXPECT_EQ(units.steps[2].first.text + units.steps[2].second.text, "pq");
    EXPECT_TRUE(units.steps[2].apart.valid());
    EXPECT_EQ(listed(units.steps[2].cites), "P17.5");
    EXPECT_EQ(units.agreedBy.text, "negotiation.groups");
    EXPECT_EQ(listed(units.agreedCites), "P19");
    // What a step reads, the declaration reads.
    EXPECT_EQ(listed(parsed.tree.declarations[3].sources.reads), "AMB-58 AMB-21");
    EXPECT_EQ(listed(parsed.tree.declarations[3].sources.cites), "P17");
    EXPECT_FALSE(parsed.body<PartitionDecl>(4).agreedBy.present());
}

TEST(Duty, KeepsItsLimitPausesAndRollOver) {
    const Parsed parsed = accepted("time_and_groups.assay");
    const auto& notice = parsed.body<DutyDecl>(5);
    EXPECT_TRUE(notice.when.valid());
    EXPECT_EQ(parsed.tree.expressions[notice.amount].name.text, "working_day");
    EXPECT_EQ(parsed.tree.expressions[notice.after].kind, ExprKind::If);
    EXPECT_EQ(parsed.tree.expressions[notice.met].name.text, "application.notice_on");
    EXPECT_FALSE(notice.rollsOver);

    const auto& conclude = parsed.body<DutyDecl>(6);
    EXPECT_FALSE(conclude.when.valid());
    ASSERT_EQ(conclude.pauses.size(), 2U);
    EXPECT_EQ(conclude.pauses[0].variable.text, "d");
    EXPECT_EQ(parsed.tree.expressions[conclude.pauses[0].to].name.text, "d.to");
    EXPECT_TRUE(conclude.pauses[0].where.valid());
    EXPECT_EQ(parsed.tree.expressions[conclude.pauses[1].list].name.text, "u.delays");
    EXPECT_FALSE(conclude.pauses[1].where.valid());
    EXPECT_TRUE(conclude.rollsOver);
    EXPECT_TRUE(conclude.rollsOverWhen.valid());

    const auto& revoke = parsed.body<DutyDecl>(7);
    EXPECT_FALSE(revoke.amount.valid());
    EXPECT_EQ(parsed.tree.expressions[revoke.met].kind, ExprKind::Entered);
    EXPECT_TRUE(revoke.rollsOver);
    EXPECT_FALSE(revoke.rollsOverWhen.valid());
}

TEST(Lifecycle, KeepsItsTransitions) {
    const Parsed parsed = accepted("time_and_groups.assay");
    const auto& certificate = parsed.body<LifecycleDecl>(8);
    EXPECT_EQ(certificate.event.list.text, "u.events");
    ASSERT_EQ(certificate.transitions.size(), 4U);
    EXPECT_EQ(listed(certificate.transitions[0].from), "start");
    EXPECT_EQ(certificate.transitions[0].to.text, "valid");
    EXPECT_EQ(listed(certificate.transitions[1].from), "valid suspended");
    EXPECT_TRUE(certificate.transitions[1].when.valid());
    EXPECT_EQ(listed(certificate.transitions[1].cites), "P91");
    EXPECT_EQ(certificate.transitions[2].act.text, "注销");
    EXPECT_EQ(parsed.tree.expressions[certificate.transitions[3].annuls].name.text, "e.annulled");
    EXPECT_FALSE(certificate.transitions[3].to.present());
    ASSERT_EQ(certificate.passings.size(), 1U);
    EXPECT_EQ(parsed.tree.expressions[certificate.passings[0].after].name.text, "u.valid_until");
    EXPECT_EQ(listed(certificate.passings[0].from), "valid suspended");
    EXPECT_EQ(certificate.passings[0].to.text, "expired");
}

TEST(Comments, StandWithTheDeclarationTheyBelongTo) {
    const Parsed parsed(
        "# one\nrule a # two\n  # three\n  require b\n\n# four\nrule c\n  label en \"# no comment\"\n  require d\n# five\n");
    ASSERT_EQ(parsed.said(), "");
    ASSERT_EQ(parsed.tree.declarations.size(), 2U);
    const auto& first = parsed.tree.declarations[0].comments;
    ASSERT_EQ(first.size(), 3U);
    EXPECT_EQ(first[0].text, "one");
    EXPECT_EQ(first[1].text, "two");
    EXPECT_EQ(parsed.written(first[2].span), "# three");
    ASSERT_EQ(parsed.tree.declarations[1].comments.size(), 1U);
    EXPECT_EQ(parsed.tree.declarations[1].comments[0].text, "four");
    ASSERT_EQ(parsed.tree.trailingComments.size(), 1U);
    EXPECT_EQ(parsed.tree.trailingComments[0].text, "five");
    EXPECT_EQ(parsed.written(parsed.tree.declarations[0].span), "rule a # two\n  # three\n  require b");
}

TEST(Register, IsAListOfItsRecord) {
    const Parsed parsed = accepted("registers.assay");
    const TypeExpr& type = parsed.body<RegisterDecl>(1).attributes.type;
    EXPECT_EQ(type.kind, TypeExpr::Kind::ListOf);
    EXPECT_EQ(type.element.at(0).name.text, "场所");
    EXPECT_EQ(parsed.tree.declarations[1].name.text, "sites");
    EXPECT_EQ(parsed.tree.declarations[1].label.chinese, "场所");
    EXPECT_EQ(parsed.written(type.span), "场所");
}

TEST(Record, FieldsWithTypesAndAttributes) {
    const Parsed parsed = accepted("header.assay");
    const auto& record = parsed.body<RecordDecl>(5);
    EXPECT_EQ(record.datedBy.text, "issued_on");
    ASSERT_EQ(record.fields.size(), 13U);
    const TypeExpr& units = record.fields[0].attributes.type;
    EXPECT_EQ(units.kind, TypeExpr::Kind::ListOf);
    EXPECT_EQ(units.element.at(0).kind, TypeExpr::Kind::ItemOf);
    EXPECT_EQ(units.element.at(0).name.text, "units");
    EXPECT_EQ(record.fields[2].attributes.type.name.text, "kgCO2e/FU");
    const TypeExpr& share = record.fields[3].attributes.type;
    EXPECT_TRUE(share.low && share.high);
    const TypeExpr& people = record.fields[4].attributes.type;
    EXPECT_TRUE(people.low.has_value());
    EXPECT_FALSE(people.high.has_value());
    EXPECT_TRUE(record.fields[8].attributes.reasonRequired);
    EXPECT_EQ(record.fields[8].attributes.type.role.text, "verifier");
    EXPECT_EQ(record.fields[9].attributes.type.element.at(0).name.text, "severity");
    const FactAttributes& closed = record.fields[10].attributes;
    EXPECT_TRUE(closed.type.optional);
    EXPECT_TRUE(closed.absentIsNone);
    EXPECT_EQ(listed(closed.from), "client body");
    EXPECT_EQ(closed.ask.chinese, "何时关闭？");
    EXPECT_EQ(closed.label.english, "Closed on");
    EXPECT_EQ(record.fields[12].name.text, "label");
}

TEST(Fact, PairsBoundsAndLabels) {
    const Parsed parsed = accepted("header.assay");
    const auto& signedOn = parsed.tree.declarations.at(6);
    EXPECT_EQ(signedOn.name.text, "application.signed_on");
    EXPECT_EQ(signedOn.label.english, "Signed on");
    EXPECT_EQ(parsed.body<FactDecl>(6).attributes.label.english, "Signed on");
    EXPECT_EQ(listed(signedOn.sources.cites), "P17");
    EXPECT_TRUE(parsed.body<FactDecl>(8).attributes.type.optional);
    const auto& difference = parsed.body<FactDecl>(9);
    ASSERT_EQ(difference.pair.size(), 2U);
    EXPECT_EQ(difference.pair[1].name.text, "product");
    EXPECT_EQ(difference.attributes.type.name.text, "ratio");
    EXPECT_EQ(parsed.tree.declarations.at(10).name.text, "员工人数");
    EXPECT_FALSE(parsed.body<FactDecl>(10).attributes.type.low.has_value());
}

TEST(Reading, AlternativesAndTheOneTaken) {
    const Parsed parsed = accepted("header.assay");
    EXPECT_EQ(listed(parsed.body<ReadingDecl>(11).alternatives), "larger smaller none_of_both");
    EXPECT_EQ(parsed.body<ReadingDecl>(11).takes.text, "larger");
}

TEST(Decide, OutcomesKeepTheirMarksLabelsAndClauses) {
    const Parsed parsed = accepted("decisions.assay");
    const Declaration& declared = parsed.tree.declarations.at(1);
    EXPECT_EQ(declared.heading.stage.text, "inspection");
    EXPECT_EQ(declared.heading.party.text, "body");
    EXPECT_TRUE(declared.heading.inOrder);
    EXPECT_EQ(declared.heading.type.name.text, "severity");
    const auto& decide = parsed.body<DecideDecl>(1);
    EXPECT_TRUE(decide.when.valid());
    ASSERT_EQ(decide.notYet.size(), 1U);
    EXPECT_EQ(decide.notYet[0].awaits.text, "documents.complete_on");
    ASSERT_EQ(decide.outcomes.size(), 3U);
    EXPECT_EQ(decide.outcomes[0].mark.text, "adverse");
    EXPECT_EQ(decide.outcomes[0].label.english, "Major");
    EXPECT_EQ(listed(decide.outcomes[0].cites), "P75.1");
    EXPECT_EQ(decide.outcomes[1].name.text, "观察项");
    EXPECT_TRUE(decide.outcomes[2].otherwise);
    EXPECT_FALSE(decide.outcomes[2].when.valid());
    EXPECT_EQ(listed(decide.outcomes[2].cites), "P75.2 P75.3");
    EXPECT_EQ(listed(declared.sources.cites), "P75");
}

TEST(Define, ExceptionsKeepTheirOrder) {
    const Parsed parsed = accepted("decisions.assay");
    const auto& define = parsed.body<DefineDecl>(3);
    ASSERT_EQ(define.exceptions.size(), 2U);
    EXPECT_EQ(define.exceptions[1].name.text, "缩短");
    EXPECT_EQ(listed(define.exceptions[1].over), "mechanism_rule other");
    EXPECT_EQ(listed(define.exceptions[1].cites), "P95.1");
}

TEST(Rule, HeadingAndParts) {
    const Parsed parsed = accepted("decisions.assay");
    const Declaration& rule = parsed.tree.declarations.at(0);
    ASSERT_EQ(rule.heading.binders.size(), 2U);
    EXPECT_EQ(rule.heading.binders[1].list.text, "u.surveillances");
    EXPECT_EQ(listed(rule.sources.cites), "P32.6 P33");
    EXPECT_EQ(listed(rule.sources.reads), "AMB-39");
    EXPECT_EQ(rule.message.english, "There is a violation");
    EXPECT_TRUE(parsed.body<RuleDecl>(0).when.valid());
}

TEST(Table, CellsOfEveryForm) {
    const Parsed parsed = accepted("tables.assay");
    const auto& fees = parsed.body<TableDecl>(1);
    EXPECT_EQ(fees.hit, TableDecl::Hit::First);
    EXPECT_EQ(listed(fees.columns), "kind mass share since label fee");
    ASSERT_EQ(fees.rows.size(), 4U);
    const auto& first = fees.rows[0].cells;
    EXPECT_EQ(first[0].kind, Cell::Kind::Equals);
    EXPECT_EQ(first[0].equals.size(), 2U);
    ASSERT_EQ(first[1].kind, Cell::Kind::Range);
    EXPECT_EQ(parsed.tree.expressions[*first[1].low].name.text, "kg");
    EXPECT_EQ(parsed.tree.expressions[*first[1].high].text, "10");
    EXPECT_FALSE(first[2].low.has_value());
    EXPECT_TRUE(first[2].highStrict);
    EXPECT_EQ(first[3].kind, Cell::Kind::Any);
    EXPECT_EQ(parsed.tree.expressions[first[4].equals[0]].text, "a|b");
    const auto& second = fees.rows[1].cells;
    EXPECT_FALSE(second[2].lowStrict);
    EXPECT_TRUE(second[2].highStrict);
    EXPECT_EQ(second[3].kind, Cell::Kind::None);
    EXPECT_EQ(parsed.tree.expressions[second[5].equals[0]].kind, ExprKind::Negate);
    EXPECT_TRUE(fees.rows[2].cells[2].lowStrict);
    EXPECT_FALSE(fees.rows[2].cells[2].highStrict);
    EXPECT_TRUE(fees.rows[3].cells[3].low.has_value());
    EXPECT_FALSE(fees.rows[3].cells[3].high.has_value());
}

TEST(Table, RowsEndWithReadingsAndClauses) {
    const Parsed parsed = accepted("tables.assay");
    const auto& days = parsed.body<TableDecl>(0);
    EXPECT_TRUE(days.complete);
    EXPECT_EQ(days.hit, TableDecl::Hit::Unique);
    ASSERT_EQ(days.rows.size(), 4U);
    EXPECT_TRUE(days.rows[2].when.valid());
    EXPECT_EQ(listed(days.rows[3].cites), "P59.5 P59.6");
    EXPECT_EQ(parsed.written(days.rows[0].span), "| ..50      | 1    |");
    EXPECT_EQ(parsed.body<TableDecl>(2).hit, TableDecl::Hit::Collect);
}

TEST(Finding, ProposesTheWordThatWasMeant) {
    const Parsed keyword("rul a\n  require b\n");
    ASSERT_NE(hint(keyword, diagnostics::Kind::DidYouMean), nullptr);
    EXPECT_EQ(std::get<diagnostics::Names>(hint(keyword, diagnostics::Kind::DidYouMean)->arguments[0].second).texts.at(0), "rule");

    const Parsed part("rule a\n  requires b\n");
    ASSERT_NE(hint(part, diagnostics::Kind::DidYouMean), nullptr);
    EXPECT_EQ(std::get<diagnostics::Names>(hint(part, diagnostics::Kind::DidYouMean)->arguments[0].second).texts.at(0), "require");

    const Parsed outcome("decide a\n  mesage en \"x\"\n  b otherwise\n");
    ASSERT_NE(hint(outcome, diagnostics::Kind::DidYouMean), nullptr);
    EXPECT_EQ(std::get<diagnostics::Names>(hint(outcome, diagnostics::Kind::DidYouMean)->arguments[0].second).texts.at(0), "message");
}

TEST(Finding, ProposesTheHalfWidthForm) {
    const Parsed parsed("rule a\n  require b >= ５ %\n");
    ASSERT_NE(hint(parsed, diagnostics::Kind::WriteInstead), nullptr);
    EXPECT_EQ(std::get<diagnostics::Name>(hint(parsed, diagnostics::Kind::WriteInstead)->arguments[0].second).text, "5");
    EXPECT_EQ(parsed.written(parsed.findings.all()[0].span), "５");
}

TEST(Finding, SpansAreNarrow) {
    const auto offending = [](const char* text) {
        const Parsed parsed(text);
        return parsed.findings.empty() ? std::string("nothing") : parsed.written(parsed.findings.all()[0].span);
    };
    EXPECT_EQ(offending("rule a\n  require b >= 2025-3-1 and c\n"), "2025-3-1");
    EXPECT_EQ(offending("rule a\n  require b >= 10kg\n"), "10kg");
    EXPECT_EQ(offending("rule a\n  require b - c-d\n"), "-");
    EXPECT_EQ(offending("rule a\n  require b == c\n"), "==");
    EXPECT_EQ(offending("rule a\n  requires b\n"), "requires");
    EXPECT_EQ(offending("rule a\n  require all of b, c and d\n"), "and");
}

TEST(Tree, ABrokenDeclarationLeavesNoExpressionBehind) {
    const Parsed broken("rule a\n  require b and c\n  require d\n");
    EXPECT_EQ(broken.said(), "E0234 3:3\n");
    EXPECT_TRUE(broken.tree.expressions.empty());
}

}  // namespace assay::syntax
