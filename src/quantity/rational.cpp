#include "assay/quantity/rational.hpp"

#include <bit>
#include <limits>
#include <numeric>
#include <utility>

#include "rational_big.hpp"

namespace assay::quantity {

static_assert(sizeof(long) == sizeof(std::int64_t), "the big-number library's word functions take a long");

namespace {

__extension__ typedef unsigned __int128 UnsignedWide;

bool fitsWord(Wide value) {
    return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

UnsignedWide magnitude(Wide value) {
    return value < 0 ? UnsignedWide{0} - static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
}

// Division on two words is slow: it ends as soon as both fit one.
UnsignedWide greatestCommonDivisor(UnsignedWide a, UnsignedWide b) {
    constexpr UnsignedWide largestWord = std::numeric_limits<std::uint64_t>::max();
    while (b != 0 && (a > largestWord || b > largestWord))
        a = std::exchange(b, a % b);
    if (b == 0) return a;
    return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
}

void setWide(mpz_ptr target, Wide value) {
    const UnsignedWide size = magnitude(value);
    mpz_set_ui(target, static_cast<std::uint64_t>(size >> 64U));
    mpz_mul_2exp(target, target, 64);
    mpz_add_ui(target, target, static_cast<std::uint64_t>(size));
    if (value < 0) mpz_neg(target, target);
}

std::size_t wordBits(std::int64_t word) {
    const auto bits = static_cast<std::uint64_t>(word);
    return static_cast<std::size_t>(std::bit_width(word < 0 ? std::uint64_t{0} - bits : bits));
}

}  // namespace

Rational::Big::Big(Wide numerator, Wide denominator) : Big() {
    setWide(mpq_numref(value), numerator);
    setWide(mpq_denref(value), denominator);
}

void Rational::Big::assign(Rational& target, Wide numerator, Wide denominator) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    if (denominator != 1) {
        const auto divisor = static_cast<Wide>(greatestCommonDivisor(magnitude(numerator), magnitude(denominator)));
        numerator /= divisor;
        denominator /= divisor;
    }
    if (fitsWord(numerator) && fitsWord(denominator)) {
        target.numerator_ = static_cast<std::int64_t>(numerator);
        target.denominator_ = static_cast<std::int64_t>(denominator);
        target.big_.reset();
    } else {
        target.big_ = Big::make(numerator, denominator);
    }
}

void Rational::Big::assign(Rational& target, Pointer value) {
    const mpz_srcptr numerator = mpq_numref(value->value);
    const mpz_srcptr denominator = mpq_denref(value->value);
    if (mpz_fits_slong_p(numerator) != 0 && mpz_fits_slong_p(denominator) != 0) {
        target.numerator_ = mpz_get_si(numerator);
        target.denominator_ = mpz_get_si(denominator);
        target.big_.reset();
    } else {
        target.big_ = std::move(value);
    }
}

void Rational::Big::assignWhole(Rational& target, mpz_srcptr whole) {
    auto value = Big::make();
    mpq_set_z(value->value, whole);
    assign(target, std::move(value));
}

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
    Big::assign(*this, Wide{numerator}, Wide{denominator});
}

Rational::Rational(const Rational& other)
    : numerator_(other.numerator_), denominator_(other.denominator_), big_(other.big_ ? Big::make(other.big_->value) : nullptr) {}

Rational& Rational::operator=(const Rational& other) {
    if (this != &other) *this = Rational(other);
    return *this;
}

Rational::Rational(Rational&&) noexcept = default;
Rational& Rational::operator=(Rational&&) noexcept = default;
Rational::~Rational() = default;

void Rational::DeleteBig::operator()(Big* big) const noexcept {
    delete big;
}

mpq_srcptr Rational::Big::view(const Rational& rational, Big& room) {
    if (rational.big_) return rational.big_->value;
    mpz_set_si(mpq_numref(room.value), rational.numerator_);
    mpz_set_si(mpq_denref(room.value), rational.denominator_);
    return room.value;
}

