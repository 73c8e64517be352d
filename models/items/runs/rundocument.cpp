// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/rundocument.h"

#include "models/core/topic.h"
#include "models/core/workspacelayout.h"
#include "models/items/metrics/systemcharts.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>

namespace Roost::Items {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Listing the files costs more than reading the run's details, and changes of the list are not announced.
constexpr auto FilesPace = 1500ms;

} // namespace

RunDocument::RunDocument(WorkspaceSession &session, const QString &runId, QObject *parent, Extent extent)
    : LiveQuery(parent)
    , m_session(session)
    , m_runId(runId)
    , m_extent(extent)
    , m_metrics(runId)
{
    m_run.id = runId;
    m_filesTimer.setSingleShot(true);
    m_filesTimer.setInterval(FilesPace);
    connect(&m_filesTimer, &QTimer::timeout, this, &RunDocument::requestFiles);
    connect(&session, &WorkspaceSession::changed, this, [this](const QStringList &topics) {
        if (WorkspaceSession::concerns(topics, Topic::run(m_runId)))
            refresh();
    });
    connect(&session, &WorkspaceSession::stateChanged, this, [this] {
        if (!hasContent())
            refresh();
        else if (m_session.isShowingLastKnown())
            setState(State::Stale, m_session.ageOfLastKnown());
    });
    connect(&session, &WorkspaceSession::infoChanged, this, [this] {
        // The info contains the workspace's folder, which determines the local paths of the logs.
        if (m_logsKnown)
            Q_EMIT logsChanged();
    });
    refresh();
}

QStringList RunDocument::logPaths() const
{
    QStringList paths;
    for (const FileRef &log : m_logs)
        paths += log.path;
    return paths;
}

QString RunDocument::localFolder() const
{
    const QString folder = m_session.info().folder;
    if (folder.isEmpty() || m_runId.contains(u'/'))
        return {};
    const QString root = QDir::cleanPath(WorkspaceLayout::runFolder(folder, m_runId));
    return QFileInfo(root).isDir() && QFileInfo(root).isReadable() ? root : QString();
}

QString RunDocument::localPath(const QString &path) const
{
    const QString root = localFolder();
    if (root.isEmpty())
        return {};
    QString whole = QDir::cleanPath(root + u'/' + path);
    // A path that leaves the run's folder is not a file of the run.
    if (!whole.startsWith(root + u'/') || !QFileInfo(whole).isReadable())
        return {};
    return whole;
}

void RunDocument::setWatched(bool watched)
{
    LiveQuery::setWatched(watched);
    if (watched && m_changedUnwatched)
        refresh();
    if (!watched)
        m_filesTimer.stop();
    else if (isActive() && !m_filesTimer.isActive())
        m_filesTimer.start();
}

void RunDocument::refresh()
{
    RunHistory *history = m_session.runHistory();
    if (!history) {
        if (readLastKnown())
            return;
        if (m_session.state() == WorkspaceSession::State::Failed)
            setState(State::Failed, m_session.error());
        return;
    }
    if (!isWatched()) {
        m_changedUnwatched = true;
        return;
    }
    m_changedUnwatched = false;
    if (state() == State::Failed)
        setState(State::Loading);
    // New points of known metrics are read without waiting for the run's details.
    if (!m_isKept)
        requestMetrics({});
    requestRun();
    if (!m_filesTimer.isActive())
        requestFiles();
    else
        m_filesAgain = true;
}

void RunDocument::requestRun()
{
    if (m_runQuery.isWaiting()) {
        m_runAgain = true;
        return;
    }
    m_runAgain = false;
    m_runQuery.watch(m_session.runHistory()->run(m_runId), [this](Result<Run> result) {
        if (result) {
            onRun(*result);
        } else if (result.error().kind == ErrorKind::NotFound && hasContent()) {
            setState(State::Failed, result.error());
            Q_EMIT deleted();
            return;
        } else if (hasContent() || !result.error().mayPass() || !readLastKnown()) {
            setState(hasContent() ? State::Stale : State::Failed, result.error());
        }
        if (m_runAgain)
            requestRun();
    });
}

