#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "assay/evaluate/evaluate.hpp"
#include "fixture.hpp"

namespace assay::evaluate::testing {

// Declarations behind the header of check's fixture (which cites P1), and cases read against them.
class Sample {
public:
    explicit Sample(const std::string& declarations);
    Sample(const Sample&) = delete;
    Sample& operator=(const Sample&) = delete;

    // The facts of a case document without its `case` table; they live as long as the sample.
    const facts::CaseFacts& read(const std::string& toml);

    [[nodiscard]] check::DeclId decl(std::string_view name) const { return rules.checked.findDeclaration(name).value(); }
    [[nodiscard]] check::FactId fact(std::string_view name) const { return rules.checked.findFact(name).value(); }

    // The case alone, judged as of 2025-06-01.
    CaseResult judge(const std::string& toml, const Limits& limits = {});

    check::CheckedFiles rules;
    lower::Program program;

private:
    source::SourceMap sources_;
    std::deque<facts::CaseFacts> cases_;
};

// One conclusion of a result; a failure and an empty one if there is none.
[[nodiscard]] const Conclusion& of(const CaseResult& result, const Sample& sample, std::string_view name, std::string_view item = {});

// "b, judgement honest, undefined part": what is missing, with its kind where it is no fact.
[[nodiscard]] std::vector<std::string> missing(const Conclusion& conclusion);

[[nodiscard]] inline quantity::Date day(std::string_view text) {
    return quantity::Date::parse(text).value();
}
inline const quantity::Date today = day("2025-06-01");

}  // namespace assay::evaluate::testing
