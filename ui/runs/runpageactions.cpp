// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the run of a RunPage.
#include "models/items/base/format.h"
#include "models/items/runs/runsmodel.h"
#include "ui/logs/logpane.h"
#include "ui/registry/registermodeldialog.h"
#include "ui/runs/outputspane.h"
#include "ui/runs/runpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bar.h"

#include <QApplication>
#include <QClipboard>
#include <QTabWidget>

namespace Roost::Ui {

using namespace Items;

using namespace Qt::StringLiterals;

QAction *RunPage::addAction(const QString &name, const QString &icon, const QString &text, const QString &tip)
{
    auto *action = new QAction(Theme::icon(icon), text, this);
    action->setObjectName(name);
    action->setToolTip(tip);
    return action;
}

void RunPage::buildActions()
{
    m_cancel = addAction(u"runCancel"_s, u"stop"_s, tr("Cancel"), tr("Cancel the run"));
    connect(m_cancel, &QAction::triggered, this, &RunPage::askCancel);
    m_start = addAction(u"runStart"_s, u"play"_s, tr("Start"), tr("Start the run, which waits for your word"));
    connect(m_start, &QAction::triggered, this, &RunPage::askStart);
    m_takeStacks = addAction(u"runStacks"_s, u"rank"_s, tr("Stacks of all ranks"),
                             tr("Write where each rank stands now into the logs"));
    connect(m_takeStacks, &QAction::triggered, this, &RunPage::takeStacks);
    m_resubmit = addAction(u"runResubmit"_s, u"repeat"_s, tr("Resubmit"), tr("Resubmit with changes"));
    connect(m_resubmit, &QAction::triggered, this, &RunPage::resubmit);
    m_register =
        addAction(u"runRegister"_s, u"register"_s, tr("Register model"), tr("Register a file of the run as a model"));
    // What is selected among the outputs is what is meant.
    connect(m_register, &QAction::triggered, this, [this] {
        const bool isChosen = m_tabs->currentWidget() == m_outputs;
        const QString path = isChosen ? m_outputs->currentPath() : QString();
        registerModel(path.startsWith("outputs/"_L1) ? path : QString());
    });
    m_delete = addAction(u"runDelete"_s, u"delete"_s, tr("Delete run"), tr("Delete the run with its files"));
    connect(m_delete, &QAction::triggered, this, &RunPage::askDelete);
    m_copyId = addAction(u"runCopyId"_s, u"copy"_s, tr("Copy id"), tr("Copy the id of the run"));
    connect(m_copyId, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(m_run.runId()); });
}

QList<QAction *> RunPage::headerActions()
{
    if (!m_run.hasContent())
        return {};
    QList<QAction *> actions;
    if (m_run.isActive()) {
        if (session().heldRuns() && isHeld(m_run.run()))
            actions += m_start;
        if (session().jobs())
            actions += m_cancel;
    } else if (m_run.run().status == RunStatus::Completed && session().models()) {
        actions += m_register;
    }
    if (isRepeatable() && !m_run.isActive())
        actions += m_resubmit;
    return actions;
}

// What was logged from elsewhere is no job that could be sent again.
bool RunPage::isRepeatable() const
{
    return session().jobs() && wasSubmitted(m_run.run());
}

QList<QAction *> RunPage::menuActions()
{
    if (!m_run.hasContent())
        return {};
    QList<QAction *> actions;
    if (isRepeatable() && m_run.isActive())
        actions += m_resubmit;
    if (session().probe() && m_run.run().status == RunStatus::Running)
        actions += m_takeStacks;
    if (session().models() && m_run.run().status != RunStatus::Completed)
        actions += m_register;
    actions += m_copyId;
    if (session().jobs() && !m_run.isActive())
        actions += m_delete;
    return actions;
}

bool RunPage::failed(const Error &error)
{
    navigator().notify(error);
    return true;
}

void RunPage::askStart()
{
    m_confirm->ask(
        startQuestion(m_run.run()), tr("Start run"),
        [this] {
            if (!session().heldRuns())
                return;
            m_start->setEnabled(false);
            m_acting.watch(session().heldRuns()->proceed(m_run.runId()), [this](Result<void> result) {
                m_start->setEnabled(true);
                if (!result)
                    failed(result.error());
                session().quicken();
                m_run.refresh();
            });
        },
        tr("Not yet"));
}

void RunPage::askCancel()
{
    m_confirm->ask(
        tr("Cancel %1? Its processes are ended; what it wrote so far stays.").arg(title()), tr("Cancel run"),
        [this] {
            if (!session().jobs())
                return;
            m_cancel->setEnabled(false);
            m_acting.watch(session().jobs()->cancel(m_run.runId()), [this](Result<void> result) {
                if (!result) {
                    m_cancel->setEnabled(true);
                    failed(result.error());
                }
                session().quicken();
                m_run.refresh();
            });
        },
        tr("Keep running"));
}

void RunPage::takeStacks()
{
    if (!session().probe())
        return;
    m_takeStacks->setEnabled(false);
    navigator().notify(tr("Looking into the processes of %1…").arg(title()));
    m_stacking.watch(session().probe()->takeStacks(m_run.runId()), [this](Result<QStringList> files) {
        m_takeStacks->setEnabled(true);
        if (!files) {
            failed(files.error());
            return;
        }
        m_run.refresh();
        showTab(m_logs);
        m_logs->showLog(files->first(), {});
    });
}

void RunPage::askDelete()
{
    m_confirm->ask(
        tr("Delete %1 with its logs and outputs? This cannot be undone.").arg(title()), tr("Delete run"),
        [this] {
            if (!session().jobs())
                return;
            m_acting.watch(session().jobs()->remove(m_run.runId()), [this](Result<void> result) {
                if (!result) {
                    failed(result.error());
                    return;
                }
                session().quicken();
                navigator().notify(tr("Deleted %1").arg(title()), Notice::Done);
                navigator().openRuns();
            });
        },
        tr("Keep run"));
}

void RunPage::resubmit()
{
    if (!session().jobs())
        return;
    m_askingJob.watch(session().jobs()->job(m_run.runId()), [this](Result<Job> job) {
        if (!job) {
            failed(job.error());
            return;
        }
        navigator().openWizard(jobToResubmit(*job, m_run.runId()));
    });
}

void RunPage::registerModel(const QString &path)
{
    QStringList paths;
    for (const Artifact &file : m_run.artifacts()->below(u"outputs"_s))
        paths += file.path;
    auto *dialog = new RegisterModelDialog(&session(), m_run.run(), paths, path, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RegisterModelDialog::registered, this, [this](const ModelVersion &version) {
        navigator().notify(
            tr("Registered %1 version %2").arg(Format::isolated(version.name), Format::isolated(version.version)),
            Notice::Done, tr("Open model"), [this, version] { navigator().openModel(version.name, version.version); });
    });
    dialog->open();
}

} // namespace Roost::Ui
