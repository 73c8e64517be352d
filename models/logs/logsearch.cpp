// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logsearch.h"

#include "models/logs/logdocument.h"
#include "models/logs/logindex.h"

#include <QFile>
#include <QSemaphore>
#include <QThreadPool>

#include <algorithm>
#include <atomic>

namespace Roost {

namespace {

constexpr qint64 Piece = 1024 * 1024;

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

// Of a line that goes on and on only what would be shown is kept.
QByteArray shortened(const QByteArray &line)
{
    if (line.size() <= 4 * Piece)
        return line;
    const auto back = line.lastIndexOf('\r', line.size() - 2);
    return back >= 0 ? line.sliced(back) : line.first(Piece);
}

QByteArray folded(QByteArrayView bytes)
{
    QByteArray result(bytes.size(), Qt::Uninitialized);
    std::ranges::transform(bytes, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return result;
}

} // namespace

LogPattern::LogPattern(const QString &text, bool isRegularExpression, bool caseSensitive)
    : m_text(text)
    , m_isRegularExpression(isRegularExpression)
    , m_caseSensitive(caseSensitive)
{
    if (isRegularExpression && !text.isEmpty()) {
        m_expression.setPattern(text);
        if (!caseSensitive)
            m_expression.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
    }
}

QString LogPattern::whyNot() const
{
    if (!m_isRegularExpression || m_expression.isValid())
        return {};
    return m_expression.errorString();
}

bool LogPattern::isIn(const QString &line) const
{
    if (m_isRegularExpression)
        return m_expression.match(line).hasMatch();
    return line.contains(m_text, m_caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
}

QList<LogPattern::Match> LogPattern::matches(const QString &line) const
{
    QList<Match> found;
    if (m_text.isEmpty())
        return found;
    if (m_isRegularExpression) {
        if (!m_expression.isValid())
            return found;
        for (auto at = m_expression.globalMatch(line); at.hasNext();) {
            const auto match = at.next();
            if (match.capturedLength() > 0)
                found.append({match.capturedStart(), match.capturedLength()});
        }
        return found;
    }
    const auto how = m_caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (auto at = line.indexOf(m_text, 0, how); at >= 0; at = line.indexOf(m_text, at + m_text.size(), how))
        found.append({at, m_text.size()});
    return found;
}

struct LogSearch::Job
{
    LogPattern pattern;
    QString path;
    qint64 from = 0; // the start of a line
    LineNumber line;
    qint64 to = 0;
    std::atomic_bool canceled = false;
    QSemaphore ended;
};

struct LogSearch::Findings
{
    std::vector<LineNumber> lines;
    qint64 position = 0;
    qint64 lineStart = 0;
    LineNumber line;
    // How many of `lines` stand in front of lineStart.
    size_t finished = 0;
    bool isLast = false;
};

LogSearch::LogSearch(LogDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(document, &LogDocument::grown, this, &LogSearch::continueSearch);
    connect(document, &LogDocument::restarted, this, &LogSearch::restart);
}

LogSearch::~LogSearch()
{
    endJob();
}

void LogSearch::endJob()
{
    if (!m_job)
        return;
    m_job->canceled = true;
    // Milliseconds: a job looks at `canceled` after each line block.
    m_job->ended.acquire();
    m_job.reset();
}

void LogSearch::setPattern(const LogPattern &pattern)
{
    if (pattern == m_pattern && !m_stopped)
        return;
    m_pattern = pattern;
    m_stopped = false;
    restart();
}

void LogSearch::stop()
{
    const bool was = isRunning();
    m_stopped = true;
    endJob();
    if (was)
        Q_EMIT runningChanged();
}

void LogSearch::restart()
{
    const bool was = isRunning();
    endJob();
    m_lines.clear();
    m_position = m_lineStart = 0;
    m_line = {};
    m_foundBefore = 0;
    Q_EMIT changed();
    continueSearch();
    if (was != isRunning())
        Q_EMIT runningChanged();
}

void LogSearch::continueSearch()
{
    if (m_job || m_stopped || !isActive() || m_document->isPartial() || m_document->byteCount() <= m_position)
        return;
    m_job = std::make_shared<Job>();
    m_job->pattern = m_pattern;
    m_job->path = m_document->path();
    m_job->from = m_lineStart;
    m_job->line = m_line;
    m_job->to = m_document->byteCount();
    QThreadPool::globalInstance()->start([job = m_job, to = this] {
        work(job, to);
        job->ended.release();
    });
    Q_EMIT runningChanged();
}

void LogSearch::take(const std::shared_ptr<Job> &job, const Findings &findings)
{
    if (job != m_job)
        return;
    // The unfinished line at the end was looked at before and is looked at again.
    const bool same = findings.lines.empty() && m_lines.size() == m_foundBefore;
    m_lines.resize(m_foundBefore);
    m_lines.insert(m_lines.end(), findings.lines.begin(), findings.lines.end());
    m_foundBefore += findings.finished;
    m_position = findings.position;
    m_lineStart = findings.lineStart;
    m_line = findings.line;
    if (findings.isLast) {
        m_job->ended.acquire();
        m_job.reset();
    }
    if (!same)
        Q_EMIT changed();
    if (findings.isLast) {
        Q_EMIT runningChanged();
        continueSearch();
    }
}

namespace {

// Looks through the bytes of one job, which come in pieces.
class Scanner
{
public:
    Scanner(const LogPattern &pattern, LineNumber line)
        : m_pattern(pattern)
        , m_line(line)
        , m_prefilter(!pattern.isRegularExpression() && isAscii(pattern.text()))
    {
        m_needle = pattern.text().toUtf8();
        if (!pattern.isCaseSensitive())
            m_needle = folded(m_needle);
    }

    /// Takes whole lines only.
    void lines(QByteArrayView bytes)
    {
        // Colour codes may stand inside what is looked for.
        if (m_prefilter && bytes.indexOf('\x1b') < 0)
            filtered(bytes);
        else
            each(bytes);
    }

    void unfinished(QByteArrayView bytes)
    {
        if (matches(bytes))
            m_found.push_back(m_line);
    }

    LineNumber line() const { return m_line; }
    std::vector<LineNumber> takeFound() { return std::exchange(m_found, {}); }

private:
    bool matches(QByteArrayView bytes) const { return m_pattern.isIn(decodeLogLine(bytes).text); }

    void each(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const auto end = bytes.indexOf('\n') + 1;
            if (matches(bytes.first(end)))
                m_found.push_back(m_line);
            ++m_line.value;
            bytes = bytes.sliced(end);
        }
    }

    void filtered(QByteArrayView bytes)
    {
        const QByteArray copy = m_pattern.isCaseSensitive() ? QByteArray() : folded(bytes);
        const QByteArrayView hay = m_pattern.isCaseSensitive() ? bytes : QByteArrayView(copy);
        qsizetype counted = 0;
        for (auto at = hay.indexOf(m_needle); at >= 0;) {
            m_line.value += bytes.sliced(counted, at - counted).count('\n');
            const auto start = bytes.first(at).lastIndexOf('\n') + 1;
            const auto end = bytes.indexOf('\n', at) + 1;
            if (matches(bytes.sliced(start, end - start)))
                m_found.push_back(m_line);
            ++m_line.value;
            counted = end;
            at = hay.indexOf(m_needle, end);
        }
        m_line.value += bytes.sliced(counted).count('\n');
    }

    LogPattern m_pattern;
    LineNumber m_line;
    bool m_prefilter;
    QByteArray m_needle;
    std::vector<LineNumber> m_found;
};

} // namespace

void LogSearch::work(const std::shared_ptr<Job> &job, LogSearch *to)
{
    // `to` waits for the end of this in its destructor, so it is there; what it is told in vain is dropped.
    QFile file(job->path);
    Scanner scanner(job->pattern, job->line);
    QByteArray rest;
    qint64 read = job->from;
    qint64 lineStart = job->from;
    const auto tell = [&](bool isLast) {
        Findings findings;
        findings.position = read;
        findings.lineStart = lineStart;
        findings.line = scanner.line();
        findings.lines = scanner.takeFound();
        findings.finished = findings.lines.size();
        findings.isLast = isLast;
        if (isLast && !rest.isEmpty()) {
            scanner.unfinished(rest);
            const auto last = scanner.takeFound();
            findings.lines.insert(findings.lines.end(), last.begin(), last.end());
        }
        QMetaObject::invokeMethod(to, [to, job, findings] { to->take(job, findings); }, Qt::QueuedConnection);
    };
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(job->from)) {
        read = job->to;
        tell(true);
        return;
    }
    while (!job->canceled && read < job->to) {
        const QByteArray piece = file.read(std::min(Piece, job->to - read));
        if (piece.isEmpty())
            break;
        read += piece.size();
        const auto end = piece.lastIndexOf('\n') + 1;
        if (end == 0) {
            rest = shortened(rest + piece);
            continue;
        }
        rest += piece.first(end);
        scanner.lines(rest);
        rest = piece.sliced(end);
        lineStart = read - rest.size();
        if (read < job->to)
            tell(false);
    }
    if (!job->canceled)
        tell(true);
}

std::optional<LineNumber> LogSearch::next(LineNumber from, bool forward) const
{
    if (m_lines.empty())
        return {};
    if (forward) {
        const auto at = std::ranges::upper_bound(m_lines, from);
        return at == m_lines.end() ? m_lines.front() : *at;
    }
    const auto at = std::ranges::lower_bound(m_lines, from);
    return at == m_lines.begin() ? m_lines.back() : *(at - 1);
}

} // namespace Roost
