// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metricchartaccessible.h"

#include "ui/metrics/metricchart.h"

namespace Roost::Ui {

MetricChartAccessible::MetricChartAccessible(MetricChart *chart)
    : QAccessibleWidget(chart, QAccessible::Chart)
{
}

QAccessibleInterface *MetricChartAccessible::make(const QString & /*className*/, QObject *object)
{
    auto *chart = qobject_cast<MetricChart *>(object);
    return chart ? new MetricChartAccessible(chart) : nullptr;
}

QString MetricChartAccessible::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Description)
        return static_cast<const MetricChart *>(object())->inWords();
    return QAccessibleWidget::text(kind);
}

} // namespace Roost::Ui
