// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/metricsboard.h"

#include <algorithm>
#include <utility>

namespace Roost::Items {

namespace {

constexpr int AtOnce = 4;

// "layer 2" before "layer 10"; QCollator does that in some locales only.
bool isBefore(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i].isDigit() && b[j].isDigit()) {
            const auto numberAt = [](const QString &text, qsizetype &at) {
                double number = 0;
                for (; at < text.size() && text[at].isDigit(); ++at)
                    number = number * 10 + text[at].digitValue();
                return number;
            };
            const double x = numberAt(a, i);
            const double y = numberAt(b, j);
            if (x != y)
                return x < y;
            continue;
        }
        const QChar x = a[i++].toCaseFolded();
        const QChar y = b[j++].toCaseFolded();
        if (x != y)
            return x < y;
    }
    return a.size() - i < b.size() - j;
}

} // namespace

struct MetricsBoard::Entry
{
    MetricSeries series;
    QString cursor;
    bool isComplete = false;
    bool isAhead = false; // has points that no signal has told yet
    PendingReply<MetricHistory> pending;
};

MetricsBoard::MetricsBoard(const QString &runId, QObject *parent)
    : QObject(parent)
    , m_runId(runId)
{
}

MetricsBoard::~MetricsBoard() = default;

void MetricsBoard::refresh(RunHistory *history, const QStringList &keys)
{
    m_history = history;
    bool isNew = false;
    for (const QString &key : keys) {
        if (m_entries.contains(key))
            continue;
        m_entries.emplace(key, std::make_unique<Entry>());
        isNew = true;
    }
    if (isNew)
        Q_EMIT keysChanged();
    if (!history)
        return;
    if (m_asking > 0 || !m_due.isEmpty()) {
        m_again = true;
        return;
    }
    m_again = false;
    m_roundError = {};
    for (const auto &[key, entry] : m_entries)
        m_due += key;
    askMore();
}

void MetricsBoard::askMore()
{
    while (m_asking < AtOnce && !m_due.isEmpty()) {
        const QString key = m_due.takeFirst();
        askFor(key, *m_entries.at(key));
    }
    if (m_asking > 0)
        return;
    if (m_error != m_roundError) {
        m_error = m_roundError;
        Q_EMIT errorChanged();
    }
    if (m_again)
        refresh(m_history, {});
}

void MetricsBoard::askFor(const QString &key, Entry &entry)
{
    ++m_asking;
    entry.pending.watch(m_history->metric(m_runId, key, entry.cursor), [this, key](Result<MetricHistory> result) {
        --m_asking;
        answered(key, result);
        askMore();
    });
}

void MetricsBoard::answered(const QString &key, const Result<MetricHistory> &result)
{
    Entry &entry = *m_entries.at(key);
    if (!result) {
        m_roundError = result.error();
        return;
    }
    entry.series.append(result->points);
    entry.isAhead |= !result->points.isEmpty();
    const bool moved = entry.cursor != result->cursor;
    entry.cursor = result->cursor;
    // A back end that says more but does not move would be asked for ever.
    if (result->more && (moved || !result->points.isEmpty())) {
        m_due.prepend(key);
        return; // what was read of it ends somewhere, and not where the metric does
    }
    const bool wasComplete = std::exchange(entry.isComplete, true);
    if (std::exchange(entry.isAhead, false) || !wasComplete)
        Q_EMIT grown(key);
}

QStringList MetricsBoard::keys() const
{
    QStringList keys;
    for (const auto &[key, entry] : m_entries)
        keys += key;
    std::ranges::stable_sort(keys, isBefore);
    return keys;
}

const MetricSeries *MetricsBoard::series(const QString &key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : &found->second->series;
}

bool MetricsBoard::isComplete(const QString &key) const
{
    const auto found = m_entries.find(key);
    return found != m_entries.end() && found->second->isComplete;
}

void MetricsBoard::prefer(const QStringList &keys)
{
    std::ranges::stable_partition(m_due, [&keys](const QString &key) { return keys.contains(key); });
}

bool MetricsBoard::isLoaded() const
{
    return std::ranges::all_of(m_entries, [](const auto &entry) { return entry.second->isComplete; });
}

} // namespace Roost::Items
