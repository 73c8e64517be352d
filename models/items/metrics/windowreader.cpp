// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/windowreader.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Roost::Items {

namespace {

constexpr int FirstColumns = 800; // before a chart has painted the metric
constexpr int Patience = 30;      // in milliseconds; a zoom consists of several steps
constexpr double Margin = 0.25;   // of the visible part on both sides, so that a short pan needs no reading
constexpr double Infinity = std::numeric_limits<double>::infinity();

} // namespace

WindowReader::WindowReader(MetricWindows *windows, const QString &runId, const QString &key, qint64 size,
                           std::function<void()> changed)
    : m_windows(windows)
    , m_runId(runId)
    , m_key(key)
    , m_changed(std::move(changed))
    , m_series(MetricAxis::Step, size)
    , m_view{MetricAxis::Step, {}, FirstColumns}
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    QObject::connect(&m_patience, &QTimer::timeout, &m_patience, [this] { request(); });
    request();
}

bool WindowReader::isSatisfied() const
{
    if (m_isStale || m_series.whole().empty())
        return false;
    const double low = m_view.x ? m_view.x->first : m_series.whole().front().low;
    const double high = m_view.x ? m_view.x->second : m_series.whole().back().high;
    return m_series.isFineEnough(low, high, m_view.columns);
}

void WindowReader::want(const MetricView &view)
{
    m_isWanted = true;
    const bool isNew = view != m_view;
    m_view = view;
    if (view.axis != m_series.axis()) {
        m_series = WindowedSeries(view.axis, m_series.size());
        m_isStale = true;
    }
    if (isSatisfied())
        return;
    if (isNew)
        m_patience.start();
    else if (m_isStale && !m_patience.isActive() && !m_whole.isWaiting() && m_error.text.isEmpty())
        request();
}

void WindowReader::refresh()
{
    m_isStale = true;
    m_error = {};
    if (!m_isWanted)
        return; // want() requests it
    if (m_whole.isWaiting() || m_part.isWaiting() || m_patience.isActive())
        m_requestAgain = true;
    else
        request();
}

MetricWindowQuery WindowReader::query(double from, double to, int columns) const
{
    const bool isStep = m_view.axis == MetricAxis::Step;
    const auto place = [&](double x) { return isStep ? x : double(m_series.firstTimestamp()) + 1000 * x; };
    return {m_key, isStep ? MetricWindowQuery::Axis::Step : MetricWindowQuery::Axis::Time, place(from), place(to),
            std::clamp(columns, 16, 8000)};
}

void WindowReader::request()
{
    m_patience.stop();
    m_requestAgain = false;
    m_whole.cancel();
    m_part.cancel();
    // The part is requested by its x, which for times counts from the first point of the metric.
    if (m_isStale || m_series.whole().empty() || !m_view.x)
        requestWhole();
    else
        requestPart();
}

void WindowReader::requestWhole()
{
    m_isWanted = false;
    const int columns = m_view.x ? FirstColumns : m_view.columns;
    MetricWindowQuery all = query(0, 0, columns);
    all.from = -Infinity;
    all.to = Infinity;
    m_whole.watch(m_windows->window(m_runId, all), [this, axis = m_view.axis](Result<MetricWindow> window) {
        if (!window) {
            onError(window.error());
            return;
        }
        m_error = {};
        m_isStale = false;
        if (axis == m_series.axis())
            m_series.setWhole(*window);
        // The buckets of the part are as old as those of the whole were; they stay visible until the new ones arrive.
        m_series.clearPart();
        if (m_view.x && !isSatisfied()) {
            requestPart();
            return;
        }
        m_changed();
        if (m_requestAgain)
            request();
    });
}

void WindowReader::requestPart()
{
    if (!m_view.x)
        return;
    const auto [low, high] = *m_view.x;
    const double margin = (high - low) * Margin;
    const MetricWindowQuery part = query(low - margin, high + margin, int(m_view.columns * (1 + 2 * Margin)));
    m_part.watch(m_windows->window(m_runId, part),
                 [this, low = low - margin, high = high + margin, axis = m_view.axis](Result<MetricWindow> window) {
                     if (!window) {
                         onError(window.error());
                         return;
                     }
                     m_error = {};
                     if (axis == m_series.axis())
                         m_series.setPart(low, high, *window);
                     m_changed();
                     if (m_requestAgain)
                         request();
                 });
}

void WindowReader::onError(const Error &error)
{
    m_error = error;
    m_requestAgain = false;
    m_changed();
}

} // namespace Roost::Items
