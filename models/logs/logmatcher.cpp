// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logmatcher.h"

#include "models/logs/lineends.h"
#include "models/logs/lineexpression.h"
#include "models/logs/linescanner.h"
#include "models/logs/terminaltext.h"

#include <algorithm>
#include <array>
#include <mutex>

namespace Roost {

namespace {

// Lines that are gone through together: all of it stays in a core's own cache.
constexpr qsizetype Together = 128 * 1024;
constexpr qsizetype LongestSearched = 16 * 1024 * 1024;

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

// Whether bytes are shown as they are and, for `asciiOnly`, none is part of a longer character. As countLineEnds(), a
// loop of fixed length of which the compiler makes vector instructions.
bool isPlain(QByteArrayView bytes, bool asciiOnly)
{
    constexpr qsizetype Lanes = 64;
    const uchar mask = asciiOnly ? 0x80 : 0;
    const auto strange = [mask](char byte) -> uchar {
        const auto c = uchar(byte);
        return uchar((c < 0x20) & (c != '\n') & (c != '\t')) | uchar(c == 0x7f) | uchar(c & mask);
    };
    std::array<uchar, Lanes> found{};
    const char *at = bytes.data();
    const char *end = at + bytes.size();
    for (; end - at >= Lanes; at += Lanes) {
        for (qsizetype lane = 0; lane < Lanes; ++lane)
            found[size_t(lane)] |= strange(at[lane]);
    }
    return std::ranges::all_of(found, [](uchar lane) { return lane == 0; }) &&
           std::none_of(at, end, [strange](char byte) { return strange(byte) != 0; });
}

QByteArray errorExpression()
{
    QByteArrayList parts;
    for (const auto word : errorWords())
        parts += QRegularExpression::escape(QString::fromLatin1(word)).toLatin1();
    // "KeyError" alone on its line, see levelOf().
    return parts.join('|') + "|Error\\r?$";
}

} // namespace

/// What is compiled, once for all threads.
class LogMatcher::Engines
{
public:
    void make(const LogPattern &pattern, bool forErrors)
    {
        std::call_once(m_once, [&] { forErrors ? makeForErrors() : makeFor(pattern); });
    }

    std::unique_ptr<const LineScanner> scanner;       // null: each line is decided
    std::unique_ptr<const LineExpression> expression; // null where the scanner or levelOf() decides
    bool isShownTextNeeded = true;                    // for lines that are not plain
    bool isPlainAscii = false;                        // plain are only lines of ASCII

private:
    void makeForErrors()
    {
        scanner = LineScanner::forExpression(errorExpression(), true);
        isShownTextNeeded = false;
    }

    void makeFor(const LogPattern &pattern)
    {
        const bool cased = pattern.isCaseSensitive();
        // The scanner knows upper and lower case of ASCII only.
        if (!pattern.isRegularExpression() && (cased || isAscii(pattern.text()))) {
            scanner = LineScanner::forLiteral(pattern.text().toUtf8(), cased);
            if (scanner)
                return;
        }
        const QByteArray text =
            (pattern.isRegularExpression() ? pattern.text() : QRegularExpression::escape(pattern.text())).toUtf8();
        scanner = LineScanner::forExpression(text, cased);
        expression = std::make_unique<LineExpression>(text, cased);
        isPlainAscii = true;
    }

    std::once_flag m_once;
};

/// One call of find().
class LogMatcher::Search
{
public:
    Search(const LogMatcher &matcher, LineNumber first, std::vector<LineNumber> &found,
           const std::atomic_bool &canceled)
        : m_engines(*matcher.m_engines)
        , m_line(first)
        , m_found(found)
        , m_canceled(canceled)
    {
        if (m_engines.scanner)
            m_scan = m_engines.scanner->scratch();
        if (m_engines.expression)
            m_match = m_engines.expression->scratch();
    }

    void run(QByteArrayView bytes)
    {
        while (!bytes.isEmpty() && !m_canceled) {
            const auto size = sizeTogether(bytes);
            together(bytes.first(size));
            bytes = bytes.sliced(size);
        }
    }

    LineNumber line() const { return m_line; }

private:
    // Many whole lines, or a single long one.
    static qsizetype sizeTogether(QByteArrayView bytes)
    {
        if (bytes.size() <= Together)
            return bytes.size();
        const auto last = bytes.first(Together).lastIndexOf('\n');
        const auto newline = last >= 0 ? last : bytes.indexOf('\n', Together);
        return newline < 0 ? bytes.size() : newline + 1;
    }

