// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettesource.h"

#include "models/items/base/format.h"
#include "models/items/runs/runsmodel.h"
#include "ui/pages/pageview.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/mnemonic.h"
#include "ui/widgets/statebadge.h"
#include "ui/workspace/openworkspaces.h"

#include <QPointer>

#include <utility>

namespace Roost::Ui {

using namespace Items;

using namespace Qt::StringLiterals;

PaletteSource::PaletteSource(MainWindow &window)
    : QObject(&window)
    , m_window(window)
{
}

QList<Command> PaletteSource::commands() const
{
    QList<Command> commands;
    if (m_window.page())
        commands = pageActions(m_window.page());
    for (QAction *action : m_window.actions().all()) {
        if (!action->isEnabled() || action->objectName() == u"actionPalette"_s)
            continue;
        const QString icon = action->property("iconName").toString();
        commands.append({action->text(), tr("Action"), action->shortcut().toString(QKeySequence::NativeText),
                         icon.isEmpty() ? u"palette"_s : icon, [action] { action->trigger(); }});
    }
    return commands;
}

QList<Command> PaletteSource::pageActions(PageView *page) const
{
    QList<Command> commands;
    for (QAction *action : page->headerActions() + page->menuActions()) {
        if (action->isSeparator() || !action->isEnabled() || !action->isVisible())
            continue;
        commands.append({Mnemonic::removed(action->text()), tr("Here"),
                         action->shortcut().toString(QKeySequence::NativeText), u"play"_s, [action = QPointer(action)] {
                             if (action)
                                 action->trigger();
                         }});
    }
    return commands;
}

void PaletteSource::ask(std::function<void(const QList<Command> &)> found)
{
    if (!m_window.workspace())
        return;
    WorkspaceSession &session = m_window.workspace()->session;
    m_found = std::move(found);
    m_next.clear();
    m_older = false;
    askRuns();
    if (session.models()) {
        m_models.watch(session.models()->models(), [this](const Result<QList<RegisteredModel>> &result) {
            QList<Command> commands;
            for (const RegisteredModel &model : result ? *result : QList<RegisteredModel>()) {
                commands.append({model.name, tr("Model"), {}, u"models"_s, [this, name = model.name] {
                                     m_window.openModel(name);
                                 }});
            }
            m_found(commands);
            tell();
        });
    }
    tell();
}

void PaletteSource::tell()
{
    Q_EMIT searching(m_runs.isWaiting() || m_models.isWaiting());
}

void PaletteSource::askRuns()
{
    RunHistory *history = m_window.workspace() ? m_window.workspace()->session.runHistory() : nullptr;
    if (!history)
        return;
    m_runs.watch(history->runs({}, m_next), [this](const Result<Page<Run>> &result) {
        QList<Command> commands;
        for (const Run &run : result ? result->items : QList<Run>()) {
            commands.append(
                {nameOf(run) + (run.experiment.isEmpty() ? QString() : u"  ·  "_s + Format::isolated(run.experiment)),
                 statusText(run.status),
                 {},
                 toneIcon(toneOf(run.status)),
                 [this, id = run.id] { m_window.openRun(id); },
                 run.displayName.isEmpty() ? run.id : run.displayName});
        }
        m_next = result ? result->next : QString();
        m_found(commands);
        if (m_older && !m_next.isEmpty())
            askRuns();
        tell();
    });
}

void PaletteSource::readOlder()
{
    if (!std::exchange(m_older, true) && !m_next.isEmpty() && !m_runs.isWaiting())
        askRuns();
    tell();
}

void PaletteSource::stop()
{
    m_older = false;
    m_runs.cancel();
    m_models.cancel();
}

} // namespace Roost::Ui
