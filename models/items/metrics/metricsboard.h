// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/metrics/metricseries.h"

#include <QObject>

#include <map>
#include <memory>

namespace Roost::Items {

/// All metrics of one run, read with cursors: while a run is active, only new points are read.
class MetricsBoard : public QObject
{
    Q_OBJECT
public:
    explicit MetricsBoard(const QString &runId, QObject *parent = nullptr);
    ~MetricsBoard() override;

    /// Reads the new points of all metrics that are known or listed in `keys`. If a round of reads is in progress,
    /// another round follows it. `history` and `windows` must exist as long as the board. With `windows`, a metric that
    /// has more than LongSeries points is read at the resolution of the charts that show it.
    void refresh(RunHistory *history, const QStringList &keys, MetricWindows *windows = nullptr);
    static constexpr qsizetype LongSeries = 20'000;

    /// Forgets the points and cursors: the next refresh() reads all metrics from their beginning, from another source.
    void startAgain();

    /// Returns the keys in natural order: "layer 2" before "layer 10".
    QStringList keys() const;
    /// Returns the points of a metric; null if there is no such metric.
    const MetricSeries *series(const QString &key) const;
    /// Returns whether each known metric was read to its end at least once.
    bool isLoaded() const;
    /// Returns whether the metric was read to its end at least once. Until then its last sample is not the latest one.
    bool isComplete(const QString &key) const;
    /// Called each time a chart paints the metric: reads a long metric as finely as the chart shows it.
    void want(const QString &key, const MetricView &view);
    /// Sets the metrics that are read first in a round, because a view waits for them.
    void prefer(const QStringList &keys);
    /// Why the last round failed; its text is empty if the round succeeded.
    const Error &error() const { return m_error; }

Q_SIGNALS:
    void keysChanged();
    /// Emitted when the metric has new points and was read to its end.
    void grown(const QString &key);
    void errorChanged();

private:
    struct Entry;
    void requestDue();
    void requestPoints(const QString &key, Entry &entry);
    void useWindows(const QString &key, Entry &entry);
    void onWindow(const QString &key);
    void onPoints(const QString &key, const Result<MetricHistory> &result);

    QString m_runId;
    RunHistory *m_history = nullptr;
    MetricWindows *m_windows = nullptr;
    std::map<QString, std::unique_ptr<Entry>> m_entries;
    QStringList m_due; // to be read in this round
    int m_inFlight = 0;
    bool m_requestAgain = false;
    Error m_error;
    Error m_roundError;
};

} // namespace Roost::Items
