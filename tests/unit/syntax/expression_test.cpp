#include <gtest/gtest.h>

#include <map>

#include "fixture.hpp"

namespace assay::syntax {

namespace {

std::string_view symbol(ExprKind kind) {
    static const std::map<ExprKind, std::string_view> symbols = {{ExprKind::Not, "not"},
                                                                 {ExprKind::Negate, "neg"},
                                                                 {ExprKind::Abs, "abs"},
                                                                 {ExprKind::And, "and"},
                                                                 {ExprKind::Or, "or"},
                                                                 {ExprKind::Add, "+"},
                                                                 {ExprKind::Subtract, "-"},
                                                                 {ExprKind::Multiply, "*"},
                                                                 {ExprKind::Divide, "/"},
                                                                 {ExprKind::Less, "<"},
                                                                 {ExprKind::LessEqual, "<="},
                                                                 {ExprKind::Greater, ">"},
                                                                 {ExprKind::GreaterEqual, ">="},
                                                                 {ExprKind::Is, "is"},
                                                                 {ExprKind::IsNot, "is-not"},
                                                                 {ExprKind::IsGiven, "given"},
                                                                 {ExprKind::IsNotGiven, "absent"},
                                                                 {ExprKind::IsComplete, "complete"},
                                                                 {ExprKind::IsUnique, "unique"},
                                                                 {ExprKind::In, "in"},
                                                                 {ExprKind::Contains, "contains"},
                                                                 {ExprKind::SubsetOf, "subset"},
                                                                 {ExprKind::Set, "set"},
                                                                 {ExprKind::If, "if"},
                                                                 {ExprKind::Larger, "larger"},
                                                                 {ExprKind::Smaller, "smaller"},
                                                                 {ExprKind::AllOf, "all-of"},
                                                                 {ExprKind::AnyOf, "any-of"},
                                                                 {ExprKind::Apply, "apply"},
                                                                 {ExprKind::Of, "of"},
                                                                 {ExprKind::StateOn, "on"},
                                                                 {ExprKind::Entered, "entered"},
                                                                 {ExprKind::Some, "some"},
                                                                 {ExprKind::Every, "every"},
                                                                 {ExprKind::No, "no"},
                                                                 {ExprKind::Count, "count"},
                                                                 {ExprKind::Sum, "sum"},
                                                                 {ExprKind::Min, "min"},
                                                                 {ExprKind::Max, "max"},
                                                                 {ExprKind::The, "the"},
                                                                 {ExprKind::Consecutive, "consecutive"}};
    const auto found = symbols.find(kind);
    return found == symbols.end() ? std::string_view() : found->second;
}

// (operator [binders] operands [| where]); leaves as text, with their unit.
std::string shown(const Tree& tree, ExprId id) {
    const Expr& expr = tree.expressions[id];
    if (symbol(expr.kind).empty()) {
        const std::string space = expr.text.empty() || expr.name.text.empty() ? "" : " ";
        return expr.kind == ExprKind::Text ? "'" + expr.text + "'" : expr.text + space + expr.name.text;
    }
    std::string result = "(" + std::string(symbol(expr.kind));
    if (expr.name.present()) {
        result += " " + expr.name.text;
    }
    for (const Name& binder : expr.binders) {
        result += " [" + binder.text + "]";
    }
    for (const ExprId operand : expr.operands) {
        result += " " + shown(tree, operand);
    }
    return result + (expr.where.valid() ? " | " + shown(tree, expr.where) : "") + ")";
}

std::string read(const std::string& expression) {
    const Parsed parsed("rule r\n  require " + expression + "\n");
    return parsed.tree.declarations.empty() ? parsed.said() : shown(parsed.tree, parsed.body<RuleDecl>().require);
}

}  // namespace

TEST(Precedence, LooseToTight) {
    EXPECT_EQ(read("a or b and not c is d + e * -f"), "(or a (and b (not (is c (+ d (* e (neg f)))))))");
    EXPECT_EQ(read("a and b or c and d"), "(or (and a b) (and c d))");
    EXPECT_EQ(read("a * b + c * d"), "(+ (* a b) (* c d))");
    EXPECT_EQ(read("not a is b"), "(not (is a b))");
    EXPECT_EQ(read("(a or b) and c"), "(and (or a b) c)");
}

TEST(Precedence, ArithmeticGroupsFromTheLeft) {
    EXPECT_EQ(read("a - b - c"), "(- (- a b) c)");
    EXPECT_EQ(read("a / b * c"), "(* (/ a b) c)");
    EXPECT_EQ(read("a - (b - c)"), "(- a (- b c))");
}

TEST(Precedence, AndAndOrAreOneNodeForAChain) {
    EXPECT_EQ(read("a and b and c"), "(and a b c)");
    EXPECT_EQ(read("a or b or c"), "(or a b c)");
}

TEST(Comparison, EachForm) {
    EXPECT_EQ(read("a is given"), "(given a)");
    EXPECT_EQ(read("a is not given"), "(absent a)");
    EXPECT_EQ(read("a is none"), "(is a none)");
    EXPECT_EQ(read("a is not b.c"), "(is-not a b.c)");
    EXPECT_EQ(read("a is complete"), "(complete a)");
    EXPECT_EQ(read("a is complete.on"), "(is a complete.on)");
    EXPECT_EQ(read("a is unique"), "(unique a)");
    EXPECT_EQ(read("a.b on c - 1 day is d"), "(is (on a.b (- c 1 day)) d)");
    EXPECT_EQ(read("a entered b is given"), "(given (entered a [b]))");
    EXPECT_EQ(read("a in {b, c}"), "(in a (set b c))");
    EXPECT_EQ(read("a in list"), "(in a list)");
    EXPECT_EQ(read("a contains b"), "(contains a b)");
    EXPECT_EQ(read("a is subset of b"), "(subset a b)");
    EXPECT_EQ(read("a <= b"), "(<= a b)");
    EXPECT_EQ(read("a >= b"), "(>= a b)");
}

TEST(Comparison, DoesNotChain) {
    EXPECT_EQ(read("a < b < c"), "E0229 2:17\n");
    EXPECT_EQ(read("a is b is c"), "E0229 2:18\n");
    EXPECT_EQ(read("a in b < c"), "E0229 2:18\n");
}

TEST(Literal, NumbersUnitsPeriodsAndDates) {
    EXPECT_EQ(read("a < 5 %"), "(< a 5 %)");
    EXPECT_EQ(read("a < 1.80 tCO2e/t"), "(< a 1.80 tCO2e/t)");
    EXPECT_EQ(read("a < 3 working days"), "(< a 3 working_day)");
    EXPECT_EQ(read("a < 1 day"), "(< a 1 day)");
    EXPECT_EQ(read("a < 2 years"), "(< a 2 year)");
    EXPECT_EQ(read("a < 6 months"), "(< a 6 month)");
    EXPECT_EQ(read("a < 2025-03-01"), "(< a 2025-03-01)");
    EXPECT_EQ(read(R"(a is "say \"no\" \\")"), R"((is a 'say "no" \'))");
    EXPECT_EQ(read("a > 1.5 months"), "E0232 2:15\n");
}

TEST(Literal, AUnitStandsOnItsNumbersLineAndIsNoPartWord) {
    const Parsed parsed("rule r\n  require a < 5\n  message en \"x\"\n");
    EXPECT_EQ(parsed.said(), "");
    EXPECT_EQ(shown(parsed.tree, parsed.body<RuleDecl>().require), "(< a 5)");
    EXPECT_EQ(Parsed("rule r\n  require a < 5 label en \"x\"\n").said(), "");
    EXPECT_EQ(read("a < 5 and b"), "(and (< a 5) b)");
}

TEST(Quantifier, BodyRunsToTheEnd) {
    EXPECT_EQ(read("some x in xs where x.a has x.b and x.c"), "(some [x] xs (and x.b x.c) | x.a)");
    EXPECT_EQ(read("(no x in xs has x.b) and c"), "(and (no [x] xs x.b) c)");
    EXPECT_EQ(read("a and every x in xs has x.b or x.c"), "(and a (every [x] xs (or x.b x.c)))");
    EXPECT_EQ(read("every consecutive a, b in v by a.on has b.ok"), "(consecutive [a] [b] v a.on b.ok)");
}

TEST(Quantifier, CountsAndMeasures) {
    EXPECT_EQ(read("count x in xs >= 2"), "(>= (count [x] xs) 2)");
    EXPECT_EQ(read("(count x in xs where x.a) >= 2"), "(>= (count [x] xs | x.a) 2)");
    EXPECT_EQ(read("sum x.a * 2 for x in xs where x.b"), "(sum [x] xs (* x.a 2) | x.b)");
    EXPECT_EQ(read("(min x.a for x in xs) < max x.a for x in xs"), "(< (min [x] xs x.a) (max [x] xs x.a))");
    EXPECT_EQ(read("a is the x in xs where x.b"), "(is a (the [x] xs | x.b))");
}

TEST(Quantifier, WordsAreNamesElsewhere) {
    EXPECT_EQ(read("count > sum and some is every"), "(and (> count sum) (is some every))");
    EXPECT_EQ(read("larger is smaller"), "(is larger smaller)");
    EXPECT_EQ(read("application.date is label.date"), "(is application.date label.date)");
}

TEST(Application, TablesPairsAndFunctions) {
    EXPECT_EQ(read("days(u.items, 2) > 1"), "(> (apply days u.items 2) 1)");
    EXPECT_EQ(read("difference of (p, q) > 10 %"), "(> (of difference p q) 10 %)");
    EXPECT_EQ(read("larger of a, b + 1, c > d"), "(> (larger a (+ b 1) c) d)");
    EXPECT_EQ(read("if a then b else c or d"), "(if a b (or c d))");
    EXPECT_EQ(read("AMB-39 is decision_date"), "(is AMB-39 decision_date)");
}

TEST(Conditions, AllOfStandsAlone) {
    EXPECT_EQ(read("all of a, b is c, not d"), "(all-of a (is b c) (not d))");
    EXPECT_EQ(read("(any of a, b) and c"), "(and (any-of a b) c)");
    EXPECT_EQ(read("any of a, b or c"), "E0230 2:23\n");
    EXPECT_EQ(read("a or any of b, c"), "E0230 2:16\n");
}

TEST(Spans, AreByteExact) {
    const Parsed parsed("rule 甲\n  require 乙.丙 + 1 kg  # 注释\n      > (丁)\n");
    ASSERT_EQ(parsed.said(), "");
    const Expr& comparison = parsed.tree.expressions[parsed.body<RuleDecl>().require];
    EXPECT_EQ(parsed.written(comparison.span), "乙.丙 + 1 kg  # 注释\n      > (丁)");
    const Expr& sum = parsed.tree.expressions[comparison.operands[0]];
    EXPECT_EQ(parsed.written(sum.span), "乙.丙 + 1 kg");
    EXPECT_EQ(parsed.written(parsed.tree.expressions[sum.operands[0]].name.span), "乙.丙");
    EXPECT_EQ(parsed.written(parsed.tree.expressions[sum.operands[1]].name.span), "kg");
    EXPECT_EQ(parsed.written(parsed.tree.expressions[comparison.operands[1]].span), "丁");
}

}  // namespace assay::syntax
