// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/answer.h"
#include "models/logs/logline.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QThread>

#include <memory>
#include <vector>

namespace Roost {

class LogReader;
struct LogProgress;

/// A log that is shown: a local file that grows, is cut short or appears late. All work on the file is done on a
/// thread of its own; nothing here waits. Lines come by blocks: ask with line(), and again after linesReady().
class LogDocument : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Missing, // there is no such file, yet
        Reading, // known up to byteCount(), more is being read
        Ready,   // all that is there is known
    };

    explicit LogDocument(QObject *parent = nullptr);
    ~LogDocument() override;

    /// Shows the file from `firstByte` on; what is in front of it is not there yet and lines are counted from the
    /// first whole one. Another file replaces the first.
    void open(const QString &path, qint64 firstByte = 0);
    /// The same with a file that is itself only the end of a log.
    void openTail(const QString &path);
    /// While it grows (the default) the file is watched. Turned off, it is read once more to its end.
    void setGrowing(bool growing);
    /// The file has changed, as somebody knows who does not want to wait for the watcher.
    void look();

    QString path() const { return m_path; }
    State state() const { return m_state; }
    bool isGrowing() const { return m_growing; }
    /// Whether line numbers are not those of the whole file.
    bool isPartial() const { return m_firstByte > 0 || m_isTail; }
    qint64 lineCount() const { return m_lineCount; }
    qint64 byteCount() const { return m_end; }
    /// Lines that speak of an error, ascending.
    const std::vector<LineNumber> &errorLines() const { return m_errors; }

    /// Null while it is not at hand; then it is on its way. Valid until the event loop runs.
    const LogLine *line(LineNumber number);

    /// The shown text of lines [from, to], joined by line feeds; at most 64 MB of it.
    Answer<QString> text(LineNumber from, LineNumber to);
    /// Copies the file as it is now, beside the name first, so that no half file is left. The answer is the size.
    Answer<qint64> saveAs(const QString &fileName);

Q_SIGNALS:
    void stateChanged();
    /// More lines, or the last one has more text.
    void grown();
    /// The file began anew: nothing that was known holds.
    void restarted();
    void linesReady(Roost::LineNumber first, Roost::LineNumber last);

private:
    void take(const LogProgress &progress);
    void takeBlock(int generation, qsizetype block, const QList<LogLine> &lines);
    void fetchNext();
    qsizetype blockOf(LineNumber number) const;
    void forget();
    void begin(const QString &path, qint64 firstByte);

    struct Held
    {
        QList<LogLine> lines;
        bool stale = false;
    };

    QString m_path;
    State m_state = State::Missing;
    bool m_growing = true;
    bool m_isTail = false;
    int m_generation = 0;
    qint64 m_firstByte = 0;
    qint64 m_lineCount = 0;
    qint64 m_end = 0;
    std::vector<LineNumber> m_firstOfBlock;
    std::vector<LineNumber> m_errors;
    QCache<qsizetype, Held> m_blocks;
    QList<qsizetype> m_wanted; // the newest wish last
    qsizetype m_fetching = -1;
    QThread m_thread;
    LogReader *m_reader = nullptr; // lives on m_thread and dies there
};

} // namespace Roost
