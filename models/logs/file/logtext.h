// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/timepoint.h"
#include "models/logs/lines/logline.h"

#include <QList>
#include <QObject>

#include <vector>

namespace Roost::Logs {

class LogDocument;

/// The label of a source if the lines of several sources are shown together.
struct LogTag
{
    QString text;  // short, such as the number of a rank
    int color = 0; // index in the series colours
    bool operator==(const LogTag &) const = default;
};

/// Lines that are shown as one log: those of one file (LogDocument), or those of several files in order of time
/// (MergedLog). No function blocks: call line(), and again after linesReady().
class LogText : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Missing, // nothing exists yet
        Reading, // a part is known, and more is being read
        Ready,   // everything that exists is known
    };
    struct Origin
    {
        int source = 0;                // index in documents()
        LineNumber line;               // in that document
        std::optional<TimePoint> time; // time at which the line was written
    };

    using QObject::QObject;

    virtual State state() const = 0;
    /// Returns whether line numbers differ from those of the whole text.
    virtual bool isPartial() const = 0;
    virtual qint64 lineCount() const = 0;
    virtual qint64 byteCount() const = 0;
    /// Returns the lines that report an error, in ascending order.
    virtual const std::vector<LineNumber> &errorLines() const = 0;

    /// Returns null if the line must be fetched first; linesReady() follows. The pointer is valid until control returns
    /// to the event loop.
    virtual const LogLine *line(LineNumber number) = 0;
    /// Returns the shown text of lines [from, to], joined by line feeds. Rejected if it is longer than about 64 MB.
    virtual Future<QString> text(LineNumber from, LineNumber to) = 0;

    /// Writes the whole text as it is now, first under a temporary name, so that no partial file remains. Returns the
    /// size. NotFound if the log cannot be read, Failed if the file cannot be written; `detail` contains the reason.
    virtual Future<qint64> saveAs(const QString &fileName) = 0;

    virtual QList<LogDocument *> documents() = 0;
    virtual LogTag tag(int source) const = 0;
    /// `line` must be less than lineCount().
    virtual Origin originOf(LineNumber line) const = 0;
    /// Returns the position in this text of a line of a document; lineCount() if the text does not contain it yet.
    virtual LineNumber lineOf(int source, LineNumber line) const = 0;
    /// Returns the first line that was written at `time` or later; lineCount() if there is none.
    virtual LineNumber lineAt(TimePoint time) const = 0;

Q_SIGNALS:
    void stateChanged();
    /// Emitted when there are more lines, or the last line has more text.
    void grown();
    /// Emitted when the file was truncated or replaced. All earlier results are invalid.
    void restarted();
    void linesReady(Roost::Logs::LineNumber first, Roost::Logs::LineNumber last);
    /// Emitted when the lines from this one on have changed; grown() follows.
    void rearranged(Roost::Logs::LineNumber from);
    /// Emitted when documents() has changed; rearranged() follows.
    void documentsChanged();
};

} // namespace Roost::Logs
