// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcomeview.h"

#include "ui/widgets/label.h"
#include "ui/workspace/workspacelist.h"

#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

WelcomeView::WelcomeView(OpenWorkspaces &workspaces, QWidget *parent)
    : QWidget(parent)
    , m_list(new WorkspaceList(workspaces))
{
    setObjectName(u"welcome"_s);
    auto *title =
        new Label(tr("Roost runs and watches your PyTorch training"), Theme::Role::Text, Theme::Title, QFont::DemiBold);
    title->setWordWrap(true);
    auto *text =
        new Label(tr("A workspace contains your runs with their logs, metrics and outputs, and the environments and "
                     "models that belong to them. Create one on this machine, or open one in Azure or the "
                     "history of an MLflow server. The Home page of a new workspace has a sample to run first: "
                     "PyTorch birds, which takes under a minute."),
                  Theme::Role::TextSecondary);
    text->setWordWrap(true);
    setFocusProxy(m_list);
    m_list->setFirst(workspaces.recent().isEmpty());
    auto *inner = new QWidget;
    inner->setMaximumWidth(560);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(Theme::Edge, Theme::Edge, Theme::Edge, Theme::Edge);
    column->setSpacing(Theme::Group);
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(m_list);
    auto *outer = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(inner, 100);
    row->addStretch(1);
    outer->addStretch(2);
    outer->addLayout(row);
    outer->addStretch(3);
}

} // namespace Roost::Ui
