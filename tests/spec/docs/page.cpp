#include "page.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <sstream>

namespace assay::docs {

namespace fs = std::filesystem;

namespace {

void readLinks(const std::string& line, std::size_t number, std::vector<Link>& links) {
    static const std::regex pattern(R"(\]\(([^)#\s]+)(#[^)]*)?\))");
    for (std::sregex_iterator match(line.begin(), line.end(), pattern), end; match != end; ++match) {
        const std::string target = (*match)[1];
        if (target.find("://") == std::string::npos) links.push_back({target, number});
    }
}

}  // namespace

Page readPage(const fs::path& root, const std::string& path) {
    std::ifstream stream(root / path, std::ios::binary);
    Page page{path, {std::istreambuf_iterator<char>(stream), {}}, {}, {}};
    std::istringstream lines(page.text);
    bool inBlock = false;
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.starts_with("```")) {
            inBlock = !inBlock;
            if (inBlock) page.blocks.push_back({line.substr(3), {}, number});
        } else if (inBlock) {
            page.blocks.back().text += line + "\n";
        } else {
            readLinks(line, number, page.links);
        }
    }
    return page;
}

std::vector<Page> readPages(const fs::path& root) {
    std::vector<std::string> paths{"README.md"};
    for (const char* folder : {"docs", "docs/decisions"}) {
        for (const fs::directory_entry& entry : fs::directory_iterator(root / folder)) {
            if (entry.path().extension() == ".md") paths.push_back(entry.path().lexically_relative(root).generic_string());
        }
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Page> pages;
    for (const std::string& path : paths)
        pages.push_back(readPage(root, path));
    return pages;
}

std::string outputOf(const std::string& arguments) {
    const std::string records = (std::filesystem::temp_directory_path() / "assay_pages").string();
    std::filesystem::create_directories(records);
    const std::string command = "export RECORDS='" + records + "'; cd '" ASSAY_ROOT "' && '" ASSAY_PROGRAM "' " + arguments + " 2>&1";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string output;
    std::array<char, 4096> buffer{};
    for (std::size_t read = 1; pipe && read > 0;) {
        read = fread(buffer.data(), 1, buffer.size(), pipe.get());
        output.append(buffer.data(), read);
    }
    return output;
}

}  // namespace assay::docs