void Rational::Big::apply(Operation operation, Rational& target, const Rational& operand) {
    Big left;
    Big right;
    auto result = Big::make();
    operation(result->value, view(target, left), view(operand, right));
    assign(target, std::move(result));
}

bool Rational::isZero() const {
    return !big_ && numerator_ == 0;
}

bool Rational::isWhole() const {
    return big_ ? mpz_cmp_ui(mpq_denref(big_->value), 1) == 0 : denominator_ == 1;
}

int Rational::sign() const {
    return big_ ? mpq_sgn(big_->value) : (numerator_ > 0) - (numerator_ < 0);
}

Rational Rational::floor() const {
    if (isWhole()) return *this;
    if (!big_) return numerator_ / denominator_ - (numerator_ < 0 ? 1 : 0);
    Big room;
    mpz_fdiv_q(mpq_numref(room.value), mpq_numref(big_->value), mpq_denref(big_->value));
    Rational whole;
    Big::assignWhole(whole, mpq_numref(room.value));
    return whole;
}

Rational Rational::ceil() const {
    return -(-*this).floor();
}

Rational Rational::abs() const {
    return sign() < 0 ? -*this : *this;
}

std::optional<std::int64_t> Rational::toInteger() const {
    if (big_ || denominator_ != 1) return std::nullopt;
    return numerator_;
}

std::size_t Rational::bits() const {
    if (!big_) return wordBits(numerator_) + wordBits(denominator_);
    return mpz_sizeinbase(mpq_numref(big_->value), 2) + mpz_sizeinbase(mpq_denref(big_->value), 2);
}

Rational Rational::operator-() const {
    Rational negated;
    if (big_) {
        auto value = Big::make(big_->value);
        mpq_neg(value->value, value->value);
        Big::assign(negated, std::move(value));
    } else {
        Big::assign(negated, -Wide{numerator_}, Wide{denominator_});
    }
    return negated;
}

Rational& Rational::operator+=(const Rational& other) {
    if (big_ || other.big_) {
        Big::apply(mpq_add, *this, other);
    } else {
        Big::assign(*this, Wide{numerator_} * other.denominator_ + Wide{other.numerator_} * denominator_,
                    Wide{denominator_} * other.denominator_);
    }
    return *this;
}

Rational& Rational::operator-=(const Rational& other) {
    if (big_ || other.big_) {
        Big::apply(mpq_sub, *this, other);
    } else {
        Big::assign(*this, Wide{numerator_} * other.denominator_ - Wide{other.numerator_} * denominator_,
                    Wide{denominator_} * other.denominator_);
    }
    return *this;
}

Rational& Rational::operator*=(const Rational& other) {
    if (big_ || other.big_) {
        Big::apply(mpq_mul, *this, other);
    } else {
        Big::assign(*this, Wide{numerator_} * other.numerator_, Wide{denominator_} * other.denominator_);
    }
    return *this;
}

Rational& Rational::operator/=(const Rational& other) {
    if (big_ || other.big_) {
        Big::apply(mpq_div, *this, other);
    } else {
        Big::assign(*this, Wide{numerator_} * other.denominator_, Wide{denominator_} * other.numerator_);
    }
    return *this;
}

// Representations are canonical: a small value never equals a big one.
bool operator==(const Rational& a, const Rational& b) {
    if (a.big_ && b.big_) return mpq_equal(a.big_->value, b.big_->value) != 0;
    return !a.big_ && !b.big_ && a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    if (a.big_ || b.big_) {
        Rational::Big left;
        Rational::Big right;
        return mpq_cmp(Rational::Big::view(a, left), Rational::Big::view(b, right)) <=> 0;
    }
    const Wide left = Wide{a.numerator_} * b.denominator_;
    const Wide right = Wide{b.numerator_} * a.denominator_;
    return left < right ? std::strong_ordering::less : left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
}

}  // namespace assay::quantity
