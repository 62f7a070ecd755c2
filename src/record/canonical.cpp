#include "assay/record/record.hpp"
#include "assay/source/digest.hpp"
#include "lists.hpp"

namespace assay::record {

using nlohmann::json;

namespace {

constexpr std::size_t saltDigits = 32;

}  // namespace

std::string canonical(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string commitmentOf(const json& element) {
    return isMasked(element) ? element.at("masked").get<std::string>() : source::sha256(canonical(element));
}

void salt(json& body, std::string_view secret) {
    for (const char* list : maskedLists) {
        for (json& element : body[list])
            element["salt"] = source::sha256(std::string(secret) + canonical(element)).substr(0, saltDigits);
    }
}

std::string idOf(const json& body) {
    json covered = json::object();
    for (const auto& [key, value] : body.items()) {
        if (key != "case") covered[key] = value;
    }
    for (const char* list : maskedLists) {
        for (json& element : covered[list])
            element = commitmentOf(element);
    }
    json& given = covered["case"];
    for (const auto& [key, value] : body.at("case").items()) {
        given[key] = value;
        for (const char* list : textLists) {
            if (key != list) continue;
            for (json& file : given[key])
                file.erase("text");
        }
    }
    return source::sha256(canonical(covered));
}

}  // namespace assay::record
