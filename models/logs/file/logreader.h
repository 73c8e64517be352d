// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/logs/file/logerrors.h"
#include "models/logs/file/logindex.h"
#include "models/logs/file/logworker.h"

#include <QObject>
#include <QPointer>

namespace Roost::Logs {

/// What the reader has found in a file since the last progressed().
struct LogProgress
{
    int generation = 0;
    std::shared_ptr<const LogIndex> index; // another object than before if the file was truncated or replaced
    bool missing = false;
    bool allLines = false; // whether all lines of the file as it is are known
    bool atEnd = false;    // whether also all errors in the lines are known
    qint64 lineCount = 0;
    qint64 end = 0;
    std::vector<LineNumber> newErrors;
};

/// The part of a LogDocument that reads the file. It belongs to one of the threads of LogPool; LogDocument queues its
/// calls.
class LogReader : public QObject, public PieceReader
{
    Q_OBJECT

public:
    explicit LogReader(LogWorker *worker);
    ~LogReader() override;

    LogWorker *worker() const { return m_worker; }
    QString path() const override { return m_path; }

    void open(int generation, const QString &path, qint64 firstByte, bool growing);
    void setGrowing(bool growing);
    /// Queues the file for reading. Call when it may have changed.
    void enqueue();
    void fetch(int generation, LineNumber first, qint64 count);
    // These run on threads of QThreadPool, because they may take a long time.
    void text(LineNumber from, LineNumber to, const Promise<QString> &promise);
    void saveAs(const QString &fileName, const Promise<qint64> &promise);

    bool readPiece() override;

Q_SIGNALS:
    void progressed(const Roost::Logs::LogProgress &progress);
    void fetched(int generation, Roost::Logs::LineNumber first, const QList<Roost::Logs::LogLine> &lines);

private:
    void makeIndex(qint64 firstByte);
    void emitProgress(bool missing);
    void updateFollowing();

    std::shared_ptr<LogIndex> m_index;
    std::unique_ptr<LogErrors> m_errors;
    QString m_path;
    int m_generation = 0;
    bool m_growing = false;
    bool m_isReported = false; // whether progressed() was emitted for this index
    size_t m_reportedErrors = 0;
    QPointer<LogWorker> m_worker;
};

} // namespace Roost::Logs
