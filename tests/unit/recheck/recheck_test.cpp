#include "assay/recheck/recheck.hpp"

#include <gtest/gtest.h>

namespace assay::recheck {
namespace {

using trace::Step;
using trace::StepKind;

Step value(const std::string& type, const std::string& conclusion) {
    Step step;
    step.kind = StepKind::Fact;
    step.type = type;
    step.conclusion = conclusion;
    return step;
}

Step truth(const std::string& conclusion) {
    return value("bool", conclusion);
}

Step operation(const std::string& op, const std::string& type, const std::string& conclusion, std::vector<Step> premises,
               std::vector<std::string> parameters = {}) {
    Step step;
    step.kind = StepKind::Operation;
    step.op = op;
    step.type = type;
    step.conclusion = conclusion;
    step.premises = std::move(premises);
    step.parameters = std::move(parameters);
    return step;
}

Step condition(const std::string& subject, const std::string& conclusion, const std::string& op = {}) {
    Step step;
    step.kind = StepKind::Condition;
    step.subject = subject;
    step.op = op;
    step.type = "bool";
    step.conclusion = conclusion;
    if (op != "otherwise") step.premises.push_back(truth(conclusion));
    return step;
}

Step item(const std::string& subject, const std::string& conclusion, std::vector<std::string> parameters = {}) {
    Step step;
    step.kind = StepKind::Item;
    step.subject = subject;
    step.conclusion = conclusion;
    step.parameters = std::move(parameters);
    step.premises.push_back(truth(conclusion));
    return step;
}

Step declaration(const std::string& op, const std::string& conclusion, std::vector<Step> premises,
                 std::vector<std::string> parameters = {}) {
    Step step = operation(op, "", conclusion, std::move(premises), std::move(parameters));
    step.kind = StepKind::Declaration;
    return step;
}

// The step follows as it is, and does not with another conclusion.
void follows(Step step, const std::string& other) {
    EXPECT_EQ(redo(step).answer, Answer::Follows) << step.op << " " << step.conclusion << ": " << redo(step).actual;
    const std::string right = step.conclusion;
    step.conclusion = other;
    EXPECT_EQ(redo(step).answer, Answer::Disagrees) << step.op << " " << other;
    EXPECT_EQ(redo(step).actual, right);
}

TEST(Recheck, Connectives) {
    follows(operation("and", "bool", "false", {truth("unknown"), truth("false")}), "true");
    follows(operation("and", "bool", "true", {truth("true"), truth("true")}), "false");
    follows(operation("or", "bool", "true", {truth("unknown"), truth("true")}), "unknown");
    follows(operation("not", "bool", "false", {truth("true")}), "true");
    EXPECT_EQ(redo(operation("or", "bool", "true", {truth("unknown"), truth("unknown")})).answer, Answer::Follows)
        << "x or not x: what is open together may be settled";
}

TEST(Recheck, ArithmeticIsExact) {
    follows(operation("+", "quantity", "5/6", {value("quantity", "1/2"), value("quantity", "1/3")}), "833333/1000000");
    follows(operation("-", "quantity", "1/6", {value("quantity", "1/2"), value("quantity", "1/3")}), "1/7");
    follows(operation("*", "quantity", "1/6", {value("quantity", "1/2"), value("quantity", "1/3")}), "1/5");
    follows(operation("/", "number", "3/2", {value("quantity", "1/2"), value("quantity", "1/3")}), "3/4");
    follows(operation("minus *", "", "-6", {value("", "2"), value("", "3")}), "6");
    follows(operation("sum", "", "6", {value("", "1"), value("", "2"), value("", "3")}), "7");
    follows(operation("larger of", "number", "2", {value("number", "1"), value("number", "2")}), "1");
    follows(operation("minus", "number", "-1/2", {value("number", "1/2")}), "1/2");
    follows(operation("abs", "number", "1/2", {value("number", "-1/2")}), "-1/2");
}

TEST(Recheck, BoundsHoldWhatIsConcluded) {
    follows(operation("+", "quantity", "3..5", {value("quantity", "1..2"), value("quantity", "2..3")}), "3..6");
    EXPECT_EQ(redo(operation("+", "quantity", "4", {value("quantity", "1..2"), value("quantity", "2..3")})).answer, Answer::Follows);
    EXPECT_EQ(redo(operation("+", "quantity", "6", {value("quantity", "1..2"), value("quantity", "2..3")})).answer, Answer::Disagrees);
}

TEST(Recheck, DatesAndPeriods) {
    follows(operation("+", "date", "2025-02-28", {value("date", "2024-02-29"), value("months", "12")}), "2025-03-01");
    follows(operation("+", "date", "2024-03-02", {value("date", "2024-02-29"), value("days", "2")}), "2024-03-01");
    follows(operation("-", "days", "1", {value("date", "2024-03-01"), value("date", "2024-02-29")}), "2");
}

TEST(Recheck, Comparisons) {
    follows(operation("<=", "bool", "true", {value("count", "200"), value("count", "200")}), "false");
    follows(operation(">", "bool", "unknown", {value("date", "none"), value("date", "2025-03-01")}), "true");
    follows(operation("<", "bool", "false", {value("count", "200"), value("count", "200")}), "true");
    follows(operation(">", "bool", "true", {value("date", "2025-03-02"), value("date", "2025-03-01")}), "false");
    const std::vector<std::string> levels{"untrained", "aware", "mastered"};
    follows(operation(">=", "bool", "true", {value("enum", "mastered"), value("enum", "aware")}, levels), "false");
    EXPECT_EQ(redo(operation(">=", "bool", "true", {value("enum", "mystery"), value("enum", "aware")}, levels)).answer, Answer::Unknown);
    Step is = operation("is", "bool", "true", {value("enum", "aware")});
    is.subject = "aware";
    follows(is, "false");
    follows(operation("is not", "bool", "false", {value("text", "1"), value("text", "1")}), "true");
    follows(operation("is given", "bool", "false", {value("date", "none")}), "true");
    follows(operation("in", "bool", "true", {value("enum", "a"), value("list", "[b, a]")}), "false");
    follows(operation("is subset of", "bool", "false", {value("list", "[a, c]"), value("list", "[b, a]")}), "true");
}

TEST(Recheck, Choices) {
    follows(operation("if", "number", "2", {truth("true"), value("number", "2")}), "3");
}

TEST(Recheck, Quantifiers) {
    const std::vector<Step> items{item("f[A]", "true"), item("f[B]", "false")};
    follows(operation("some", "bool", "true", items), "false");
    follows(operation("every", "bool", "false", items), "true");
    follows(operation("no", "bool", "false", items), "true");
    follows(operation("every", "bool", "true", {items[0], item("f[B]", "false", {"excluded"})}, {"where"}), "false");
    follows(operation("count", "count", "1", {items[0], item("f[B]", "false", {"excluded"})}, {"where"}), "2");
    follows(operation("sum", "quantity", "5", {item("f[A]", "2"), item("f[B]", "3")}), "4");
    follows(operation("max", "quantity", "3", {item("f[A]", "2"), item("f[B]", "3")}), "2");
    EXPECT_EQ(redo(operation("the", "item", "A", {item("f[A]", "true"), item("f[B]", "false", {"excluded"})}, {"where"})).answer,
              Answer::Follows);
    EXPECT_EQ(redo(operation("the", "item", "B", {item("f[A]", "true"), item("f[B]", "false", {"excluded"})}, {"where"})).answer,
              Answer::Disagrees);
}

TEST(Recheck, StagesAndReadings) {
    follows(operation("stage entered", "bool", "true", {value("date", "2025-06-01")}, {"2025-06-01"}), "false");
    follows(operation("stage entered", "bool", "false", {value("date", "2025-06-02")}, {"2025-06-01"}), "true");
    Step reading = operation("strict", "bool", "true", {}, {"strict"});
    reading.kind = StepKind::Reading;
    follows(reading, "false");
}

// Five working days from 2025-04-25, of whose followers the ledger leaves out two and then five: 28, 29, 30 April, 6, 7 May.
TEST(Recheck, ADueDayIsCountedDayByDay) {
    const auto days = [](const std::string& run, const std::string& op) {
        Step step = value("", "holiday");
        step.kind = StepKind::Days;
        step.subject = run;
        step.op = op;
        return step;
    };
    follows(operation("due", "date", "2025-05-07",
                      {value("date", "2025-04-25"), value("working_days", "5"), days("2025-04-26..2025-04-27", "not counted"),
                       days("2025-05-01..2025-05-05", "not counted")}),
            "2025-05-02");
    follows(operation("due", "date", "2025-05-06",
                      {value("date", "2025-04-26"), value("days", "5"), days("2025-05-01..2025-05-05", "moved over")}),
            "2025-05-01");
}

TEST(Recheck, RulesAndTheirGuards) {
    follows(declaration("rule", "true", {condition("when", "false"), truth("false")}), "false");
    follows(declaration("rule", "false", {condition("when", "true"), truth("false")}), "true");
    Step held = declaration("rule", "true", {truth("true")});
    held.status = "fails";
    EXPECT_EQ(redo(held).answer, Answer::Disagrees) << "its status says otherwise";
    follows(declaration("flag", "true", {truth("true")}), "false");
}

TEST(Recheck, OutcomesInOrderAndNot) {
    follows(declaration("decide", "b", {condition("a", "false"), condition("b", "true")}, {"in order"}), "a");
    follows(declaration("decide", "c", {condition("a", "false"), condition("b", "false"), condition("c", "true", "otherwise")}), "b");
    follows(declaration("decide", "unknown", {condition("a", "true"), condition("b", "true")}), "a");
    follows(declaration("decide", "unknown", {condition("not yet when", "true")}), "a");
}

TEST(Recheck, ExceptionsOutrankEachOther) {
    const auto except = [](const std::string& name, const std::string& holds, const std::string& gives, std::vector<std::string> over) {
        Step step = condition(name, holds, "except");
        step.parameters = std::move(over);
        if (holds == "true") step.premises.push_back(value("count", gives));
        return step;
    };
    follows(declaration("define", "2", {except("one", "true", "1", {}), except("two", "true", "2", {"one"})}), "1");
    follows(declaration("define", "9", {except("one", "false", "1", {}), value("count", "9")}), "1");
}

TEST(Recheck, ATableIsLookedUpAgain) {
    const auto row = [](const std::string& number, const std::string& gives) {
        Step step = value("number", gives);
        step.kind = StepKind::Row;
        step.subject = number;
        return step;
    };
    const std::vector<std::string> cells{"unique", "row", "cell", "from 1", "to 200", "row", "cell", "above 200", "to 400"};
    follows(declaration("table", "1", {value("count", "200"), row("1", "1")}, cells), "3/2");
    EXPECT_EQ(redo(declaration("table", "3/2", {value("count", "200"), row("2", "3/2")}, cells)).answer, Answer::Disagrees)
        << "200 is not above 200";
    EXPECT_EQ(redo(declaration("table", "unknown", {value("count", "200")}, cells)).answer, Answer::Disagrees)
        << "row 1 applies and is left out";
}

TEST(Recheck, WhatIsGivenIsNotDoneAgainAndWhatIsUnknownIsSaid) {
    EXPECT_EQ(redo(value("number", "7")).answer, Answer::Given);
    EXPECT_EQ(redo(operation("sqrt", "number", "7", {value("number", "49")})).answer, Answer::Unknown);
    EXPECT_EQ(redo(operation("+", "number", "7", {value("number", "seven")})).answer, Answer::Unknown);
}

}  // namespace
}  // namespace assay::recheck
