// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace Roost::Ui {

/// The text of a chart for assistive technology: its lines in words, composed on request.
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

    /// Creates an interface for each View; for QAccessible::installFactory().
    static QAccessibleInterface *make(const QString &className, QObject *object);

    QString text(QAccessible::Text kind) const override;

private:
    MetricChartAccessible(QWidget *widget, const View *view);

    const View *m_view;
};

} // namespace Roost::Ui
