// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/media/mediaindex.h"

#include <QCollator>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace Roost::Items {

using namespace TensorBoard;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostBuckets = 128;       // of a kept histogram
constexpr qsizetype MostDistributions = 128; // of a series
constexpr qsizetype LeastDistributions = 16;
constexpr qsizetype AllDistributions = 25'600; // of all series together, as long as each has the least number
constexpr qsizetype MostScalars = 2'000;       // in a folder, as metrics of its hyperparameters
constexpr qint64 LargestRecord = 64LL * 1024 * 1024 + 16;

MediaBuckets bucketsOf(const EventHistogram &histogram)
{
    MediaBuckets buckets;
    buckets.reserve(size_t(histogram.buckets.size()));
    for (const auto &bucket : histogram.buckets) {
        if (std::isfinite(bucket.left) && std::isfinite(bucket.right) && std::isfinite(bucket.count) &&
            bucket.left <= bucket.right && bucket.count >= 0)
            buckets.push_back({bucket.left, bucket.right, bucket.count});
    }
    return buckets;
}

// Markup is shown as it was written; the cells of a table are separated by bars.
QString textOf(const EventText &text)
{
    if (text.columns < 1)
        return text.texts.join(u'\n');
    QString lines;
    for (qsizetype i = 0; i < text.texts.size(); ++i)
        lines += text.texts.at(i) + ((i + 1) % text.columns == 0 ? u"\n"_s : u" | "_s);
    return lines;
}

// Returns for each value the end of its record at most: the start of the next record that has values.
QList<qint64> endsOf(const EventBatch &batch)
{
    QList<qint64> ends(batch.values.size(), batch.end);
    for (qsizetype i = batch.values.size() - 2; i >= 0; --i) {
        const qint64 next = batch.values.at(i + 1).recordStart;
        ends[i] = batch.values.at(i).recordStart == next ? ends.at(i + 1) : next;
    }
    return ends;
}

// Sorts "layer 2" before "layer 10", in the same order in every locale.
QCollator naturalOrder()
{
    QCollator order(QLocale::English);
    order.setNumericMode(true);
    order.setCaseSensitivity(Qt::CaseInsensitive);
    return order;
}

} // namespace

MediaIndex::MediaIndex() = default;
MediaIndex::~MediaIndex() = default;

MediaSeries &MediaIndex::seriesFor(const MediaKey &key)
{
    auto &series = m_series[key];
    if (!series)
        series = std::make_unique<MediaSeries>(key);
    return *series;
}

void MediaIndex::add(int file, const QString &folder, const EventBatch &batch, qint64 origin)
{
    const QList<qint64> ends = endsOf(batch);
    auto restart = batch.restarts.cbegin();
    int number = 0; // of the value within its record
    for (qsizetype i = 0; i < batch.values.size(); ++i) {
        for (; restart != batch.restarts.cend() && restart->before <= i; ++restart)
            discard(folder, restart->step);
        const EventValue &value = batch.values.at(i);
        const bool isSame = i > 0 && batch.values.at(i - 1).recordStart == value.recordStart;
        number = isSame ? number + 1 : 0;
        const MediaRecord record{
            value.step, qint64(value.wallTime * 1000), file,
            number,     origin + value.recordStart,    std::min(ends.at(i) - value.recordStart, LargestRecord)};
        addValue(record, folder, value);
    }
    for (; restart != batch.restarts.cend(); ++restart)
        discard(folder, restart->step);
    if (!batch.values.isEmpty() || !batch.restarts.isEmpty())
        ++m_revision;
}

void MediaIndex::addValue(const MediaRecord &record, const QString &folder, const EventValue &value)
{
    if (const auto *scalar = std::get_if<EventScalar>(&value.value)) {
        auto &scalars = m_scalars[folder];
        if (scalars.size() < MostScalars || scalars.contains(value.tag))
            scalars.insert(value.tag, scalar->value);
    } else if (const auto *images = std::get_if<EventImages>(&value.value)) {
        for (int part = 0; part < images->encoded.size(); ++part)
            seriesFor({MediaKind::Image, folder, value.tag, part}).add(record);
    } else if (const auto *histogram = std::get_if<EventHistogram>(&value.value)) {
        MediaSeries &series = seriesFor({MediaKind::Histogram, folder, value.tag});
        series.add(record);
        const qsizetype most =
            std::clamp(AllDistributions / qsizetype(m_series.size()), LeastDistributions, MostDistributions);
        series.keep(record.step, united(bucketsOf(*histogram), MostBuckets), most);
    } else if (std::holds_alternative<EventText>(value.value)) {
        seriesFor({MediaKind::Text, folder, value.tag}).add(record);
    } else if (const auto *hyperparameters = std::get_if<EventHyperparameters>(&value.value)) {
        m_hyperparameters[folder].insert(hyperparameters->values);
    }
}

void MediaIndex::discard(const QString &folder, qint64 step)
{
    for (auto at = m_series.begin(); at != m_series.end();) {
        if (at->first.folder == folder)
            at->second->removeFrom(step);
        at = at->second->size() == 0 ? m_series.erase(at) : std::next(at);
    }
}

void MediaIndex::removeFile(int file, const QString &folder)
{
    for (auto at = m_series.begin(); at != m_series.end();) {
        if (at->first.folder == folder)
            at->second->removeFile(file);
        at = at->second->size() == 0 ? m_series.erase(at) : std::next(at);
    }
    m_hyperparameters.remove(folder);
    m_scalars.remove(folder);
    ++m_revision;
}

QList<MediaKey> MediaIndex::keys() const
{
    QList<MediaKey> keys;
    for (const auto &[key, series] : m_series)
        keys += key;
    static const QCollator order = naturalOrder();
    std::ranges::stable_sort(
        keys, [](const MediaKey &a, const MediaKey &b) { return order.compare(a.name(), b.name()) < 0; });
    return keys;
}

const MediaSeries *MediaIndex::series(const MediaKey &key) const
{
    const auto found = m_series.find(key);
    return found == m_series.end() ? nullptr : found->second.get();
}

QList<HyperparameterSession> MediaIndex::sessions() const
{
    QList<HyperparameterSession> sessions;
    for (const auto &[folder, values] : m_hyperparameters.asKeyValueRange())
        sessions.append({folder, values, m_scalars.value(folder)});
    return sessions;
}

bool MediaIndex::hasFolders() const
{
    return std::ranges::any_of(
        m_series, [this](const auto &entry) { return entry.first.folder != m_series.begin()->first.folder; });
}

std::optional<std::variant<QByteArray, MediaBuckets, QString>>
MediaIndex::contentOf(const EventBatch &batch, const MediaKey &key, const MediaRecord &record)
{
    if (batch.values.size() <= record.value)
        return {};
    const EventValue &value = batch.values.at(record.value);
    if (value.tag != key.tag || value.step != record.step || value.recordStart != 0)
        return {};
    if (const auto *images = std::get_if<EventImages>(&value.value); images && key.kind == MediaKind::Image) {
        if (key.part < images->encoded.size())
            return images->encoded.at(key.part);
    } else if (const auto *histogram = std::get_if<EventHistogram>(&value.value);
               histogram && key.kind == MediaKind::Histogram) {
        return bucketsOf(*histogram);
    } else if (const auto *text = std::get_if<EventText>(&value.value); text && key.kind == MediaKind::Text) {
        return textOf(*text);
    }
    return {};
}

} // namespace Roost::Items
