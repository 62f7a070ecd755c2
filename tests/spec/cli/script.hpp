#pragma once

#include <string>
#include <vector>

// Scripts of commands with what they must answer, as text:
//
//     # a comment
//     $ assay evaluate cases/good --rules rules     a command of the shell; `assay` is the program under test
//     exit 0                                        its exit status; $SCRATCH is a folder of the script's own
//     out client: conform                           standard output holds this text
//     no out error                                  ... and not this
//     err E0701                                     the same of standard error
//     no err warning
//     out is empty                                  standard output is empty; `err is empty` likewise
//     out is golden/good.json                       standard output is this file, byte for byte
namespace assay::spec {

struct Expectation {
    enum class What { Exit, Holds, HoldsNot, IsEmpty, IsFile };
    What what = What::Exit;
    bool ofErrors = false;  // standard error, else standard output
    std::string text;
    std::size_t line = 0;
};

struct Step {
    std::string command;
    std::vector<Expectation> expectations;
    std::size_t line = 0;
};

struct Script {
    std::vector<Step> steps;
    std::vector<std::string> mistakes;  // lines that are none of the above
};

[[nodiscard]] Script readScript(const std::string& text);

struct Answer {
    int exit = -1;
    std::string out;
    std::string err;
};

// Runs a command of the shell in `folder`; its streams go to files in `scratch`, which the command knows as $SCRATCH.
[[nodiscard]] Answer run(const std::string& command, const std::string& program, const std::string& folder, const std::string& scratch);

// The whole file; empty if there is none.
[[nodiscard]] std::string contents(const std::string& path);

}  // namespace assay::spec
