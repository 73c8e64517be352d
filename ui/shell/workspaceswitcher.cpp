// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspaceswitcher.h"

#include "models/items/base/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/mnemonic.h"
#include "ui/workspace/openworkspaces.h"
#include "ui/workspace/workspacelist.h"
#include "ui/workspace/workspacerow.h"

#include <QAction>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

WorkspaceSwitcher::WorkspaceSwitcher(OpenWorkspaces &workspaces, WorkspaceList &list, QWidget *parent)
    : QMenu(parent)
    , m_workspaces(workspaces)
    , m_list(list)
{
    connect(this, &QMenu::aboutToShow, this, &WorkspaceSwitcher::fill);
}

void WorkspaceSwitcher::fill()
{
    clear();
    for (const QString &address : m_workspaces.recent()) {
        const auto opened = m_workspaces.find(address);
        QString text = Format::isolated(m_workspaces.titleOf(address));
        if (opened)
            text += u"  ·  "_s + connectionText(opened->session.state());
        QAction *action = addAction(Mnemonic::escaped(text), this, [this, address] { Q_EMIT openWanted(address); });
        action->setCheckable(true);
        action->setChecked(!m_current.isEmpty() && m_current == address);
        action->setToolTip(address);
    }
    if (!isEmpty())
        addSeparator();
    addAction(Theme::icon(u"add"_s), tr("New workspace…"), &m_list, &WorkspaceList::createWorkspace);
    addAction(Theme::icon(u"folder-open"_s), tr("Open folder…"), &m_list, &WorkspaceList::openFolder);
    addAction(Theme::icon(u"cloud"_s), tr("Open Azure config.json…"), &m_list, &WorkspaceList::openConfig);
    addAction(Theme::icon(u"server"_s), tr("Open MLflow server…"), &m_list, &WorkspaceList::openServer);
}

} // namespace Roost::Ui
