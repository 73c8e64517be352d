// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/tracebackreader.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

namespace {

constexpr qsizetype framesKept = 6;
// A traceback whose end does not come within so many lines of others is dropped.
constexpr int mostForeignLines = 20;
constexpr int mostCodeLines = 400; // IPython shows the code around each frame
constexpr qsizetype longestHeadline = 2000;

constexpr QByteArrayView header = "Traceback (most recent call last)";

bool isMarker(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '~' || c == '^'; });
}

qsizetype indentOf(QByteArrayView line)
{
    const auto first = std::ranges::find_if(line, [](char c) { return c != ' '; });
    return first - line.begin();
}

bool isBoxed(QByteArrayView line)
{
    const auto text = line.trimmed();
    return text.startsWith("\u256d") || text.startsWith("\u250c") || text.startsWith("+--") || text.startsWith("+-");
}

bool closesBox(QByteArrayView line)
{
    const auto text = line.trimmed();
    return text.startsWith("\u2570") || text.startsWith("\u2514") || text.startsWith("+--");
}

// Returns whether a process or a thread begins at the frame.
bool isOutermost(QByteArrayView frame)
{
    return frame.contains("in <module>") || frame.contains("_run_module_as_main") || frame.contains("_bootstrap") ||
           frame.contains("<cell line");
}

} // namespace

bool isHeadline(QByteArrayView line)
{
    static const QRegularExpression name(u"^[A-Za-z_][\\w.<>]*(?::\\s|:?$)"_s);
    static const QRegularExpression level(
        u"^(?:DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL|FATAL|NOTE|[Ee]pochs?|[Ss]teps?|[Ii]ter\\w*|loss|Killed|Aborted|Terminated):?(?:\\s|$)"_s);
    const QString text = QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), 200)));
    return name.match(text).hasMatch() && !level.match(text).hasMatch();
}

bool TracebackReader::begins(QByteArrayView line)
{
    const auto at = line.indexOf(header);
    if (at < 0)
        return false;
    const auto behind = line.sliced(at + header.size()).trimmed();
    const auto before = line.first(at).trimmed();
    Form form = Form::None;
    // Distributed checkpoints write the rank after the header.
    if (behind == ":" || behind.startsWith(": (RANK "))
        form = Form::Plain;
    else if (isBoxed(line))
        form = Form::Boxed;
    else if (behind.isEmpty() && isHeadline(before) && line.first(at).endsWith("  "))
        form = Form::Notebook;
    if (form == Form::None)
        return false;
    *this = {};
    m_form = form;
    m_group = before.endsWith("Exception Group");
    m_indent = form == Form::Plain ? indentOf(line) : 0;
    m_name = form == Form::Notebook ? before.toByteArray() : QByteArray();
    m_isComplete = form != Form::Plain;
    return true;
}

TracebackReader::Step TracebackReader::read(QByteArrayView line, const EvidenceLine &here)
{
    switch (m_form) {
    case Form::Plain:
        return readPlain(line, here);
    case Form::Notebook:
        return readNotebook(line, here);
    case Form::Boxed:
        return readBoxed(line, here);
    case Form::None:
        break;
    }
    return Step::Lost;
}

TracebackReader::Step TracebackReader::readPlain(QByteArrayView line, const EvidenceLine &here)
{
    const auto indent = indentOf(line);
    if (m_frames.isEmpty() && indent >= 2 && line.sliced(indent).startsWith("File \"")) {
        m_indent = indent - 2;
        m_isComplete = m_isComplete || isOutermost(line);
    }
    if (indent > m_indent) {
        if (!isMarker(line))
            addFrame(here);
        return Step::Reading;
    }
    const auto text = line.sliced(indent);
    // Otherwise the line is that of another thread or process, which writes to the same file.
    return isHeadline(text) ? finish(text) : skipForeign(mostForeignLines);
}

TracebackReader::Step TracebackReader::readNotebook(QByteArrayView line, const EvidenceLine &here)
{
    // The module of the exception may be named only at the end, or only in the header.
    const auto name =
        line.first(std::max<qsizetype>(0, line.contains(':') ? line.indexOf(':') : line.size())).trimmed();
    if (name == m_name || (isHeadline(line) && (name.endsWith(m_name) || QByteArrayView(m_name).endsWith(name))))
        return finish(line);
    if (line.startsWith("File ") || line.startsWith("Input In") || line.startsWith("Cell In") || line.startsWith('/') ||
        line.contains("--> ")) {
        addFrame(here);
        return Step::Reading;
    }
    return skipForeign(mostCodeLines);
}

TracebackReader::Step TracebackReader::readBoxed(QByteArrayView line, const EvidenceLine &here)
{
    if (m_boxClosed)
        return isHeadline(line) ? finish(line) : skipForeign(mostForeignLines);
    m_boxClosed = closesBox(line);
    if (line.contains("\u2771") || line.contains("> ") || line.contains(" in "))
        addFrame(here);
    return skipForeign(mostCodeLines);
}

TracebackReader::Step TracebackReader::finish(QByteArrayView headline)
{
    m_form = Form::None;
    m_headline = QString::fromUtf8(headline.first(std::min(headline.size(), longestHeadline))).trimmed();
    return Step::Headline;
}

TracebackReader::Step TracebackReader::skipForeign(int most)
{
    if (++m_foreignLines < most)
        return Step::Reading;
    m_form = Form::None;
    return Step::Lost;
}

void TracebackReader::addFrame(const EvidenceLine &here)
{
    if (m_frames.size() == framesKept)
        m_frames.removeFirst();
    m_frames += here;
}

} // namespace Roost::Causes
