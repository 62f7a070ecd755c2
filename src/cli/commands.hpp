#pragma once

#include "assay/workspace/exit_status.hpp"
#include "command_line.hpp"
#include "console.hpp"

// One function a command: it writes to the console and returns what the program answers to the shell.
namespace assay::cli {

[[nodiscard]] workspace::ExitStatus evaluateCases(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus compareCases(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus whereUsed(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus explainCase(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus listMissing(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus quantifyCases(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus showTimeline(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus showAgenda(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus writeNotice(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus writeRecord(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus verifyRecord(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus checkRules(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus testRules(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus listClauses(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus createCase(const CommandLine& line, Console& console);
[[nodiscard]] workspace::ExitStatus showHelp(const CommandLine& line, Console& console);

}  // namespace assay::cli
