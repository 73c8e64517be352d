// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/times/timesscheduler.h"

#include <QThreadPool>

#include <algorithm>

namespace Roost::Logs {

namespace {

// Few enough that the first screen of many long logs does not wait for the times of all logs.
constexpr size_t LogsInJob = 8;

} // namespace

std::shared_ptr<TimesScheduler> TimesScheduler::shared()
{
    thread_local std::weak_ptr<TimesScheduler> one;
    auto scheduler = one.lock();
    if (!scheduler) {
        scheduler = std::shared_ptr<TimesScheduler>(new TimesScheduler);
        one = scheduler;
    }
    return scheduler;
}

TimesScheduler::TimesScheduler()
    : m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TimesScheduler::startDue);
}

TimesScheduler::~TimesScheduler()
{
    // Cancels in this thread: the last reference to a job may be released by the pool's thread.
    for (const auto &job : std::as_const(m_jobs))
        job->reply.cancel();
}

void TimesScheduler::request(Client *client, std::chrono::milliseconds delay)
{
    const auto due = Clock::now() + delay;
    const auto known = m_due.find(client);
    if (known == m_due.end())
        m_due.insert(client, due);
    else if (*known <= due)
        return;
    else
        *known = due;
    if (!m_timer.isActive() || due < m_timerDue) {
        m_timerDue = due;
        m_timer.start(delay);
    }
}

void TimesScheduler::cancel(Client *client)
{
    m_due.remove(client);
    m_running.remove(client);
}

void TimesScheduler::startDue()
{
    const auto now = Clock::now();
    std::optional<Clock::time_point> next;
    auto job = std::make_shared<Job>();
    for (auto at = m_due.begin(); at != m_due.end();) {
        if (m_running.contains(at.key())) {
            ++at; // onJobDone() calls this function again
        } else if (*at > now) {
            next = std::min(next.value_or(*at), *at);
            ++at;
        } else {
            m_running.insert(at.key(), job.get());
            job->steps.emplace_back(at.key(), at.key()->nextStep());
            at = m_due.erase(at);
            if (job->steps.size() == LogsInJob)
                startJob(std::exchange(job, std::make_shared<Job>()));
        }
    }
    if (!job->steps.empty())
        startJob(job);
    if (next) {
        m_timerDue = *next;
        m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(*next - now));
    }
}

void TimesScheduler::startJob(const std::shared_ptr<Job> &job)
{
    Promise<std::shared_ptr<Job>> promise;
    m_jobs.append(job);
    // While the job runs, only the pool's thread uses its steps.
    QThreadPool::globalInstance()->start([promise, job] {
        for (auto &[client, step] : job->steps) {
            if (promise.isCanceled())
                return;
            step.read();
        }
        promise.resolve(job);
    });
    job->reply.watch(promise.future(), [this](const Result<std::shared_ptr<Job>> &done) {
        if (done)
            onJobDone(*done);
    });
}

void TimesScheduler::onJobDone(const std::shared_ptr<Job> &job)
{
    m_jobs.removeOne(job);
    for (auto &[client, step] : job->steps) {
        // The client may meanwhile have canceled the request, or have been destroyed.
        if (m_running.value(client) != job.get())
            continue;
        m_running.remove(client);
        client->onStepRead(step);
    }
    startDue();
}

} // namespace Roost::Logs
