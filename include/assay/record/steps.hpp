#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "assay/trace/step.hpp"

namespace assay::record {

// A place as records name it: "people.assay:98"; empty for none.
using PlaceText = std::function<std::string(source::Span)>;

// The steps of many derivations as one list: each step once, behind its premises, which it names by their position.
class StepList {
public:
    explicit StepList(PlaceText place) : place_(std::move(place)) {}

    // The position of the step.
    std::size_t add(const trace::Step& step);
    [[nodiscard]] nlohmann::json take() { return std::move(steps_); }

private:
    PlaceText place_;
    nlohmann::json steps_ = nlohmann::json::array();
    std::map<std::string, std::size_t> known_;  // by canonical text
};

// A step of a record with its premises and theirs, which is as deep as re-doing it looks. Empty: one of them is masked.
[[nodiscard]] std::optional<trace::Step> stepAt(const nlohmann::json& steps, std::size_t index);

}  // namespace assay::record
