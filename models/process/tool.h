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
    /// Over the service's own.
    StringMap environment;
};

/// A program the service itself uses (pip, conda ...), in a session of its own. All processes that come of it
/// end with it when it is stopped or late, and the program itself when the service dies.
class Tool : public QObject
{
    Q_OBJECT

public:
    /// `mark` ("NAME=value") is put into the environment; it tells the tool's processes from all others.
    explicit Tool(QByteArray mark, QObject *parent = nullptr);
    ~Tool() override;

    /// Once. `timeoutMs` 0 is no limit.
    void start(const ToolCall &call, qint64 timeoutMs = 0);
    /// Asks it to leave; after a few seconds it is made to. `ended` follows.
    void stop();

Q_SIGNALS:
    /// stdout and stderr as they come.
    void output(const QByteArray &bytes);
    /// Once. `problem` is empty when it left with 0; else one sentence.
    void ended(const QString &problem);

private:
    void signalAll(int signal);
    void finish();

    QByteArray m_mark;
    QProcess m_process;
    QTimer m_limit;
    QTimer m_grace;
    qint64 m_timeoutMs = 0;
    bool m_late = false;
    bool m_told = false;
};

} // namespace Roost::Process
