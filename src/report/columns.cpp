#include "columns.hpp"

#include <algorithm>

#include "assay/source/text.hpp"

namespace assay::report {

namespace {

constexpr std::size_t gap = 3;
constexpr std::size_t widestText = 44;

// Cut in front of the place where it would not fit.
std::string fitted(const std::string& text) {
    if (source::displayWidth(text) <= widestText) return text;
    std::string cut;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view next = rest.substr(0, source::decode(rest).length);
        if (source::displayWidth(cut) + source::displayWidth(next) >= widestText) break;
        cut += next;
        rest.remove_prefix(next.size());
    }
    return cut + "…";
}

std::string blanks(std::size_t wanted, const std::string& text) {
    return std::string(wanted - std::min(wanted, source::displayWidth(text)), ' ');
}

}  // namespace

void Columns::write(TextWriter& out, std::size_t level, bool hasHead) const {
    std::vector<std::size_t> widths;
    for (const std::vector<std::string>& row : rows_) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], source::displayWidth(i == 0 ? fitted(row[i]) : row[i]));
    }
    bool isHead = hasHead;
    for (const std::vector<std::string>& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string cell = i == 0 ? fitted(row[i]) : row[i];
            if (i > 0) line += std::string(gap, ' ') + blanks(widths[i], cell);
            line += cell;
            if (i == 0 && row.size() > 1) line += blanks(widths[i], cell);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out.at(level);
        isHead ? out.paint(Color::Faint, line) : out.text(line);
        out.end();
        isHead = false;
    }
}

}  // namespace assay::report
