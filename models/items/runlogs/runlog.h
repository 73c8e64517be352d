// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlogs/logfollower.h"
#include "models/items/runs/rundocument.h"
#include "models/logs/file/logdocument.h"
#include "models/logs/times/logtimes.h"

#include <QTemporaryDir>

namespace Roost::Items {

/// One log of a run as a LogDocument: the file itself if the workspace is on this machine; otherwise a local mirror,
/// first of the log's tail and then of the whole log.
class RunLog : public QObject
{
    Q_OBJECT
public:
    /// `run` must outlive this object.
    RunLog(RunDocument *run, const QString &path, QObject *parent = nullptr);
    ~RunLog() override;

    QString path() const { return m_path; }
    Logs::LogDocument *document() { return &m_document; }
    /// The times at which the lines were written, if known on this machine.
    Logs::LogTimes *times() { return &m_times; }
    /// Why the log cannot be read; its text is empty if it can.
    const Error &error() const { return m_error; }
    /// Returns whether the document is the file itself.
    bool isLocal() const { return m_local; }
    void setWatched(bool watched);

Q_SIGNALS:
    void errorChanged();

private:
    void open();
    void chooseTimes(const QString &state);
    void startMirror();
    void showWholeIfAhead();
    void showWhole();
    void runChanged();
    void setError(const Error &error);

    RunDocument *m_run;
    QString m_path;
    QString m_marks; // the file of time marks; empty if there is none
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
