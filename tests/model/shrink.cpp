#include "agreement.hpp"

namespace assay::model {

namespace {

bool disagrees(const Pair& pair, Mutation mutation) {
    const auto loaded = load(pair.rules.text(), pair.facts.text());
    return loaded->ok && !compare(*loaded, mutation).differences.empty();
}

class Shrinker {
public:
    Shrinker(Pair pair, Mutation mutation) : pair_(std::move(pair)), mutation_(mutation) {}

    Pair run() {
        for (bool smaller = true; smaller;) {
            smaller = dropParts(pair_.rules.declarations);
            smaller = dropParts(pair_.facts.facts) || smaller;
            smaller = dropLists(pair_.facts.lists) || smaller;
            smaller = dropLines() || smaller;
        }
        return std::move(pair_);
    }

private:
    // Drops what can be dropped, from the back. Whether anything was.
    template <class T>
    bool dropParts(std::vector<T>& parts) {
        bool dropped = false;
        for (std::size_t i = parts.size(); i > 0; --i) {
            const auto place = parts.begin() + static_cast<std::ptrdiff_t>(i - 1);
            T part = std::move(*place);
            parts.erase(place);
            if (disagrees(pair_, mutation_)) {
                dropped = true;
            } else {
                parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(i - 1), std::move(part));
            }
        }
        return dropped;
    }

    bool dropLists(std::vector<std::pair<std::string, std::vector<ItemText>>>& lists) {
        bool dropped = dropParts(lists);
        for (auto& [name, items] : lists) {
            dropped = dropParts(items) || dropped;
            for (ItemText& item : items) {
                dropped = dropParts(item.fields) || dropped;
                dropped = dropLists(item.lists) || dropped;
            }
        }
        return dropped;
    }

    // Lines inside declarations: exceptions, outcomes, rows, fields.
    bool dropLines() {
        bool dropped = false;
        for (std::string& declaration : pair_.rules.declarations) {
            for (std::size_t begin = declaration.find("\n  "); begin != std::string::npos;) {
                const std::size_t end = declaration.find('\n', begin + 1);
                const std::string whole = declaration;
                declaration.erase(begin, end - begin);
                if (disagrees(pair_, mutation_)) {
                    dropped = true;
                } else {
                    declaration = whole;
                    begin = end;
                }
                begin = declaration.find("\n  ", begin);
            }
        }
        return dropped;
    }

    Pair pair_;
    Mutation mutation_;
};

}  // namespace

Pair shrink(Pair pair, Mutation mutation) {
    return Shrinker(std::move(pair), mutation).run();
}

std::string report(const Pair& pair, Mutation mutation) {
    const auto loaded = load(pair.rules.text(), pair.facts.text());
    std::string text =
        "seed " + std::to_string(pair.seed) + "\n--- rules.assay\n" + pair.rules.text() + "--- case.toml\n" + pair.facts.text() + "---\n";
    if (!loaded->ok) return text + loaded->errors();
    for (const std::string& difference : compare(*loaded, mutation).differences)
        text += "  " + difference + "\n";
    return text;
}

}  // namespace assay::model
