// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/media/hyperparametersmodel.h"
#include "models/items/media/mediaseries.h"
#include "models/tensorboard/eventfilereader.h"

#include <map>
#include <memory>

namespace Roost::Items {

/// What the event files of a run contain: the series of images, histograms and texts, and the hyperparameters. Contains
/// positions in the files, not the values; of histograms it keeps a limited number for the chart over all steps.
class MediaIndex
{
public:
    MediaIndex();
    ~MediaIndex();

    /// Adds what was read from a file whose bytes begin at `origin` of the batch.
    void add(int file, const QString &folder, const TensorBoard::EventBatch &batch, qint64 origin);
    /// Removes what was read from a file, because the file was replaced.
    void removeFile(int file, const QString &folder);

    /// Returns the series in natural order: "layer 2" before "layer 10".
    QList<MediaKey> keys() const;
    /// Returns null if there is no such series. Valid until the index changes.
    const MediaSeries *series(const MediaKey &key) const;
    QList<HyperparameterSession> sessions() const;
    bool isEmpty() const { return m_series.empty() && m_hyperparameters.isEmpty(); }
    /// Returns whether series are in several folders.
    bool hasFolders() const;
    /// Changes whenever content was added or removed.
    qint64 revision() const { return m_revision; }

    /// Returns the content of the value that a record refers to, from the batch that contains only that record.
    static std::optional<std::variant<QByteArray, MediaBuckets, QString>>
    contentOf(const TensorBoard::EventBatch &batch, const MediaKey &key, const MediaRecord &record);

private:
    MediaSeries &seriesFor(const MediaKey &key);
    void addValue(const MediaRecord &record, const QString &folder, const TensorBoard::EventValue &value);
    void discard(const QString &folder, qint64 step);

    std::map<MediaKey, std::unique_ptr<MediaSeries>> m_series;
    QMap<QString, QMap<QString, QString>> m_hyperparameters; // by folder
    QMap<QString, QMap<QString, double>> m_scalars;          // the last values, by folder
    qint64 m_revision = 0;
};

} // namespace Roost::Items
