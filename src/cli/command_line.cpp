#include "command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>
#include <map>

#include "assay/source/text.hpp"

namespace assay::cli {

using diagnostics::Diagnostics;
using diagnostics::Kind;
using diagnostics::Language;
using diagnostics::Name;
using diagnostics::Names;

namespace {

constexpr std::string_view pageWithFile = "html:";  // and the file

// The texts of options before they mean anything.
struct Words {
    std::string caseName;
    std::string name;
    std::string item;
    std::string asOf;
    std::string from;
    std::string to;
    std::string language = "en";
    std::string output = "text";
    std::string color = "auto";
    std::string rounding = "half-up";
    std::string unit = "kgCO2e";
};

const std::map<std::string, Command>& commands() {
    static const std::map<std::string, Command> names{
        {"evaluate", Command::Evaluate}, {"compare", Command::Compare},   {"where-used", Command::WhereUsed},
        {"explain", Command::Explain},   {"missing", Command::Missing},   {"timeline", Command::Timeline},
        {"agenda", Command::Agenda},     {"quantify", Command::Quantify}, {"check", Command::Check},
        {"test", Command::Test},         {"clauses", Command::Clauses},   {"new", Command::NewCase},
        {"notice", Command::Notice},     {"record", Command::Record},     {"verify", Command::Verify},
        {"help", Command::Help}};
    return names;
}

std::vector<std::string> commandNames() {
    std::vector<std::string> names;
    for (const auto& [name, command] : commands())
        names.push_back(name);
    return names;
}

void addRegisters(CLI::App& command, CommandLine& line) {
    command.add_option("--registers", line.registers, "Folder of the shared registers (default: registers, beside the case's folder)")
        ->type_name("DIR");
}

void addJudging(CLI::App& command, CommandLine& line, Words& words) {
    addRegisters(command, line);
    command.add_option("--as-of", words.asOf, "Judge as of this day: YYYY-MM-DD or today (default: the case's)")->type_name("DATE");
    command.add_option("--party", line.options.party, "Whose verdict gives the exit status (default: the first party's)")
        ->type_name("PARTY");
}

void addClauses(CLI::App& app, CommandLine& line) {
    CLI::App* clauses = app.add_subcommand("clauses", "Every clause of the source: what encodes it, and which cases exercise it");
    clauses->add_option("RULES", line.rules, "Folder of the rule set");
    clauses->add_option("--cases", line.casesFolder, "Folder of the cases (default: cases, in or beside the rule set)")->type_name("DIR");
    clauses->add_flag("--prove", line.prove, "Mutate what encodes each clause and list what changes no stated decision");
    clauses->add_flag("--beside", line.beside, "Show the thresholds of the register beside the text of the rules");
    addRegisters(*clauses, line);
}

void addAgenda(CLI::App& app, CommandLine& line, Words& words) {
    CLI::App* agenda = app.add_subcommand("agenda", "What is due over many cases, who owns it, and what is awaited from whom");
    agenda->add_option("DIR", line.casesFolder, "Folder that holds the cases, at any depth")->required();
    agenda->add_option("--from", words.from, "The first day: YYYY-MM-DD or today")->type_name("DATE")->required();
    agenda->add_option("--to", words.to, "The last day: YYYY-MM-DD or today")->type_name("DATE")->required();
    agenda->add_option("--person", line.person, "Only of cases that name this person: what names nobody or this one")->type_name("ID");
    addJudging(*agenda, line, words);
}

void addQuantify(CLI::App& app, CommandLine& line, Words& words) {
    constexpr int mostDigits = 12;
    CLI::App* quantify =
        app.add_subcommand("quantify", "The footprint of cases: total, contributions, cut-off, what is implausible or missing");
    quantify->add_option("CASE", line.cases, "Folders with case.toml, or TOML files")->required()->expected(1, -1);
    quantify->add_option("--digits", line.numbers.digits, "Digits behind the point (default: 3)")
        ->check(CLI::Range(0, mostDigits))
        ->type_name("N");
    quantify->add_option("--rounding", words.rounding, "Of a half in the last digit: half-up, or half-even as GB/T 8170")
        ->check(CLI::IsMember({"half-up", "half-even"}))
        ->type_name("MODE");
    quantify->add_option("--unit", words.unit, "Mass of CO2e: tCO2e, kgCO2e or gCO2e (default: kgCO2e)")
        ->check(CLI::IsMember({"tCO2e", "kgCO2e", "gCO2e"}))
        ->type_name("UNIT");
    addRegisters(*quantify, line);
}

void addCompare(CLI::App& app, CommandLine& line, Words& words) {
    CLI::App* compare = app.add_subcommand("compare", "What two states of a case say differently, and which decisions that changed");
    compare->add_option("CASES", line.cases, "The old and the new state: folders with case.toml, or TOML files")->required()->expected(2);
    addJudging(*compare, line, words);
}

void addWhereUsed(CLI::App& app, CommandLine& line, Words& words) {
    CLI::App* used =
        app.add_subcommand("where-used", "The cases that rest on a factor, a site, a person or a reading, and what rests on it there");
    used->add_option("NAME", line.name, "A reading, a factor, or an item: ID or LIST[ID]")->required();
    used->add_option("DIR", line.casesFolder, "Folder of the cases, in it or below it")->required();
    addJudging(*used, line, words);
}

void addNew(CLI::App& app, CommandLine& line, Words& words) {
    CLI::App* create = app.add_subcommand("new", "Start something: new case NAME");
    create->require_subcommand(1);
    CLI::App* newCase = create->add_subcommand("case", "A folder with a commented case.toml that asks for every fact");
    newCase->add_option("NAME", line.name, "Name of the case and of its folder")->required();
    newCase->add_option("--dir", line.folder, "Where the folder is made (default: the current folder)")->type_name("DIR");
    newCase->add_option("--as-of", words.asOf, "The day on which the case is judged: YYYY-MM-DD or today (default: today)")
        ->type_name("DATE");
    newCase->fallthrough();
}

void addNotice(CLI::App& app, CommandLine& line, Words& words) {
    CLI::App* notice = app.add_subcommand("notice", "A letter from the decisions of a case");
    notice->add_option("CASE", words.caseName, "Folder with case.toml, or TOML file")->required();
    notice->add_option("NAME", line.name, "The notice (default: list those that apply)");
    notice->add_option("--item", line.item, "Only of this item")->type_name("ID");
    notice->add_option("-o,--out", line.out, "The file to write (default: standard output)")->type_name("FILE");
    addJudging(*notice, line, words);
}

void addRecord(CLI::App& app, CommandLine& line, Words& words) {
    RecordOptions& asked = line.record;
    CLI::App* record = app.add_subcommand("record", "A decision record: what was decided, from what, how and by whom, in one file");
    record->add_option("CASE", words.caseName, "Folder with case.toml, TOML file, or a record to sign or to mask")->required();
    record->add_option("-o,--out", line.out, "The file to write")->required()->type_name("FILE");
    const auto each = [record](const char* name, std::vector<std::string>& into, const char* help, const char* type) {
        record->add_option(name, into, help)->type_name(type)->expected(1)->take_all();
    };
    each("--sign", asked.sign, "Sign with this private key (PEM; Ed25519 or SM2); repeatable", "KEY");
    each("--mask", asked.masks, "Hide what the case says of this fact; repeatable", "FACT");
    record->add_option("--renews", asked.renews, "The record that this one renews")->type_name("RECORD");
    record->add_option("--supersedes", asked.supersedes, "The record that this one corrects")->type_name("RECORD");
    record->add_option("--appeals", asked.appeals, "The record that is appealed against")->type_name("RECORD");
    record->add_option("--timestamp-query", asked.timestampQuery, "Also write the query (RFC 3161) for a time stamp of the record")
        ->type_name("FILE");
    addRegisters(*record, line);
    record->add_option("--as-of", words.asOf, "Judge as of this day: YYYY-MM-DD or today (default: the case's)")->type_name("DATE");

    CLI::App* verify = app.add_subcommand("verify", "Whether a decision record is whole, is found again, and follows step by step");
    verify->add_option("RECORD", words.caseName, "The file of the record")->required();
    verify->add_option("--case", asked.caseFolder, "The case that it must have been made from (default: the one that it keeps)")
        ->type_name("CASE");
    verify->add_option("--key", asked.keys, "A public key (PEM) that must have signed; repeatable")
        ->type_name("KEY")
        ->expected(1)
        ->take_all();
    verify->add_flag("--require-signature", asked.requireSignature, "Fail if nobody has signed");
    CLI::Option* authority =
        verify->add_option("--timestamp-ca", asked.timestampAuthority, "Certificates (PEM) under which time stamps are signed");
    authority->type_name("CERT");
    verify->add_option("--timestamp", asked.timestamps, "A time-stamp token (RFC 3161) that must be of this record; repeatable")
        ->type_name("TOKEN")
        ->expected(1)
        ->take_all()
        ->needs(authority);
    verify->add_option("--level", asked.levels, "Only this level: 1 integrity, 2 replay, 3 steps, 4 clauses; repeatable")
        ->check(CLI::Range(1, 4))
        ->type_name("N")
        ->expected(1)
        ->take_all();
    addRegisters(*verify, line);
}

void addCommands(CLI::App& app, CommandLine& line, Words& words) {
    CLI::App* evaluate = app.add_subcommand("evaluate", "All decisions of cases, with reasons and what is missing");
    evaluate->add_option("CASE", line.cases, "Folders with case.toml in or below them, or TOML files")->required()->expected(1, -1);
    evaluate->add_option("--decision", line.options.decisions, "Only this decision: NAME or NAME[ITEM]; repeatable")
        ->type_name("NAME")
        ->expected(1)
        ->take_all();
    evaluate->add_flag("--readings", line.options.varyReadings, "Also show what changes under the other readings of the source");
    addJudging(*evaluate, line, words);

    CLI::App* explain = app.add_subcommand("explain", "How a decision follows from facts and clauses");
    explain->add_option("CASE", words.caseName, "Folder with case.toml, or TOML file")->required();
    explain->add_option("NAME", words.name, "Declaration: NAME or NAME[ITEM] (default: every decision)");
    explain->add_option("--item", words.item, "Only this item")->type_name("ID");
    explain->add_flag("--full", line.full, "Also show what does not decide");
    explain->add_option("--why-not", line.whyNot, "What would have to be otherwise for the decision to have this outcome")
        ->type_name("OUTCOME");
    explain->add_flag("--margin", line.margin, "How far each value is from the threshold that decides, and what else a decision rests on")
        ->excludes("--why-not");
    explain->add_option("--why-separated", line.whySeparated, "Which step of a partition keeps two items apart, and by what")
        ->type_name("A B")
        ->expected(2)
        ->excludes("--margin");
    addJudging(*explain, line, words);

    CLI::App* missing = app.add_subcommand("missing", "What to ask next, most decisive first");
    missing->add_option("CASE", words.caseName, "Folder with case.toml, or TOML file")->required();
    missing->add_option("NAME", words.name, "Declaration: NAME or NAME[ITEM] (default: all)");
    missing->add_flag("--all", line.all, "Everything missing or not met at once, by who gives it");
    addJudging(*missing, line, words);

    CLI::App* timeline = app.add_subcommand("timeline", "The dates of a case in order, and what is due by when");
    timeline->add_option("CASE", words.caseName, "Folder with case.toml, or TOML file")->required();
    addJudging(*timeline, line, words);

    addAgenda(app, line, words);
    addQuantify(app, line, words);
    addCompare(app, line, words);
    addWhereUsed(app, line, words);

    CLI::App* check = app.add_subcommand("check", "Check a rule set");
    check->add_option("RULES", line.rules, "Folder of the rule set");

    CLI::App* test = app.add_subcommand("test", "Judge cases with expected results, and show what they cover");
    test->add_option("RULES", line.rules, "Folder of the rule set");
    test->add_option("--cases", line.casesFolder, "Folder of the cases (default: cases, in or beside the rule set)")->type_name("DIR");
    addRegisters(*test, line);

    addClauses(app, line);
    addNew(app, line, words);
    addNotice(app, line, words);
    addRecord(app, line, words);

    CLI::App* help = app.add_subcommand("help", "The page of a diagnostic; without a code, all codes");
    help->add_option("CODE", line.code, "Code of a diagnostic, such as E0312");

    for (CLI::App* command : app.get_subcommands({}))
        command->fallthrough();
}

// "html:FILE"
CLI::Validator fileOfPage() {
    const auto check = [](const std::string& word) {
        return word.starts_with(pageWithFile) && word.size() > pageWithFile.size() ? std::string() : "not html:FILE";
    };
    return CLI::Validator(check, "html:FILE");
}

void addCommonOptions(CLI::App& app, CommandLine& line, Words& words) {
    app.add_option("--rules", line.rules, "Folder of the rule set (default: the shipped one)")->type_name("DIR");
    app.add_option("--profile", line.profile, "The body's own figures, and its choice among readings")->type_name("FILE");
    app.add_option("--lang", words.language, "Language of texts: en or zh")->check(CLI::IsMember({"en", "zh"}))->type_name("LANGUAGE");
    app.add_option(
           "--output", words.output,
           "Form of results: text or json; html[:FILE], markdown and junit with evaluate; csv with evaluate, clauses, quantify and agenda; "
           "ics with agenda")
        ->check(CLI::IsMember({"text", "json", "csv", "ics", "markdown", "junit", "html"}) | fileOfPage())
        ->type_name("FORM");
    app.add_option("--color", words.color, "Colors: auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
    app.add_flag("--verbose", line.verbose, "Log the stages to standard error");
    app.set_version_flag("--version", "assay " ASSAY_VERSION);
    app.require_subcommand(1);
}

// The language that the arguments ask for, found even where they cannot be parsed.
Language askedLanguage(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang=zh") return Language::Chinese;
        if (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "zh") return Language::Chinese;
    }
    return Language::English;
}

std::vector<std::string> optionNames(const CLI::App& app) {
    std::vector<std::string> names;
    const auto add = [&names](const CLI::App& from) {
        for (const CLI::Option* option : from.get_options()) {
            for (const std::string& name : option->get_lnames())
                names.push_back("--" + name);
        }
    };
    for (const CLI::App* command : app.get_subcommands())
        add(*command);
    add(app);
    return names;
}

void addUnknown(Diagnostics& findings, Kind kind, const char* argument, const std::string& word, const std::vector<std::string>& legal) {
    diagnostics::Diagnostic& finding = findings.add(kind, {}, {{argument, Name{word}}});
    const std::vector<std::string> near = source::closest(word, legal);
    if (near.empty()) {
        finding.note(Kind::LegalHere, {}, {{"names", Names{legal}}});
    } else {
        finding.note(Kind::DidYouMean, {}, {{"names", Names{near}}});
    }
}

// Turns a refusal of the library into findings: what it did not expect by name, else its own sentence.
void addRefusal(const CLI::App& app, const CLI::ParseError& error, Diagnostics& findings) {
    for (const std::string& word : app.remaining(true)) {
        const bool isOption = word.size() > 1 && word.front() == '-';
        if (isOption) {
            addUnknown(findings, Kind::OptionUnknown, "option", word.substr(0, word.find('=')), optionNames(app));
        } else if (app.get_subcommands().empty()) {
            addUnknown(findings, Kind::CommandUnknown, "command", word, commandNames());
        }
        if (findings.hasErrors()) return;
    }
    diagnostics::Diagnostic& finding = findings.add(Kind::CommandLineInvalid, {}, {{"reason", std::string(error.what())}});
    if (app.get_subcommands().empty()) finding.note(Kind::LegalHere, {}, {{"names", Names{commandNames()}}});
}

// The day of the clock where the user is.
quantity::Date today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return quantity::Date::of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(quantity::Date{});
}

std::optional<quantity::Date> readDay(const char* option, const std::string& text, Diagnostics& findings) {
    if (text.empty()) return std::nullopt;
    const std::optional<quantity::Date> day = text == "today" ? today() : quantity::Date::parse(text);
    if (!day) findings.add(Kind::DayInvalid, {}, {{"option", Name{option}}, {"found", Name{text}}});
    return day;
}

void readDays(const Words& words, CommandLine& line, Diagnostics& findings) {
    const std::string asOf = words.asOf.empty() && line.command == Command::NewCase ? "today" : words.asOf;
    line.asOfToday = asOf == "today";
    line.options.asOf = readDay("--as-of", asOf, findings);
    line.from = readDay("--from", words.from, findings);
    line.to = readDay("--to", words.to, findings);
    if (line.from && line.to && *line.to < *line.from)
        findings.add(Kind::DaysReversed, {}, {{"from", Name{line.from->text()}}, {"to", Name{line.to->text()}}});
}

// The forms beside text and JSON, and who gives them.
void readOutput(const std::string& word, CommandLine& line, Diagnostics& findings) {
    static const std::map<std::string, Output> forms{{"text", Output::Text},        {"json", Output::Json},   {"csv", Output::Csv},
                                                     {"ics", Output::Ics},          {"junit", Output::Junit}, {"html", Output::Html},
                                                     {"markdown", Output::Markdown}};
    const bool namesFile = word.starts_with(pageWithFile);
    const std::string form = namesFile ? "html" : word;
    if (namesFile) line.outputFile = word.substr(pageWithFile.size());
    std::vector<std::string> given{"text", "json"};
    const Command command = line.command;
    const bool lists = command == Command::Clauses || command == Command::Quantify || command == Command::Agenda;
    if (lists || command == Command::Evaluate) given.emplace_back("csv");
    if (command == Command::Agenda) given.emplace_back("ics");
    if (command == Command::Evaluate) given.insert(given.end(), {"html", "markdown", "junit"});
    if (std::find(given.begin(), given.end(), form) == given.end()) {
        findings.add(Kind::OutputNotGiven, {}, {{"form", Name{form}}}).note(Kind::LegalHere, {}, {{"names", Names{given}}});
    }
    line.output = forms.at(form);
}

// `explain CASE NAME --item ID` is `NAME[ID]`.
void readName(const Words& words, CommandLine& line, Diagnostics& findings) {
    if (!words.caseName.empty()) line.cases = {words.caseName};
    if (words.name.empty() && !words.item.empty()) {
        findings.add(Kind::ItemWithoutName, {}, {{"option", Name{"--item"}}});
    } else if (!words.name.empty()) {
        line.options.decisions = {words.item.empty() ? words.name : words.name + "[" + words.item + "]"};
    }
    if (!line.whyNot.empty() && words.name.empty()) findings.add(Kind::ItemWithoutName, {}, {{"option", Name{"--why-not"}}});
}

void readWords(const CLI::App& app, const Words& words, CommandLine& line, Diagnostics& findings) {
    line.command = commands().at(app.get_subcommands().front()->get_name());
    line.language = words.language == "zh" ? Language::Chinese : Language::English;
    readOutput(words.output, line, findings);
    if (words.rounding == "half-even") line.numbers.rounding = footprint::Rounding::HalfEven;
    line.numbers.unit = words.unit == "tCO2e"   ? report::MassUnit::Tonne
                        : words.unit == "gCO2e" ? report::MassUnit::Gram
                                                : report::MassUnit::Kilogram;
    line.color = words.color == "always" ? ColorChoice::Always : words.color == "never" ? ColorChoice::Never : ColorChoice::Auto;
    if (line.margin) line.options.varyReadings = true;
    readDays(words, line, findings);
    readName(words, line, findings);
}

}  // namespace

ParsedLine parseCommandLine(const std::vector<std::string>& arguments) {
    ParsedLine parsed;
    parsed.language = askedLanguage(arguments);
    CommandLine line;
    Words words;
    CLI::App app("Checks certification cases against declared rules, and shows why.", "assay");
    addCommonOptions(app, line, words);
    addCommands(app, line, words);
    // The library reports everything, its help included, by exceptions.
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(std::move(reversed));
    } catch (const CLI::CallForVersion& version) {
        parsed.text = std::string(version.what()) + "\n";
        return parsed;
    } catch (const CLI::CallForHelp&) {
        parsed.text = app.help();
        return parsed;
    } catch (const CLI::ParseError& error) {
        addRefusal(app, error, parsed.findings);
        return parsed;
    }
    readWords(app, words, line, parsed.findings);
    if (!parsed.findings.hasErrors()) parsed.line = std::move(line);
    return parsed;
}

}  // namespace assay::cli
