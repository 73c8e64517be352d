// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/media/mediaseries.h"

#include <QPainter>
#include <QWidget>

#include <optional>

namespace Roost::Ui {

/// The distribution of the values of a series over its steps as a heat map, and at the right the histogram of the
/// chosen step as bars over the same axis.
class HistogramView : public QWidget
{
    Q_OBJECT
public:
    explicit HistogramView(QWidget *parent = nullptr);

    void setDistributions(const std::vector<Items::MediaDistribution> &distributions);
    /// Sets the histogram of the chosen step.
    void setChosen(qint64 step, const Items::MediaBuckets &buckets);
    void clearChosen();

    /// Returns the counts of `buckets` in `rows` equal parts of a range, from low to high.
    static std::vector<double> counts(const Items::MediaBuckets &buckets, double low, double high, int rows);

Q_SIGNALS:
    /// Emitted with what the mouse points at: step, bucket and count; empty if it points at nothing.
    void pointed(const QString &text);
    /// Emitted on a click on the column of a step.
    void stepClicked(qint64 step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    QSize sizeHint() const override { return {360, 170}; }

private:
    struct Range
    {
        double low = 0;
        double high = 1;
    };
    QRectF heatArea() const;
    QRectF barArea() const;
    void refreshRange();
    QRectF columnOf(size_t index) const;
    std::optional<size_t> columnAt(double x) const;
    double placeOf(double value) const;
    double stepPlace(double step) const;
    void drawHeat(QPainter &painter) const;
    void drawBars(QPainter &painter) const;
    void drawAxes(QPainter &painter) const;
    QString textAt(const QPointF &at) const;

    std::vector<Items::MediaDistribution> m_distributions; // sorted by step
    std::optional<qint64> m_step;
    Items::MediaBuckets m_chosen;
    Range m_range;
};

} // namespace Roost::Ui
