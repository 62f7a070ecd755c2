#pragma once

#include <string>

#include "assay/author/expectation.hpp"
#include "assay/facts/facts.hpp"

namespace assay::author {

// A case with what it is stated to give on one day. Borrows the facts.
struct Trial {
    std::string caseName;
    const facts::CaseFacts* facts = nullptr;
    quantity::Date asOf;
    Expectation expectation;
};

}  // namespace assay::author
