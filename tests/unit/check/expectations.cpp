#include "expectations.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace assay::check {

std::string Expectation::shown() const {
    std::string text = code + " on line " + std::to_string(line) + ":";
    for (const std::string& part : texts)
        text += " \"" + part + "\"";
    return text;
}

namespace {

std::vector<std::string> quotedTexts(const std::string& text) {
    std::vector<std::string> texts;
    std::size_t open = text.find('"');
    while (open != std::string::npos) {
        const std::size_t close = text.find('"', open + 1);
        if (close == std::string::npos) break;
        texts.push_back(text.substr(open + 1, close - open - 1));
        open = text.find('"', close + 1);
    }
    return texts;
}

std::string saidBy(const diagnostics::Diagnostic& finding) {
    std::string text = diagnostics::sentence(finding.kind, finding.arguments, diagnostics::Language::English);
    for (const diagnostics::Note& note : finding.notes) {
        text += "\n" + diagnostics::sentence(note.kind, note.arguments, diagnostics::Language::English);
    }
    return text;
}

bool answers(const diagnostics::Diagnostic& finding, std::uint32_t line, const Expectation& expected) {
    if (line != expected.line || diagnostics::code(finding.kind) != expected.code) return false;
    const std::string said = saidBy(finding);
    return std::all_of(expected.texts.begin(), expected.texts.end(),
                       [&said](const std::string& text) { return said.find(text) != std::string::npos; });
}

}  // namespace

std::vector<Expectation> readExpectations(const std::string& text) {
    std::vector<Expectation> expectations;
    std::vector<std::size_t> above;  // expectations that wait for the next line of rules
    std::istringstream lines(text);
    std::string line;
    for (std::uint32_t number = 1; std::getline(lines, line); ++number) {
        const std::size_t mark = line.find("#! ");
        const bool alone = mark != std::string::npos && line.find_first_not_of(' ') == mark;
        if (mark == std::string::npos || !alone) {
            for (const std::size_t index : above)
                expectations[index].line = number;
            above.clear();
        }
        if (mark == std::string::npos) continue;
        std::string rest = line.substr(mark + 3);
        const bool nowhere = rest.find(" nowhere") != std::string::npos;
        expectations.push_back({nowhere ? 0 : number, rest.substr(0, rest.find(' ')), quotedTexts(rest)});
        if (alone && !nowhere) above.push_back(expectations.size() - 1);
    }
    return expectations;
}

void expectFindings(std::vector<Expectation> open, const diagnostics::Diagnostics& findings, const source::SourceMap& sources) {
    for (const diagnostics::Diagnostic& finding : findings.all()) {
        const std::uint32_t line = finding.span.valid() ? sources.begin(finding.span).line : 0;
        const auto found =
            std::find_if(open.begin(), open.end(), [&](const Expectation& expected) { return answers(finding, line, expected); });
        if (found == open.end()) {
            ADD_FAILURE() << "not expected on line " << line << ": " << diagnostics::code(finding.kind) << " " << saidBy(finding);
        } else {
            open.erase(found);
        }
    }
    for (const Expectation& missing : open)
        ADD_FAILURE() << "not found: " << missing.shown();
}

std::vector<std::filesystem::path> specFiles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".assay") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string readWhole(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

}  // namespace assay::check
