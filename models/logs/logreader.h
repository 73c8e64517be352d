// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/logs/logerrors.h"
#include "models/logs/logindex.h"

#include <QObject>

#include <QPointer>

namespace Roost::Logs {

class LogWorker;

/// What became known of a file since the last word about it.
struct LogProgress
{
    int generation = 0;
    std::shared_ptr<const LogIndex> index; // another one than before: the file began anew
    bool missing = false;
    bool allLines = false; // of the file as it is
    bool atEnd = false;    // and all errors in them
    qint64 lineCount = 0;
    qint64 end = 0;
    std::vector<LineNumber> newErrors;
};

/// The half of a LogDocument that touches the file. Lives on one of the threads of LogPool, among others; all calls
/// from outside are queued.
class LogReader : public QObject
{
    Q_OBJECT

public:
    explicit LogReader(LogWorker *worker);
    ~LogReader() override;

    LogWorker *worker() const { return m_worker; }
    QString path() const { return m_path; }

    void open(int generation, const QString &path, qint64 firstByte, bool growing);
    void setGrowing(bool growing);
    /// It may have changed: it is read in its turn.
    void wake();
    void fetch(int generation, LineNumber first, qint64 count);
    // These take long, and are done on threads of their own.
    void text(LineNumber from, LineNumber to, const Promise<QString> &promise);
    void saveAs(const QString &fileName, const Promise<qint64> &promise);

    /// Reads one piece of what is new; whether there is more. For LogWorker, as the next one is.
    bool look();
    bool isQueued = false;

Q_SIGNALS:
    void progressed(const Roost::Logs::LogProgress &progress);
    void fetched(int generation, Roost::Logs::LineNumber first, const QList<Roost::Logs::LogLine> &lines);

private:
    void begin(qint64 firstByte);
    void tell(bool missing);
    void follow();

    std::shared_ptr<LogIndex> m_index;
    std::unique_ptr<LogErrors> m_errors;
    QString m_path;
    int m_generation = 0;
    bool m_growing = false;
    bool m_told = false;
    size_t m_toldErrors = 0;
    QPointer<LogWorker> m_worker;
};

} // namespace Roost::Logs
