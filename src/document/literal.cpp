#include "literal.hpp"

#include <optional>

namespace assay::document {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// The value of a digit in a base up to 16; empty: no digit of that base.
std::optional<int> digitValue(char c, int base) {
    int value = base;
    if (isDigit(c)) value = c - '0';
    if (c >= 'a' && c <= 'f') value = c - 'a' + 10;
    if (c >= 'A' && c <= 'F') value = c - 'A' + 10;
    return value < base ? std::optional<int>(value) : std::nullopt;
}

// Length of the longest prefix of the form digit(_?digit)*.
std::size_t digitsLength(std::string_view text, int base = 10) {
    std::size_t length = 0;
    while (length < text.size()) {
        const std::size_t digit = (length > 0 && text[length] == '_') ? length + 1 : length;
        if (digit >= text.size() || !digitValue(text[digit], base)) break;
        length = digit + 1;
    }
    return length;
}

Literal ofKind(Literal::Kind kind) {
    Literal literal;
    literal.kind = kind;
    return literal;
}

Literal number(Literal::Kind kind, quantity::Rational value) {
    Literal literal = ofKind(kind);
    literal.number = std::move(value);
    return literal;
}

// A whole number behind 0x, 0o or 0b.
Literal readPrefixed(std::string_view digits, int base, std::size_t bitsPerDigit) {
    if (digits.empty() || digitsLength(digits, base) != digits.size()) return ofKind(Literal::Kind::Malformed);
    const std::size_t firstDigit = digits.find_first_not_of("0_");
    if (firstDigit == std::string_view::npos) return number(Literal::Kind::Integer, 0);
    digits.remove_prefix(firstDigit);
    quantity::Rational value;
    std::size_t count = 0;
    for (const char c : digits) {
        if (c == '_') continue;
        if (++count * bitsPerDigit > static_cast<std::size_t>(quantity::Rational::maxBits)) return ofKind(Literal::Kind::TooLarge);
        value = value * base + *digitValue(c, base);
    }
    return number(Literal::Kind::Integer, std::move(value));
}

// A text of more characters than this denotes no number within Rational's limits, or hides one behind padding.
constexpr std::size_t longestNumber = static_cast<std::size_t>(quantity::Rational::maxBits);

Literal readDecimal(std::string_view text) {
    std::size_t at = (text[0] == '+' || text[0] == '-') ? 1 : 0;
    const std::size_t whole = digitsLength(text.substr(at));
    if (whole == 0 || (whole > 1 && text[at] == '0')) return ofKind(Literal::Kind::Malformed);
    at += whole;
    auto kind = Literal::Kind::Integer;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = digitsLength(text.substr(at + 1));
        if (fraction == 0) return ofKind(Literal::Kind::Malformed);
        at += 1 + fraction;
        kind = Literal::Kind::Decimal;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        const bool isSigned = at + 1 < text.size() && (text[at + 1] == '+' || text[at + 1] == '-');
        at += isSigned ? 2 : 1;
        const std::size_t exponent = digitsLength(text.substr(at));
        if (exponent == 0) return ofKind(Literal::Kind::Malformed);
        at += exponent;
        kind = Literal::Kind::Decimal;
    }
    if (at != text.size()) return ofKind(Literal::Kind::Malformed);
    if (text.size() > longestNumber) return ofKind(Literal::Kind::TooLarge);
    auto value = quantity::Rational::parse(text);
    return value ? number(kind, *std::move(value)) : ofKind(Literal::Kind::TooLarge);
}

// inf and nan in any letter case: nobody means anything else by them.
bool isNotFinite(std::string_view text) {
    if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
    if (text.size() != 3) return false;
    const char word[] = {static_cast<char>(text[0] | 0x20), static_cast<char>(text[1] | 0x20), static_cast<char>(text[2] | 0x20)};
    const std::string_view lower(word, 3);
    return lower == "inf" || lower == "nan";
}

bool isTime(std::string_view text) {
    return text.size() >= 5 && isDigit(text[0]) && isDigit(text[1]) && text[2] == ':' && isDigit(text[3]) && isDigit(text[4]);
}

Literal readDate(std::string_view text) {
    if (text.size() > 10) {
        const bool timeFollows = text[10] == 'T' || text[10] == 't' || text[10] == ' ';
        return ofKind(timeFollows ? Literal::Kind::Time : Literal::Kind::Malformed);
    }
    const auto date = quantity::Date::parse(text);
    if (!date) return ofKind(Literal::Kind::NoSuchDate);
    Literal literal = ofKind(Literal::Kind::Date);
    literal.date = *date;
    return literal;
}

}  // namespace

bool beginsAsDate(std::string_view text) {
    if (text.size() < 10) return false;
    for (std::size_t at = 0; at < 10; ++at) {
        const bool isDash = at == 4 || at == 7;
        if (isDash ? text[at] != '-' : !isDigit(text[at])) return false;
    }
    return true;
}

Literal readLiteral(std::string_view text) {
    if (text == "true" || text == "false") return ofKind(Literal::Kind::Bool);
    if (isNotFinite(text)) return ofKind(Literal::Kind::NotFinite);
    if (beginsAsDate(text)) return readDate(text);
    if (isTime(text)) return ofKind(Literal::Kind::Time);
    const std::string_view prefix = text.substr(0, 2);
    if (prefix == "0x") return readPrefixed(text.substr(2), 16, 4);
    if (prefix == "0o") return readPrefixed(text.substr(2), 8, 3);
    if (prefix == "0b") return readPrefixed(text.substr(2), 2, 1);
    return text.empty() ? Literal{} : readDecimal(text);
}

}  // namespace assay::document
