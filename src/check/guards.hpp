#pragma once

#include <vector>

#include "assay/check/checked.hpp"

namespace assay::check {

// Whether two checked expressions are written alike over the same items: they then have the same value.
[[nodiscard]] bool same(const Checked& checked, ExprId a, ExprId b);

// The optionals that are known to be given where the typer stands, from the conditions that lead there.
class Guards {
public:
    explicit Guards(const Checked& checked) : checked_(checked) {}

    [[nodiscard]] bool given(ExprId optional) const;
    // What follows from the condition being true (`holds`) or false is known from here on.
    void assume(ExprId condition, bool holds);
    void assumeGiven(ExprId optional) { given_.push_back(optional); }

private:
    friend class GuardedPart;
    [[nodiscard]] std::vector<ExprId> implied(ExprId condition, bool holds) const;
    [[nodiscard]] std::vector<ExprId> impliedByAll(const std::vector<ExprId>& operands, bool holds) const;
    [[nodiscard]] std::vector<ExprId> impliedByAny(const std::vector<ExprId>& operands, bool holds) const;

    const Checked& checked_;
    std::vector<ExprId> given_;
};

// What is assumed while this lives is forgotten when it ends.
class GuardedPart {
public:
    explicit GuardedPart(Guards& guards) : guards_(guards), before_(guards.given_.size()) {}
    ~GuardedPart() { guards_.given_.resize(before_); }
    GuardedPart(const GuardedPart&) = delete;
    GuardedPart& operator=(const GuardedPart&) = delete;

private:
    Guards& guards_;
    std::size_t before_;
};

}  // namespace assay::check
