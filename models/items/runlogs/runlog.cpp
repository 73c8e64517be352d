// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runlogs/runlog.h"

#include <QDir>
#include <QFileInfo>

namespace Roost::Items {

using namespace Logs;
using namespace Qt::StringLiterals;

namespace {

// More than a screenful of long lines, and still small enough for one fast reply.
constexpr qint64 TailBytes = 256 * 1024;

} // namespace

RunLog::RunLog(RunDocument *run, const QString &path, QObject *parent)
    : QObject(parent)
    , m_run(run)
    , m_path(path)
{
    m_document.setClock(&m_times);
    connect(run, &RunDocument::runChanged, this, &RunLog::runChanged);
    connect(run, &RunDocument::logsChanged, this, &RunLog::open);
    m_document.setGrowing(!run->hasContent() || run->isActive());
    open();
}

RunLog::~RunLog() = default;

void RunLog::open()
{
    if (m_opened || !m_run->session().runHistory())
        return;
    const QString folder = m_run->localFolder();
    m_local = !folder.isEmpty();
    // Whether the file is on this machine is known only after the session's info has arrived.
    if (!m_local && !m_run->session().isInfoKnown())
        return;
    m_opened = true;
    if (!m_local) {
        startMirror();
        return;
    }
    // The run may have ended before the location of its file was known.
    m_document.setGrowing(!m_run->hasContent() || m_run->isActive());
    chooseTimes(folder + u"/state"_s);
    m_document.open(folder + u'/' + m_path);
}

// The supervisor records the times of the lines of ranks. Other logs contain time stamps in their lines, or their lines
// are timed by when the log grew.
void RunLog::chooseTimes(const QString &state)
{
    const QString marks = timeIndexFile(state, m_path);
    const bool mayBeMarked = m_path.contains("70_driver_log"_L1) && QDir(state).exists();
    m_marks = mayBeMarked && (m_document.isGrowing() || QFileInfo::exists(marks)) ? marks : QString();
    if (m_marks.isEmpty())
        m_times.readLines(QTimeZone::systemTimeZone());
    else
        m_times.readMarks(m_marks);
}

void RunLog::startMirror()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString whole = m_folder->filePath(u"whole"_s);
    const QString tail = m_folder->filePath(u"tail"_s);
    RunHistory *history = m_run->session().runHistory();
    m_tail = std::make_unique<LogFollower>(history, m_run->session().files(), m_run->runId(), m_path);
    m_tail->setMirror(tail);
    m_tail->setTail(TailBytes);
    connect(m_tail.get(), &LogFollower::arrived, this, [this] {
        m_document.refresh();
        showWholeIfAhead();
    });
    m_whole = std::make_unique<LogFollower>(history, m_run->session().files(), m_run->runId(), m_path);
    m_whole->setMirror(whole);
    connect(m_whole.get(), &LogFollower::arrived, this, [this] {
        if (m_tail)
            showWholeIfAhead();
        else
            m_document.refresh();
    });
    connect(m_whole.get(), &LogFollower::errorChanged, this, [this] { setError(m_whole->error()); });
    connect(m_whole.get(), &LogFollower::finished, this, [this] {
        showWhole();
        m_document.setGrowing(false);
    });
    m_times.readLines(QTimeZone::UTC); // the time zone of clusters
    m_document.openTail(tail);
    for (LogFollower *follower : {m_tail.get(), m_whole.get()}) {
        follower->setWatched(m_watched);
        follower->start();
    }
    runChanged();
}

void RunLog::showWholeIfAhead()
{
    // The whole log has reached the end of the tail and contains all lines that are shown.
    if (m_tail && m_tail->exists() && m_whole->exists() && m_whole->offset() >= m_tail->offset())
        showWhole();
}

void RunLog::showWhole()
{
    if (!m_tail)
        return;
    m_tail->stop();
    m_tail.release()->deleteLater(); // it may be the sender of the current signal
    m_document.open(m_folder->filePath(u"whole"_s));
}

void RunLog::runChanged()
{
    if (m_local) {
        m_document.setGrowing(m_run->isActive());
        if (!m_run->isActive() && !m_marks.isEmpty() && !QFileInfo::exists(m_marks))
            chooseTimes(m_run->localFolder() + u"/state"_s);
        return;
    }
    if (m_run->isActive() || !m_run->hasContent())
        return;
    if (m_tail)
        m_tail->finishAtEof();
    if (m_whole)
        m_whole->finishAtEof();
}

void RunLog::setWatched(bool watched)
{
    m_watched = watched;
    if (m_tail)
        m_tail->setWatched(watched);
    if (m_whole)
        m_whole->setWatched(watched);
}

void RunLog::setError(const Error &error)
{
    // While the run is active, a log that does not exist yet is not an error.
    const Error shown = error.kind == ErrorKind::NotFound && m_run->isActive() ? Error() : error;
    if (shown == m_error)
        return;
    m_error = shown;
    Q_EMIT errorChanged();
}

} // namespace Roost::Items
