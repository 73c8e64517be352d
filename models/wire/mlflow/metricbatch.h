// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace Roost::Wire {

/// Writes bodies of runs/log-batch with many metrics. It writes text directly, because an import sends millions of
/// points.
class MetricBatch
{
public:
    /// The number of metrics that MLflow's server accepts in one request.
    static constexpr int most = 1000;

    explicit MetricBatch(const QString &runId);

    /// `model` is the id of the logged model that the point belongs to; empty for none.
    void add(const QString &key, const MetricPoint &point, const QString &model = {}, const QString &dataset = {},
             const QString &digest = {});
    int size() const { return m_size; }
    /// Returns the body and starts the next one.
    QByteArray take();

private:
    QByteArray m_head;
    QByteArray m_body;
    QHash<QString, QByteArray> m_keys; // as JSON
    int m_size = 0;
};

} // namespace Roost::Wire
