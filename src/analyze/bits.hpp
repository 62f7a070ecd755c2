#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace assay::analyze {

// A set of small numbers. Sets that are combined have one size.
class Bits {
public:
    explicit Bits(std::size_t size) : words_((size + width - 1) / width) {}

    void add(std::size_t member) { words_[member / width] |= std::uint64_t{1} << (member % width); }
    [[nodiscard]] bool has(std::size_t member) const { return ((words_[member / width] >> (member % width)) & 1U) != 0; }
    [[nodiscard]] bool empty() const {
        return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
    }
    [[nodiscard]] Bits operator&(const Bits& other) const {
        Bits both = *this;
        for (std::size_t index = 0; index < words_.size(); ++index)
            both.words_[index] &= other.words_[index];
        return both;
    }
    // The smallest member that is not below `from`.
    [[nodiscard]] std::optional<std::size_t> next(std::size_t from = 0) const {
        for (std::size_t member = from; member < words_.size() * width; ++member) {
            if (words_[member / width] == 0) {
                member |= width - 1;
            } else if (has(member)) {
                return member;
            }
        }
        return std::nullopt;
    }

private:
    static constexpr std::size_t width = 64;
    std::vector<std::uint64_t> words_;
};

}  // namespace assay::analyze
