#include "assay/workspace/notices.hpp"

#include <filesystem>

#include "assay/source/file.hpp"
#include "files.hpp"

namespace assay::workspace {

namespace fs = std::filesystem;
using diagnostics::Kind;
using diagnostics::Name;

namespace {

bool isInside(const RuleSet& rules, const std::string& name, source::Span asked, diagnostics::Diagnostics& findings) {
    const fs::path path = fs::path(rules.root.path) / name;
    std::error_code error;
    if (name.find("..") == std::string::npos && (!fs::exists(path, error) || source::liesBelow(path, rules.root.path))) return true;
    findings.add(Kind::PathLeavesRoot, asked, {{"path", Name{name}}});
    return false;
}

}  // namespace

notice::Letters loadNotices(source::SourceMap& sources, const RuleSet& rules, const Limits& limits, diagnostics::Diagnostics& findings) {
    const std::string name = "notices/notices.toml";
    if (!isInside(rules, name, {}, findings)) return {};
    const std::optional<document::Node> root =
        addToml(sources, fs::path(rules.root.path) / name, shownIn(rules.root.shown, name), limits.document, {}, findings);
    return root ? notice::readLetters(*root, rules.checked, findings) : notice::Letters();
}

std::optional<source::SourceId> loadTemplate(source::SourceMap& sources, const RuleSet& rules, const notice::Notice& notice,
                                             diagnostics::Language language, const Limits& limits, diagnostics::Diagnostics& findings) {
    const std::string name = "notices/" + notice.name + (language == diagnostics::Language::Chinese ? ".zh.md" : ".en.md");
    if (!isInside(rules, name, notice.nameSpan, findings)) return std::nullopt;
    return addFile(sources, fs::path(rules.root.path) / name, shownIn(rules.root.shown, name), limits.templateBytes, notice.nameSpan,
                   findings);
}

}  // namespace assay::workspace
