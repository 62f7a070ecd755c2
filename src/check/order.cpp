#include <algorithm>

#include "session.hpp"

// The order of evaluation: every declaration behind those that it reads.
namespace assay::check {

using diagnostics::Kind;

namespace {

// Walks `uses` depth first in id order. The walk keeps its own stack: the depth of a rule set is the author's choice.
class Ordering {
public:
    explicit Ordering(Session& session) : session_(session), marks_(session.checked.declarations.size(), Visit::Open) {}

    void run() {
        for (std::size_t index = 0; index < marks_.size(); ++index) {
            if (marks_[index] == Visit::Open) walk(DeclId(index));
        }
    }

private:
    enum class Visit { Open, OnPath, Done };
    struct Frame {
        DeclId declaration;
        std::size_t next = 0;  // the use to look at
    };

    void walk(DeclId root) {
        enter(root);
        while (!path_.empty()) {
            Frame& frame = path_.back();
            const std::vector<DeclId>& uses = session_.checked.declarations[frame.declaration].uses;
            if (frame.next == uses.size()) {
                marks_[frame.declaration.index()] = Visit::Done;
                session_.checked.order.push_back(frame.declaration);
                path_.pop_back();
                continue;
            }
            const DeclId use = uses[frame.next++];
            if (marks_[use.index()] == Visit::Open)
                enter(use);
            else if (marks_[use.index()] == Visit::OnPath)
                reportCircle(use);
        }
    }

    void enter(DeclId id) {
        marks_[id.index()] = Visit::OnPath;
        path_.push_back({id});
    }

    void reportCircle(DeclId first) {
        const auto begin = std::find_if(path_.begin(), path_.end(), [first](const Frame& frame) { return frame.declaration == first; });
        diagnostics::Names names;
        for (auto frame = begin; frame != path_.end(); ++frame)
            names.texts.push_back(declaration(frame->declaration).name);
        diagnostics::Diagnostic& finding =
            session_.findings.add(Kind::DependencyCycle, declaration(first).nameSpan, {{"names", std::move(names)}});
        for (auto frame = begin + 1; frame < path_.end(); ++frame) {
            const Declaration& other = declaration(frame->declaration);
            finding.note(Kind::DeclaredHere, other.nameSpan, {{"name", diagnostics::Name{other.name}}});
        }
    }

    const Declaration& declaration(DeclId id) const { return session_.checked.declarations[id]; }

    Session& session_;
    std::vector<Visit> marks_;
    std::vector<Frame> path_;
};

}  // namespace

void orderDeclarations(Session& session) {
    Ordering(session).run();
}

}  // namespace assay::check
