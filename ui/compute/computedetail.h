// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/computesmodel.h"
#include "models/items/catalogs/loadquery.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace Roost::Ui {

class ErrorBar;
class Label;
class PropertyGrid;
class SectionHeader;
class StateBadge;

/// One compute: its properties, its state, and the runs on it.
class ComputeDetail : public QWidget
{
    Q_OBJECT
public:
    /// `load` must outlive the detail, which tells it the compute.
    explicit ComputeDetail(Items::LoadQuery &load, QWidget *parent = nullptr);

    void show(const Items::ComputeRow &row);
    using QWidget::show;

Q_SIGNALS:
    void runWanted(const QString &runId);

private:
    void showProperties(const Compute &compute);
    void fillRuns(const QList<Run> &runs);

    Items::LoadQuery &m_load;
    Label *m_name;
    StateBadge *m_state;
    ErrorBar *m_error;
    PropertyGrid *m_properties;
    QWidget *m_loadView;
    SectionHeader *m_runsHeader;
    Label *m_idle;
    QListWidget *m_runs;
    QList<Run> m_shownRuns;
};

} // namespace Roost::Ui
