// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlogs/logfollower.h"
#include "models/items/runs/rundocument.h"
#include "models/logs/file/logdocument.h"
#include "models/logs/times/logtimes.h"

#include <QTemporaryDir>

namespace Roost::Items {

/// One log of a run as a LogDocument: the file itself where the workspace lies on this machine, else a mirror of it,
/// its tail first and the whole as soon as that is here.
class RunLog : public QObject
{
    Q_OBJECT
public:
    /// `run` outlives it.
    RunLog(RunDocument *run, const QString &path, QObject *parent = nullptr);
    ~RunLog() override;

    QString path() const { return m_path; }
    Logs::LogDocument *document() { return &m_document; }
    /// When its lines were written, as far as this machine knows.
    Logs::LogTimes *times() { return &m_times; }
    /// Why the other side does not give it; empty text when it does.
    const Error &error() const { return m_error; }
    /// Whether it is the file itself.
    bool isLocal() const { return m_local; }
    void setWatched(bool watched);

Q_SIGNALS:
    void errorChanged();

private:
    void open();
    void chooseTimes(const QString &state);
    void mirror();
    void compare();
    void showWhole();
    void runChanged();
    void noteError(const Error &error);

    RunDocument *m_run;
    QString m_path;
    QString m_marks; // the file of them; empty where there is none
    Logs::LogDocument m_document;
    Logs::LogTimes m_times{&m_document};
    Error m_error;
    bool m_opened = false;
    bool m_local = false;
    bool m_watched = true;
    std::unique_ptr<QTemporaryDir> m_folder; // of the mirror
    std::unique_ptr<LogFollower> m_tail;
    std::unique_ptr<LogFollower> m_whole;
};

} // namespace Roost::Items
