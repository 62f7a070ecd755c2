#include "assay/document/csv.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "assay/source/text.hpp"
#include "defect.hpp"

namespace assay::document {

using diagnostics::Diagnostics;
using diagnostics::Kind;
using diagnostics::Name;

namespace {

constexpr char quote = '"';
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
// A table saved with the wrong separator has a finding on every line; nobody reads more of them.
constexpr std::size_t mostFindings = 100;

std::string_view separatorName(char separator) {
    return separator == '\t' ? "TAB" : separator == ';' ? ";" : ",";
}

// Cuts the text into rows and cells. What was found wrong is in the findings.
class Cutter {
public:
    Cutter(std::string_view text, source::SourceId id, Diagnostics& findings, const CsvLimits& limits)
        : text_(text), id_(id), findings_(findings), limits_(limits) {}

    std::optional<CsvTable> run() {
        CsvTable table;
        table.source = id_;
        if (text_.starts_with(byteOrderMark)) at_ = byteOrderMark.size();
        at_ = std::min(text_.find_first_not_of("\r\n", at_), text_.size());
        if (!chooseSeparator()) return std::nullopt;
        while (sound_ && at_ < text_.size() && table.head.empty())
            table.head = rowOfCells();
        if (sound_ && table.head.empty()) report(Kind::CsvHeadAbsent, 0, 0);
        if (sound_) checkHead(table.head);
        if (!sound_) return std::nullopt;
        cutRows(table);
        return sound_ ? std::optional(std::move(table)) : std::nullopt;
    }

private:
    diagnostics::Diagnostic& report(Kind kind, std::size_t begin, std::size_t end,
                                    std::vector<std::pair<std::string, diagnostics::Argument>> arguments = {}) {
        sound_ = false;
        return findings_.add(kind, {id_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, std::move(arguments));
    }

    [[nodiscard]] bool isLineEnd(std::size_t at) const {
        return at >= text_.size() || text_[at] == '\n' || (text_[at] == '\r' && text_.substr(at + 1).starts_with('\n'));
    }

    // The separators of the head row, outside quotes. Two kinds: reported.
    bool chooseSeparator() {
        std::optional<std::size_t> first;
        bool inQuotes = false;
        for (std::size_t at = at_; at < text_.size() && (inQuotes || text_[at] != '\n'); ++at) {
            const char byte = text_[at];
            if (byte == quote) inQuotes = !inQuotes;
            if (inQuotes || (byte != ',' && byte != ';' && byte != '\t')) continue;
            if (!first) {
                first = at;
            } else if (text_[*first] != byte) {
                report(Kind::CsvSeparatorUnclear, at, at + 1,
                       {{"first", Name{std::string(separatorName(text_[*first]))}}, {"second", Name{std::string(separatorName(byte))}}});
                return false;
            }
        }
        if (first) separator_ = text_[*first];
        return true;
    }

    // The cells of the line at `at_`, which is left behind it; nothing for a line without content.
    std::vector<CsvCell> rowOfCells() {
        std::vector<CsvCell> cells;
        bool hasContent = false;
        while (true) {
            const CsvCell cell = nextCell();
            hasContent = hasContent || cell.quoted || cell.begin != cell.end;
            cells.push_back(cell);
            if (stopped_) return {};
            if (isLineEnd(at_)) break;
            ++at_;
        }
        if (at_ < text_.size()) at_ += text_[at_] == '\r' ? 2U : 1U;
        return hasContent ? std::move(cells) : std::vector<CsvCell>();
    }

    [[nodiscard]] bool isBlank(std::size_t at) const { return text_[at] == ' ' || (text_[at] == '\t' && separator_ != '\t'); }

    CsvCell nextCell() {
        while (at_ < text_.size() && isBlank(at_))
            ++at_;
        return at_ < text_.size() && text_[at_] == quote ? quotedCell() : plainCell();
    }

    CsvCell plainCell() {
        const std::size_t begin = at_;
        std::size_t end = at_;
        for (; !isLineEnd(at_) && text_[at_] != separator_; ++at_) {
            if (text_[at_] == quote) refuseQuote(at_);
            if (!isBlank(at_)) end = at_ + 1;
        }
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), false};
    }

