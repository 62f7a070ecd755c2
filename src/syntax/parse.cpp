#include "assay/syntax/parse.hpp"

#include <algorithm>
#include <utility>

#include "assay/source/text.hpp"
#include "builder.hpp"
#include "cut.hpp"
#include "failure.hpp"
#include "scan.hpp"
#include "words.hpp"

namespace assay::syntax {

namespace {

using diagnostics::Kind;

Kind kindOf(source::TextDefect::Kind defect) {
    switch (defect) {
        case source::TextDefect::Kind::InvalidUtf8:
            return Kind::SourceNotUtf8;
        case source::TextDefect::Kind::ControlCharacter:
            return Kind::SourceControlCharacter;
        case source::TextDefect::Kind::BidirectionalControl:
            return Kind::SourceBidirectionalControl;
    }
    return Kind::SourceNotUtf8;
}

class FileParser {
public:
    FileParser(const source::SourceMap& sources, source::SourceId id, diagnostics::Diagnostics& findings, const Limits& limits)
        : sources_(sources),
          id_(id),
          text_(sources.file(id).text),
          findings_(findings),
          limits_(limits),
          builder_(id, text_, tree_, findings, limits) {
        tree_.source = id;
    }

    Tree run() {
        if (const auto defect = source::findTextDefect(text_)) {
            findings_.add(kindOf(defect->kind), {id_, defect->begin, defect->end});
            return std::move(tree_);
        }
        const Cut pieces = cut(text_);
        for (const Piece& piece : pieces.pieces) {
            parsePiece(piece);
        }
        tree_.trailingComments = commentsOf(sources_, span(pieces.trailingBegin, static_cast<std::uint32_t>(text_.size())));
        return std::move(tree_);
    }

private:
    void parsePiece(const Piece& piece) {
        const std::string_view text = text_.substr(piece.begin, piece.end - piece.begin);
        const std::string_view keyword = text.substr(0, wordLength(text));
        if (!opensDeclaration(piece, keyword)) {
            return;
        }
        Scan scanned = scan(sources_, span(piece.begin, piece.end), findings_, limits_);
        if (!scanned.sound) {
            return;
        }
        const source::Span code = span(piece.begin, scanned.codeEnd);
        auto read = readDeclaration(text_.substr(code.begin, code.end - code.begin), limits_.nesting);
        if (const Failure* failure = std::get_if<Failure>(&read)) {
            explainFailure({code, sources_.text(code), keyword}, *failure, limits_, findings_);
            return;
        }
        auto declaration = builder_.declaration(*std::get<std::unique_ptr<Node>>(read));
        if (!declaration) {
            return;
        }
        declaration->comments = commentsOf(sources_, span(piece.commentsBegin, piece.begin));
        for (Comment& comment : scanned.comments) {
            declaration->comments.push_back(std::move(comment));
        }
        tree_.declarations.push_back(std::move(*declaration));
    }

    // Whether the piece begins with a keyword of this edition; if not, says what stands there instead.
    bool opensDeclaration(const Piece& piece, std::string_view keyword) {
        if (piece.indented) {
            const std::uint32_t first = static_cast<std::uint32_t>(text_.find_first_not_of(" \t", piece.begin));
            findings_.add(Kind::OutsideDeclaration, span(first, lineEnd(first)));
            return false;
        }
        const std::uint32_t begin = piece.begin;
        if (keyword.empty()) {
            const source::CodePoint found = source::decode(text_.substr(begin));
            const bool row = text_[begin] == '|';
            findings_.add(row ? Kind::PartAtMargin : Kind::UnexpectedCharacter, span(begin, begin + found.length))
                .with(row ? "word" : "found", diagnostics::Name{std::string(text_.substr(begin, found.length))});
            return false;
        }
        const auto& legal = declarationWords();
        if (std::find(legal.begin(), legal.end(), keyword) != legal.end()) {
            return true;
        }
        const Kind kind = isAnyPart(keyword) ? Kind::PartAtMargin : Kind::UnknownDeclaration;
        auto& finding = findings_.add(kind, span(begin, begin + static_cast<std::uint32_t>(keyword.size())));
        finding.with("word", diagnostics::Name{std::string(keyword)});
        if (kind == Kind::UnknownDeclaration) {
            if (auto near = source::closest(keyword, legal); !near.empty()) {
                finding.note(Kind::DidYouMean, {}, {{"names", diagnostics::Names{std::move(near)}}});
            }
            finding.note(Kind::LegalHere, {}, {{"names", diagnostics::Names{legal}}});
        }
        return false;
    }

    [[nodiscard]] std::uint32_t lineEnd(std::uint32_t from) const {
        const std::size_t end = std::min(text_.find_first_of("\r\n", from), text_.size());
        return static_cast<std::uint32_t>(end);
    }

    [[nodiscard]] source::Span span(std::uint32_t begin, std::uint32_t end) const { return {id_, begin, end}; }

    const source::SourceMap& sources_;
    source::SourceId id_;
    std::string_view text_;
    diagnostics::Diagnostics& findings_;
    const Limits& limits_;
    Tree tree_;
    Builder builder_;
};

}  // namespace

Tree parse(const source::SourceMap& sources, source::SourceId id, diagnostics::Diagnostics& findings, const Limits& limits) {
    return FileParser(sources, id, findings, limits).run();
}

}  // namespace assay::syntax
