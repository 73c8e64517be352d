// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/answer.h"
#include "models/items/metricseries.h"

#include <QFrame>

class QMenu;

namespace Roost {

class ChartLegend;
class ElidedLabel;
class Label;
class MetricChart;

/// One metric: its name, its last value, its chart, and a menu for what one may want of it.
class MetricCard : public QFrame
{
    Q_OBJECT
public:
    MetricCard(const QString &key, QWidget *parent = nullptr);

    QString key() const { return m_key; }
    MetricChart *chart() const { return m_chart; }
    void setSeries(const MetricSeries &series);
    /// One more line in the chart, see MetricChart::setLine(); `name` is for the legend.
    void setLine(const QString &id, const QString &name, const MetricSeries &series);
    void removeLine(const QString &id);
    /// Where the shared cursor stands: the value there takes the place of the last one.
    void setCursorX(std::optional<double> x);
    /// What the menu of the chart offers.
    void fillMenu(QMenu *menu);
    QString valueText() const;

Q_SIGNALS:
    /// The menu is being filled: what is laid beside the metric is offered by who knows of it.
    void menuFilling(QMenu *menu);
    /// A further line is to be taken out.
    void removeWanted(const QString &id);
    /// "Saved as …", or why not.
    void exported(const QString &fileName, const Roost::Result<qint64> &bytes);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshText();
    void refreshLegend();
    void copyPicture();
    void exportCsv();

    QString m_key;
    ElidedLabel *m_title;
    Label *m_note;
    Label *m_value;
    ChartLegend *m_legend;
    MetricChart *m_chart;
    QList<std::pair<QString, QString>> m_lines; // id and name of further ones, as they came
    Pending<qint64> m_exporting;
};

} // namespace Roost
