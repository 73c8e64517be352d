// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metricchartaccessible.h"

namespace Roost::Ui {

MetricChartAccessible::MetricChartAccessible(QWidget *widget, const View *view)
    : QAccessibleWidget(widget, QAccessible::Chart)
    , m_view(view)
{
}

QAccessibleInterface *MetricChartAccessible::make(const QString & /*className*/, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const auto *view = dynamic_cast<const View *>(widget);
    return view ? new MetricChartAccessible(widget, view) : nullptr;
}

QString MetricChartAccessible::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Description ? m_view->inWords() : QAccessibleWidget::text(kind);
}

} // namespace Roost::Ui
