#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "assay/document/document.hpp"
#include "assay/source/text.hpp"
#include "defect.hpp"
#include "positions.hpp"
#include "scan.hpp"

namespace assay::document {

namespace {

struct LibraryAssertion {};

// Called where the TOML library would abort the process, and where what it has built does not fit the scan. Some of the
// library's assertions stand in noexcept functions, which an exception cannot leave; they concern bare values and the end
// of the text, and the masked copy holds only complete lines and values of one digit.
[[noreturn]] void assertionFailed() {
    throw LibraryAssertion{};
}

}  // namespace

}  // namespace assay::document

// NDEBUG turns the library's assertions into promises to the compiler, whatever TOML_ASSERT says.
#ifdef NDEBUG
#undef NDEBUG
#endif
#define TOML_ASSERT(expression) ((expression) ? static_cast<void>(0) : ::assay::document::assertionFailed())
#define TOML_EXCEPTIONS 1
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace assay::document {

namespace {

using diagnostics::Kind;
using diagnostics::Name;

// Turns what the library has built from the masked text into nodes, with places and exact values from the scan.
class Builder {
public:
    Builder(const source::SourceFile& file, source::SourceId id, const Scan& scan, diagnostics::Diagnostics& findings, const Limits& limits)
        : text_(file.text), id_(id), scan_(scan), positions_(scan.masked), findings_(findings), limits_(limits) {}

    Node root(const toml::table& table) {
        Node node;
        node.span = {id_, 0, 0};
        addMembers(node, table);
        return node;
    }

    void report(const toml::parse_error& error) {
        const std::uint32_t place = offset(error.source().begin);
        const std::string_view reason = error.description();
        const bool isTwice =
            reason.find("cannot redefine") != std::string_view::npos || reason.find("cannot insert") != std::string_view::npos;
        if (isTwice && !scan_.keys.empty()) return reportTwice(place, reason);
        const auto end = static_cast<std::uint32_t>(text_.size());
        const std::uint32_t begin = std::min(place, end);
        // "Error while parsing string: unknown escape": the mark shows what was being parsed.
        const std::size_t colon = reason.find(": ");
        const std::string_view why = colon == std::string_view::npos ? reason : reason.substr(colon + 2);
        findings_.add(Kind::InvalidToml, {id_, begin, std::min(begin + 1, end)}, {{"reason", std::string(why)}});
    }

private:
    [[nodiscard]] std::uint32_t offset(const toml::source_position& place) const { return positions_.offset(place.line, place.column); }

    [[nodiscard]] source::Span span(const toml::source_region& region) const { return {id_, offset(region.begin), offset(region.end)}; }

    [[nodiscard]] std::string_view text(const ScannedKey& key) const { return text_.substr(key.begin, key.end - key.begin); }

    // The library reports a second definition at the key, at its value, or behind the header; the reason quotes a key
    // mostly. The key meant is the last one before the place that the reason quotes, else the last one.
    void reportTwice(std::uint32_t place, std::string_view reason) {
        const auto behind = std::upper_bound(scan_.keys.begin(), scan_.keys.end(), place,
                                             [](std::uint32_t at, const ScannedKey& key) { return at < key.begin; });
        auto meant = behind == scan_.keys.begin() ? behind : behind - 1;
        if (meant != scan_.keys.begin()) {
            const auto isQuoted = [&](const ScannedKey& key) {
                std::string_view word = text(key);
                while (!word.empty() && word.front() == '[')
                    word.remove_prefix(1);
                while (!word.empty() && word.back() == ']')
                    word.remove_suffix(1);
                return reason.find("'" + std::string(word) + "'") != std::string_view::npos;
            };
            if (!isQuoted(*meant) && isQuoted(*(meant - 1))) --meant;
        }
        findings_.add(Kind::DuplicateKey, {id_, meant->begin, meant->end}, {{"key", Name{std::string(text(*meant))}}});
    }

    void addMembers(Node& node, const toml::table& table) {
        node.kind = Node::Kind::Table;
        node.members.reserve(table.size());
        for (const auto& [key, value] : table) {
            Node::Member& member = node.members.emplace_back();
            member.key = std::string(key.str());
            member.keySpan = span(key.source());
            refuseDefects(member.key, member.keySpan);
            member.value = build(value);
        }
        std::sort(node.members.begin(), node.members.end(),
                  [](const Node::Member& a, const Node::Member& b) { return a.keySpan.begin < b.keySpan.begin; });
    }

    // An escape must not smuggle in what the text itself may not hold.
    void refuseDefects(std::string_view decoded, source::Span place) {
        if (const auto defect = source::findTextDefect(decoded)) reportDefect(*defect, decoded, place, findings_);
    }

    // A table of a header or a dotted key, or a list of such tables: its header, else the key's segment.
    [[nodiscard]] source::Span headerSpan(const toml::node& built) const {
        const source::Span place = span(built.source());
        const auto header = std::lower_bound(scan_.keys.begin(), scan_.keys.end(), place.begin,
                                             [](const ScannedKey& key, std::uint32_t at) { return key.begin < at; });
        const bool isHeader = header != scan_.keys.end() && header->begin == place.begin && text_[place.begin] == '[';
        return isHeader ? source::Span{id_, header->begin, header->end} : place;
    }

    Node build(const toml::node& built) {
        Node node;
        const std::uint32_t begin = offset(built.source().begin);
        const auto found = std::lower_bound(scan_.values.begin(), scan_.values.end(), begin,
                                            [](const ScannedValue& value, std::uint32_t at) { return value.begin < at; });
        const ScannedValue* written = found != scan_.values.end() && found->begin == begin ? &*found : nullptr;
        node.span = written == nullptr ? headerSpan(built) : source::Span{id_, written->begin, written->end};
        if (const toml::table* table = built.as_table()) {
            addMembers(node, *table);
        } else if (const toml::array* array = built.as_array()) {
            addItems(node, *array);
        } else if (const auto* text = built.as_string()) {
            node.kind = Node::Kind::Text;
            node.text = text->get();
            refuseDefects(node.text, node.span);
        } else if (const auto* boolean = built.as_boolean()) {
            node.kind = Node::Kind::Bool;
            node.boolean = boolean->get();
        } else if (written != nullptr) {
            readWritten(node, *written);
        } else {
            assertionFailed();
        }
        return node;
    }

    void addItems(Node& node, const toml::array& array) {
        node.kind = Node::Kind::Array;
        if (array.size() > limits_.listLength) {
            findings_.add(Kind::ListTooLong, node.span,
                          {{"count", std::to_string(array.size())}, {"limit", std::to_string(limits_.listLength)}});
            return;
        }
        node.items.reserve(array.size());
        for (const toml::node& item : array)
            node.items.push_back(build(item));
    }

    static void readWritten(Node& node, const ScannedValue& written) {
        switch (written.kind) {
            case ScannedValue::Kind::Integer:
                node.kind = Node::Kind::Integer;
                break;
            case ScannedValue::Kind::Decimal:
                node.kind = Node::Kind::Decimal;
                break;
            case ScannedValue::Kind::Date:
                node.kind = Node::Kind::Date;
                break;
            default:
                assertionFailed();
        }
        node.number = written.number;
        node.date = written.date;
    }

    std::string_view text_;
    source::SourceId id_;
    const Scan& scan_;
    Positions positions_;
    diagnostics::Diagnostics& findings_;
    const Limits& limits_;
};

// The one place where the library runs and where its exceptions end. Empty: a finding was reported.
std::optional<Node> runLibrary(Builder& builder, const Scan& scan, source::SourceId id, diagnostics::Diagnostics& findings) {
    try {
        const toml::table table = toml::parse(scan.masked);
        return builder.root(table);
    } catch (const toml::parse_error& error) {
        builder.report(error);
    } catch (const LibraryAssertion&) {
        findings.add(Kind::InvalidToml, {id, 0, 0}, {{"reason", std::string("the TOML library gave up on its structure")}});
    }
    return std::nullopt;
}

}  // namespace

std::optional<Node> readToml(const source::SourceMap& sources, source::SourceId id, diagnostics::Diagnostics& findings,
                             const Limits& limits) {
    const source::SourceFile& file = sources.file(id);
    if (file.text.size() > limits.bytes) {
        findings.add(Kind::DocumentTooLarge, {id, 0, 0},
                     {{"size", std::to_string(file.text.size())}, {"limit", std::to_string(limits.bytes)}});
        return std::nullopt;
    }
    if (const auto defect = source::findTextDefect(file.text)) {
        reportDefect(*defect, file.text, {id, defect->begin, defect->end}, findings);
        return std::nullopt;
    }
    diagnostics::Diagnostics found;
    std::optional<Node> root;
    if (const auto scan = scanToml(file, id, found, limits)) {
        Builder builder(file, id, *scan, found, limits);
        root = runLibrary(builder, *scan, id, found);
    }
    if (found.hasErrors()) root.reset();
    findings.append(std::move(found));
    return root;
}

}  // namespace assay::document
