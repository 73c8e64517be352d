// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/logs/times/timesstep.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace Roost::Logs {

/// Reads the times of all logs of one thread with a single timer. Steps of several logs are executed together on a
/// thread of QThreadPool.
class TimesScheduler : public QObject
{
    Q_OBJECT

public:
    /// An object with times to read. Its functions are called on the scheduler's own thread.
    class Client
    {
    public:
        virtual ~Client() = default;
        virtual TimesStep nextStep() const = 0;
        /// Called when `step` has been read.
        virtual void onStepRead(const TimesStep &step) = 0;
    };

    /// Returns the scheduler of this thread, which exists as long as at least one client has it.
    static std::shared_ptr<TimesScheduler> shared();
    ~TimesScheduler() override;

    /// Reads the next step of `client` after `delay`, or earlier if an earlier request is pending. If a step of the
    /// client is running, the next one is read after it.
    void request(Client *client, std::chrono::milliseconds delay);
    /// Cancels the requests of `client`. The result of a running step is discarded.
    void cancel(Client *client);

private:
    struct Job
    {
        std::vector<std::pair<Client *, TimesStep>> steps;
        PendingReply<std::shared_ptr<Job>> reply;
    };
    TimesScheduler();
    void startDue();
    void startJob(const std::shared_ptr<Job> &job);
    void onJobDone(const std::shared_ptr<Job> &job);

    using Clock = std::chrono::steady_clock;
    QHash<Client *, Clock::time_point> m_due;
    QHash<Client *, const Job *> m_running; // the job of each client's current step
    QList<std::shared_ptr<Job>> m_jobs;
    QTimer m_timer;
    Clock::time_point m_timerDue;
};

} // namespace Roost::Logs
