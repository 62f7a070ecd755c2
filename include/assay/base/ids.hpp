#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace assay::base {

// A dense index that cannot be mixed up with an index of another kind. Default-constructed: no id.
template <class Tag>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : value_(static_cast<std::uint32_t>(index)) {}

    [[nodiscard]] constexpr bool valid() const { return value_ != none; }
    [[nodiscard]] constexpr std::size_t index() const { return value_; }
    constexpr auto operator<=>(const Id&) const = default;

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t value_ = none;
};

// A vector addressed by one kind of id only.
template <class IdType, class T>
class IdVector {
public:
    IdType add(T value) {
        items_.push_back(std::move(value));
        return IdType(items_.size() - 1);
    }
    [[nodiscard]] T& operator[](IdType id) { return items_[id.index()]; }
    [[nodiscard]] const T& operator[](IdType id) const { return items_[id.index()]; }
    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] bool empty() const { return items_.empty(); }
    [[nodiscard]] auto begin() { return items_.begin(); }
    [[nodiscard]] auto end() { return items_.end(); }
    [[nodiscard]] auto begin() const { return items_.begin(); }
    [[nodiscard]] auto end() const { return items_.end(); }
    [[nodiscard]] T& back() { return items_.back(); }
    void resize(std::size_t size) { items_.resize(size); }

private:
    std::vector<T> items_;
};

}  // namespace assay::base

template <class Tag>
struct std::hash<assay::base::Id<Tag>> {
    std::size_t operator()(assay::base::Id<Tag> id) const noexcept { return std::hash<std::size_t>{}(id.index()); }
};
