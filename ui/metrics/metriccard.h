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
/// without a chart; a metric that is still being read is shown as a grey field.
class MetricCard : public QFrame
{
    Q_OBJECT
public:
    MetricCard(const QString &key, QWidget *parent = nullptr);
    /// A card whose title is not the name of its metric.
    MetricCard(const QString &key, const QString &title, QWidget *parent = nullptr);

    QString key() const { return m_key; }
    MetricChart *chart() const { return m_chart; }
    void setSeries(const Items::MetricSeries &series);
    /// Shows that the metric is being read, until setSeries() is called. `last` is its last value as reported by the
    /// run.
    void setLoading(std::optional<double> last);
    bool isLoading() const { return m_loading; }
    /// Adds a line to the chart, see MetricChart::setLine(). `name` is shown in the legend.
    void setLine(const QString &id, const QString &name, const Items::MetricSeries &series);
    void removeLine(const QString &id);
    /// Sets whether the legend has buttons that remove additional lines; true by default.
    void setRemovable(bool removable);
    /// Sets the name of the metric itself in the legend, if there are additional lines; its key by default.
    void setOwnName(const QString &name);
    /// Sets the x of the shared cursor. The card then shows the value at x instead of the last value.
    void setCursorX(std::optional<double> x);
    /// Adds the entries of the menu of the card.
    void fillMenu(QMenu *menu);
    QString valueText() const;
    /// Returns name, legend and chart without buttons, in a size for documents.
    QPixmap picture() const;
    /// Returns all values of the lines of the chart, one row per step and time.
    QByteArray csv() const;

Q_SIGNALS:
    /// Emitted while the menu is being filled; MetricComparison adds its entries.
    void menuFilling(QMenu *menu);
    /// Emitted on a click on the button that removes an additional line.
    void removeWanted(const QString &id);
    /// Emitted with the size of the file in bytes, or the reason why it could not be written.
    void exported(const QString &fileName, const Roost::Result<qint64> &bytes);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshText();
    void refreshBody();
    static QString placeOf(const Items::MetricSeries &series, double x);
    QString textAtCursor(const QString &value, const QString &at) const;
    bool isWindowed() const;
    QString inWords() const;
    static QString inWords(const QString &name, const Items::MetricSeries &series);
    QString valueOf(const std::optional<Items::MetricSeries::Sample> &sample) const;
    void refreshLegend();
    QList<MetricCsv::Column> csvColumns() const;
    void copyPicture();
    void exportCsv();

    QString m_key;
    QString m_name; // the title
    ElidedLabel *m_title;
    Label *m_note;
    Label *m_value;
    Label *m_best; // the best value so far
    ChartLegend *m_legend;
    MetricChart *m_chart;
    QToolButton *m_more;
    Label *m_single; // the value of a metric that has only one value
    Skeleton *m_skeleton;
    QStackedLayout *m_body;
    QString m_ownName;
    bool m_loading = false;
    std::optional<double> m_last;               // used while the metric is being read
    QList<std::pair<QString, QString>> m_lines; // id and name of additional lines, in order of insertion
    PendingReply<qint64> m_exporting;
};

} // namespace Roost::Ui
