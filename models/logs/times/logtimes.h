// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/lineclock.h"
#include "models/logs/times/timesscheduler.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace Roost::Logs {

class LogDocument;

/// The times at which the lines of a document were written. They are taken from the time marks beside the log; without
/// marks, from the times at the beginning of lines (linestamp.h); otherwise, from the times at which the lines arrived.
/// Files are read on threads of QThreadPool.
class LogTimes : public QObject, public LineClock, private TimesScheduler::Client
{
    Q_OBJECT

public:
    /// `document` must outlive this object.
    explicit LogTimes(LogDocument *document, QObject *parent = nullptr);
    ~LogTimes() override;

    /// Reads a file of marks (timemarks.h), which may be created later.
    void readMarks(const QString &indexFile);
    /// Reads the times at the beginning of lines, in the form that the first lines have; a line without a time has the
    /// time of the line before. `zone` applies to times without a zone. If the lines begin in another way, the times of
    /// existing lines are unknown, and later lines have the time at which they arrive.
    void readLines(const QTimeZone &zone);

    /// Returns the times. They grow with the document, and are cleared when the document restarts.
    const LineTimes &lines() const { return m_lines; }
    /// Returns whether the time of at least one line is known.
    bool isKnown() const;
    std::optional<TimePoint> timeOf(LineNumber line) const override;
    LineNumber firstAt(TimePoint time) const override;

Q_SIGNALS:
    void changed();
    void restarted();

private:
    TimesStep nextStep() const override;
    void onStepRead(const TimesStep &step) override;
    void restart();
    void clear();
    void readOn();
    void addArrivedLines();

    LogDocument *m_document;
    QString m_indexFile;
    std::optional<QTimeZone> m_zone; // if set, times are read from the lines
    bool m_decided = false;          // whether the form of the times is final
    std::optional<LineStamp> m_stamp;
    qint64 m_stampedTo = 0;           // the end of the lines that were read, in bytes
    std::optional<TimePoint> m_since; // older marks describe the file that was replaced
    qint64 m_marksRead = 0;
    QList<TimeMark> m_ahead; // marks of bytes that the document does not contain yet
    LineTimes m_lines;
    std::chrono::milliseconds m_retry{0};
    std::shared_ptr<TimesScheduler> m_scheduler;
};

} // namespace Roost::Logs
