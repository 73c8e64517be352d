// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/linestamp.h"
#include "models/logs/timemarks.h"
#include "models/logs/timemerge.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace Roost::Logs {

class LogDocument;
class TimesReading;
struct TimesStep;

/// When the lines of a document were written: by the time marks that lie beside a log; where there are none, by the
/// times that the lines themselves begin with (linestamp.h); else by when they were seen to come. Files are read on
/// threads of the pool, many logs together.
class LogTimes : public QObject
{
    Q_OBJECT

public:
    /// The document outlives it.
    explicit LogTimes(LogDocument *document, QObject *parent = nullptr);
    ~LogTimes() override;

    /// From a file of marks (timemarks.h), which may appear later.
    void readMarks(const QString &indexFile);
    /// From what the first lines show to be the times that lines begin with; a line without one was written with the
    /// one before it. `zone` is that of times which name none. Where lines begin otherwise, those that come from now on
    /// come now, and of those that are there nothing is known.
    void readLines(const QTimeZone &zone);

    /// Grows as the document does; what `complete` means is told there. Starts anew when the document does.
    const LineTimes &lines() const { return m_lines; }
    /// Whether a time of some line is known.
    bool isKnown() const;
    /// 0 where it is not known.
    qint64 timeOf(LineNumber line) const;
    LineNumber firstAt(qint64 time) const;

Q_SIGNALS:
    void changed();
    void restarted();

private:
    friend class TimesReading;
    void restart();
    void begin();
    void look();
    TimesStep nextStep() const;
    void take(const TimesStep &step);
    void noteArrival();

    LogDocument *m_document;
    QString m_indexFile;
    std::optional<QTimeZone> m_zone; // set: times are read from the lines
    bool m_decided = false;          // whether lines begin with times
    std::optional<LineStamp> m_stamp;
    qint64 m_stampedTo = 0; // bytes whose lines were looked at
    qint64 m_since = 0;     // older marks speak of what stood in the file before it began anew
    qint64 m_marksRead = 0;
    QList<TimeMark> m_ahead; // of bytes that the document does not know yet
    LineTimes m_lines;
    std::chrono::milliseconds m_retry{0};
    std::shared_ptr<TimesReading> m_reading;
};

} // namespace Roost::Logs
