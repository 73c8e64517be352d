// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

namespace Roost::Process {

struct ToolCall
{
    QString program;
    QStringList arguments;
    QString workingFolder;
    /// Added to the environment of the service.
    StringMap environment;
};

/// A program that the service itself uses (pip, conda ...), in its own session. All its descendants are ended with it
/// when it is stopped or exceeds its time limit; the program itself also ends when the service ends.
class Tool : public QObject
{
    Q_OBJECT

public:
    /// `mark` ("NAME=value") is added to the environment and identifies the processes of the tool.
    explicit Tool(QByteArray mark, QObject *parent = nullptr);
    ~Tool() override;

    /// Call once. A `timeoutMs` of 0 means no limit.
    void start(const ToolCall &call, qint64 timeoutMs = 0);
    /// Asks the tool to exit, and kills it after a few seconds. `ended` follows.
    void stop();

Q_SIGNALS:
    /// Emitted with output of stdout and stderr as it arrives.
    void output(const QByteArray &bytes);
    /// Emitted once. `problem` is empty if the tool exited with 0, otherwise one sentence.
    void ended(const QString &problem);

private:
    void signalAll(int signal);
    void finish();

    QByteArray m_mark;
    QProcess m_process;
    QTimer m_timeLimit;
    QTimer m_grace;
    qint64 m_timeoutMs = 0;
    bool m_timedOut = false;
    bool m_emitted = false;
};

} // namespace Roost::Process
