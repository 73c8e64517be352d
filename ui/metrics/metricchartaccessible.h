// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace Roost::Ui {

class MetricChart;

/// What assistive technology reads of a chart: its lines in words, put together when they are asked for.
class MetricChartAccessible : public QAccessibleWidget
{
public:
    explicit MetricChartAccessible(MetricChart *chart);
    /// A factory for QAccessible::installFactory().
    static QAccessibleInterface *make(const QString &className, QObject *object);

    QString text(QAccessible::Text kind) const override;
};

} // namespace Roost::Ui
