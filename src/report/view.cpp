#include "assay/report/view.hpp"

#include <algorithm>

namespace assay::report {

bool selects(const Selection& selection, const evaluate::Conclusion& conclusion) {
    if (selection.empty()) return true;
    return std::any_of(selection.begin(), selection.end(), [&](const Asked& asked) {
        return asked.decl == conclusion.decl && (asked.item.empty() || asked.item == conclusion.item);
    });
}

std::string conclusionName(std::string_view declaration, std::string_view item) {
    std::string name(declaration);
    if (!item.empty()) name.append("[").append(item).append("]");
    return name;
}

const std::string& choose(const std::string& english, const std::string& chinese, diagnostics::Language language) {
    const bool wantsChinese = language == diagnostics::Language::Chinese;
    const std::string& wanted = wantsChinese ? chinese : english;
    return wanted.empty() ? (wantsChinese ? english : chinese) : wanted;
}

const std::string& choose(const syntax::LocalText& text, diagnostics::Language language) {
    return choose(text.english, text.chinese, language);
}

std::string profileText(const facts::Profile& profile, diagnostics::Language language) {
    const std::string period = profile.from.text() + ".." + (profile.to ? profile.to->text() : "");
    if (language == diagnostics::Language::Chinese) {
        return "机构参数文件 " + profile.id + "，施行期 " + period + "，" + profile.approvedBy + "于 " + profile.approvedOn.text() +
               " 批准";
    }
    return "body profile " + profile.id + ", in force " + period + ", approved by " + profile.approvedBy + " on " +
           profile.approvedOn.text();
}

}  // namespace assay::report
