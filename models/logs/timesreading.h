// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/logs/timesstep.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace Roost::Logs {

class LogTimes;

/// Reads the times of all logs of this thread: with one timer, and some logs at a time on a thread of the pool.
class TimesReading : public QObject
{
    Q_OBJECT

public:
    /// That of this thread, as long as somebody holds it.
    static std::shared_ptr<TimesReading> shared();
    ~TimesReading() override;

    /// Reads the next step of `times` after `delay`, or when another one had asked for earlier. While a step is under
    /// way the next one follows it.
    void ask(LogTimes *times, std::chrono::milliseconds delay);
    /// What is under way is for nobody.
    void drop(LogTimes *times);

private:
    struct Job
    {
        std::vector<std::pair<LogTimes *, TimesStep>> steps;
        PendingReply<std::shared_ptr<Job>> answer;
    };
    TimesReading();
    void start();
    void startJob(const std::shared_ptr<Job> &job);
    void finish(const std::shared_ptr<Job> &job);

    QHash<LogTimes *, qint64> m_due;        // by m_clock
    QHash<LogTimes *, const Job *> m_under; // way
    QList<std::shared_ptr<Job>> m_jobs;
    QTimer m_timer;
    qint64 m_armed = -1; // for when
};

} // namespace Roost::Logs
