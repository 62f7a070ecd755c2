#include <algorithm>
#include <cstdlib>
#include <string>

#include "assay/quantity/rational.hpp"
#include "rational_big.hpp"

namespace assay::quantity {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// Takes digits, '_' between two of them allowed, from the front of `rest`. Empty: there are none, or a '_' stands
// elsewhere.
std::optional<std::string> takeDigits(std::string_view& rest) {
    std::string digits;
    std::size_t at = 0;
    for (; at < rest.size(); ++at) {
        if (isDigit(rest[at])) {
            digits += rest[at];
        } else if (rest[at] != '_' || digits.empty() || at + 1 == rest.size() || !isDigit(rest[at + 1])) {
            break;
        }
    }
    rest.remove_prefix(at);
    if (digits.empty()) return std::nullopt;
    return digits;
}

bool takeSign(std::string_view& rest) {
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+')) rest.remove_prefix(1);
    return negative;
}

// The exponent behind the 'e'. Empty: no digits, or beyond the limit.
std::optional<int> takeExponent(std::string_view& rest) {
    const bool negative = takeSign(rest);
    const std::optional<std::string> digits = takeDigits(rest);
    if (!digits) return std::nullopt;
    int exponent = 0;
    for (const char digit : *digits) {
        exponent = 10 * exponent + (digit - '0');
        if (exponent > Rational::maxExponent) return std::nullopt;
    }
    return negative ? -exponent : exponent;
}

// significand x 10^exponent, the significand without zeros at either end (none: zero).
struct Decimal {
    bool negative = false;
    std::string significand;
    std::int64_t exponent = 0;
};

std::optional<Decimal> readDecimal(std::string_view rest) {
    Decimal decimal;
    decimal.negative = takeSign(rest);
    const std::optional<std::string> whole = takeDigits(rest);
    if (!whole) return std::nullopt;
    decimal.significand = *whole;
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        const std::optional<std::string> fraction = takeDigits(rest);
        if (!fraction) return std::nullopt;
        decimal.significand += *fraction;
        decimal.exponent = -static_cast<std::int64_t>(fraction->size());
    }
    if (rest.starts_with('e') || rest.starts_with('E')) {
        rest.remove_prefix(1);
        const std::optional<int> exponent = takeExponent(rest);
        if (!exponent) return std::nullopt;
        decimal.exponent += *exponent;
    }
    if (!rest.empty()) return std::nullopt;

    std::string& significand = decimal.significand;
    const std::size_t last = significand.find_last_not_of('0');
    if (last == std::string::npos) {
        significand.clear();
        return decimal;
    }
    decimal.exponent += static_cast<std::int64_t>(significand.size() - 1 - last);
    significand.erase(last + 1);
    significand.erase(0, significand.find_first_not_of('0'));
    return decimal;
}

std::string text(mpz_srcptr whole) {
    std::string digits(mpz_sizeinbase(whole, 10) + 2, '\0');  // room for a sign and the terminator
    mpz_get_str(digits.data(), 10, whole);
    digits.resize(digits.find('\0'));
    return digits;
}

}  // namespace

std::optional<Rational> Rational::parse(std::string_view decimal) {
    const std::optional<Decimal> read = readDecimal(decimal);
    if (!read) return std::nullopt;
    if (read->significand.empty()) return Rational();

    // Refused before any power is computed. A significand that no ten divides keeps at least one bit for each of its
    // digits and for each place of its exponent, whatever cancels against 10^exponent.
    if (read->significand.size() > maxBits || std::abs(read->exponent) > maxBits) return std::nullopt;

    auto value = Big::make();
    Big power;
    mpz_set_str(mpq_numref(value->value), read->significand.c_str(), 10);
    if (read->negative) mpz_neg(mpq_numref(value->value), mpq_numref(value->value));
    mpz_ui_pow_ui(mpq_numref(power.value), 10, static_cast<unsigned long>(std::abs(read->exponent)));
    if (read->exponent < 0) {
        mpq_div(value->value, value->value, power.value);
    } else {
        mpq_mul(value->value, value->value, power.value);
    }
    Rational result;
    Big::assign(result, std::move(value));
    if (result.bits() > maxBits) return std::nullopt;
    return result;
}

std::string Rational::exact() const {
    Big room;
    const mpq_srcptr value = Big::view(*this, room);
    const std::string numerator = text(mpq_numref(value));
    return isWhole() ? numerator : numerator + '/' + text(mpq_denref(value));
}

std::string Rational::decimal(int digits) const {
    const auto places = static_cast<std::size_t>(std::max(digits, 0));
    Big room;
    const mpq_srcptr value = Big::view(*this, room);

    // |value| x 10^places, cut; then up by one if the rest is at least a half.
    Big scaled;
    Big rest;
    const mpz_ptr quotient = mpq_numref(scaled.value);
    const mpz_ptr remainder = mpq_numref(rest.value);
    mpz_ui_pow_ui(quotient, 10, places);
    mpz_mul(quotient, quotient, mpq_numref(value));
    mpz_abs(quotient, quotient);
    mpz_fdiv_qr(quotient, remainder, quotient, mpq_denref(value));
    const bool ends = mpz_sgn(remainder) == 0;
    mpz_mul_2exp(remainder, remainder, 1);
    if (mpz_cmp(remainder, mpq_denref(value)) >= 0) mpz_add_ui(quotient, quotient, 1);

    const bool roundedToZero = mpz_sgn(quotient) == 0;
    std::string shown = text(quotient);
    if (shown.size() <= places) shown.insert(0, places + 1 - shown.size(), '0');
    if (places > 0) {
        shown.insert(shown.size() - places, 1, '.');
        if (ends) {
            shown.erase(shown.find_last_not_of('0') + 1);
            if (shown.back() == '.') shown.pop_back();
        }
    }
    return sign() < 0 && !roundedToZero ? '-' + shown : shown;
}

}  // namespace assay::quantity
