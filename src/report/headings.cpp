#include "assay/report/headings.hpp"

#include <type_traits>

namespace assay::report {

namespace {

struct Heading {
    Word operator()(const check::Decide&) const { return Word::Decisions; }
    Word operator()(const check::Rule&) const { return Word::Rules; }
    Word operator()(const check::Checklist&) const { return Word::Checklists; }
    Word operator()(const check::Duty&) const { return Word::Duties; }
    Word operator()(const check::Partition&) const { return Word::Partitions; }
    Word operator()(const check::Lifecycle&) const { return Word::Lifecycles; }
    template <class Other>
    Word operator()(const Other&) const {
        return std::is_same_v<Other, check::Flag> || std::is_same_v<Other, check::Contradiction> ? Word::Flags : Word::Values;
    }
};

}  // namespace

Word headingOf(const check::Declaration& declaration) {
    return std::visit(Heading{}, declaration.body);
}

std::string_view groupKey(Word heading) {
    switch (heading) {
        case Word::Decisions:
            return "decisions";
        case Word::Duties:
            return "duties";
        case Word::Checklists:
            return "checklists";
        case Word::Rules:
            return "rules";
        case Word::Partitions:
            return "partitions";
        case Word::Lifecycles:
            return "lifecycles";
        case Word::Flags:
            return "flags";
        default:
            return "values";
    }
}

}  // namespace assay::report
