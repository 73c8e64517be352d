// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace Roost::Ui {

/// What assistive technology reads of a chart: its lines in words, put together when they are requested.
class MetricChartAccessible : public QAccessibleWidget
{
public:
    /// The widget that shows the chart implements this.
    class View
    {
    public:
        virtual ~View() = default;
        virtual QString inWords() const = 0;
    };

    /// Makes one for each View; for QAccessible::installFactory().
    static QAccessibleInterface *make(const QString &className, QObject *object);

    QString text(QAccessible::Text kind) const override;

private:
    MetricChartAccessible(QWidget *widget, const View *view);

    const View *m_view;
};

} // namespace Roost::Ui
