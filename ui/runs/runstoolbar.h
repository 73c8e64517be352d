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

/// The row above the table of runs: the filter, the number of runs that pass it, and the choice of columns.
class RunsToolBar : public QWidget
{
    Q_OBJECT
public:
    /// All parameters must outlive the tool bar. `quickLook` becomes its last button.
    RunsToolBar(Items::RunsFilter &filter, TableView &table, QAction *quickLook, QWidget *parent = nullptr);

    void focusText();
    void clearFilter();
    /// Sets the filter to `experiment` only.
    void showExperiment(const QString &experiment);
    /// Shows how many of the runs that were read pass the filter, and lists their experiments in the filter.
    void showQuery(Items::RunsQuery &query);

    /// Contains the filter.
    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    /// Emitted when the box of experiments received the focus or a click: its list requires all runs to be read.
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
