// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stallwatch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QMetaObject>

#include <algorithm>

namespace Roost::Ui {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {
constexpr auto Beat = 20ms;
constexpr qint64 Noticeable = 100;
} // namespace

// Detects the first painted window: the picture is on the screen after the paint event has been handled.
class StallWatch::FirstPaint : public QObject
{
public:
    explicit FirstPaint(StallWatch *watch)
        : m_watch(watch)
    {
        qApp->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            qApp->removeEventFilter(this);
            QMetaObject::invokeMethod(
                this,
                [this] {
                    m_watch->m_firstPaint = duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
                    m_watch->writeReport();
                },
                Qt::QueuedConnection);
        }
        return false;
    }

private:
    StallWatch *m_watch;
};

StallWatch::StallWatch()
    : m_reportPath(qEnvironmentVariable("ROOST_STALL_REPORT"))
    , m_answered(std::make_shared<std::atomic<Clock::time_point>>(Clock::now()))
    , m_target(m_reportPath.isEmpty() || !qApp ? new QObject : new FirstPaint(this))
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

StallWatch::~StallWatch()
{
    m_thread.request_stop();
    m_thread.join();
    m_target.reset();
    writeReport();
}

milliseconds StallWatch::longest() const
{
    return milliseconds(m_longest.load());
}

void StallWatch::run(const std::stop_token &stop)
{
    auto posted = Clock::now();
    bool counted = false;
    // The time before the first iteration of the loop is start-up, not a stall.
    bool hasBegun = false;
    int posts = 0;
    while (!stop.stop_requested()) {
        if (const auto answered = m_answered->exchange({}); answered != Clock::time_point()) {
            if (hasBegun)
                record(answered - posted, counted);
            posted = Clock::now();
            counted = false;
            hasBegun = posts++ > 0;
            QMetaObject::invokeMethod(
                m_target.get(), [answered = m_answered] { answered->store(Clock::now()); }, Qt::QueuedConnection);
        } else if (hasBegun) {
            record(Clock::now() - posted, counted);
        }
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, Beat, [] { return false; });
    }
}

void StallWatch::record(Clock::duration waited, bool &counted)
{
    const qint64 ms = duration_cast<milliseconds>(waited).count();
    m_longest = std::max(m_longest.load(), ms);
    if (ms > Noticeable && !counted) {
        counted = true;
        ++m_stalls;
    }
}

void StallWatch::writeReport() const
{
    if (m_reportPath.isEmpty())
        return;
    QFile file(m_reportPath);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        file.write("longest_stall_ms " + QByteArray::number(m_longest.load()) + "\nstalls_over_100_ms " +
                   QByteArray::number(m_stalls.load()) + '\n');
        if (m_firstPaint.count() > 0)
            file.write("first_paint_ms " + QByteArray::number(qint64(m_firstPaint.count())) + '\n');
    }
}

} // namespace Roost::Ui
