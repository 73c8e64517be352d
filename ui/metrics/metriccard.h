// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/items/metrics/metricseries.h"
#include "ui/metrics/metriccsv.h"

#include <QFrame>
#include <QMenu>
#include <QToolButton>

class QMenu;
class QStackedLayout;
class QToolButton;

namespace Roost::Ui {

class ChartLegend;
class ElidedLabel;
class Label;
class MetricChart;
class Skeleton;

/// One metric: its name, its last value, its chart, and a menu. A metric with a single value is shown as that value,
/// without a chart; a metric that is still being read as a grey field.
class MetricCard : public QFrame
{
    Q_OBJECT
public:
    MetricCard(const QString &key, QWidget *parent = nullptr);

    QString key() const { return m_key; }
    MetricChart *chart() const { return m_chart; }
    void setSeries(const Items::MetricSeries &series);
    /// The metric is being read until setSeries(); `last` is its last value as reported by the run.
    void setLoading(std::optional<double> last);
    bool isLoading() const { return m_loading; }
    /// One more line in the chart, see MetricChart::setLine(); `name` is for the legend.
    void setLine(const QString &id, const QString &name, const Items::MetricSeries &series);
    void removeLine(const QString &id);
    /// The name of the metric itself in the legend, beside the further lines; by default its key.
    void setOwnName(const QString &name);
    /// The x of the shared cursor: the card shows the value at x instead of the last one.
    void setCursorX(std::optional<double> x);
    /// Adds the entries of the card's menu.
    void fillMenu(QMenu *menu);
    QString valueText() const;
    /// Name, legend and chart without buttons, sized for documents.
    QPixmap picture() const;
    /// All values of the chart's lines, one row per step and time.
    QByteArray csv() const;

Q_SIGNALS:
    /// The menu is being filled: MetricComparison adds its entries.
    void menuFilling(QMenu *menu);
    /// A click on the button that removes a further line.
    void removeWanted(const QString &id);
    /// The size of the file, or the reason why it could not be written.
    void exported(const QString &fileName, const Roost::Result<qint64> &bytes);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshText();
    void refreshBody();
    static QString placeOf(const Items::MetricSeries &series, double x);
    QString inWords() const;
    static QString inWords(const QString &name, const Items::MetricSeries &series);
    QString valueOf(const std::optional<Items::MetricSeries::Sample> &sample) const;
    void refreshLegend();
    QList<MetricCsv::Column> csvColumns() const;
    void copyPicture();
    void exportCsv();

    QString m_key;
    ElidedLabel *m_title;
    Label *m_note;
    Label *m_value;
    ChartLegend *m_legend;
    MetricChart *m_chart;
    QToolButton *m_more;
    Label *m_single; // the value of a metric that has only one
    Skeleton *m_skeleton;
    QStackedLayout *m_body;
    QString m_ownName;
    bool m_loading = false;
    std::optional<double> m_last;               // while it is being read
    QList<std::pair<QString, QString>> m_lines; // id and name of further lines, in order of insertion
    PendingReply<qint64> m_exporting;
};

} // namespace Roost::Ui
