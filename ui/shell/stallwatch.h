// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

class QObject;

namespace Roost::Ui {

/// Measures the longest time during which the event loop of the creating thread was blocked: a second thread posts an
/// event to it every few milliseconds. The destructor writes the result to the file named by ROOST_STALL_REPORT; the
/// time of the first painted window is written there immediately.
class StallWatch
{
public:
    StallWatch();
    ~StallWatch();
    StallWatch(const StallWatch &) = delete;
    StallWatch &operator=(const StallWatch &) = delete;

    std::chrono::milliseconds longest() const;
    /// Returns the number of stalls over 100 ms.
    int stalls() const { return m_stalls; }

private:
    class FirstPaint;
    void run(const std::stop_token &stop);
    void record(std::chrono::steady_clock::duration waited, bool &counted);
    void writeReport() const;

    QString m_reportPath;
    std::atomic<qint64> m_longest{0}; // in ms
    std::atomic<int> m_stalls{0};
    std::chrono::milliseconds m_firstPaint{0}; // of the steady clock, which all processes share; 0 until painted
    using Clock = std::chrono::steady_clock;
    std::shared_ptr<std::atomic<Clock::time_point>> m_answered; // null time: not answered yet
    std::unique_ptr<QObject> m_target;                          // lives in the watched thread
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last, so that it ends before the members that it uses are destroyed
};

} // namespace Roost::Ui
