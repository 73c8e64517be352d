// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/answer.h"
#include "models/items/metricseries.h"

#include <QFrame>

class QMenu;

namespace Roost {

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
    /// Where the shared cursor stands: the value there takes the place of the last one.
    void setCursorX(std::optional<double> x);
    /// What the menu of the chart offers.
    void fillMenu(QMenu *menu);
    QString valueText() const;

Q_SIGNALS:
    /// "Saved as …", or why not.
    void exported(const QString &fileName, const Roost::Result<qint64> &bytes);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshText();
    void copyPicture();
    void exportCsv();

    QString m_key;
    ElidedLabel *m_title;
    Label *m_note;
    Label *m_value;
    MetricChart *m_chart;
    Pending<qint64> m_exporting;
};

} // namespace Roost
