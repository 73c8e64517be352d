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

/// Measures the longest time in which the event loop of the creating thread did not turn: a second thread posts an
/// event to it every few milliseconds. Its destructor writes the result to the file of ROOST_STALL_REPORT; the time of
/// the first painted window is written there at once.
class StallWatch
{
public:
    StallWatch();
    ~StallWatch();
    StallWatch(const StallWatch &) = delete;
    StallWatch &operator=(const StallWatch &) = delete;

    std::chrono::milliseconds longest() const;
    /// The number of stalls over 100 ms.
    int stalls() const { return m_stalls; }

private:
    class FirstPaint;
    void run(const std::stop_token &stop);
    void record(std::chrono::steady_clock::duration waited, bool &counted);
    void writeReport() const;

    QString m_reportPath;
    std::atomic<qint64> m_longest{0}; // ms
    std::atomic<int> m_stalls{0};
    std::chrono::milliseconds m_firstPaint{0}; // of the steady clock, which all processes share; 0: not painted yet
    using Clock = std::chrono::steady_clock;
    std::shared_ptr<std::atomic<Clock::time_point>> m_answered; // none: not yet
    std::unique_ptr<QObject> m_target;                          // lives on the watched thread
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last: it ends before what it uses
};

} // namespace Roost::Ui
