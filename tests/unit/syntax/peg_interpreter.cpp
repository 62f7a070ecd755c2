#include <algorithm>
#include <optional>
#include <unordered_map>

#include "assay/source/text.hpp"
#include "peg.hpp"

namespace assay::peg_test {

namespace {

using Match = std::optional<std::size_t>;  // the offset behind what matched

class Interpreter {
public:
    Interpreter(const PegGrammar& grammar, std::string_view text) : grammar_(grammar), text_(text) {}

    Match rule(std::size_t index, std::size_t at) {
        const std::size_t key = at * grammar_.rules.size() + index;
        if (const auto known = results_.find(key); known != results_.end()) {
            return known->second;
        }
        const Match result = match(grammar_.rules[index], at);
        results_.emplace(key, result);
        return result;
    }

private:
    Match match(const PegNode& node, std::size_t at) {
        switch (node.kind) {
            case PegNode::Kind::Sequence:
                return sequence(node, at);
            case PegNode::Kind::Choice:
                return choice(node, at);
            case PegNode::Kind::Optional:
                return match(node.children.front(), at).value_or(at);
            case PegNode::Kind::Star:
                return repeated(node, at);
            case PegNode::Kind::Plus: {
                const Match first = match(node.children.front(), at);
                return first ? repeated(node, *first) : first;
            }
            case PegNode::Kind::And:
                return match(node.children.front(), at) ? Match(at) : std::nullopt;
            case PegNode::Kind::Not:
                return match(node.children.front(), at) ? std::nullopt : Match(at);
            case PegNode::Kind::Text:
                return text_.substr(at).starts_with(node.text) ? Match(at + node.text.size()) : std::nullopt;
            case PegNode::Kind::Rule:
                return rule(node.rule, at);
            case PegNode::Kind::Any:
            case PegNode::Kind::Class:
                return character(node, at);
        }
        return std::nullopt;
    }

    Match sequence(const PegNode& node, std::size_t at) {
        Match end = at;
        for (const PegNode& child : node.children) {
            end = match(child, *end);
            if (!end) {
                break;
            }
        }
        return end;
    }

    Match choice(const PegNode& node, std::size_t at) {
        for (const PegNode& child : node.children) {
            if (const Match end = match(child, at)) {
                return end;
            }
        }
        return std::nullopt;
    }

    Match repeated(const PegNode& node, std::size_t at) {
        for (Match next = match(node.children.front(), at); next && *next > at; next = match(node.children.front(), at)) {
            at = *next;
        }
        return at;
    }

    Match character(const PegNode& node, std::size_t at) const {
        if (at >= text_.size()) {
            return std::nullopt;
        }
        const source::CodePoint found = source::decode(text_.substr(at));
        if (node.kind == PegNode::Kind::Class) {
            const bool inside = std::any_of(node.ranges.begin(), node.ranges.end(),
                                            [&](const auto& range) { return range.first <= found.value && found.value <= range.second; });
            if (inside == node.negated) {
                return std::nullopt;
            }
        }
        return at + found.length;
    }

    const PegGrammar& grammar_;
    std::string_view text_;
    std::unordered_map<std::size_t, Match> results_;
};

}  // namespace

bool pegAccepts(const PegGrammar& grammar, std::string_view text) {
    return Interpreter(grammar, text).rule(0, 0) == Match(text.size());
}

}  // namespace assay::peg_test
