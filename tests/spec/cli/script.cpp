#include "script.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

namespace assay::spec {

namespace {

bool takePrefix(std::string& line, const std::string& prefix) {
    if (line.compare(0, prefix.size(), prefix) != 0) return false;
    line.erase(0, prefix.size());
    return true;
}

std::optional<Expectation> readExpectation(std::string line) {
    using What = Expectation::What;
    Expectation expectation;
    if (takePrefix(line, "exit ")) {
        expectation.text = line;
        return expectation;
    }
    const bool isNegative = takePrefix(line, "no ");
    if (takePrefix(line, "err ")) {
        expectation.ofErrors = true;
    } else if (!takePrefix(line, "out ")) {
        return std::nullopt;
    }
    expectation.what = isNegative ? What::HoldsNot : What::Holds;
    if (!isNegative && line == "is empty") {
        expectation.what = What::IsEmpty;
    } else if (!isNegative && takePrefix(line, "is ")) {
        expectation.what = What::IsFile;
    }
    expectation.text = line;
    return expectation;
}

}  // namespace

Script readScript(const std::string& text) {
    Script script;
    std::istringstream lines(text);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        if (takePrefix(line, "$ ")) {
            script.steps.push_back({line, {}, number});
            continue;
        }
        std::optional<Expectation> expectation = readExpectation(line);
        if (!expectation || script.steps.empty()) {
            script.mistakes.push_back(std::to_string(number) + ": " + line);
            continue;
        }
        expectation->line = number;
        script.steps.back().expectations.push_back(std::move(*expectation));
    }
    return script;
}

Answer run(const std::string& command, const std::string& program, const std::string& folder, const std::string& scratch) {
    std::filesystem::create_directories(scratch);
    const std::string out = scratch + "/out";
    const std::string err = scratch + "/err";
    const std::string whole = "assay() { '" + program + "' \"$@\"; }; SCRATCH='" + scratch + "'; cd '" + folder + "' && { " + command +
                              "\n} >'" + out + "' 2>'" + err + "' </dev/null";
    const int status = std::system(whole.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contents(out), contents(err)};
}

std::string contents(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace assay::spec