    CsvCell quotedCell() {
        const std::size_t begin = at_;
        for (++at_;; at_ += 2) {
            at_ = text_.find(quote, at_);
            if (at_ == std::string_view::npos) {
                report(Kind::CsvQuoteNotClosed, begin, begin + 1);
                at_ = text_.size();
                stopped_ = true;
                return {};
            }
            if (!text_.substr(at_ + 1).starts_with(quote)) break;
        }
        const std::size_t end = ++at_;
        while (at_ < text_.size() && isBlank(at_))
            ++at_;
        if (!isLineEnd(at_) && text_[at_] != separator_) {
            refuseQuote(end - 1);
            while (!isLineEnd(at_) && text_[at_] != separator_)
                ++at_;
        }
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), true};
    }

    void refuseQuote(std::size_t at) {
        if (findings_.all().size() < mostFindings) report(Kind::CsvQuoteMisplaced, at, at + 1);
        sound_ = false;
    }

    void checkHead(const std::vector<CsvCell>& head) {
        std::map<std::string_view, CsvCell> seen;
        for (const CsvCell& cell : head) {
            const std::size_t inset = cell.quoted ? 1 : 0;
            const std::string_view word = text_.substr(cell.begin + inset, cell.end - cell.begin - 2 * inset);
            if (word.empty()) {
                report(Kind::CsvColumnEmpty, cell.begin, cell.end);
                continue;
            }
            const auto [first, isNew] = seen.emplace(word, cell);
            if (isNew) continue;
            report(Kind::CsvColumnTwice, cell.begin, cell.end, {{"name", Name{std::string(word)}}})
                .note(Kind::FirstHere, {id_, first->second.begin, first->second.end});
        }
    }

    void cutRows(CsvTable& table) {
        const std::size_t columns = table.head.size();
        std::size_t rows = 0;
        while (at_ < text_.size() && !stopped_) {
            const std::vector<CsvCell> cells = rowOfCells();
            if (cells.empty()) continue;
            if (++rows > limits_.rows) {
                report(Kind::CsvRowsTooMany, cells.front().begin, cells.front().end, {{"limit", std::to_string(limits_.rows)}});
                return;
            }
            if (cells.size() == columns) {
                table.cells.insert(table.cells.end(), cells.begin(), cells.end());
            } else {
                refuseRow(table, cells);
            }
        }
    }

    // Too many: the first cell too many is shown; too few: the last one there is.
    void refuseRow(const CsvTable& table, const std::vector<CsvCell>& cells) {
        sound_ = false;
        if (findings_.all().size() >= mostFindings) return;
        const CsvCell& shown = cells.size() > table.head.size() ? cells[table.head.size()] : cells.back();
        report(Kind::CsvCellCount, shown.begin, shown.end,
               {{"count", std::to_string(cells.size())}, {"columns", std::to_string(table.head.size())}});
    }

    std::string_view text_;
    source::SourceId id_;
    Diagnostics& findings_;
    const CsvLimits& limits_;
    std::size_t at_ = 0;
    char separator_ = ',';
    bool sound_ = true;
    bool stopped_ = false;  // nothing behind can be told apart
};

}  // namespace

std::string CsvTable::text(const source::SourceMap& sources, const CsvCell& cell) const {
    const std::string_view written = sources.text(span(cell));
    if (!cell.quoted) return std::string(written);
    std::string text;
    for (std::size_t at = 1; at + 1 < written.size(); ++at) {
        text += written[at];
        if (written[at] == quote) ++at;
    }
    return text;
}

std::optional<CsvTable> readCsv(const source::SourceMap& sources, source::SourceId id, Diagnostics& findings, const CsvLimits& limits) {
    const source::SourceFile& file = sources.file(id);
    if (file.text.size() > limits.bytes) {
        findings.add(Kind::DocumentTooLarge, {id, 0, 0},
                     {{"size", std::to_string(file.text.size())}, {"limit", std::to_string(limits.bytes)}});
        return std::nullopt;
    }
    if (const auto defect = source::findTextDefect(file.text)) {
        reportDefect(*defect, file.text, {id, defect->begin, defect->end}, findings);
        return std::nullopt;
    }
    Diagnostics found;
    std::optional<CsvTable> table = Cutter(file.text, id, found, limits).run();
    findings.append(std::move(found));
    return table;
}

}  // namespace assay::document
