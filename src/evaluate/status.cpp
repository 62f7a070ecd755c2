#include "assay/evaluate/status.hpp"

namespace assay::evaluate {

std::string_view statusWord(Status status) {
    switch (status) {
        case Status::Holds:
            return "holds";
        case Status::Fails:
            return "fails";
        case Status::Determined:
            return "determined";
        case Status::Undetermined:
            return "undetermined";
        case Status::JudgementNeeded:
            return "judgement_needed";
        case Status::NotYet:
            return "not_yet";
        case Status::NotApplicable:
            return "not_applicable";
        case Status::Conflict:
            return "conflict";
    }
    return {};
}

}  // namespace assay::evaluate
