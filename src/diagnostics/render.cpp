#include "assay/diagnostics/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "assay/source/text.hpp"
#include "escape.hpp"

namespace assay::diagnostics {

namespace {

// The widest piece of a source line that is shown; a line of a generated document may hold megabytes.
constexpr std::size_t shownColumns = 160;
constexpr std::size_t contextColumns = 50;
constexpr std::string_view cut = "…";

// One line of source in the three parts that the carets tell apart, ready for the terminal.
struct MarkedLine {
    std::string before;
    std::string marked;
    std::string after;
};

void shorten(MarkedLine& line) {
    using source::displayWidth;
    if (displayWidth(line.before) + displayWidth(line.marked) + displayWidth(line.after) <= shownColumns) return;
    if (displayWidth(line.before) > contextColumns) {
        line.before = std::string(cut) + std::string(lastColumns(line.before, contextColumns));
    }
    if (displayWidth(line.marked) > contextColumns) {
        line.marked = std::string(firstColumns(line.marked, contextColumns)) + std::string(cut);
        line.after.clear();
    }
    if (displayWidth(line.after) > contextColumns) {
        line.after = std::string(firstColumns(line.after, contextColumns)) + std::string(cut);
    }
}

// A span over several lines is marked to the end of its first.
MarkedLine markLine(const source::SourceMap& sources, source::Span span, std::uint32_t line) {
    const std::string_view text = sources.line(span.source, line);
    const std::size_t start = sources.file(span.source).lineStarts[line - 1];
    const std::size_t begin = std::min<std::size_t>(span.begin - start, text.size());
    const std::size_t end = std::clamp<std::size_t>(std::max(span.begin, span.end) - start, begin, text.size());
    MarkedLine marked{escape(text.substr(0, begin)), escape(text.substr(begin, end - begin)), escape(text.substr(end))};
    shorten(marked);
    return marked;
}

class Renderer {
public:
    Renderer(const source::SourceMap& sources, const RenderOptions& options) : sources_(sources), options_(options) {}

    std::string finding(const Diagnostic& diagnostic) {
        const Severity level = severity(diagnostic.kind);
        const std::string_view itsCode = code(diagnostic.kind);
        out_ += paint(fmt::format("{}[{}]", label(level), itsCode), level);
        fmt::format_to(std::back_inserter(out_), " {}\n", sentenceOf(diagnostic));
        place(diagnostic.span, level, "  ");
        for (const Note& note : diagnostic.notes)
            noteLines(note);
        fmt::format_to(std::back_inserter(out_), "  {}assay help {}\n", chinese() ? "参见：" : "see:  ", itsCode);
        return std::move(out_);
    }

private:
    [[nodiscard]] bool chinese() const { return options_.language == Language::Chinese; }

    [[nodiscard]] std::string_view label(Severity level) const {
        switch (level) {
            case Severity::Error:
                return chinese() ? "错误" : "error";
            case Severity::Warning:
                return chinese() ? "警告" : "warning";
            case Severity::Note:
                return chinese() ? "说明" : "note";
            case Severity::Help:
                return chinese() ? "提示" : "help";
        }
        return {};
    }

    [[nodiscard]] std::string paint(std::string_view text, Severity level) const {
        if (!options_.color || text.empty()) return std::string(text);
        constexpr std::string_view bold = "\x1B[1;";
        constexpr std::string_view reset = "\x1B[0m";
        const std::string_view color = level == Severity::Error ? "31m" : level == Severity::Warning ? "33m" : "36m";
        return fmt::format("{}{}{}{}", bold, color, text, reset);
    }

    template <class Finding>
    [[nodiscard]] std::string sentenceOf(const Finding& finding) const {
        return escape(sentence(finding.kind, finding.arguments, options_.language));
    }

    void noteLines(const Note& note) {
        const Severity level = severity(note.kind);
        fmt::format_to(std::back_inserter(out_), "  {}{}{}\n", paint(label(level), level), chinese() ? "：" : ": ", sentenceOf(note));
        place(note.span, level, "    ");
    }

    void place(source::Span span, Severity level, std::string_view indent) {
        if (!span.valid()) return;
        const source::Position position = sources_.begin(span);
        const std::string name = escape(sources_.file(span.source).name);
        const MarkedLine line = markLine(sources_, span, position.line);
        const std::string number = std::to_string(position.line);
        const std::string margin(number.size(), ' ');
        const std::string blanks(source::displayWidth(line.before), ' ');
        const std::string carets(std::max<std::size_t>(1, source::displayWidth(line.marked)), '^');

        const auto out = std::back_inserter(out_);
        fmt::format_to(out, "{}{}:{}:{}\n", indent, name, position.line, position.column);
        fmt::format_to(out, "{} {} | {}{}{}\n", indent, number, line.before, line.marked, line.after);
        fmt::format_to(out, "{} {} | {}{}\n", indent, margin, blanks, paint(carets, level));
    }

    const source::SourceMap& sources_;
    const RenderOptions& options_;
    std::string out_;
};

}  // namespace

std::string render(const Diagnostic& diagnostic, const source::SourceMap& sources, const RenderOptions& options) {
    return Renderer(sources, options).finding(diagnostic);
}

}  // namespace assay::diagnostics
