// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/metrics/metricseries.h"

#include <QObject>

#include <map>
#include <memory>

namespace Roost::Items {

/// All metrics of one run, read by cursors, so that a live run costs only what is new.
class MetricsBoard : public QObject
{
    Q_OBJECT
public:
    explicit MetricsBoard(const QString &runId, QObject *parent = nullptr);
    ~MetricsBoard() override;

    /// Reads what came since of all metrics that are known or named in `keys`; while a round is on its way, one
    /// more follows it. `history` must live until the next call or the board's end.
    void refresh(RunHistory *history, const QStringList &keys);

    /// By name, as people sort them.
    QStringList keys() const;
    /// Null where there is no such metric.
    const MetricSeries *series(const QString &key) const;
    /// Whether each known metric was read to its end once.
    bool isLoaded() const;
    /// Whether the metric was read to its end once; until then its last sample is none that was logged last.
    bool isComplete(const QString &key) const;
    /// These are read before the others of the round: a view waits for them.
    void prefer(const QStringList &keys);
    /// Why the last round could not be read; empty text when it could.
    const Error &error() const { return m_error; }

Q_SIGNALS:
    void keysChanged();
    /// The metric has more points, and was read to its end.
    void grown(const QString &key);
    void errorChanged();

private:
    struct Entry;
    void askMore();
    void askFor(const QString &key, Entry &entry);
    void answered(const QString &key, const Result<MetricHistory> &result);

    QString m_runId;
    RunHistory *m_history = nullptr;
    std::map<QString, std::unique_ptr<Entry>> m_entries;
    QStringList m_due; // to be asked in this round
    int m_asking = 0;
    bool m_again = false;
    Error m_error;
    Error m_roundError;
};

} // namespace Roost::Items
