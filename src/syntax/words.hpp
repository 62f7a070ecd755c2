#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The words of the language, each list in one place: the grammar, the cutter and the messages read them from here.
namespace assay::syntax {

// Bytes of the run of word characters (ASCII letters, digits, `_`, Han) at the start of `text`, which is valid UTF-8.
[[nodiscard]] std::size_t wordLength(std::string_view text);
// Whether `text` starts with a character that a name may start with: a lower-case letter or a Han character.
[[nodiscard]] bool beginsName(std::string_view text);
[[nodiscard]] bool isHan(char32_t codePoint);

// Words that are never a name.
[[nodiscard]] bool isReserved(std::string_view word);
// Words that open a part and may follow a number or a type on its line, hence are never a unit.
[[nodiscard]] bool isPartWord(std::string_view word);

// The keywords that open a declaration of this edition.
[[nodiscard]] const std::vector<std::string>& declarationWords();
// The parts that a declaration of this keyword may have, as its author would look them up.
[[nodiscard]] const std::vector<std::string>& partsOf(std::string_view keyword);
// Whether some declaration has a part of this name.
[[nodiscard]] bool isAnyPart(std::string_view word);

}  // namespace assay::syntax
