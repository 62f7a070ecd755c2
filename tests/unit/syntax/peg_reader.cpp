#include <cstdlib>

#include "assay/source/text.hpp"
#include "peg.hpp"

namespace assay::peg_test {

namespace {

std::string encoded(char32_t value) {
    std::string bytes;
    if (value < 0x80) {
        bytes += static_cast<char>(value);
    } else if (value < 0x800) {
        bytes += static_cast<char>(0xC0 | (value >> 6));
        bytes += static_cast<char>(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        bytes += static_cast<char>(0xE0 | (value >> 12));
        bytes += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
        bytes += static_cast<char>(0x80 | (value & 0x3F));
    } else {
        bytes += static_cast<char>(0xF0 | (value >> 18));
        bytes += static_cast<char>(0x80 | ((value >> 12) & 0x3F));
        bytes += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
        bytes += static_cast<char>(0x80 | (value & 0x3F));
    }
    return bytes;
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    PegGrammar run() {
        blanks();
        while (grammar_.problem.empty() && !rest().empty()) {
            const std::string name = identifier();
            if (name.empty() || !take("<-")) {
                return failed("a rule `Name <- ...` is expected");
            }
            if (indices_.contains(name)) {
                return failed(name + " is defined twice");
            }
            indices_[name] = grammar_.rules.size();
            grammar_.names.push_back(name);
            grammar_.rules.push_back(choice());
        }
        for (PegNode& rule : grammar_.rules) {
            resolve(rule);
        }
        return std::move(grammar_);
    }

private:
    PegNode choice() {
        PegNode node{PegNode::Kind::Choice, {}, {}, {}, false, 0};
        do {
            node.children.push_back(sequence());
        } while (take("/"));
        return node.children.size() == 1 ? std::move(node.children.front()) : node;
    }

    PegNode sequence() {
        PegNode node;
        while (startsOperand()) {
            node.children.push_back(prefixed());
        }
        return node;
    }

    // A name that is followed by an arrow begins the next rule.
    bool startsOperand() {
        if (rest().empty() || rest().front() == '/' || rest().front() == ')') {
            return false;
        }
        const std::size_t saved = at_;
        const bool nextRule = !identifier().empty() && rest().starts_with("<-");
        at_ = saved;
        return !nextRule;
    }

    PegNode prefixed() {
        if (take("&")) {
            return {PegNode::Kind::And, {suffixed()}, {}, {}, false, 0};
        }
        if (take("!")) {
            return {PegNode::Kind::Not, {suffixed()}, {}, {}, false, 0};
        }
        return suffixed();
    }

    PegNode suffixed() {
        PegNode operand = primary();
        if (take("?")) {
            return {PegNode::Kind::Optional, {std::move(operand)}, {}, {}, false, 0};
        }
        if (take("*")) {
            return {PegNode::Kind::Star, {std::move(operand)}, {}, {}, false, 0};
        }
        if (take("+")) {
            return {PegNode::Kind::Plus, {std::move(operand)}, {}, {}, false, 0};
        }
        return operand;
    }

    PegNode primary() {
        if (take("(")) {
            PegNode inner = choice();
            if (!take(")")) {
                failed("`)` is expected");
            }
            return inner;
        }
        if (take(".")) {
            return {PegNode::Kind::Any, {}, {}, {}, false, 0};
        }
        if (rest().starts_with("'")) {
            return literal();
        }
        if (rest().starts_with("[")) {
            return characterClass();
        }
        PegNode named{PegNode::Kind::Rule, {}, identifier(), {}, false, 0};
        if (named.text.empty()) {
            failed("an operand is expected");
            at_ = text_.size();
        }
        return named;
    }

    PegNode literal() {
        PegNode node{PegNode::Kind::Text, {}, {}, {}, false, 0};
        ++at_;
        while (!rest().empty() && rest().front() != '\'') {
            node.text += encoded(character());
        }
        ++at_;
        blanks();
        return node;
    }

    PegNode characterClass() {
        PegNode node{PegNode::Kind::Class, {}, {}, {}, false, 0};
        ++at_;
        if (rest().starts_with("^")) {
            node.negated = true;
            ++at_;
        }
        while (!rest().empty() && rest().front() != ']') {
            const char32_t low = character();
            char32_t high = low;
            if (rest().size() > 1 && rest()[0] == '-' && rest()[1] != ']') {
                ++at_;
                high = character();
            }
            node.ranges.emplace_back(low, high);
        }
        ++at_;
        blanks();
        return node;
    }

    char32_t character() {
        if (rest().front() != '\\') {
            const source::CodePoint plain = source::decode(rest());
            at_ += plain.length;
            return plain.value;
        }
        const char escape = rest().size() > 1 ? rest()[1] : '\\';
        at_ += 2;
        switch (escape) {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return hexadecimal(4);
            case 'U':
                return hexadecimal(8);
            default:
                return static_cast<char32_t>(escape);
        }
    }

    char32_t hexadecimal(std::size_t digits) {
        const std::string written(rest().substr(0, digits));
        at_ += digits;
        return static_cast<char32_t>(std::strtoul(written.c_str(), nullptr, 16));
    }

    std::string identifier() {
        std::size_t length = 0;
        const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        while (length < rest().size() && letter(rest()[length])) {
            ++length;
        }
        std::string name(rest().substr(0, length));
        at_ += length;
        blanks();
        return name;
    }

    bool take(std::string_view mark) {
        if (!rest().starts_with(mark)) {
            return false;
        }
        at_ += mark.size();
        blanks();
        return true;
    }

    void blanks() {
        while (!rest().empty()) {
            if (rest().front() == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (rest().front() == ' ' || rest().front() == '\n') {
                ++at_;
            } else {
                return;
            }
        }
    }

    void resolve(PegNode& node) {
        if (node.kind == PegNode::Kind::Rule) {
            const auto found = indices_.find(node.text);
            if (found == indices_.end()) {
                failed(node.text + " is not defined");
                return;
            }
            node.rule = found->second;
        }
        for (PegNode& child : node.children) {
            resolve(child);
        }
    }

    PegGrammar failed(std::string why) {
        if (grammar_.problem.empty()) {
            grammar_.problem = std::move(why) + ", at byte " + std::to_string(at_);
        }
        return grammar_;
    }

    [[nodiscard]] std::string_view rest() const { return text_.substr(std::min(at_, text_.size())); }

    std::string_view text_;
    std::size_t at_ = 0;
    PegGrammar grammar_;
    std::map<std::string, std::size_t> indices_;
};

}  // namespace

PegGrammar readPeg(std::string_view text) {
    return Reader(text).run();
}

}  // namespace assay::peg_test
