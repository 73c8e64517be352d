// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/items/metrics/metricseries.h"
#include "ui/metrics/metriccsv.h"

#include <QFrame>

class QMenu;
class QStackedLayout;
class QToolButton;

namespace Roost::Ui {

class ChartLegend;
class ElidedLabel;
class Label;
class MetricChart;
class Skeleton;

/// One metric: its name, its last value, its chart, and a menu for what one may want of it. A metric of one value is
/// that value, without a chart; one that is still being read is a grey field.
class MetricCard : public QFrame
{
    Q_OBJECT
public:
    MetricCard(const QString &key, QWidget *parent = nullptr);

    QString key() const { return m_key; }
    MetricChart *chart() const { return m_chart; }
    void setSeries(const Items::MetricSeries &series);
    /// The metric is being read, and ends in `last` as far as its run says; until setSeries().
    void setLoading(std::optional<double> last);
    bool isLoading() const { return m_loading; }
    /// One more line in the chart, see MetricChart::setLine(); `name` is for the legend.
    void setLine(const QString &id, const QString &name, const Items::MetricSeries &series);
    void removeLine(const QString &id);
    /// What the metric itself is called in the legend, beside those lines; its key at first.
    void setOwnName(const QString &name);
    /// Where the shared cursor stands: the value there takes the place of the last one.
    void setCursorX(std::optional<double> x);
    /// What the menu of the chart offers.
    void fillMenu(QMenu *menu);
    QString valueText() const;
    /// Name, legend and chart without what is there to be clicked, of a size for documents.
    QPixmap picture() const;
    /// All that the chart shows, a line of text each step and time.
    QByteArray csv() const;

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
    Label *m_single; // the value of a metric that has one alone
    Skeleton *m_skeleton;
    QStackedLayout *m_body;
    QString m_ownName;
    bool m_loading = false;
    std::optional<double> m_last;               // while it is being read
    QList<std::pair<QString, QString>> m_lines; // id and name of further ones, as they came
    PendingReply<qint64> m_exporting;
};

} // namespace Roost::Ui
