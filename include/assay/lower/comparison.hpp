#pragma once

#include "assay/lower/program.hpp"

namespace assay::lower {

// The same comparison with its sides exchanged; of any other operation itself.
[[nodiscard]] constexpr Op mirrored(Op op) {
    switch (op) {
        case Op::Less:
            return Op::Greater;
        case Op::LessEqual:
            return Op::GreaterEqual;
        case Op::Greater:
            return Op::Less;
        case Op::GreaterEqual:
            return Op::LessEqual;
        default:
            return op;
    }
}

}  // namespace assay::lower
