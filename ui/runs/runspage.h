// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/runsfilter.h"
#include "models/items/runs/runsquery.h"
#include "ui/pages/pageview.h"

#include <QTimer>

class QComboBox;
class QLineEdit;
class QSplitter;
class QToolButton;

namespace Roost::Ui {

class ConfirmBar;
class ContentStack;
class EmptyState;
class ErrorBar;
class Label;
class QuickLook;
class TableView;

/// All runs of the workspace. New ones come in without moving what one reads.
class RunsPage : public PageView
{
    Q_OBJECT
public:
    RunsPage(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);
    ~RunsPage() override;

    QString title() const override;
    QList<QAction *> headerActions() override;
    QList<QAction *> menuActions() override;
    void activate() override;
    void deactivate() override;
    void refresh() override;
    bool find() override;
    bool focusFilter() override;
    /// Shows the runs of this experiment alone.
    void showExperiment(const QString &experiment);
    bool isLoaded() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildTools();
    void buildTable();
    void buildActions();
    void holdScroll();
    void readOlderNearTheEnd();
    void readAllWhereNeeded();
    void fitCause();
    void showCount();
    void refreshStates();
    void addExperiment(const QString &experiment);
    void refreshExperiments();
    void refreshActions();
    void showColumnMenu();
    void showRowMenu(const QPoint &at);
    void setQuickLook(bool shown);
    void clearFilter();
    void open(const QModelIndex &index, Navigator::Where where);
    void tick();
    void askStart();
    void removeOrCancel(const QModelIndex &index);
    void acted(const Result<void> &result);
    void resubmit();
    QString currentId() const;

    Items::RunsQuery m_reading;
    Items::RunsFilter m_filter;
    TableView *m_table;
    QuickLook *m_look;
    QSplitter *m_splitter;
    ErrorBar *m_error;
    ConfirmBar *m_confirm;
    EmptyState *m_empty;
    EmptyState *m_noMatch;
    ContentStack *m_body;
    ContentStack *m_stack;
    QLineEdit *m_text = nullptr;
    QComboBox *m_status = nullptr;
    QComboBox *m_experiment = nullptr;
    QToolButton *m_columns = nullptr;
    Label *m_count = nullptr;
    QToolButton *m_clear = nullptr;
    QAction *m_new = nullptr;
    QAction *m_open = nullptr;
    QAction *m_quick = nullptr;
    QAction *m_start = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_resubmit = nullptr;
    QAction *m_copyId = nullptr;
    bool m_listsExperiments = false; // somebody looked for one in the box: it must have all
    qsizetype m_causeLetters = 0;
    QTimer m_clock;
    PendingReply<void> m_acting;
    PendingReply<Job> m_askingJob;
};

} // namespace Roost::Ui
