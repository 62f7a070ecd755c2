#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <exception>
#include <iostream>

#include "commands.hpp"

namespace {

using assay::cli::Command;
using assay::cli::CommandLine;
using assay::cli::Console;
using assay::workspace::ExitStatus;

// The library's default logger writes to standard output, which is for results.
void logToStandardError(bool verbose) {
    spdlog::set_default_logger(spdlog::stderr_color_mt("assay"));
    spdlog::set_pattern("assay: %l: %v");
    spdlog::set_level(verbose ? spdlog::level::debug : spdlog::level::warn);
}

ExitStatus run(const CommandLine& line, Console& console) {
    switch (line.command) {
        case Command::Evaluate:
            return assay::cli::evaluateCases(line, console);
        case Command::Compare:
            return assay::cli::compareCases(line, console);
        case Command::WhereUsed:
            return assay::cli::whereUsed(line, console);
        case Command::Explain:
            return assay::cli::explainCase(line, console);
        case Command::Missing:
            return assay::cli::listMissing(line, console);
        case Command::Quantify:
            return assay::cli::quantifyCases(line, console);
        case Command::Timeline:
            return assay::cli::showTimeline(line, console);
        case Command::Agenda:
            return assay::cli::showAgenda(line, console);
        case Command::Record:
            return assay::cli::writeRecord(line, console);
        case Command::Verify:
            return assay::cli::verifyRecord(line, console);
        case Command::Check:
            return assay::cli::checkRules(line, console);
        case Command::Test:
            return assay::cli::testRules(line, console);
        case Command::Clauses:
            return assay::cli::listClauses(line, console);
        case Command::NewCase:
            return assay::cli::createCase(line, console);
        case Command::Notice:
            return assay::cli::writeNotice(line, console);
        case Command::Help:
            return assay::cli::showHelp(line, console);
    }
    return ExitStatus::Internal;
}

ExitStatus answer(const std::vector<std::string>& arguments) {
    const assay::cli::ParsedLine parsed = assay::cli::parseCommandLine(arguments);
    logToStandardError(parsed.line && parsed.line->verbose);
    if (!parsed.line) {
        Console console(std::cout, std::cerr, assay::cli::Output::Text, parsed.language, assay::cli::ColorChoice::Auto);
        console.text(parsed.text);
        console.findings(parsed.findings, {});
        return parsed.findings.hasErrors() ? ExitStatus::Usage : ExitStatus::Conform;
    }
    Console console(std::cout, std::cerr, parsed.line->output, parsed.line->language, parsed.line->color);
    return run(*parsed.line, console);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const ExitStatus status = answer(std::vector<std::string>(argv + 1, argv + argc));
        std::cout.flush();
        if (!std::cout) {
            std::cerr << "assay: the results could not be written\n";
            return static_cast<int>(ExitStatus::Internal);
        }
        return static_cast<int>(status);
    } catch (const std::exception& error) {
        std::cerr << "assay: internal error: " << error.what() << '\n';
        return static_cast<int>(ExitStatus::Internal);
    }
}
