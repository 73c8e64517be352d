// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/timesreading.h"

#include "models/logs/logtimes.h"

#include <QThreadPool>

#include <algorithm>

namespace Roost::Logs {

using namespace std::chrono_literals;

namespace {

// Few enough that the first screen of many long logs does not wait for the times of all.
constexpr size_t LogsAtOnce = 8;

qint64 now()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

std::shared_ptr<TimesReading> TimesReading::shared()
{
    thread_local std::weak_ptr<TimesReading> one;
    auto reading = one.lock();
    if (!reading) {
        reading = std::shared_ptr<TimesReading>(new TimesReading);
        one = reading;
    }
    return reading;
}

TimesReading::TimesReading()
    : m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TimesReading::start);
}

TimesReading::~TimesReading()
{
    // Here, not on the thread that lets go of it last.
    for (const auto &job : std::as_const(m_jobs))
        job->answer.cancel();
}

void TimesReading::ask(LogTimes *times, std::chrono::milliseconds delay)
{
    const qint64 due = now() + delay.count();
    const auto known = m_due.find(times);
    if (known == m_due.end())
        m_due.insert(times, due);
    else if (*known <= due)
        return;
    else
        *known = due;
    if (!m_timer.isActive() || due < m_armed) {
        m_armed = due;
        m_timer.start(delay);
    }
}

void TimesReading::drop(LogTimes *times)
{
    m_due.remove(times);
    m_under.remove(times);
}

void TimesReading::start()
{
    const qint64 time = now();
    qint64 next = -1;
    auto job = std::make_shared<Job>();
    for (auto at = m_due.begin(); at != m_due.end();) {
        if (m_under.contains(at.key())) {
            ++at; // its end looks here again
        } else if (*at > time) {
            next = next < 0 ? *at : std::min(next, *at);
            ++at;
        } else {
            m_under.insert(at.key(), job.get());
            job->steps.emplace_back(at.key(), at.key()->nextStep());
            at = m_due.erase(at);
            if (job->steps.size() == LogsAtOnce)
                startJob(std::exchange(job, std::make_shared<Job>()));
        }
    }
    if (!job->steps.empty())
        startJob(job);
    if (next >= 0) {
        m_armed = next;
        m_timer.start(std::chrono::milliseconds(next - time));
    }
}

void TimesReading::startJob(const std::shared_ptr<Job> &job)
{
    Promise<std::shared_ptr<Job>> promise;
    m_jobs.append(job);
    // While it runs nobody else touches the steps.
    QThreadPool::globalInstance()->start([promise, job] {
        for (auto &[times, step] : job->steps) {
            if (promise.isCanceled())
                return;
            step.read();
        }
        promise.resolve(job);
    });
    job->answer.watch(promise.future(), [this](const Result<std::shared_ptr<Job>> &done) {
        if (done)
            finish(*done);
    });
}

void TimesReading::finish(const std::shared_ptr<Job> &job)
{
    m_jobs.removeOne(job);
    for (auto &[times, step] : job->steps) {
        // Another one may have begun anew meanwhile, or be gone.
        if (m_under.value(times) != job.get())
            continue;
        m_under.remove(times);
        times->take(step);
    }
    start();
}

} // namespace Roost::Logs