    void together(QByteArrayView bytes)
    {
        if (bytes.size() > LongestSearched && countLineEnds(bytes) <= 1) {
            each(bytes);
            return;
        }
        if (m_engines.scanner && (!m_engines.isShownTextNeeded || isPlain(bytes, m_engines.isPlainAscii)))
            scan(bytes);
        else
            each(bytes);
    }

    // Lines the scanner understands.
    void scan(QByteArrayView bytes)
    {
        m_engines.scanner->scan(bytes, m_scan.get(), m_starts);
        qsizetype counted = 0;
        for (const auto start : m_starts) {
            if (m_canceled)
                return;
            m_line.value += countLineEnds(bytes.sliced(counted, start - counted));
            counted = start;
            if (m_engines.scanner->answer() == LineScanner::Answer::Exact || decide(lineAt(bytes, start)))
                m_found.push_back(m_line);
        }
        m_line.value += countLineEnds(bytes.sliced(counted));
    }

    void each(QByteArrayView bytes)
    {
        for (qsizetype start = 0; start < bytes.size() && !m_canceled;) {
            const auto line = lineAt(bytes, start);
            if (decide(line))
                m_found.push_back(m_line);
            start += line.size();
            if (line.back() == '\n')
                ++m_line.value;
        }
    }

    static QByteArrayView lineAt(QByteArrayView bytes, qsizetype start)
    {
        const auto newline = bytes.indexOf('\n', start);
        return bytes.sliced(start, (newline < 0 ? bytes.size() : newline + 1) - start);
    }

    bool decide(QByteArrayView line)
    {
        if (!m_engines.isShownTextNeeded)
            return shownLevel(line) == LogLevel::Error;
        auto state = lastState(line);
        state = state.first(std::min(state.size(), LongestSearched));
        // A copy: what is checked once must not change under the engine.
        QByteArray shown = isPlain(state, false) ? state.toByteArray() : terminalText(state).bytes;
        if (m_engines.expression) {
            if (!shown.isValidUtf8())
                shown = QString::fromUtf8(shown).toUtf8();
            return m_engines.expression->isIn(shown, m_match.get());
        }
        m_engines.scanner->scan(shown, m_scan.get(), m_starts2);
        return !m_starts2.empty();
    }

    const Engines &m_engines;
    LineNumber m_line;
    std::vector<LineNumber> &m_found;
    const std::atomic_bool &m_canceled;
    LineScanner::Scratch m_scan{nullptr, nullptr};
    LineExpression::Scratch m_match{nullptr, nullptr};
    std::vector<qsizetype> m_starts;
    std::vector<qsizetype> m_starts2; // of a single line, while m_starts is gone through
};

LogMatcher::LogMatcher()
    : m_engines(std::make_unique<Engines>())
{
}

LogMatcher::LogMatcher(const LogPattern &pattern)
    : m_pattern(pattern)
    , m_engines(std::make_unique<Engines>())
{
}

LogMatcher::~LogMatcher() = default;

std::shared_ptr<const LogMatcher> LogMatcher::forErrors()
{
    static const auto one = [] {
        std::shared_ptr<LogMatcher> matcher(new LogMatcher);
        matcher->m_forErrors = true;
        return std::shared_ptr<const LogMatcher>(matcher);
    }();
    return one;
}

void LogMatcher::find(QByteArrayView bytes, LineNumber first, std::vector<LineNumber> &found,
                      const std::atomic_bool &canceled) const
{
    m_engines->make(m_pattern, m_forErrors);
    if (!m_pattern.isInverted()) {
        Search(*this, first, found, canceled).run(bytes);
        return;
    }
    std::vector<LineNumber> matching;
    Search search(*this, first, matching, canceled);
    search.run(bytes);
    const qint64 end = search.line().value + (!bytes.isEmpty() && bytes.back() != '\n' ? 1 : 0);
    auto next = matching.begin();
    for (LineNumber line = first; line.value < end && !canceled; ++line.value) {
        if (next != matching.end() && *next == line)
            ++next;
        else
            found.push_back(line);
    }
}

} // namespace Roost
