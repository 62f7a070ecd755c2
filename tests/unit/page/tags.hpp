#pragma once

#include <map>
#include <string>
#include <vector>

// Pages taken apart again, strictly: what a browser would mend is a mistake here.
namespace assay::page::testing {

struct Tag {
    std::string name;
    std::map<std::string, std::string> attributes;
};

struct Taken {
    std::vector<Tag> tags;              // that open an element, in order
    std::vector<std::string> mistakes;  // tags that do not match, attributes without quotes
    std::string text;                   // between the tags, entities resolved; not that of style and script
};

[[nodiscard]] Taken takeApart(const std::string& page);

}  // namespace assay::page::testing
