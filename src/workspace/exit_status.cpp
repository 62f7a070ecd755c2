#include "assay/workspace/exit_status.hpp"

#include <algorithm>
#include <array>

namespace assay::workspace {

ExitStatus exitStatusOf(evaluate::VerdictKind verdict) {
    using evaluate::VerdictKind;
    switch (verdict) {
        case VerdictKind::Conform:
            return ExitStatus::Conform;
        case VerdictKind::Nonconform:
            return ExitStatus::Nonconform;
        case VerdictKind::Undetermined:
            return ExitStatus::Undetermined;
        case VerdictKind::Conflict:
            return ExitStatus::Invalid;
    }
    return ExitStatus::Internal;
}

ExitStatus worst(const std::vector<ExitStatus>& statuses) {
    constexpr std::array order{ExitStatus::Internal, ExitStatus::Usage,        ExitStatus::VerificationFailed, ExitStatus::LimitReached,
                               ExitStatus::Invalid,  ExitStatus::Undetermined, ExitStatus::Nonconform};
    for (const ExitStatus status : order) {
        if (std::find(statuses.begin(), statuses.end(), status) != statuses.end()) return status;
    }
    return ExitStatus::Conform;
}

}  // namespace assay::workspace
