#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace assay::architecture {

// The modules of a source tree, each with the modules that it links directly: what src/*/CMakeLists.txt say.
using Edges = std::map<std::string, std::set<std::string>>;

// Reads `assay_module(M ... LINKS a b ...)` and `target_link_libraries(assay[_M] ... assay::a ...)`.
[[nodiscard]] Edges readEdges(const std::filesystem::path& root);

// The modules that `module` may use: those it links, and what they link in turn (a link is PUBLIC).
[[nodiscard]] std::set<std::string> reachable(const Edges& edges, const std::string& module);

}  // namespace assay::architecture
