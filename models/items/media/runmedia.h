// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/base/longwork.h"
#include "models/items/media/mediaindex.h"
#include "models/items/runs/rundocument.h"

#include <QTimer>

#include <memory>
#include <variant>
#include <vector>

namespace Roost::Items {

/// A value of a series: the bytes of an encoded image, a histogram, or a text.
using MediaContent = std::variant<QByteArray, MediaBuckets, QString>;

/// The images, histograms, texts and hyperparameters in the TensorBoard event files of a run. Reads the files by ranges
/// and keeps an index of them; the values are read when they are shown. While the run is active, the new bytes of the
/// files are read.
///
/// Until setShown(true), only the beginning of each file is read, to find out whether there is something to show.
class RunMedia : public QObject
{
    Q_OBJECT
public:
    /// `run` must outlive this object.
    explicit RunMedia(RunDocument *run, QObject *parent = nullptr);
    ~RunMedia() override;

    void setShown(bool shown);

    /// Returns whether there is, or may be, something to show.
    bool isAvailable() const;
    /// Returns whether bytes are missing that will be read without any action of the user.
    bool isReading() const;
    const MediaIndex &index() const { return m_index; }

    /// The bytes that were read, and that the files contain as far as it is known.
    qint64 readBytes() const;
    qint64 totalBytes() const;
    /// Returns the reading of much data, which can be canceled; null if nothing or little is being read.
    const std::shared_ptr<LongWork> &work() const { return m_work; }
    /// Returns whether the reading was canceled, so that the content is incomplete.
    bool isPaused() const { return m_paused; }
    void resume();

    /// A file that could not be read, or that contains a damaged record.
    struct Problem
    {
        QString path;
        Error error;
        bool isDamage = false; // a retry does not help
        bool operator==(const Problem &) const = default;
    };
    QList<Problem> problems() const;
    /// Reads the files again that could not be read.
    void retry();

    /// Reads a value. Fails if it was overwritten in the meantime.
    Future<MediaContent> content(const MediaKey &key, const MediaRecord &record);

Q_SIGNALS:
    /// Emitted when the index, the problems or the state of the reading have changed; not more often than about ten
    /// times a second.
    void changed();

private:
    struct File;
    void findFiles();
    void addFile(const QString &path);
    void readOn();
    File *nextFile();
    qint64 wantedOf(const File &file) const;
    void readChunk(File &file, const FileRef &ref);
    void onChunk(File &file, const Result<Chunk> &result);
    void addBytes(File &file, const QByteArray &bytes);
    void onError(File &file, const Error &error);
    void restart(File &file);
    void updateWork();
    void announce();

    RunDocument *m_run;
    std::vector<std::unique_ptr<File>> m_files;
    MediaIndex m_index;
    bool m_shown = false;
    bool m_paused = false;
    std::shared_ptr<LongWork> m_work;
    QTimer m_announcement;
    PendingReply<FileRef> m_fileQuery;
    PendingReply<Chunk> m_chunkQuery;
};

} // namespace Roost::Items
