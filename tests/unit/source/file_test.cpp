#include "assay/source/file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace assay::source {
namespace {

namespace fs = std::filesystem;

class FileTest : public testing::Test {
protected:
    void SetUp() override {
        const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(testing::TempDir()) / ("assay_file_" + std::to_string(getpid()) + "_" + test->name());
        fs::create_directories(folder_ / "root" / "inner");
        fs::create_directories(folder_ / "rootless");
    }
    void TearDown() override { fs::remove_all(folder_); }

    fs::path write(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }
    [[nodiscard]] fs::path root() const { return folder_ / "root"; }

    fs::path folder_;
};

TEST_F(FileTest, ReadsEveryByte) {
    const std::string text("a\r\n\0\xFF", 5);
    EXPECT_EQ(std::get<std::string>(readFile(write("x", text), 100)), text);
}

TEST_F(FileTest, ReadsAnEmptyFile) {
    EXPECT_EQ(std::get<std::string>(readFile(write("x", ""), 100)), "");
}

TEST_F(FileTest, TheLimitIsTheLargestSizeThatIsRead) {
    EXPECT_EQ(std::get<std::string>(readFile(write("x", "12345"), 5)), "12345");
    EXPECT_EQ(std::get<ReadError>(readFile(write("x", "123456"), 5)), ReadError::TooLarge);
}

TEST_F(FileTest, ReadsAFileLargerThanOneBlock) {
    const std::string text(200'000, 'z');
    EXPECT_EQ(std::get<std::string>(readFile(write("x", text), 200'000)), text);
    EXPECT_EQ(std::get<ReadError>(readFile(write("x", text), 199'999)), ReadError::TooLarge);
}

TEST_F(FileTest, TellsAMissingFileFromAFolder) {
    EXPECT_EQ(std::get<ReadError>(readFile(folder_ / "none", 100)), ReadError::NotFound);
    EXPECT_EQ(std::get<ReadError>(readFile(folder_, 100)), ReadError::NotAFile);
}

TEST_F(FileTest, RefusesADeviceThatNeverEnds) {
    EXPECT_EQ(std::get<ReadError>(readFile("/dev/zero", 100)), ReadError::NotAFile);
}

TEST_F(FileTest, AFolderAndWhatItHoldsLieBelowIt) {
    EXPECT_TRUE(liesBelow(root(), root()));
    EXPECT_TRUE(liesBelow(root() / "inner", root()));
    EXPECT_TRUE(liesBelow(root() / "inner", root() / ""));
    EXPECT_TRUE(liesBelow(root() / "inner" / "not_yet_written.toml", root()));
    EXPECT_TRUE(liesBelow(root() / "inner" / ".." / "inner", root()));
}

TEST_F(FileTest, WhatLeavesTheFolderDoesNotLieBelowIt) {
    EXPECT_FALSE(liesBelow(folder_, root()));
    EXPECT_FALSE(liesBelow(root() / ".." / "x", root()));
    EXPECT_FALSE(liesBelow("/etc/passwd", root()));
}

TEST_F(FileTest, AFolderWhoseNameBeginsAlikeDoesNotLieBelow) {
    EXPECT_FALSE(liesBelow(folder_ / "rootless", root()));
}

TEST_F(FileTest, ALinkIsWhereItLeads) {
    fs::create_directory_symlink(folder_ / "rootless", root() / "out");
    fs::create_directory_symlink(root() / "inner", root() / "in");
    EXPECT_FALSE(liesBelow(root() / "out" / "x", root()));
    EXPECT_TRUE(liesBelow(root() / "in" / "x", root()));
}

TEST_F(FileTest, ALinkToNowhereDoesNotLieBelow) {
    fs::create_symlink(folder_ / "none", root() / "dangling");
    EXPECT_FALSE(liesBelow(root() / "dangling", root()));
    EXPECT_FALSE(liesBelow(root() / "dangling" / "x", root()));
}

}  // namespace
}  // namespace assay::source
