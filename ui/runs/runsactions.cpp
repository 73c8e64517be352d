// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runsactions.h"

#include "models/items/runs/runsfilter.h"
#include "models/items/runs/runsmodel.h"
#include "models/items/workspace/workspacesession.h"
#include "ui/runs/runquestion.h"
#include "ui/tables/tableview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

RunsActions::RunsActions(WorkspaceSession &session, Navigator &navigator, TableView &table, RunsFilter &filter,
                         ConfirmBar &confirm, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_navigator(navigator)
    , m_table(table)
    , m_filter(filter)
    , m_confirm(confirm)
    , m_new(add(u"runsNew"_s, u"add"_s, tr("New run")))
    , m_open(add(u"runsOpen"_s, u"forward"_s, tr("Open")))
    , m_quickLook(add(u"runsQuick"_s, u"eye"_s, tr("Quick look")))
    , m_start(add(u"runsStart"_s, u"play"_s, tr("Start run…")))
    , m_cancel(add(u"runsCancel"_s, u"stop"_s, tr("Cancel run…")))
    , m_delete(add(u"runsDelete"_s, u"delete"_s, tr("Delete run…")))
    , m_resubmit(add(u"runsResubmit"_s, u"repeat"_s, tr("Resubmit with changes")))
    , m_copyId(add(u"runsCopyId"_s, u"copy"_s, tr("Copy id")))
{
    m_quickLook->setToolTip(tr("Quick look at the selected run (Space)"));
    m_quickLook->setCheckable(true);
    connect(m_new, &QAction::triggered, this, [this] { m_navigator.openWizard(); });
    connect(m_open, &QAction::triggered, this, [this] { open(m_table.currentRow(), Navigator::Where::Here); });
    connect(m_start, &QAction::triggered, this, &RunsActions::confirmStart);
    for (QAction *action : {m_cancel, m_delete})
        connect(action, &QAction::triggered, this, [this] { removeOrCancel(m_table.currentRow()); });
    connect(m_resubmit, &QAction::triggered, this, &RunsActions::resubmit);
    connect(m_copyId, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(currentId()); });
}

QAction *RunsActions::add(const QString &name, const QString &icon, const QString &text)
{
    auto *action = new QAction(Theme::icon(icon), text, this);
    action->setObjectName(name);
    return action;
}

QList<QAction *> RunsActions::headerActions() const
{
    return m_session.jobs() ? QList<QAction *>{m_new} : QList<QAction *>{};
}

QList<QAction *> RunsActions::menuActions() const
{
    QList<QAction *> actions{m_open, m_copyId};
    if (m_session.jobs())
        actions += {m_start, m_resubmit, m_cancel, m_delete};
    return actions;
}

QString RunsActions::currentId() const
{
    return m_table.currentRow().data(KeyRole).toString();
}

void RunsActions::refresh()
{
    const QModelIndex row = m_table.currentRow();
    const bool has = row.isValid();
    const bool hasEnded = has && isTerminal(m_filter.runAt(row).status);
    for (QAction *action : {m_open, m_copyId})
        action->setEnabled(has);
    m_start->setVisible(has && m_session.heldRuns() && isHeld(m_filter.runAt(row)));
    m_resubmit->setEnabled(has && wasSubmitted(m_filter.runAt(row)));
    m_cancel->setEnabled(has && !hasEnded && m_session.jobs());
    m_delete->setEnabled(hasEnded && m_session.jobs());
    m_cancel->setVisible(!has || !hasEnded);
    m_delete->setVisible(hasEnded);
}

void RunsActions::showMenu(const QPoint &at)
{
    if (!m_table.indexAt(at).isValid())
        return;
    QMenu menu(&m_table);
    menu.addActions({m_open, m_quickLook, m_copyId});
    if (m_session.jobs()) {
        menu.addSeparator();
        menu.addActions({m_start, m_resubmit, m_cancel, m_delete});
    }
    menu.exec(m_table.viewport()->mapToGlobal(at));
}

void RunsActions::open(const QModelIndex &index, Navigator::Where where)
{
    if (index.isValid())
        m_navigator.go(Location::run(index.data(KeyRole).toString()), where);
}

void RunsActions::confirmStart()
{
    const QModelIndex row = m_table.currentRow();
    if (!row.isValid())
        return;
    const Run run = m_filter.runAt(row);
    RunQuestion::start(run).show(m_confirm, [this, id = run.id] {
        if (m_session.heldRuns())
            m_request.watch(m_session.heldRuns()->proceed(id), [this](const Result<void> &result) { finish(result); });
        m_table.setFocus();
    });
}

void RunsActions::removeOrCancel(const QModelIndex &index)
{
    if (!index.isValid() || !m_session.jobs())
        return;
    const Run run = m_filter.runAt(index);
    const bool hasEnded = isTerminal(run.status);
    const RunQuestion question = hasEnded ? RunQuestion::remove(run) : RunQuestion::cancel(run);
    question.show(m_confirm, [this, id = run.id, hasEnded] {
        JobService *jobs = m_session.jobs();
        if (!jobs)
            return;
        m_request.watch(hasEnded ? jobs->remove(id) : jobs->cancel(id),
                        [this](const Result<void> &result) { finish(result); });
        m_table.setFocus();
    });
}

void RunsActions::finish(const Result<void> &result)
{
    if (!result)
        m_navigator.notify(result.error());
    m_session.pollNow();
    Q_EMIT done();
}

void RunsActions::resubmit()
{
    const QString id = currentId();
    if (id.isEmpty() || !m_session.jobs())
        return;
    m_jobRequest.watch(m_session.jobs()->job(id), [this, id](Result<Job> job) {
        if (!job) {
            m_navigator.notify(job.error());
            return;
        }
        m_navigator.openWizard(jobToResubmit(*job, id));
    });
}

} // namespace Roost::Ui
