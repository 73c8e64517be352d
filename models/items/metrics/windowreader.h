// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/windowedseries.h"

#include <QTimer>

#include <functional>

namespace Roost::Items {

/// Reads one metric at the resolution of a chart: the whole range, and the part that the chart shows. Requests that are
/// outdated are canceled; until a reply arrives, the buckets stay as they are.
class WindowReader
{
public:
    /// `windows` must outlive this object. `changed` is called after each reply, also after an error.
    WindowReader(MetricWindows *windows, const QString &runId, const QString &key, qint64 size,
                 std::function<void()> changed);

    /// Called each time a chart paints the metric; does nothing if the buckets are fine enough. A metric that no chart
    /// paints is not read.
    void want(const MetricView &view);
    /// Call when the metric may have more points.
    void refresh();

    const WindowedSeries &series() const { return m_series; }
    /// Why the last request failed; its text is empty if it succeeded.
    const Error &error() const { return m_error; }

private:
    bool isSatisfied() const;
    void request();
    void requestWhole();
    void requestPart();
    void onError(const Error &error);
    MetricWindowQuery query(double from, double to, int columns) const;

    MetricWindows *m_windows;
    QString m_runId;
    QString m_key;
    std::function<void()> m_changed;
    WindowedSeries m_series;
    MetricView m_view;
    bool m_isWanted = true; // since the last refresh
    bool m_isStale = true;
    bool m_requestAgain = false;
    Error m_error;
    QTimer m_patience;
    PendingReply<MetricWindow> m_whole;
    PendingReply<MetricWindow> m_part;
};

} // namespace Roost::Items
