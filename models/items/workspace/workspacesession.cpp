// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/workspace/workspacesession.h"

#include "models/items/base/format.h"

#include <algorithm>

namespace Roost::Items {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Poller::Intervals InfoIntervals{2s, 15s, 60s, 1.4};
// A request to the feed waits for some seconds by itself; this is only the interval between two requests.
constexpr Poller::Intervals FeedIntervals{50ms, 50ms, 20s, 2.0};
// The number of unanswered requests after which the workspace is reopened: its service may have moved to another port.
constexpr int UnansweredBeforeReopening = 4;

} // namespace

WorkspaceSession::WorkspaceSession(QString address, QString title, Opener opener, const TimerMaker &timers)
    : m_address(std::move(address))
    , m_title(std::move(title))
    , m_opener(std::move(opener))
    , m_infoPoller([this](auto done) { requestInfo(std::move(done)); }, InfoIntervals, timers())
    , m_feedPoller([this](auto done) { waitForChange(std::move(done)); }, FeedIntervals, timers())
{
}

QString WorkspaceSession::title() const
{
    return m_info.name.isEmpty() ? m_title : m_info.name;
}

QString WorkspaceSession::whyNoNewRun() const
{
    const auto &known = m_workspace ? m_workspace : m_lastKnown.workspace;
    if (!known)
        return m_state == State::Failed ? tr("The workspace is not reachable.") : QString();
    if (known->jobs())
        return {};
    return m_info.isHub() ? tr("This workspace is a hub, and a hub accepts no jobs. Open one of its projects.")
                          : tr("This workspace keeps the history of runs but starts none.");
}

void WorkspaceSession::open()
{
    if (m_opening.isWaiting())
        return;
    findLastKnown();
    if (m_state == State::Failed)
        setState(m_workspace || lastKnown() ? State::Stale : State::Connecting);
    m_opening.watch(m_opener(), [this](auto result) { onOpened(std::move(result)); });
}

void WorkspaceSession::findLastKnown()
{
    if (!m_keeper || m_workspace || lastKnown())
        return;
    m_lastKnown = m_keeper();
    if (!lastKnown())
        return;
    m_updated = m_lastKnown.asOf();
    m_lastKnownInfo.watch(m_lastKnown.workspace->info(), [this](Result<WorkspaceInfo> info) {
        if (!info || m_infoKnown)
            return;
        m_info = std::move(*info);
        Q_EMIT infoChanged();
    });
    setState(m_state);
}

Error WorkspaceSession::ageOfLastKnown() const
{
    Error error = m_error;
    error.kind = ErrorKind::Unreachable;
    const QString age = Format::relative(m_updated);
    error.text = m_error.text.isEmpty() ? tr("As of %1. Connecting…").arg(age)
                                        : tr("As of %1. The server is out of reach: %2").arg(age, m_error.text);
    return error;
}

void WorkspaceSession::onOpened(Result<std::shared_ptr<Workspace>> result)
{
    if (!result) {
        onFailure(result.error());
        if (!m_workspace && lastKnown() && result.error().mayPass()) {
            setState(State::Stale);
            if (!m_infoPoller.isRunning())
                m_infoPoller.start();
            return;
        }
        // Opening has its own retries; after that only the user, or the poller of a lost workspace, tries again.
        if (!m_workspace)
            setState(State::Failed);
        return;
    }
    if (m_workspace)
        m_former.append(m_workspace);
    m_workspace = std::move(*result);
    m_unanswered = 0;
    m_revision = -1;
    m_live = m_workspace->changes() != nullptr;
    m_infoPoller.stop();
    m_feedPoller.stop();
    m_infoPoller.start();
    if (m_live)
        m_feedPoller.start();
    // Queries that had no workspace to read from can read now.
    Q_EMIT changed({});
}

void WorkspaceSession::refresh()
{
    if (!m_workspace || m_state == State::Failed) {
        open();
        return;
    }
    if (m_state == State::Stale)
        m_feedPoller.refresh();
    m_infoPoller.refresh();
    Q_EMIT changed({});
}

void WorkspaceSession::pollNow()
{
    if (m_workspace && !m_live)
        m_infoPoller.refresh();
}

void WorkspaceSession::setWatched(bool watched)
{
    m_infoPoller.setWatched(watched);
    m_feedPoller.setWatched(watched);
}

bool WorkspaceSession::concerns(const QStringList &topics, const QString &topic)
{
    return topics.isEmpty() || std::ranges::any_of(topics, [&topic](const QString &changed) {
               return changed == topic || changed.startsWith(topic + u'/');
           });
}

void WorkspaceSession::reopen(std::function<void(Poller::Outcome)> done)
{
    m_opening.watch(m_opener(), [this, done = std::move(done)](auto result) {
        onOpened(std::move(result));
        done(m_state == State::Failed ? Poller::Outcome::Stop : Poller::Outcome::Unreachable);
    });
}

void WorkspaceSession::requestInfo(std::function<void(Poller::Outcome)> done)
{
    if (!m_workspace)
        return reopen(std::move(done));
    m_infoQuery.watch(m_workspace->info(), [this, done = std::move(done)](Result<WorkspaceInfo> result) {
        if (!result) {
            done(onFailure(result.error()));
            return;
        }
        m_infoKnown = true;
        m_info = std::move(*result);
        const Poller::Outcome outcome = onAnswer();
        Q_EMIT infoChanged();
        // Announced changes replace polling; the info is read again with each of them.
        if (!m_live)
            Q_EMIT changed({});
        done(m_live ? Poller::Outcome::Stop : outcome);
    });
}

void WorkspaceSession::waitForChange(std::function<void(Poller::Outcome)> done)
{
    m_changesQuery.watch(
        m_workspace->changes()->wait(m_revision), [this, done = std::move(done)](Result<Changes> result) {
            if (!result && (result.error().kind == ErrorKind::NotFound || result.error().kind == ErrorKind::Rejected)) {
                // A service without this extension is polled.
                m_live = false;
                m_infoPoller.refresh();
                done(Poller::Outcome::Stop);
                return;
            }
            if (!result) {
                done(onFailure(result.error()));
                return;
            }
            const bool wasStale = m_state == State::Stale;
            const bool first = m_revision < 0;
            m_revision = result->revision;
            onAnswer();
            if (result->everything || wasStale || first) {
                m_infoPoller.refresh();
                Q_EMIT changed({});
            } else if (!result->topics.isEmpty()) {
                m_infoPoller.refresh();
                Q_EMIT changed(result->topics);
            }
            done(Poller::Outcome::Changed);
        });
}

Poller::Outcome WorkspaceSession::onAnswer()
{
    m_unanswered = 0;
    m_updated = QDateTime::currentDateTimeUtc();
    m_error = {};
    setState(State::Connected);
    return Poller::Outcome::Same;
}

Poller::Outcome WorkspaceSession::onFailure(const Error &error)
{
    m_error = error;
    if (m_infoKnown && error.mayPass()) {
        setState(State::Stale);
        if (++m_unanswered >= UnansweredBeforeReopening)
            open();
        return Poller::Outcome::Unreachable;
    }
    setState(error.mayPass() ? State::Connecting : State::Failed);
    return error.mayPass() ? Poller::Outcome::Unreachable : Poller::Outcome::Stop;
}

void WorkspaceSession::setState(State state)
{
    // Emitted even if the state is the same, because the error or the time of the last reply may differ.
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Roost::Items
