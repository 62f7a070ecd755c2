#include "files.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

namespace assay::architecture {

namespace fs = std::filesystem;

namespace {

bool isWordCharacter(char character) {
    return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

// Reads a C++ text from left to right and blanks what is no code.
class Stripper {
public:
    explicit Stripper(const std::string& text) : text_(text), code_(text) {}

    std::string strip() {
        while (at_ < text_.size()) {
            if (startsWith("//")) {
                blankThrough(std::min(text_.find('\n', at_), text_.size()));
            } else if (startsWith("/*")) {
                blankThrough(behind("*/", at_ + 2));
            } else if (startsWith("R\"") && (at_ == 0 || !isWordCharacter(text_[at_ - 1]))) {
                const std::size_t open = std::min(text_.find('(', at_), text_.size());
                blankThrough(behind(")" + text_.substr(at_ + 2, open - at_ - 2) + "\"", open));
            } else if (text_[at_] == '"' || (text_[at_] == '\'' && !isDigitSeparator())) {
                blankThrough(literalEnd());
            } else {
                ++at_;
            }
        }
        return code_;
    }

private:
    [[nodiscard]] bool startsWith(std::string_view start) const { return text_.compare(at_, start.size(), start) == 0; }
    [[nodiscard]] bool isDigitSeparator() const { return at_ > 0 && isWordCharacter(text_[at_ - 1]); }

    [[nodiscard]] std::size_t behind(const std::string& end, std::size_t from) const {
        const std::size_t found = text_.find(end, from);
        return found == std::string::npos ? text_.size() : found + end.size();
    }

    // Behind the quote that closes the literal, or at the end of the line.
    [[nodiscard]] std::size_t literalEnd() const {
        for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
            if (text_[i] == '\\') {
                ++i;
            } else if (text_[i] == text_[at_]) {
                return i + 1;
            } else if (text_[i] == '\n') {
                return i;
            }
        }
        return text_.size();
    }

    void blankThrough(std::size_t end) {
        for (; at_ < end; ++at_) {
            if (text_[at_] != '\n') code_[at_] = ' ';
        }
    }

    const std::string& text_;
    std::string code_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<File> readFiles(const fs::path& root, const std::string& folder, const std::vector<std::string>& extensions) {
    std::vector<File> files;
    if (!fs::is_directory(root / folder)) return files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string extension = entry.path().extension().string();
        if (!entry.is_regular_file() || std::find(extensions.begin(), extensions.end(), extension) == extensions.end()) continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        files.push_back({entry.path().lexically_relative(root).generic_string(), {std::istreambuf_iterator<char>(stream), {}}});
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return files;
}

std::vector<std::string> splitLines(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::string codeOnly(const std::string& text) {
    return Stripper(text).strip();
}

// The target of an include in quotes is a literal, so it is read from the original line where code has the directive.
std::vector<Include> includesOf(const std::string& text) {
    const std::vector<std::string> code = splitLines(codeOnly(text));
    const std::vector<std::string> original = splitLines(text);
    std::vector<Include> includes;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const std::size_t hash = code[i].find_first_not_of(" \t");
        if (hash == std::string::npos || code[i][hash] != '#') continue;
        const std::size_t word = code[i].find_first_not_of(" \t", hash + 1);
        if (word == std::string::npos || code[i].compare(word, 7, "include") != 0) continue;
        const std::size_t open = original[i].find_first_of("\"<", word + 7);
        if (open == std::string::npos) continue;
        const std::size_t close = original[i].find_first_of("\">", open + 1);
        if (close != std::string::npos) includes.push_back({i + 1, original[i].substr(open + 1, close - open - 1)});
    }
    return includes;
}

bool hasWord(const std::string& line, const std::string& word) {
    for (std::size_t at = line.find(word); at != std::string::npos; at = line.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isWordCharacter(line[at - 1])) && (end == line.size() || !isWordCharacter(line[end]))) return true;
    }
    return false;
}

}  // namespace assay::architecture
