#include "assay/report/csv.hpp"

#include <string_view>

namespace assay::report {

namespace {

// A spreadsheet computes what begins so. A minus leads a number, too, and alone it is a dash.
bool isFormula(const std::string& text) {
    if (text.empty()) return false;
    if (text.front() == '-') return text.find_first_not_of("0123456789./", 1) != std::string::npos;
    return std::string_view("=+@\t").find(text.front()) != std::string_view::npos;
}

std::string csvField(const std::string& text) {
    const bool computes = isFormula(text);
    if (!computes && text.find_first_of("\",\r\n") == std::string::npos) return text;
    std::string quoted = computes ? "\"'" : "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

}  // namespace

std::string csvLine(const std::vector<std::string>& fields) {
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i)
        line += (i == 0 ? "" : ",") + csvField(fields[i]);
    return line + "\r\n";
}

}  // namespace assay::report
