#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace assay::quantity {

// An exact rational number, always in lowest terms with a positive denominator. Small values live in two machine words;
// a result that does not fit moves to the big-number library, and back when it fits again, so equal values have equal
// representations. No operation rounds.
class Rational {
public:
    Rational() = default;
    Rational(std::int64_t whole) : numerator_(whole) {}  // NOLINT(google-explicit-constructor): whole numbers are rationals
    Rational(int whole) : numerator_(whole) {}           // NOLINT(google-explicit-constructor)
    Rational(double) = delete;
    Rational(float) = delete;
    // numerator / denominator; the denominator is not zero.
    Rational(std::int64_t numerator, std::int64_t denominator);

    Rational(const Rational& other);
    Rational& operator=(const Rational& other);
    Rational(Rational&&) noexcept;
    Rational& operator=(Rational&&) noexcept;
    ~Rational();

    // Reads [+-]digits[.digits][(e|E)[+-]digits] exactly; '_' between digits is allowed. Empty: not of that form, more
    // than `maxBits` bits, or an exponent beyond +-`maxExponent`.
    static constexpr int maxExponent = 400;
    static constexpr int maxBits = 4096;
    [[nodiscard]] static std::optional<Rational> parse(std::string_view decimal);

    [[nodiscard]] bool isZero() const;
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] int sign() const;
    [[nodiscard]] Rational floor() const;
    [[nodiscard]] Rational ceil() const;
    [[nodiscard]] Rational abs() const;
    // The value if it is whole and fits.
    [[nodiscard]] std::optional<std::int64_t> toInteger() const;
    // Bits of numerator and denominator together.
    [[nodiscard]] std::size_t bits() const;

    Rational operator-() const;
    Rational& operator+=(const Rational& other);
    Rational& operator-=(const Rational& other);
    Rational& operator*=(const Rational& other);
    Rational& operator/=(const Rational& other);  // other is not zero
    friend Rational operator+(Rational a, const Rational& b) { return a += b; }
    friend Rational operator-(Rational a, const Rational& b) { return a -= b; }
    friend Rational operator*(Rational a, const Rational& b) { return a *= b; }
    friend Rational operator/(Rational a, const Rational& b) { return a /= b; }

    friend bool operator==(const Rational& a, const Rational& b);
    friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

    // "3", "-9/8": lowest terms, the canonical exact form.
    [[nodiscard]] std::string exact() const;
    // Decimal text: all digits where the expansion ends within `digits` after the point, else rounded to `digits`, a half
    // away from zero, with all its places shown ("1.000000" is not exactly 1).
    [[nodiscard]] std::string decimal(int digits = 6) const;

private:
    struct Big;
    struct DeleteBig {
        void operator()(Big* big) const noexcept;
    };
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
    std::unique_ptr<Big, DeleteBig> big_;  // set iff the value does not fit the two words
};

}  // namespace assay::quantity
