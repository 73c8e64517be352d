// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/cause.h"

#include <QByteArrayView>

namespace Roost::Causes {

/// Reads one traceback, line by line, in the forms of Python, IPython and rich.
class TracebackReader
{
public:
    enum class Step {
        Reading,
        Headline, // the line names the exception: headline() and frames() are complete
        Lost,     // the end of the traceback was not found
    };

    /// Returns whether `line` is the header of a traceback, which the reader then reads.
    bool begins(QByteArrayView line);
    bool isReading() const { return m_form != Form::None; }
    Step read(QByteArrayView line, const EvidenceLine &here);

    const QList<EvidenceLine> &frames() const { return m_frames; }
    /// Returns whether the frames begin where a process or thread begins, so that the exception was not caught.
    bool isComplete() const { return m_isComplete; }
    /// Returns whether it is an exception group, whose exceptions follow.
    bool isGroup() const { return m_group; }
    /// Returns "pkg.SomeError: message" without the indent of a report.
    const QString &headline() const { return m_headline; }

private:
    enum class Form {
        None,
        Plain,
        Notebook, // frames are not indented; the header contains the name of the exception
        Boxed,    // rich draws a box around the frames
    };

    Step readPlain(QByteArrayView line, const EvidenceLine &here);
    Step readNotebook(QByteArrayView line, const EvidenceLine &here);
    Step readBoxed(QByteArrayView line, const EvidenceLine &here);
    Step finish(QByteArrayView headline);
    Step skipForeign(int most);
    void addFrame(const EvidenceLine &here);

    Form m_form = Form::None;
    bool m_isComplete = false;
    bool m_group = false;
    bool m_boxClosed = false;
    qsizetype m_indent = 0;
    int m_foreignLines = 0; // lines of other writers since the header
    QByteArray m_name;
    QList<EvidenceLine> m_frames;
    QString m_headline;
};

/// Returns whether the line is "pkg.module.SomeError: message" or only a name.
bool isHeadline(QByteArrayView line);

} // namespace Roost::Causes
