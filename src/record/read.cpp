#include <algorithm>
#include <cctype>

#include "assay/record/record.hpp"
#include "assay/source/text.hpp"
#include "lists.hpp"

namespace assay::record {

using diagnostics::Kind;
using diagnostics::Name;
using nlohmann::json;

namespace {

// Whether brackets nest deeper than allowed: readers of JSON take a frame of the stack for each level when they let go of it.
bool isTooDeep(std::string_view text, std::size_t limit) {
    std::size_t depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText && c == '\\') {
            ++i;
        } else if (c == '"') {
            inText = !inText;
        } else if (!inText && (c == '{' || c == '[')) {
            if (++depth > limit) return true;
        } else if (!inText && (c == '}' || c == ']')) {
            depth -= depth > 0 ? 1 : 0;
        }
    }
    return false;
}

bool isDigest(const json& value) {
    constexpr std::size_t digits = 64;
    if (!value.is_string()) return false;
    const auto& text = value.get_ref<const std::string&>();
    return text.size() == digits &&
           std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

enum class Shape { Text, Digest, List, Texts, Table, Place };

bool fits(const json& value, Shape shape) {
    switch (shape) {
        case Shape::Text:
            return value.is_string();
        case Shape::Digest:
            return isDigest(value);
        case Shape::List:
            return value.is_array();
        case Shape::Texts:
            return value.is_array() && std::all_of(value.begin(), value.end(), [](const json& each) { return each.is_string(); });
        case Shape::Table:
            return value.is_object();
        case Shape::Place:
            return value.is_number_unsigned();
    }
    return false;
}

struct Key {
    const char* name;
    Shape shape;
    bool optional = false;
};

// The first thing in a record that is not as every record has it, as a path; empty: none.
class FormCheck {
public:
    std::string defect(const json& whole) {
        table(whole, "", {{"id", Shape::Digest}, {"record", Shape::Table}, {"signatures", Shape::List}});
        if (!defect_.empty()) return defect_;
        each(whole, "", "signatures", {{"algorithm", Shape::Text}, {"key", Shape::Text}, {"value", Shape::Text}});
        const json& body = whole.at("record");
        table(body, "/record",
              {{"case", Shape::Table},
               {"clauses", Shape::Table},
               {"conclusions", Shape::List},
               {"engine", Shape::Table},
               {"evidence", Shape::List},
               {"follows", Shape::Table},
               {"format", Shape::Place},
               {"parameters", Shape::Table},
               {"people", Shape::List},
               {"ruleset", Shape::Table},
               {"signing", Shape::Table},
               {"steps", Shape::List},
               {"verdicts", Shape::Table}});
        if (defect_.empty()) parts(body);
        return defect_;
    }

private:
    void parts(const json& body) {
        const json& given = body.at("case");
        table(given, "/record/case",
              {{"digest", Shape::Digest},
               {"document", Shape::Text},
               {"files", Shape::List},
               {"folder", Shape::Text},
               {"name", Shape::Text},
               {"registers", Shape::List}});
        if (!defect_.empty()) return;
        for (const char* list : textLists)
            each(given, "/record/case", list, {{"name", Shape::Text}, {"sha256", Shape::Digest}, {"text", Shape::Text, true}});
        table(body.at("clauses"), "/record/clauses", {{"cited", Shape::Texts}, {"file", Shape::Text}, {"sha256", Shape::Text}});
        table(body.at("ruleset"), "/record/ruleset",
              {{"digest", Shape::Digest}, {"edition", Shape::Text}, {"files", Shape::List}, {"id", Shape::Text}});
        table(body.at("parameters"), "/record/parameters", {{"as_of", Shape::Text}, {"limits", Shape::Table}, {"readings", Shape::Table}});
        table(body.at("signing"), "/record/signing", {{"permitted", Shape::Text}, {"step", Shape::Place, true}});
        if (!defect_.empty()) return;
        each(body.at("ruleset"), "/record/ruleset", "files", {{"name", Shape::Text}, {"sha256", Shape::Digest}});
        each(body, "/record", "evidence", {{"file", Shape::Text}, {"id", Shape::Text}, {"sha256", Shape::Text}});
        each(body, "/record", "conclusions",
             {{"name", Shape::Text}, {"item", Shape::Text}, {"status", Shape::Text}, {"step", Shape::Place}});
        elements(body);
        steps(body);
        if (defect_.empty()) inside(body.at("signing"), body.at("steps").size(), "/record/signing");
        for (std::size_t i = 0; defect_.empty() && i < body.at("conclusions").size(); ++i)
            inside(body.at("conclusions")[i], body.at("steps").size(), "/record/conclusions/" + std::to_string(i));
    }

    void elements(const json& body) {
        for (const char* list : maskedLists) {
            for (std::size_t i = 0; defect_.empty() && i < body.at(list).size(); ++i) {
                const json& element = body.at(list)[i];
                const std::string path = std::string("/record/") + list + "/" + std::to_string(i);
                if (element.is_object() && element.contains("masked")) {
                    table(element, path, {{"masked", Shape::Digest}});
                    if (element.size() != 1) defect_ = path;
                } else {
                    table(element, path, {{"salt", Shape::Text}});
                }
            }
        }
    }

    // Premises stand before what rests on them.
    void steps(const json& body) {
        const json& all = body.at("steps");
        for (std::size_t i = 0; defect_.empty() && i < all.size(); ++i) {
            if (all[i].contains("masked")) continue;
            const std::string path = "/record/steps/" + std::to_string(i);
            table(all[i], path,
                  {{"kind", Shape::Text},
                   {"conclusion", Shape::Text},
                   {"premises", Shape::List},
                   {"op", Shape::Text, true},
                   {"subject", Shape::Text, true},
                   {"item", Shape::Text, true},
                   {"type", Shape::Text, true},
                   {"shown", Shape::Text, true},
                   {"status", Shape::Text, true},
                   {"parameters", Shape::Texts, true},
                   {"clauses", Shape::Texts, true}});
            if (!defect_.empty()) return;
            for (const json& premise : all[i].at("premises")) {
                if (!premise.is_number_unsigned() || premise.get<std::size_t>() >= i) defect_ = path + "/premises";
            }
        }
    }

    void inside(const json& from, std::size_t size, const std::string& path) {
        if (from.contains("step") && from.at("step").get<std::size_t>() >= size) defect_ = path + "/step";
    }

    void each(const json& in, const std::string& path, const char* list, const std::vector<Key>& keys) {
        for (std::size_t i = 0; i < in.at(list).size(); ++i)
            table(in.at(list)[i], path + "/" + list + "/" + std::to_string(i), keys);
    }

    void table(const json& value, const std::string& path, const std::vector<Key>& keys) {
        if (!defect_.empty()) return;
        if (!value.is_object()) {
            defect_ = path.empty() ? "/" : path;
            return;
        }
        for (const Key& key : keys) {
            const auto found = value.find(key.name);
            const bool right = found == value.end() ? key.optional : fits(*found, key.shape);
            if (!right && defect_.empty()) defect_ = path + "/" + key.name;
        }
    }

    std::string defect_;
};

void refuse(const std::string& name, std::string reason, diagnostics::Diagnostics& findings) {
    findings.add(Kind::RecordUnreadable, {}, {{"path", Name{name}}, {"reason", std::move(reason)}});
}

}  // namespace

std::optional<Record> read(std::string_view text, const std::string& name, diagnostics::Diagnostics& findings, const Limits& limits) {
    if (source::findTextDefect(text) || isTooDeep(text, limits.nesting)) {
        refuse(name, "JSON", findings);
        return std::nullopt;
    }
    const json whole = json::parse(text, nullptr, false);
    if (whole.is_discarded()) {
        refuse(name, "JSON", findings);
        return std::nullopt;
    }
    if (const std::string defect = FormCheck().defect(whole); !defect.empty()) {
        refuse(name, defect, findings);
        return std::nullopt;
    }
    const std::string again = canonical(whole) + "\n";
    if (again != text) {
        const auto differs = std::mismatch(text.begin(), text.end(), again.begin(), again.end()).first;
        findings.add(Kind::RecordNotCanonical, {},
                     {{"path", Name{name}}, {"offset", quantity::Rational(static_cast<std::int64_t>(differs - text.begin()))}});
        return std::nullopt;
    }
    Record record;
    record.id = whole.at("id").get<std::string>();
    record.body = whole.at("record");
    for (const json& signature : whole.at("signatures"))
        record.signatures.push_back({signature.at("algorithm"), signature.at("key"), signature.at("value")});
    return record;
}

}  // namespace assay::record
