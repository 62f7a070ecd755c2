#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assay/facts/facts.hpp"

// A body's own figures, and its choice among readings, for a period: what a rule set leaves to other procedures of the body or to the
// law. docs/profiles.md is the reference.
namespace assay::facts {

struct Profile {
    // A fact that the rules say comes `from profile`; its provenance holds the citation as the reason.
    struct Figure {
        check::FactId fact;
        Entry entry;
    };
    struct Choice {
        check::ReadingId reading;
        std::size_t alternative = 0;
        std::string cites;
        source::Span span;
    };
    std::string id;
    syntax::LocalText title;
    std::string approvedBy;
    quantity::Date approvedOn;
    quantity::Date from;               // the first day on which it is in force
    std::optional<quantity::Date> to;  // the last; none: no end is known
    std::string digest;                // SHA-256 of the file
    std::vector<Figure> figures;       // in the order of the facts
    std::vector<Choice> choices;       // in the order of the readings
    source::SourceId source;

    [[nodiscard]] bool isInForce(quantity::Date day) const { return day >= from && (!to || day <= *to); }
};

// Reads a profile document against the rules. Empty iff an error was reported; every one is.
[[nodiscard]] std::optional<Profile> readProfile(const document::Node& root, const check::Checked& rules, const source::SourceMap& sources,
                                                 diagnostics::Diagnostics& findings);

// Gives a case the figures that it does not give itself. Where it gives one, the two must agree, or a finding names both.
void giveFigures(CaseFacts& facts, const Profile& profile, const check::Checked& rules, diagnostics::Diagnostics& findings);

}  // namespace assay::facts
