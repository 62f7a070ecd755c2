#include <algorithm>

#include "conditions.hpp"
#include "findings.hpp"

namespace assay::analyze {

using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;
using Ref = Formulas::Ref;

namespace {

class DefineReport {
public:
    DefineReport(Session& session, check::DeclId id)
        : session_(session),
          declaration_(session.checked.declarations[id]),
          exceptions_(std::get<check::Define>(declaration_.body).exceptions),
          formulas_(session.checked) {
        Conditions conditions(session.program, session.sources, formulas_);
        for (const lower::NodeId condition : session.program.declarations[id].conditions)
            holds_.push_back(conditions.truth(condition));
    }

    void all() {
        for (std::size_t second = 0; second < exceptions_.size(); ++second) {
            for (std::size_t first = 0; first < second; ++first) {
                if (!outranks(first, second) && !outranks(second, first)) meet(first, second);
            }
        }
    }

private:
    [[nodiscard]] bool outranks(std::size_t above, std::size_t below) const {
        const std::vector<std::size_t>& over = exceptions_[above].over;
        return std::find(over.begin(), over.end(), below) != over.end();
    }

    // Both apply: they hold, and nothing that goes over one of them does.
    void meet(std::size_t first, std::size_t second) {
        std::vector<Ref> refs = {holds_[first], holds_[second]};
        for (std::size_t other = 0; other < exceptions_.size(); ++other) {
            if (outranks(other, first) || outranks(other, second)) refs.push_back(formulas_.negation(holds_[other]));
        }
        const Formulas::Answer answer = formulas_.satisfy(formulas_.conjunction(refs), session_.limits.searchSteps);
        if (answer.kind != Formulas::Answer::Kind::Possible) return;
        const Name firstName{exceptions_[first].name};
        const Name secondName{exceptions_[second].name};
        Diagnostic& finding = session_.findings.add(Kind::ExceptionsMeet, exceptions_[second].span,
                                                    {{"first", firstName}, {"second", secondName}, {"name", Name{declaration_.name}}});
        finding.note(Kind::OtherHere, exceptions_[first].span);
        if (!answer.witness.empty()) finding.note(Kind::HoldsWhen, {}, {{"witness", Names{answer.witness}}});
        finding.note(Kind::OrderExceptions, {}, {{"first", firstName.text}, {"second", secondName}});
    }

    Session& session_;
    const check::Declaration& declaration_;
    const std::vector<check::Exception>& exceptions_;
    Formulas formulas_;
    std::vector<Ref> holds_;  // by exception
};

}  // namespace

void reportDefine(Session& session, check::DeclId define) {
    DefineReport(session, define).all();
}

}  // namespace assay::analyze
