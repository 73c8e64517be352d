// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettesource.h"

#include "models/items/base/format.h"
#include "models/items/runs/runsmodel.h"
#include "ui/navigation/navigator.h"
#include "ui/pages/pageview.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/mnemonic.h"
#include "ui/widgets/statebadge.h"
#include "ui/workspace/openworkspace.h"

#include <QPointer>

#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

PaletteSource::PaletteSource(const PageHost &pages, const WindowActions &actions, Navigator &navigator, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
    , m_actions(actions)
    , m_navigator(navigator)
{
}

QList<Command> PaletteSource::commands() const
{
    QList<Command> commands;
    if (m_pages.page())
        commands = actionsOf(m_pages.page());
    for (QAction *action : m_actions.all()) {
        if (!action->isEnabled() || action->objectName() == u"actionPalette"_s)
            continue;
        const QString icon = action->property("iconName").toString();
        commands.append({action->text(), tr("Action"), action->shortcut().toString(QKeySequence::NativeText),
                         icon.isEmpty() ? u"palette"_s : icon, [action] { action->trigger(); }});
    }
    return commands;
}

QList<Command> PaletteSource::actionsOf(PageView *page)
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

void PaletteSource::fetch(std::function<void(const QList<Command> &)> found)
{
    if (!m_pages.workspace())
        return;
    WorkspaceSession &session = m_pages.workspace()->session;
    m_found = std::move(found);
    m_next.clear();
    m_older = false;
    fetchRuns();
    if (session.models()) {
        m_models.watch(session.models()->models(), [this](const Result<QList<RegisteredModel>> &result) {
            QList<Command> commands;
            for (const RegisteredModel &model : result ? *result : QList<RegisteredModel>()) {
                commands.append({model.name, tr("Model"), {}, u"models"_s, [this, name = model.name] {
                                     m_navigator.go(Location::models(name));
                                 }});
            }
            m_found(commands);
            emitSearching();
        });
    }
    emitSearching();
}

void PaletteSource::emitSearching()
{
    Q_EMIT searching(m_runs.isWaiting() || m_models.isWaiting());
}

void PaletteSource::fetchRuns()
{
    RunHistory *history = m_pages.workspace() ? m_pages.workspace()->session.runHistory() : nullptr;
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
                 [this, id = run.id] { m_navigator.go(Location::run(id)); },
                 run.displayName.isEmpty() ? run.id : run.displayName});
        }
        m_next = result ? result->next : QString();
        m_found(commands);
        if (m_older && !m_next.isEmpty())
            fetchRuns();
        emitSearching();
    });
}

void PaletteSource::fetchOlder()
{
    if (!std::exchange(m_older, true) && !m_next.isEmpty() && !m_runs.isWaiting())
        fetchRuns();
    emitSearching();
}

void PaletteSource::stop()
{
    m_older = false;
    m_runs.cancel();
    m_models.cancel();
}

} // namespace Roost::Ui
