// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/systemcharts.h"
#include "models/items/runs/rundocument.h"

#include <QMap>
#include <QWidget>

class QGridLayout;

namespace Roost::Ui {

class MetricCard;
class SectionHeader;

/// The load of a run's ranks and machine, below the metrics of the script: one card a unit, with a line for each rank,
/// over the time of the run. Hidden while nothing is measured.
class SystemSection : public QWidget
{
    Q_OBJECT
public:
    /// `run` must outlive the section.
    explicit SystemSection(Items::RunDocument *run, QWidget *parent = nullptr);

    /// Returns whether there are charts, whatever the filter hides.
    bool hasCharts() const { return !m_charts.isEmpty(); }
    /// Returns the card of a chart of systemCharts(); null if there is none.
    MetricCard *card(const QString &id) const { return m_cards.value(id); }
    /// Shows only charts whose title, or the name of a metric in them, contains the text.
    void setFilter(const QString &text);
    void setColumns(int columns);
    /// Shows all of each chart.
    void fit();

    /// Call when the run has more metrics.
    void refreshCharts();
    /// Call when the metric `key` has more points.
    void grown(const QString &key);

private:
    Items::MetricSeries scaled(const QString &key, double scale) const;
    MetricCard *makeCard(const Items::SystemChart &chart);
    void showLine(const Items::SystemChart &chart, const Items::SystemChart::Line &line);
    void arrange();

    Items::RunDocument *m_run;
    QList<Items::SystemChart> m_charts;
    QMap<QString, MetricCard *> m_cards; // by the id of the chart
    SectionHeader *m_header;
    QGridLayout *m_grid;
    QString m_filter;
    int m_columns = 1;
};

} // namespace Roost::Ui
