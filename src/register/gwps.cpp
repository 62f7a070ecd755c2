#include <utility>

#include "assay/register/factors.hpp"
#include "fields.hpp"

namespace assay::registers {

using diagnostics::Kind;
using diagnostics::Name;
using document::Node;
using quantity::Rational;

namespace {

bool isNumber(const Node& value) {
    return value.kind == Node::Kind::Integer || value.kind == Node::Kind::Decimal;
}

class GwpReader {
public:
    GwpReader(const FactorTable& factors, diagnostics::Diagnostics& findings) : factors_(factors), findings_(findings) {}

    void readGas(const Node& table) {
        const Fields fields(table, "gas", findings_);
        fields.refuseOthers({"id", "name_en", "name_zh", "spellings", "parts", "note"});
        static_cast<void>(fields.optionalText("note"));
        Gas gas;
        gas.id = fields.text("id");
        gas.english = fields.text("name_en");
        gas.chinese = fields.text("name_zh");
        for (const Node* spelling : fields.optionalTexts("spellings"))
            gas.spellings.push_back(spelling->text);
        gas.span = table.find("id") == nullptr ? table.span : table.find("id")->span;
        if (const Node* parts = table.find("parts")) gas.parts = readParts(gas, *parts);
        if (gas.id.empty()) return;
        std::vector<std::string> names = gas.spellings;
        names.push_back(gas.id);
        for (const std::string& name : names) {
            const Gas* first = gwps_.find(name);
            if (first == nullptr) continue;
            findings_.add(Kind::RegisterEntryTwice, gas.span, {{"table", Name{"gas"}}, {"name", Name{name}}})
                .note(Kind::FirstHere, first->span);
            return;
        }
        gwps_.add(std::move(gas));
    }

    void readSet(const Node& table) {
        const Fields fields(table, "gwp", findings_);
        fields.refuseOthers({"set", "status", "source", "values", "note"});
        static_cast<void>(fields.optionalText("note"));
        const std::string word = fields.text("set");
        const std::string letter = fields.text("status");
        const std::string source = fields.text("source");
        const Node* values = fields.required("values");
        if (word.empty() || letter.empty() || source.empty() || values == nullptr) return;
        const auto set = indexOfWord("set", word, table.find("set")->span, gwpSetWords, findings_);
        const auto status = statusOf(letter, table.find("status")->span, findings_);
        if (factors_.findSource(source) == nullptr) {
            std::vector<std::string> known;
            for (const FactorSource& each : factors_.sources())
                known.push_back(each.id);
            reportUnknownEntry("source", source, table.find("source")->span, known, findings_);
            return;
        }
        if (!set || !status) return;
        for (const Node::Member& figure : values->members)
            readFigure(figure, static_cast<GwpSet>(*set), {0, *status, source});
    }

    GwpTable take() { return std::move(gwps_); }

private:
    std::vector<Gas::Part> readParts(const Gas& gas, const Node& table) {
        std::vector<Gas::Part> parts;
        Rational sum;
        for (const Node::Member& part : table.members) {
            const Gas* known = gwps_.find(part.key);
            if (part.key == gas.id || (known != nullptr && !known->parts.empty())) {
                findings_.add(Kind::BlendOfBlends, part.keySpan, {{"part", Name{part.key}}, {"gas", Name{gas.id}}});
            } else if (known == nullptr) {
                reportUnknownEntry("gas", part.key, part.keySpan, ids(), findings_);
            } else if (!isNumber(part.value)) {
                findings_.add(Kind::RegisterNumberExpected, part.value.span, {{"key", Name{part.key}}});
                return parts;
            } else {
                parts.push_back({known->id, part.value.number});
            }
            if (isNumber(part.value)) sum += part.value.number;
        }
        if (sum != 1) findings_.add(Kind::BlendNotWhole, table.span, {{"gas", Name{gas.id}}, {"sum", sum}});
        return parts;
    }

    void readFigure(const Node::Member& figure, GwpSet set, Gwp gwp) {
        const Gas* gas = gwps_.find(figure.key);
        if (gas == nullptr) {
            reportUnknownEntry("gas", figure.key, figure.keySpan, ids(), findings_);
            return;
        }
        if (!isNumber(figure.value)) {
            findings_.add(Kind::RegisterNumberExpected, figure.value.span, {{"key", Name{figure.key}}});
            return;
        }
        gwp.value = figure.value.number;
        if (!gwps_.set(gas->id, set, gwp)) {
            findings_.add(Kind::RegisterEntryTwice, figure.keySpan, {{"table", Name{std::string(word(set))}}, {"name", Name{figure.key}}});
        }
    }

    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> ids;
        for (const Gas& gas : gwps_.gases())
            ids.push_back(gas.id);
        return ids;
    }

    const FactorTable& factors_;
    diagnostics::Diagnostics& findings_;
    GwpTable gwps_;
};

}  // namespace

bool GwpTable::add(Gas gas) {
    std::vector<std::string> names = gas.spellings;
    names.push_back(gas.id);
    for (const std::string& name : names) {
        if (index_.contains(name)) return false;
    }
    for (const std::string& name : names)
        index_.emplace(name, gases_.size());
    gases_.push_back(std::move(gas));
    return true;
}

bool GwpTable::set(std::string_view gas, GwpSet set, const Gwp& gwp) {
    const auto found = index_.find(gas);
    if (found == index_.end() || !gases_[found->second].parts.empty()) return false;
    return figures_.try_emplace({found->second, set}, gwp).second;
}

const Gas* GwpTable::find(std::string_view name) const {
    const auto found = index_.find(name);
    return found == index_.end() ? nullptr : &gases_[found->second];
}

std::optional<Gwp> GwpTable::gwp(std::string_view name, GwpSet set) const {
    const auto found = index_.find(name);
    if (found == index_.end()) return std::nullopt;
    const Gas& gas = gases_[found->second];
    if (gas.parts.empty()) {
        const auto figure = figures_.find({found->second, set});
        return figure == figures_.end() ? std::nullopt : std::optional(figure->second);
    }
    Gwp blend{0, Status::Verified, {}};
    for (const Gas::Part& part : gas.parts) {
        const std::optional<Gwp> figure = gwp(part.gas, set);
        if (!figure) return std::nullopt;
        blend.value += part.share * figure->value;
        blend.status = worse(blend.status, figure->status);
        if (blend.source.empty()) blend.source = figure->source;
    }
    return blend;
}

GwpTable readGwps(const document::Node& root, const FactorTable& factors, diagnostics::Diagnostics& findings) {
    refuseOtherLists(root, "gwp", {"gas", "gwp"}, findings);
    GwpReader reader(factors, findings);
    for (const Node* table : tablesOf(root, "gas", findings))
        reader.readGas(*table);
    for (const Node* table : tablesOf(root, "gwp", findings))
        reader.readSet(*table);
    return reader.take();
}

}  // namespace assay::registers
