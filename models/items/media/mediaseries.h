// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace Roost::Items {

enum class MediaKind { Image, Histogram, Text };

/// Identifies a series: TensorBoard shows each folder of event files separately, and a tag may have several kinds.
struct MediaKey
{
    MediaKind kind = MediaKind::Image;
    QString folder; // of the event files, relative to the run: "logs/train"
    QString tag;
    int part = 0; // the number of the image, if a script logs several images at once

    /// Returns the tag, with the number of the image if it is not the first.
    QString name() const { return part > 0 ? QStringLiteral("%1 [%2]").arg(tag).arg(part) : tag; }

    bool operator==(const MediaKey &) const = default;
    bool operator<(const MediaKey &other) const
    {
        return std::tie(kind, folder, tag, part) < std::tie(other.kind, other.folder, other.tag, other.part);
    }
};

/// Where a value of a series is stored. The value itself is read when it is shown.
struct MediaRecord
{
    qint64 step = 0;
    qint64 timestamp = 0; // in milliseconds since 1970
    int file = 0;         // the number of the event file in RunMedia
    int value = 0;        // the number of the value within its record
    qint64 offset = 0;    // of the record, in bytes
    qint64 size = 0;      // at most, in bytes
    bool operator==(const MediaRecord &) const = default;
};

/// One bucket of a histogram: the number of values from `low` to `high`.
struct MediaBucket
{
    double low = 0;
    double high = 0;
    double count = 0;
    bool operator==(const MediaBucket &) const = default;
};
using MediaBuckets = std::vector<MediaBucket>;

/// The histogram of one step, reduced to few buckets.
struct MediaDistribution
{
    qint64 step = 0;
    MediaBuckets buckets;
};

/// The values of one tag, sorted by step; values of equal steps keep the order in which they were logged.
class MediaSeries
{
public:
    explicit MediaSeries(MediaKey key)
        : m_key(std::move(key))
    {
    }

    const MediaKey &key() const { return m_key; }
    const std::vector<MediaRecord> &records() const { return m_records; }
    qsizetype size() const { return qsizetype(m_records.size()); }
    /// Returns the index of the record whose step is nearest to `step`, and -1 if there are no records.
    qsizetype indexOf(qint64 step) const;

    /// Histograms of evenly chosen steps, so that a chart of all steps needs no further reading and a limited memory.
    const std::vector<MediaDistribution> &distributions() const { return m_distributions; }

    void add(const MediaRecord &record);
    /// Keeps the histogram of a record that was just added. At most about `most` histograms are kept.
    void keep(qint64 step, MediaBuckets buckets, qsizetype most);
    /// Removes all values of a file. Kept histograms are not attributed to files, so all of them are removed.
    void removeFile(int file);
    /// Removes the values of a step and all later ones.
    void removeFrom(qint64 step);

private:
    MediaKey m_key;
    std::vector<MediaRecord> m_records;
    std::vector<MediaDistribution> m_distributions;
    qint64 m_stride = 1; // each m_stride-th histogram is kept
    qint64 m_offered = 0;
    bool m_lastIsExtra = false; // the last kept histogram is kept only because it is the newest
};

/// Returns `buckets` reduced to at most `most`, by uniting neighbours. The sum of the counts stays the same.
MediaBuckets united(const MediaBuckets &buckets, qsizetype most);

} // namespace Roost::Items
