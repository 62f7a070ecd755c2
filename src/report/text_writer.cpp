#include "text_writer.hpp"

#include "assay/diagnostics/escape.hpp"

namespace assay::report {

namespace {

std::string_view sequence(Color color) {
    switch (color) {
        case Color::Good:
            return "\x1B[32m";
        case Color::Bad:
            return "\x1B[31m";
        case Color::Open:
            return "\x1B[33m";
        case Color::Strong:
            return "\x1B[1m";
        case Color::Faint:
            return "\x1B[2m";
    }
    return {};
}

}  // namespace

TextWriter& TextWriter::at(std::size_t level) {
    out_.append(2 * level, ' ');
    return *this;
}

TextWriter& TextWriter::text(std::string_view words) {
    out_ += diagnostics::escape(words);
    return *this;
}

TextWriter& TextWriter::paint(Color color, std::string_view words) {
    if (!color_) return text(words);
    out_ += sequence(color);
    text(words);
    out_ += "\x1B[0m";
    return *this;
}

TextWriter& TextWriter::end() {
    out_ += '\n';
    return *this;
}

TextWriter& TextWriter::clauses(const std::vector<std::string>& ids) {
    if (!ids.empty()) paint(Color::Faint, "  [" + join(ids) + "]");
    return *this;
}

std::string join(const std::vector<std::string>& words, std::string_view separator) {
    std::string joined;
    for (const std::string& word : words) {
        if (!joined.empty()) joined += separator;
        joined += word;
    }
    return joined;
}

}  // namespace assay::report
