#pragma once

#include <gmp.h>

#include <memory>

#include "assay/quantity/rational.hpp"

namespace assay::quantity {

// Holds the sum of two products of a numerator and a denominator of one word each.
__extension__ typedef __int128 Wide;

// A fraction of the big-number library, kept canonical by whoever fills it. Only the C interface is used: the
// expression templates of the C++ one hold references to temporaries.
struct Rational::Big {
    using Pointer = std::unique_ptr<Big, DeleteBig>;
    template <class... Arguments>
    static Pointer make(Arguments... arguments) {
        return Pointer(new Big(arguments...));
    }

    Big() { mpq_init(value); }
    explicit Big(mpq_srcptr other) : Big() { mpq_set(value, other); }
    Big(Wide numerator, Wide denominator);  // lowest terms, positive denominator
    ~Big() { mpq_clear(value); }
    Big(const Big&) = delete;
    Big& operator=(const Big&) = delete;

    // Gives `target` the value, in two words where it fits.
    static void assign(Rational& target, Wide numerator, Wide denominator);  // any terms; the denominator is not zero
    static void assign(Rational& target, Pointer value);
    static void assignWhole(Rational& target, mpz_srcptr whole);

    // The value for the length of one operation; a small one is put into `room`.
    static mpq_srcptr view(const Rational& rational, Big& room);
    using Operation = void (*)(mpq_ptr, mpq_srcptr, mpq_srcptr);
    static void apply(Operation operation, Rational& target, const Rational& operand);

    mpq_t value;
};

}  // namespace assay::quantity
