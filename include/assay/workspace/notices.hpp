#pragma once

#include <optional>
#include <vector>

#include "assay/notice/notice.hpp"
#include "assay/workspace/rule_set.hpp"

namespace assay::workspace {

// The notices of a rule set: the entries of notices/notices.toml in its folder. They decide nothing: the digest of the rule set
// does not cover them.
[[nodiscard]] notice::Letters loadNotices(source::SourceMap& sources, const RuleSet& rules, const Limits& limits,
                                          diagnostics::Diagnostics& findings);

// The template of a notice: notices/NAME.en.md or notices/NAME.zh.md, which lies in the folder of the rule set or below it.
[[nodiscard]] std::optional<source::SourceId> loadTemplate(source::SourceMap& sources, const RuleSet& rules, const notice::Notice& notice,
                                                           diagnostics::Language language, const Limits& limits,
                                                           diagnostics::Diagnostics& findings);

}  // namespace assay::workspace
