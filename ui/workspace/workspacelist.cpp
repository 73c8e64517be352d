// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspacelist.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statebadge.h"
#include "ui/workspace/createworkspacedialog.h"
#include "ui/workspace/openserverdialog.h"
#include "ui/workspace/workspacerow.h"

#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

QPushButton *wayIn(const QString &icon, const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(Theme::icon(icon), text);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    return button;
}

} // namespace

WorkspaceList::WorkspaceList(OpenWorkspaces &workspaces, QWidget *parent)
    : QWidget(parent)
    , m_workspaces(workspaces)
    , m_recent(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Inside);
    auto *create = wayIn(u"add"_s, tr("New workspace…"), u"newWorkspace"_s);
    auto *folder = wayIn(u"folder-open"_s, tr("Open folder…"), u"openWorkspaceFolder"_s);
    auto *config = wayIn(u"cloud"_s, tr("Open Azure config.json…"), u"openAzureConfig"_s);
    auto *server = wayIn(u"server"_s, tr("Open MLflow server…"), u"openMlflowServer"_s);
    setFocusProxy(create);
    m_create = create;
    auto *grid = new QGridLayout;
    grid->setSpacing(Theme::Inside);
    grid->addWidget(create, 0, 0);
    grid->addWidget(folder, 0, 1);
    grid->addWidget(config, 1, 0);
    grid->addWidget(server, 1, 1);
    column->addLayout(grid);
    m_recent->setSpacing(0);
    m_recent->setContentsMargins(0, Theme::Step, 0, 0);
    column->addLayout(m_recent);
    connect(create, &QPushButton::clicked, this, &WorkspaceList::createWorkspace);
    connect(folder, &QPushButton::clicked, this, &WorkspaceList::openFolder);
    connect(config, &QPushButton::clicked, this, &WorkspaceList::openConfig);
    connect(server, &QPushButton::clicked, this, &WorkspaceList::openServer);
    connect(&m_workspaces, &OpenWorkspaces::changed, this, &WorkspaceList::fill);
    fill();
}

void WorkspaceList::setFirst(bool first)
{
    m_create->setProperty("primary", first);
    m_create->update();
}

void WorkspaceList::createWorkspace()
{
    auto *dialog = new CreateWorkspaceDialog(m_workspaces.provider(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT openWanted(dialog->address()); });
    dialog->open();
}

void WorkspaceList::openFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a workspace"));
    if (!folder.isEmpty())
        Q_EMIT openWanted(folder);
}

void WorkspaceList::openConfig()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open an Azure Machine Learning workspace"), {},
                                                      tr("Workspace configuration (config.json *.json)"));
    if (!file.isEmpty())
        Q_EMIT openWanted(file);
}

void WorkspaceList::openServer()
{
    changeSignIn({});
}

void WorkspaceList::changeSignIn(const QString &address)
{
    auto *dialog = new OpenServerDialog(m_workspaces.provider(), address, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto named = m_workspaces.provider().withAccess(dialog->address(), dialog->access());
        if (named)
            Q_EMIT openWanted(*named);
        else
            Q_EMIT failed(named.error());
    });
    dialog->open();
}

void WorkspaceList::fill()
{
    // A row may have the focus, so rows are replaced only if the list itself has changed.
    const QString wanted = m_workspaces.recent().join(u'\n');
    if (wanted != m_shown || m_recent->isEmpty()) {
        m_shown = wanted;
        while (QLayoutItem *item = m_recent->takeAt(0)) {
            if (QWidget *widget = item->widget()) {
                widget->hide();
                widget->deleteLater();
            }
            delete item;
        }
        for (const QString &address : m_workspaces.recent()) {
            auto *row = new WorkspaceRow(m_workspaces, address);
            connect(row, &WorkspaceRow::clicked, this, [this, address] { Q_EMIT openWanted(address); });
            connect(row, &WorkspaceRow::signInWanted, this, [this, address] { changeSignIn(address); });
            m_recent->addWidget(row);
        }
    }
}

} // namespace Roost::Ui
