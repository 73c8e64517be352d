// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/process/processtree.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QSocketNotifier;
class QTimer;

namespace Roost::Process {

/// Emits a signal when a process has ended. A child is reaped at that point; processes that are not children can be
/// watched as well.
class ProcessWatch : public QObject
{
    Q_OBJECT

public:
    explicit ProcessWatch(const ProcessKey &process, QObject *parent = nullptr);
    ~ProcessWatch() override;

    ProcessKey process() const { return m_process; }

    /// Call when the signal is no longer needed. The watch still reaps a child when it ends, because a zombie keeps its
    /// number. The watch is deleted with the application at the latest.
    static void reapInBackground(std::unique_ptr<ProcessWatch> watch);

Q_SIGNALS:
    /// Emitted once, from the event loop, even if the process had ended before the watch began.
    void ended();

private:
    void poll();

    ProcessKey m_process;
    int m_handle = -1;
    QSocketNotifier *m_notifier = nullptr;
    QTimer *m_timer = nullptr;
    bool m_emitted = false;
};

} // namespace Roost::Process
