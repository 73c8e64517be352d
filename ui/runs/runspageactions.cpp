// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the runs of a RunsPage.
#include "models/items/runs/runsmodel.h"
#include "ui/runs/runspage.h"
#include "ui/tables/tableview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bar.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QToolButton>

namespace Roost::Ui {

using namespace Items;

using namespace Qt::StringLiterals;

void RunsPage::buildActions()
{
    const auto make = [this](const QString &name, const QString &icon, const QString &text) {
        auto *action = new QAction(Theme::icon(icon), text, this);
        action->setObjectName(name);
        return action;
    };
    connect(&session(), &WorkspaceSession::changed, this, [this](const QStringList &topics) {
        if (topics.isEmpty()) // opened just now, maybe: it is known whether runs can be started
            Q_EMIT headerChanged();
    });
    m_new = make(u"runsNew"_s, u"add"_s, tr("New run"));
    connect(m_new, &QAction::triggered, this, [this] { navigator().openWizard(); });
    m_open = make(u"runsOpen"_s, u"forward"_s, tr("Open"));
    connect(m_open, &QAction::triggered, this, [this] { open(m_table->currentRow(), Navigator::Where::Here); });
    m_quick = make(u"runsQuick"_s, u"eye"_s, tr("Quick look"));
    m_quick->setToolTip(tr("Quick look at the selected run (Space)"));
    m_quick->setCheckable(true);
    connect(m_quick, &QAction::triggered, this, &RunsPage::setQuickLook);
    m_start = make(u"runsStart"_s, u"play"_s, tr("Start run…"));
    connect(m_start, &QAction::triggered, this, &RunsPage::askStart);
    m_cancel = make(u"runsCancel"_s, u"stop"_s, tr("Cancel run…"));
    m_delete = make(u"runsDelete"_s, u"delete"_s, tr("Delete run…"));
    for (QAction *action : {m_cancel, m_delete})
        connect(action, &QAction::triggered, this, [this] { removeOrCancel(m_table->currentRow()); });
    m_resubmit = make(u"runsResubmit"_s, u"repeat"_s, tr("Resubmit with changes"));
    connect(m_resubmit, &QAction::triggered, this, &RunsPage::resubmit);
    m_copyId = make(u"runsCopyId"_s, u"copy"_s, tr("Copy id"));
    connect(m_copyId, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(currentId()); });
}

QList<QAction *> RunsPage::headerActions()
{
    return session().jobs() ? QList<QAction *>{m_new} : QList<QAction *>{};
}

QList<QAction *> RunsPage::menuActions()
{
    QList<QAction *> actions{m_open, m_copyId};
    if (session().jobs())
        actions += {m_start, m_resubmit, m_cancel, m_delete};
    return actions;
}

QString RunsPage::currentId() const
{
    return m_table->currentRow().data(KeyRole).toString();
}

void RunsPage::refreshActions()
{
    const QModelIndex row = m_table->currentRow();
    const bool has = row.isValid();
    const bool over = has && isTerminal(m_filter.runAt(row).status);
    for (QAction *action : {m_open, m_copyId})
        action->setEnabled(has);
    m_start->setVisible(has && session().heldRuns() && isHeld(m_filter.runAt(row)));
    m_resubmit->setEnabled(has && wasSubmitted(m_filter.runAt(row)));
    m_cancel->setEnabled(has && !over && session().jobs());
    m_delete->setEnabled(over && session().jobs());
    m_cancel->setVisible(!has || !over);
    m_delete->setVisible(over);
}

void RunsPage::showColumnMenu()
{
    QMenu menu(this);
    menu.setObjectName(u"runsColumnMenu"_s);
    for (int i = 0; i < m_filter.columnCount(); ++i) {
        const auto described = [this, i](int role) { return m_filter.headerData(i, Qt::Horizontal, role); };
        QAction *action = menu.addAction(described(Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(i));
        action->setEnabled(described(VisibilityRole).toInt() != int(ColumnVisibility::Fixed));
        connect(action, &QAction::toggled, m_table, [this, i](bool shown) { m_table->setColumnHidden(i, !shown); });
    }
    menu.exec(m_columns->mapToGlobal(QPoint(0, m_columns->height())));
}

void RunsPage::showRowMenu(const QPoint &at)
{
    if (!m_table->indexAt(at).isValid())
        return;
    QMenu menu(this);
    menu.addActions({m_open, m_quick, m_copyId});
    if (session().jobs()) {
        menu.addSeparator();
        menu.addActions({m_start, m_resubmit, m_cancel, m_delete});
    }
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

void RunsPage::open(const QModelIndex &index, Navigator::Where where)
{
    if (index.isValid())
        navigator().openRun(index.data(KeyRole).toString(), where);
}

void RunsPage::askStart()
{
    const QModelIndex row = m_table->currentRow();
    if (!row.isValid())
        return;
    const Run run = m_filter.runAt(row);
    m_confirm->ask(
        startQuestion(run), tr("Start run"),
        [this, id = run.id] {
            if (session().heldRuns())
                m_acting.watch(session().heldRuns()->proceed(id),
                               [this](const Result<void> &result) { acted(result); });
            m_table->setFocus();
        },
        tr("Not yet"));
}

void RunsPage::acted(const Result<void> &result)
{
    if (!result)
        navigator().notify(result.error());
    session().quicken();
    m_reading.refresh();
}

void RunsPage::removeOrCancel(const QModelIndex &index)
{
    if (!index.isValid() || !session().jobs())
        return;
    const Run run = m_filter.runAt(index);
    const bool over = isTerminal(run.status);
    const QString question =
        over ? tr("Delete %1 with its logs and outputs? This cannot be undone.").arg(nameOf(run))
             : tr("Cancel %1? Its processes are ended; what it wrote so far stays.").arg(nameOf(run));
    m_confirm->ask(
        question, over ? tr("Delete run") : tr("Cancel run"),
        [this, id = run.id, over] {
            JobService *jobs = session().jobs();
            if (!jobs)
                return;
            m_acting.watch(over ? jobs->remove(id) : jobs->cancel(id),
                           [this](const Result<void> &result) { acted(result); });
            m_table->setFocus();
        },
        over ? tr("Keep run") : tr("Keep running"));
}

void RunsPage::resubmit()
{
    const QString id = currentId();
    if (id.isEmpty() || !session().jobs())
        return;
    m_askingJob.watch(session().jobs()->job(id), [this, id](Result<Job> job) {
        if (!job) {
            navigator().notify(job.error());
            return;
        }
        navigator().openWizard(jobToResubmit(*job, id));
    });
}

} // namespace Roost::Ui
