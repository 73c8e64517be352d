// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runactions.h"

#include "models/items/base/format.h"
#include "models/items/runs/rundocument.h"
#include "models/items/runs/runsmodel.h"
#include "ui/navigation/navigator.h"
#include "ui/registry/registermodeldialog.h"
#include "ui/runs/runquestion.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

RunActions::RunActions(RunDocument &run, Navigator &navigator, ConfirmBar &confirm, QWidget *window)
    : QObject(window)
    , m_run(run)
    , m_navigator(navigator)
    , m_confirm(confirm)
    , m_window(window)
    , m_cancel(add(u"runCancel"_s, u"stop"_s, tr("Cancel"), tr("Cancel the run")))
    , m_start(add(u"runStart"_s, u"play"_s, tr("Start"), tr("Start the run, which waits for your approval")))
    , m_stacks(add(u"runStacks"_s, u"rank"_s, tr("Stacks of all ranks"),
                   tr("Write the current stack of each rank into the logs")))
    , m_resubmit(add(u"runResubmit"_s, u"repeat"_s, tr("Resubmit"), tr("Resubmit with changes")))
    , m_register(
          add(u"runRegister"_s, u"register"_s, tr("Register model"), tr("Register a file of the run as a model")))
    , m_delete(add(u"runDelete"_s, u"delete"_s, tr("Delete run"), tr("Delete the run with its files")))
    , m_copyId(add(u"runCopyId"_s, u"copy"_s, tr("Copy id"), tr("Copy the id of the run")))
{
    connect(m_cancel, &QAction::triggered, this, &RunActions::confirmCancel);
    connect(m_start, &QAction::triggered, this, &RunActions::confirmStart);
    connect(m_stacks, &QAction::triggered, this, &RunActions::writeStacks);
    connect(m_resubmit, &QAction::triggered, this, &RunActions::resubmit);
    connect(m_register, &QAction::triggered, this, &RunActions::registerWanted);
    connect(m_delete, &QAction::triggered, this, &RunActions::confirmDelete);
    connect(m_copyId, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(m_run.runId()); });
}

QAction *RunActions::add(const QString &name, const QString &icon, const QString &text, const QString &toolTip)
{
    auto *action = new QAction(Theme::icon(icon), text, m_window);
    action->setObjectName(name);
    action->setToolTip(toolTip);
    return action;
}

WorkspaceSession &RunActions::session() const
{
    return m_run.session();
}

QString RunActions::name() const
{
    return nameOf(m_run.run());
}

void RunActions::refresh()
{
    m_cancel->setEnabled(m_run.run().status != RunStatus::CancelRequested);
}

QList<QAction *> RunActions::headerActions() const
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

// A run that was logged elsewhere has no job to submit again.
bool RunActions::isRepeatable() const
{
    return session().jobs() && wasSubmitted(m_run.run());
}

QList<QAction *> RunActions::menuActions() const
{
    if (!m_run.hasContent())
        return {};
    QList<QAction *> actions;
    if (isRepeatable() && m_run.isActive())
        actions += m_resubmit;
    if (session().probe() && m_run.run().status == RunStatus::Running)
        actions += m_stacks;
    if (session().models() && m_run.run().status != RunStatus::Completed)
        actions += m_register;
    actions += m_copyId;
    if (session().jobs() && !m_run.isActive())
        actions += m_delete;
    return actions;
}

void RunActions::confirmStart()
{
    RunQuestion::start(m_run.run()).show(m_confirm, [this] {
        if (!session().heldRuns())
            return;
        m_start->setEnabled(false);
        m_request.watch(session().heldRuns()->proceed(m_run.runId()), [this](Result<void> result) {
            m_start->setEnabled(true);
            if (!result)
                m_navigator.notify(result.error());
            session().pollNow();
            m_run.refresh();
        });
    });
}

void RunActions::confirmCancel()
{
    RunQuestion::cancel(m_run.run()).show(m_confirm, [this] {
        if (!session().jobs())
            return;
        m_cancel->setEnabled(false);
        m_request.watch(session().jobs()->cancel(m_run.runId()), [this](Result<void> result) {
            if (!result) {
                m_cancel->setEnabled(true);
                m_navigator.notify(result.error());
            }
            session().pollNow();
            m_run.refresh();
        });
    });
}

void RunActions::writeStacks()
{
    if (!session().probe())
        return;
    m_stacks->setEnabled(false);
    m_navigator.notify(tr("Reading the stacks of %1…").arg(name()));
    m_stacksRequest.watch(session().probe()->takeStacks(m_run.runId()), [this](Result<QStringList> files) {
        m_stacks->setEnabled(true);
        if (!files) {
            m_navigator.notify(files.error());
            return;
        }
        m_run.refresh();
        Q_EMIT stacksWritten(files->first());
    });
}

void RunActions::confirmDelete()
{
    RunQuestion::remove(m_run.run()).show(m_confirm, [this] {
        if (!session().jobs())
            return;
        m_request.watch(session().jobs()->remove(m_run.runId()), [this](Result<void> result) {
            if (!result) {
                m_navigator.notify(result.error());
                return;
            }
            session().pollNow();
            m_navigator.notify(tr("Deleted %1").arg(name()), Notice::Done);
            m_navigator.go(Location::runs());
        });
    });
}

void RunActions::resubmit()
{
    if (!session().jobs())
        return;
    m_jobRequest.watch(session().jobs()->job(m_run.runId()), [this](Result<Job> job) {
        if (!job) {
            m_navigator.notify(job.error());
            return;
        }
        m_navigator.openWizard(jobToResubmit(*job, m_run.runId()));
    });
}

void RunActions::registerModel(const QString &path)
{
    QStringList paths;
    for (const Artifact &file : m_run.artifacts()->below(u"outputs"_s))
        paths += file.path;
    auto *dialog = new RegisterModelDialog(&session(), m_run.run(), paths, path, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RegisterModelDialog::registered, this, [this](const ModelVersion &version) {
        m_navigator.notify(
            tr("Registered %1 version %2").arg(Format::isolated(version.name), Format::isolated(version.version)),
            Notice::Done, tr("Open model"),
            [this, version] { m_navigator.go(Location::models(version.name, version.version)); });
    });
    dialog->open();
}

} // namespace Roost::Ui
