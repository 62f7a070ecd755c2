#include "assay/report/csv.hpp"

#include <string_view>

namespace assay::report {

namespace {

std::string csvField(const std::string& text) {
    const bool isFormula = !text.empty() && std::string_view("=+@").find(text.front()) != std::string_view::npos;
    if (!isFormula && text.find_first_of("\",\r\n") == std::string::npos) return text;
    std::string quoted = isFormula ? "\"'" : "\"";
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
