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

/// Measures the longest time in which the event loop of the thread it was made on answered nothing: a second
/// thread asks it every few milliseconds. Writes what it found to the file of ROOST_STALL_REPORT when it dies, and
/// there, as soon as it is so, when the first window was painted.
class StallWatch
{
public:
    StallWatch();
    ~StallWatch();
    StallWatch(const StallWatch &) = delete;
    StallWatch &operator=(const StallWatch &) = delete;

    std::chrono::milliseconds longest() const;
    /// How often it was longer than 100 ms.
    int stalls() const { return m_stalls; }

private:
    class FirstPaint;
    void watch(const std::stop_token &stop);
    void note(std::chrono::steady_clock::duration waited, bool &counted);
    void writeReport() const;

    QString m_reportPath;
    std::atomic<qint64> m_longest{0}; // ms
    std::atomic<int> m_stalls{0};
    std::chrono::milliseconds m_firstPaint{0}; // by the steady clock, which all processes share; 0: not yet
    using Clock = std::chrono::steady_clock;
    std::shared_ptr<std::atomic<Clock::time_point>> m_answered; // none: not yet
    QObject *m_there;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last: it ends before what it uses
};

} // namespace Roost::Ui
