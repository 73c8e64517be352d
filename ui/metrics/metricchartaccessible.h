// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace Roost::Ui {

/// The text of a chart for assistive technology: a description of its lines, composed on request.
class MetricChartAccessible : public QAccessibleWidget
{
public:
    /// Implemented by the widget that shows the chart.
    class View
    {
    public:
        virtual ~View() = default;
        virtual QString inWords() const = 0;
    };

    /// Creates an interface for each View. For QAccessible::installFactory().
    static QAccessibleInterface *make(const QString &className, QObject *object);

    QString text(QAccessible::Text kind) const override;

private:
    MetricChartAccessible(QWidget *widget, const View *view);

    const View *m_view;
};

} // namespace Roost::Ui