bool RunDocument::readLastKnown()
{
    if (!m_session.lastKnown() || m_session.state() == WorkspaceSession::State::Failed)
        return false;
    if (hasContent() || m_runQuery.isWaiting())
        return true;
    RunHistory *history = m_session.lastKnown()->runHistory();
    m_runQuery.watch(history->run(m_runId), [this, history](Result<Run> result) {
        if (!result) {
            const bool isOutOfReach = m_session.state() == WorkspaceSession::State::Stale;
            setState(isOutOfReach ? State::Failed : State::Loading, result.error());
        } else {
            m_isKept = true;
            m_run = std::move(*result);
            setState(State::Stale, m_session.ageOfLastKnown());
            if (m_extent == Extent::Everything)
                m_metrics.refresh(history, m_run.lastMetrics.keys());
            readFilesLastKnown(history);
            Q_EMIT runChanged();
            Q_EMIT arrived();
        }
        if (m_runAgain && m_session.runHistory())
            requestRun();
    });
    return true;
}

void RunDocument::readFilesLastKnown(RunHistory *history)
{
    m_logsQuery.watch(history->logs(m_runId), [this](const Result<QList<FileRef>> &result) {
        m_logsError = result ? Error() : result.error();
        Q_EMIT logsChanged();
    });
    if (m_extent == Extent::Logs)
        return;
    m_artifactsQuery.watch(history->artifacts(m_runId), [this](const Result<QList<Artifact>> &result) {
        m_artifactsError = result ? Error() : result.error();
        m_artifactsKnown = true;
        if (result)
            m_artifacts.setArtifacts(*result);
        Q_EMIT artifactsChanged();
        scheduleFiles();
    });
}

void RunDocument::onRun(const Run &run)
{
    const bool differs = run != m_run || !hasContent();
    const bool wasActive = !hasContent() || isActive();
    const bool wasKept = std::exchange(m_isKept, false);
    if (wasKept)
        m_metrics.startAgain();
    m_run = run;
    setState(State::Ready);
    const QStringList keys = shownMetrics(run.lastMetrics.keys());
    const bool isNew = std::ranges::any_of(keys, [this](const QString &key) { return !m_metrics.series(key); });
    if (isNew || wasKept || (wasActive && !isActive()))
        requestMetrics(keys);
    // A run writes its last files when it ends.
    if (wasActive && !isActive())
        requestFiles();
    if (differs)
        Q_EMIT runChanged();
    Q_EMIT arrived();
}

void RunDocument::requestMetrics(const QStringList &keys)
{
    if (m_extent == Extent::Everything && m_session.runHistory())
        m_metrics.refresh(m_session.runHistory(), keys, m_session.metricWindows());
}

void RunDocument::requestFiles()
{
    RunHistory *history = m_session.runHistory();
    if (!history || !isWatched())
        return;
    if (m_logsQuery.isWaiting() || m_artifactsQuery.isWaiting()) {
        m_filesAgain = true;
        return;
    }
    m_filesAgain = false;
    m_logsQuery.watch(history->logs(m_runId), [this](Result<QList<FileRef>> result) {
        const Error error = result ? Error() : result.error();
        const bool differs = error != m_logsError || (result && (!m_logsKnown || *result != m_logs));
        m_logsError = error;
        if (result) {
            m_logsKnown = true;
            m_logs = std::move(*result);
        }
        if (differs)
            Q_EMIT logsChanged();
        if (m_extent == Extent::Logs)
            scheduleFiles();
    });
    if (m_extent == Extent::Logs)
        return;
    m_artifactsQuery.watch(history->artifacts(m_runId), [this](Result<QList<Artifact>> result) {
        m_artifactsError = result ? Error() : result.error();
        m_artifactsKnown = true;
        if (result)
            m_artifacts.setArtifacts(*result);
        Q_EMIT artifactsChanged();
        scheduleFiles();
    });
}

void RunDocument::scheduleFiles()
{
    if (isActive() || m_filesAgain)
        m_filesTimer.start();
}

} // namespace Roost::Items
