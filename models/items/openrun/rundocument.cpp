// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/openrun/rundocument.h"

#include "models/core/logpath.h"
#include "models/items/openrun/runranks.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <chrono>

namespace Roost::Items {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A list of files costs more than a run's details and changes without being told.
constexpr auto FilesPace = 1500ms;
constexpr std::array AllPhases{Phase::Preparing, Phase::Scaling, Phase::Running, Phase::PostProcessing};

bool failed(const RankOutcome &rank)
{
    return rank.signal.has_value() || rank.exitCode.value_or(0) != 0;
}

} // namespace

QList<PhaseTimes> phasesOf(const Run &run)
{
    QList<PhaseTimes> all;
    for (const Phase phase : AllPhases) {
        const auto found = std::ranges::find(run.phases, phase, &PhaseTimes::phase);
        all += found == run.phases.end() ? PhaseTimes{.phase = phase, .entered = {}, .left = {}} : *found;
    }
    if (!run.phases.isEmpty())
        return all;
    all[0].entered = run.created;
    if (run.started.isValid()) {
        all[0].left = all[2].entered = run.started;
        all[2].left = run.ended;
    } else {
        all[0].left = run.ended;
    }
    return all;
}

std::optional<RankOutcome> firstFailure(const Run &run)
{
    const int named = run.cause && !run.cause->isTie() ? run.cause->first().rank : -1;
    const auto known = std::ranges::find(run.ranks, named, &RankOutcome::rank);
    if (named >= 0 && known != run.ranks.end())
        return *known;
    std::optional<RankOutcome> first;
    for (const RankOutcome &rank : run.ranks) {
        // Those that end after it were mostly ended because of it.
        if (failed(rank) && (!first || (rank.ended.isValid() && rank.ended < first->ended)))
            first = rank;
    }
    return first;
}

QString failingLog(const Run &run, const QStringList &paths)
{
    if (run.cause && run.cause->first().headline >= 0) {
        const CauseCandidate &first = run.cause->first();
        if (const QString path = first.evidence[first.headline].path; paths.contains(path))
            return path;
    }
    if (const auto rank = firstFailure(run)) {
        const auto path = std::ranges::find(paths, std::optional(rank->rank), rankOfLog);
        if (path != paths.end())
            return *path;
    }
    // It did not come to run, then the making of its environment tells.
    for (const auto word : {"70_driver_log"_L1, "std_log"_L1, "20_image_build_log"_L1}) {
        const auto found = std::ranges::find_if(paths, [word](const QString &path) { return path.contains(word); });
        if (found != paths.end())
            return *found;
    }
    return paths.isEmpty() ? QString() : paths.first();
}

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
    connect(&m_filesTimer, &QTimer::timeout, this, &RunDocument::askFiles);
    connect(&session, &WorkspaceSession::changed, this, [this](const QStringList &topics) {
        if (WorkspaceSession::concerns(topics, u"runs/"_s + m_runId))
            refresh();
    });
    connect(&session, &WorkspaceSession::stateChanged, this, [this] {
        if (!hasContent())
            refresh();
    });
    connect(&session, &WorkspaceSession::infoChanged, this, [this] {
        // The folder may be known only now, and with it where the logs lie.
        if (m_logsKnown)
            Q_EMIT logsChanged();
    });
    refresh();
}

RunDocument::~RunDocument() = default;

RunRanks *RunDocument::ranks()
{
    if (!m_ranks) {
        m_ranks = std::make_unique<RunRanks>(this);
        m_ranks->setWatched(isWatched());
    }
    return m_ranks.get();
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
    const QString root = QDir::cleanPath(folder + u"/runs/"_s + m_runId);
    return QFileInfo(root).isDir() && QFileInfo(root).isReadable() ? root : QString();
}

QString RunDocument::localPath(const QString &path) const
{
    const QString root = localFolder();
    if (root.isEmpty())
        return {};
    QString whole = QDir::cleanPath(root + u'/' + path);
    // A path that leads out of the run is none of its files.
    if (!whole.startsWith(root + u'/') || !QFileInfo(whole).isReadable())
        return {};
    return whole;
}

void RunDocument::setWatched(bool watched)
{
    LiveQuery::setWatched(watched);
    if (m_ranks)
        m_ranks->setWatched(watched);
    if (watched && m_missed)
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
        if (m_session.state() == WorkspaceSession::State::Failed)
            setState(State::Failed, m_session.error());
        return;
    }
    if (!isWatched()) {
        m_missed = true;
        return;
    }
    m_missed = false;
    if (state() == State::Failed)
        setState(State::Loading);
    // New points of metrics that are known need not wait for the run.
    askMetrics({});
    askRun();
    if (!m_filesTimer.isActive())
        askFiles();
    else
        m_filesAgain = true;
}

void RunDocument::askRun()
{
    if (m_askingRun.isWaiting()) {
        m_again = true;
        return;
    }
    m_again = false;
    m_askingRun.watch(m_session.runHistory()->run(m_runId), [this](Result<Run> result) {
        if (result) {
            take(*result);
        } else if (result.error().kind == ErrorKind::NotFound && hasContent()) {
            setState(State::Failed, result.error());
            Q_EMIT gone();
            return;
        } else {
            setState(hasContent() ? State::Stale : State::Failed, result.error());
        }
        if (m_again)
            askRun();
    });
}

void RunDocument::take(const Run &run)
{
    const bool differs = run != m_run || !hasContent();
    const bool wasActive = !hasContent() || isActive();
    m_run = run;
    setState(State::Ready);
    const QStringList keys = run.lastMetrics.keys();
    const bool isNew = std::ranges::any_of(keys, [this](const QString &key) { return !m_metrics.series(key); });
    if (isNew || (wasActive && !isActive()))
        askMetrics(keys);
    // The last files are written as it ends.
    if (wasActive && !isActive())
        askFiles();
    if (differs)
        Q_EMIT runChanged();
    Q_EMIT arrived();
}

void RunDocument::askMetrics(const QStringList &keys)
{
    if (m_extent == Extent::Everything && m_session.runHistory())
        m_metrics.refresh(m_session.runHistory(), keys);
}

void RunDocument::askFiles()
{
    RunHistory *history = m_session.runHistory();
    if (!history || !isWatched())
        return;
    if (m_askingLogs.isWaiting() || m_askingArtifacts.isWaiting()) {
        m_filesAgain = true;
        return;
    }
    m_filesAgain = false;
    m_askingLogs.watch(history->logs(m_runId), [this](Result<QList<FileRef>> result) {
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
            askLater();
    });
    if (m_extent == Extent::Logs)
        return;
    m_askingArtifacts.watch(history->artifacts(m_runId), [this](Result<QList<Artifact>> result) {
        m_artifactsError = result ? Error() : result.error();
        m_artifactsKnown = true;
        if (result)
            m_artifacts.setArtifacts(*result);
        Q_EMIT artifactsChanged();
        askLater();
    });
}

void RunDocument::askLater()
{
    if (isActive() || m_filesAgain)
        m_filesTimer.start();
}

} // namespace Roost::Items
