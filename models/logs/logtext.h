// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/logs/logline.h"

#include <QList>
#include <QObject>

#include <vector>

namespace Roost::Logs {

class LogDocument;

/// What a source of a text is called where its lines stand among those of others.
struct LogTag
{
    QString text;  // short: the number of a rank
    int color = 0; // of the sequence of series colours
    bool operator==(const LogTag &) const = default;
};

/// Lines to be shown as one log: those of one file (LogDocument), or of several in the order of time (MergedLog).
/// Nothing here waits: ask with line(), and again after linesReady().
class LogText : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Missing, // there is nothing, yet
        Reading, // some of it is known, more is being read
        Ready,   // all that is there is known
    };
    struct Origin
    {
        int source = 0;  // of documents()
        LineNumber line; // in that document
        qint64 time = 0; // when it was written, UTC milliseconds since 1970; 0 where it is not known
    };

    using QObject::QObject;

    virtual State state() const = 0;
    /// Whether line numbers are not those of the whole text.
    virtual bool isPartial() const = 0;
    virtual qint64 lineCount() const = 0;
    virtual qint64 byteCount() const = 0;
    /// Lines that speak of an error, ascending.
    virtual const std::vector<LineNumber> &errorLines() const = 0;

    /// Null while it is not at hand; then it is on its way. Valid until the event loop runs.
    virtual const LogLine *line(LineNumber number) = 0;
    /// The shown text of lines [from, to], joined by line feeds. Rejected where it is longer than about 64 MB.
    virtual Future<QString> text(LineNumber from, LineNumber to) = 0;

    /// Writes all of it as it is now, under another name first, so that no half file is left. The answer is the size.
    /// NotFound where the log cannot be read, Failed where the file cannot be written; `detail` says why.
    virtual Future<qint64> saveAs(const QString &fileName) = 0;

    virtual QList<LogDocument *> documents() = 0;
    virtual LogTag tag(int source) const = 0;
    /// `line` is one of lineCount().
    virtual Origin originOf(LineNumber line) const = 0;
    /// Where a line of a document stands; lineCount() when it is not there yet.
    virtual LineNumber lineOf(int source, LineNumber line) const = 0;
    /// The first line that was written at `time` or later; lineCount() where none was.
    virtual LineNumber lineAt(qint64 time) const = 0;

Q_SIGNALS:
    void stateChanged();
    /// More lines, or the last one has more text.
    void grown();
    /// Nothing that was known holds: the file began anew.
    void restarted();
    void linesReady(Roost::Logs::LineNumber first, Roost::Logs::LineNumber last);
    /// Lines from here on are others than before; grown() follows.
    void rearranged(Roost::Logs::LineNumber from);
    /// documents() are others; rearranged() follows.
    void documentsChanged();
};

} // namespace Roost::Logs
