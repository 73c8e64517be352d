// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/activerunsmodel.h"
#include "models/items/runs/runsquery.h"
#include "ui/pages/pageview.h"
#include "ui/workspace/workspacelist.h"

#include <QPushButton>
#include <QTimer>

class QBoxLayout;
class QGridLayout;
class QPushButton;

namespace Roost::Ui {

class ContentStack;
class EmptyState;
class ErrorBar;
class Label;
class NotebookCard;
class SectionHeader;
class StorageView;
class TableView;

/// An overview of the workspace: active and recent runs, samples to start with, disk usage, and the other workspaces.
class HomePage final : public PageView
{
    Q_OBJECT
public:
    HomePage(Items::WorkspaceSession &session, Navigator &navigator, Items::ActiveRuns &activeRuns,
             OpenWorkspaces &workspaces, QWidget *parent = nullptr);

    QString title() const override;
    QList<QAction *> menuActions() override;
    void activate() override;
    void deactivate() override;
    bool isLoaded() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

Q_SIGNALS:
    void openWanted(const QString &address);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeRunning();
    QWidget *makeRecent();
    void showRecent();
    void chooseFocus(bool isQuiet);
    QWidget *makeStart();
    QWidget *makeNotebook();
    QWidget *makeStorage();
    QWidget *makeWorkspaces();
    void showRuns();
    void showInfo();
    void showState();
    void addSample(QGridLayout *rows, const QString &sample, const QString &name, const QString &title,
                   const QString &words);
    void runSample(const QString &name);

    Items::ActiveRuns &m_activeRuns;
    Items::ActiveRunsModel m_model;
    Items::RunsQuery m_recent;
    Items::ActiveRunsModel m_recentModel;
    OpenWorkspaces &m_openWorkspaces;
    QTimer m_clock;
    WorkspaceList *m_workspaces;
    QAction *m_create;
    QAction *m_open;
    QBoxLayout *m_columns = nullptr;
    SectionHeader *m_runningHeader = nullptr;
    ErrorBar *m_error = nullptr;
    ContentStack *m_running = nullptr;
    EmptyState *m_none = nullptr;
    QList<QPushButton *> m_samples;
    Label *m_samplesNote = nullptr;
    TableView *m_table = nullptr;
    QWidget *m_recentPart = nullptr;
    TableView *m_recentTable = nullptr;
    NotebookCard *m_notebook = nullptr;
    QWidget *m_storagePart = nullptr;
    StorageView *m_storage = nullptr;
};

} // namespace Roost::Ui
