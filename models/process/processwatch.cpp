// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/processwatch.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Roost::Process {

ProcessWatch::ProcessWatch(const ProcessKey &process, QObject *parent)
    : QObject(parent)
    , m_process(process)
{
    m_handle = int(syscall(SYS_pidfd_open, process.pid, 0));
    if (m_handle >= 0) {
        m_notifier = new QSocketNotifier(m_handle, QSocketNotifier::Read, this);
        connect(m_notifier, &QSocketNotifier::activated, this, &ProcessWatch::poll);
    }
    // A fallback; the only mechanism on kernels without process handles.
    m_timer = new QTimer(this);
    m_timer->setInterval(m_handle >= 0 ? 5s : 200ms);
    connect(m_timer, &QTimer::timeout, this, &ProcessWatch::poll);
    m_timer->start();
    QMetaObject::invokeMethod(this, &ProcessWatch::poll, Qt::QueuedConnection);
}

ProcessWatch::~ProcessWatch()
{
    if (m_handle >= 0)
        close(m_handle);
}

void ProcessWatch::reapInBackground(std::unique_ptr<ProcessWatch> watch)
{
    // Deleted from the event loop: the watch may be emitting its signal.
    ProcessWatch *rest = watch.release();
    rest->disconnect();
    if (rest->m_emitted) {
        rest->deleteLater();
        return;
    }
    rest->setParent(QCoreApplication::instance());
    connect(rest, &ProcessWatch::ended, rest, &QObject::deleteLater);
}

void ProcessWatch::poll()
{
    if (m_emitted || isAlive(m_process))
        return;
    m_emitted = true;
    m_timer->stop();
    if (m_notifier != nullptr)
        m_notifier->setEnabled(false);
    // Only a child can be waited for, so an unrelated process with the same number is not affected.
    waitpid(m_process.pid, nullptr, WNOHANG);
    Q_EMIT ended();
}

} // namespace Roost::Process
