#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace assay::base {

// Does `work(i)` for each i from 0 to count - 1, on as many threads as the machine has and `most` allows. What it does for one must not
// touch what it does for another; in which order they come is not said.
template <class Work>
void atOnce(std::size_t count, std::size_t most, const Work& work) {
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::thread> others;
    try {
        while (others.size() + 1 < std::min({most, std::size_t{std::thread::hardware_concurrency()}, count}))
            others.emplace_back(run);
    } catch (const std::system_error&) {  // the system gives no more threads: those that there are do the work
    }
    run();
    for (std::thread& other : others)
        other.join();
}

}  // namespace assay::base
