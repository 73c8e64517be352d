// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>
#include <QVariantMap>
#include <QWidget>

class QAction;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace Roost::Items {
class RunsFilter;
class RunsQuery;
} // namespace Roost::Items

namespace Roost::Ui {

class Label;
class TableView;

/// The row over the table of runs: what the filter shows, how many runs that is, and which columns there are.
class RunsToolBar : public QWidget
{
    Q_OBJECT
public:
    /// All outlive the tool bar; `quickLook` becomes its last button.
    RunsToolBar(Items::RunsFilter &filter, TableView &table, QAction *quickLook, QWidget *parent = nullptr);

    void focusText();
    void clearFilter();
    /// Filters by this experiment alone.
    void showExperiment(const QString &experiment);
    /// Shows how many of the runs that were read pass the filter, and offers their experiments.
    void showQuery(Items::RunsQuery &query);

    /// The filter.
    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    /// The box of experiments got the focus or a click: it needs the experiments of all runs.
    void experimentsWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addText(QHBoxLayout *row);
    void addStatus(QHBoxLayout *row);
    void addExperiments(QHBoxLayout *row);
    QToolButton *addButton(QHBoxLayout *row, const QString &name, const QString &accessibleName);
    void addExperiment(const QString &experiment);
    void setExperiments(QStringList experiments);
    void showColumnMenu();

    Items::RunsFilter &m_filter;
    TableView &m_table;
    QLineEdit *m_text;
    QComboBox *m_status;
    QComboBox *m_experiment;
    QToolButton *m_clear;
    Label *m_count;
    QToolButton *m_columns;
};

} // namespace Roost::Ui
