#include "assay/report/place.hpp"
#include "assay/report/words.hpp"
#include "division_parts.hpp"
#include "json_parts.hpp"

namespace assay::report {

using diagnostics::Language;
using evaluate::Division;
using evaluate::Separation;
using nlohmann::ordered_json;

namespace {

// Separations written out under a division; of more the text says how to ask.
constexpr std::size_t mostWritten = 45;

ordered_json truthJson(const std::optional<bool>& truth) {
    return truth ? ordered_json(*truth) : ordered_json();
}

const check::Partition& partitionOf(check::DeclId decl, const View& view) {
    return std::get<check::Partition>(view.rules.declarations[decl].body);
}

const check::PartitionStep& lastStep(const Separation& separation, const check::Partition& partition) {
    return partition.steps[separation.steps.back()];
}

ordered_json separationJson(const Separation& separation, const check::Partition& partition, const View& view) {
    ordered_json json;
    json["a"] = separation.a;
    json["b"] = separation.b;
    json["step"] = separation.certain && separation.steps.size() == 1 ? ordered_json(lastStep(separation, partition).name) : ordered_json();
    ordered_json steps = ordered_json::array();
    for (const std::size_t step : separation.steps)
        steps.push_back(partition.steps[step].name);
    json["steps"] = std::move(steps);
    json["certain"] = separation.certain;
    json["clauses"] = separation.certain ? lastStep(separation, partition).clauses : std::vector<std::string>{};
    json["values"] = usedJson(separation.because, view);
    return json;
}

std::string filled(std::string text, const std::vector<std::string>& names) {
    for (std::size_t index = 0; index < names.size(); ++index) {
        const std::string mark = "{" + std::to_string(index + 1) + "}";
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + names[index].size()))
            text.replace(at, mark.size(), names[index]);
    }
    return text;
}

Word answerWord(const evaluate::PairAnswer::Step& asked) {
    if (asked.asked == false) return Word::NotAsked;
    return asked.separates == true ? Word::KeepsApart : asked.separates == false ? Word::DoesNotSeparate : Word::MayKeepApart;
}

}  // namespace

std::string groupName(const std::vector<std::string>& ids) {
    return join(ids, "+");
}

std::string divisionName(const Division::Groups& groups) {
    std::vector<std::string> names;
    for (const std::vector<std::string>& group : groups)
        names.push_back(groupName(group));
    return join(names, " | ");
}

std::string stepNames(const Separation& separation, const check::Partition& partition) {
    std::vector<std::string> names;
    for (const std::size_t step : separation.steps)
        names.push_back(partition.steps[step].name);
    return join(names);
}

void addDivisionJson(ordered_json& json, const evaluate::Conclusion& conclusion, const View& view) {
    const Division& division = conclusion.division;
    json["unique"] = truthJson(division.unique);
    json["groups"] = division.groups ? ordered_json(*division.groups) : ordered_json();
    json["agreed"] = division.agreed;
    json["divisions"] = division.divisions;
    json["more_divisions"] = division.more;
    json["triple"] = division.triple;
    json["separations"] = ordered_json::array();
    for (const Separation& separation : division.separations)
        json["separations"].push_back(separationJson(separation, partitionOf(conclusion.decl, view), view));
}

void writeDivision(TextWriter& out, std::size_t level, const evaluate::Conclusion& conclusion, const View& view, Language language) {
    const Division& division = conclusion.division;
    const check::Partition& partition = partitionOf(conclusion.decl, view);
    const auto say = [language](Word what) { return word(what, language); };
    if (division.groups) {
        for (const std::vector<std::string>& group : *division.groups)
            out.at(level).text(groupName(group)).end();
    }
    if (!division.triple.empty()) out.at(level).paint(Color::Open, filled(std::string(say(Word::NotTransitive)), division.triple)).end();
    for (const Division::Groups& groups : division.divisions)
        out.at(level).text(say(Word::PossibleDivision)).text(" " + divisionName(groups)).end();
    if (division.more) out.at(level).text(say(Word::MoreDivisions)).end();
    std::size_t written = 0;
    for (const Separation& separation : division.separations) {
        if (written++ == mostWritten) {
            out.at(level).paint(Color::Faint, say(Word::AskWhySeparated)).end();
            break;
        }
        out.at(level).text(separation.a + " | " + separation.b + ": ");
        if (!separation.certain) out.paint(Color::Open, say(Word::MayKeepApart)).text(" ");
        out.text(stepNames(separation, partition));
        if (separation.certain) out.clauses(lastStep(separation, partition).clauses);
        out.end();
    }
}

std::string separationText(const evaluate::PairAnswer& answer, const View& view, const TextOptions& options) {
    const check::Partition& partition = partitionOf(answer.decl, view);
    TextWriter out(options);
    const auto say = [&options](Word what) { return word(what, options.language); };
    const Word whole = answer.apart == true ? Word::AreApart : answer.apart == false ? Word::StayTogether : Word::MayBeApart;
    const Color color = answer.apart ? Color::Strong : Color::Open;
    out.text(view.rules.declarations[answer.decl].name + ": ").paint(color, filled(std::string(say(whole)), {answer.a, answer.b})).end();
    for (const evaluate::PairAnswer::Step& asked : answer.steps) {
        const check::PartitionStep& step = partition.steps[asked.step];
        out.at(1).text(step.name + ": ").paint(asked.separates == true ? Color::Strong : Color::Faint, say(answerWord(asked)));
        out.clauses(step.clauses).end();
        const std::string& label = choose(step.label, options.language);
        if (!label.empty()) out.at(2).paint(Color::Faint, label).end();
        for (const evaluate::UsedFact& fact : asked.because) {
            out.at(2).text(fact.fact + " = " + fact.value);
            std::vector<std::string> origin;
            if (fact.provenance.span.valid()) origin.push_back(placeText(view.sources, fact.provenance.span));
            if (!fact.provenance.evidence.empty()) origin.push_back(std::string(say(Word::Evidence)) + " " + fact.provenance.evidence);
            if (!origin.empty()) out.paint(Color::Faint, "  " + join(origin));
            out.end();
        }
        for (const evaluate::Missing& missing : asked.missing)
            out.at(2).paint(Color::Open, say(Word::Needs)).text(" " + missing.fact).end();
    }
    return out.take();
}

ordered_json separationJson(const evaluate::PairAnswer& answer, const View& view) {
    const check::Partition& partition = partitionOf(answer.decl, view);
    ordered_json json;
    json["name"] = view.rules.declarations[answer.decl].name;
    json["a"] = answer.a;
    json["b"] = answer.b;
    json["apart"] = truthJson(answer.apart);
    json["steps"] = ordered_json::array();
    for (const evaluate::PairAnswer::Step& asked : answer.steps) {
        ordered_json step;
        step["step"] = partition.steps[asked.step].name;
        step["asked"] = truthJson(asked.asked);
        step["separates"] = truthJson(asked.separates);
        step["clauses"] = partition.steps[asked.step].clauses;
        step["label"] = localJson(partition.steps[asked.step].label);
        step["values"] = usedJson(asked.because, view);
        step["missing"] = missingListJson(asked.missing, view);
        json["steps"].push_back(std::move(step));
    }
    return json;
}

}  // namespace assay::report
