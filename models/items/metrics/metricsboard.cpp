// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/metricsboard.h"

#include "models/items/metrics/windowreader.h"

#include <QCollator>

#include <algorithm>
#include <utility>

namespace Roost::Items {

namespace {

constexpr int AtOnce = 4;

// Sorts "layer 2" before "layer 10", in the same order in every locale.
QCollator naturalOrder()
{
    QCollator order(QLocale::English);
    order.setNumericMode(true);
    order.setCaseSensitivity(Qt::CaseInsensitive);
    return order;
}

} // namespace

struct MetricsBoard::Entry
{
    MetricSeries series;
    QString cursor;
    bool isComplete = false;
    bool isAhead = false; // has points that no signal has announced yet
    PendingReply<MetricHistory> pending;
    std::unique_ptr<WindowReader> windows; // of a long metric
};

MetricsBoard::MetricsBoard(const QString &runId, QObject *parent)
    : QObject(parent)
    , m_runId(runId)
{
}

MetricsBoard::~MetricsBoard() = default;

void MetricsBoard::refresh(RunHistory *history, const QStringList &keys, MetricWindows *windows)
{
    m_history = history;
    m_windows = windows;
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
    if (m_inFlight > 0 || !m_due.isEmpty()) {
        m_requestAgain = true;
        return;
    }
    m_requestAgain = false;
    m_roundError = {};
    for (const auto &[key, entry] : m_entries)
        m_due += key;
    requestDue();
}

void MetricsBoard::startAgain()
{
    m_due.clear();
    m_inFlight = 0;
    m_requestAgain = false;
    for (const auto &[key, entry] : m_entries) {
        entry->pending.cancel();
        entry->series = MetricSeries(entry->series.axis());
        entry->cursor.clear();
        entry->isComplete = false;
        entry->windows.reset();
    }
}

void MetricsBoard::requestDue()
{
    while (m_inFlight < AtOnce && !m_due.isEmpty()) {
        const QString key = m_due.takeFirst();
        requestPoints(key, *m_entries.at(key));
    }
    if (m_inFlight > 0)
        return;
    if (m_error != m_roundError) {
        m_error = m_roundError;
        Q_EMIT errorChanged();
    }
    if (m_requestAgain)
        refresh(m_history, {}, m_windows);
}

void MetricsBoard::requestPoints(const QString &key, Entry &entry)
{
    if (entry.windows) {
        entry.windows->refresh();
        return;
    }
    ++m_inFlight;
    entry.pending.watch(m_history->metric(m_runId, key, entry.cursor), [this, key](Result<MetricHistory> result) {
        --m_inFlight;
        onPoints(key, result);
        requestDue();
    });
}

void MetricsBoard::onPoints(const QString &key, const Result<MetricHistory> &result)
{
    Entry &entry = *m_entries.at(key);
    if (!result) {
        m_roundError = result.error();
        return;
    }
    entry.series.append(result->points);
    if (m_windows && entry.series.size() > LongSeries) {
        useWindows(key, entry);
        return;
    }
    entry.isAhead |= !result->points.isEmpty();
    const bool moved = entry.cursor != result->cursor;
    entry.cursor = result->cursor;
    // A back end that reports more points but returns the same cursor would be queried forever.
    if (result->more && (moved || !result->points.isEmpty())) {
        m_due.prepend(key);
        return; // the points read so far do not reach the end of the metric
    }
    const bool wasComplete = std::exchange(entry.isComplete, true);
    if (std::exchange(entry.isAhead, false) || !wasComplete)
        Q_EMIT grown(key);
}

// The points that were read are not needed any more.
void MetricsBoard::useWindows(const QString &key, Entry &entry)
{
    entry.windows =
        std::make_unique<WindowReader>(m_windows, m_runId, key, entry.series.size(), [this, key] { onWindow(key); });
}

void MetricsBoard::onWindow(const QString &key)
{
    Entry &entry = *m_entries.at(key);
    const Error &error = entry.windows->error();
    if (!error.text.isEmpty()) {
        m_error = error;
        Q_EMIT errorChanged();
        return;
    }
    entry.series = MetricSeries::windowed(entry.windows->series());
    entry.isComplete = true;
    Q_EMIT grown(key);
}

void MetricsBoard::want(const QString &key, const MetricView &view)
{
    const auto found = m_entries.find(key);
    if (found != m_entries.end() && found->second->windows)
        found->second->windows->want(view);
}

QStringList MetricsBoard::keys() const
{
    QStringList keys;
    for (const auto &[key, entry] : m_entries)
        keys += key;
    static const QCollator order = naturalOrder();
    std::ranges::stable_sort(keys, [](const QString &a, const QString &b) { return order.compare(a, b) < 0; });
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
