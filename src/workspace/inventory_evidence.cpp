#include "inventory_evidence.hpp"

#include <set>
#include <string>

#include "assay/source/text.hpp"

namespace assay::workspace {

using diagnostics::Kind;
using diagnostics::Name;
using document::Node;

namespace {

constexpr std::string_view evidenceKey = "evidence";

class EvidenceCheck {
public:
    EvidenceCheck(const std::vector<facts::Evidence>& registered, diagnostics::Diagnostics& findings) : findings_(findings) {
        for (const facts::Evidence& evidence : registered)
            ids_.insert(evidence.id);
    }

    void document(const Node& node) {
        for (const Node& item : node.items)
            document(item);
        for (const Node::Member& member : node.members) {
            if (member.key == evidenceKey && member.value.kind == Node::Kind::Text) {
                named(member.value.text, member.value.span);
            } else {
                document(member.value);
            }
        }
    }

    void table(const document::CsvTable& table, const source::SourceMap& sources) {
        for (std::size_t column = 0; column < table.head.size(); ++column) {
            const std::string head = table.text(sources, table.head[column]);
            if (!head.ends_with("." + std::string(evidenceKey))) continue;
            for (std::size_t row = 0; row < table.rows(); ++row) {
                const document::CsvCell& cell = table.cell(row, column);
                named(table.text(sources, cell), table.span(cell));
            }
        }
    }

private:
    void named(const std::string& id, source::Span span) {
        if (id.empty() || ids_.contains(id)) return;
        diagnostics::Diagnostic& finding = findings_.add(Kind::CaseEvidenceUnknown, span, {{"id", Name{id}}});
        constexpr std::size_t mostCompared = 1000;
        if (ids_.size() > mostCompared) return;
        std::vector<std::string> near = source::closest(id, {ids_.begin(), ids_.end()});
        if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", diagnostics::Names{std::move(near)}}});
    }

    std::set<std::string> ids_;
    diagnostics::Diagnostics& findings_;
};

}  // namespace

void checkInventoryEvidence(const Node& inventory, const std::vector<footprint::ListTable>& tables,
                            const std::vector<facts::Evidence>& registered, const source::SourceMap& sources,
                            diagnostics::Diagnostics& findings) {
    EvidenceCheck check(registered, findings);
    check.document(inventory);
    for (const footprint::ListTable& table : tables)
        check.table(table.table, sources);
}

}  // namespace assay::workspace
