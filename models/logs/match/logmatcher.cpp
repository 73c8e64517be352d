// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/match/logmatcher.h"

#include "models/logs/lines/lineends.h"
#include "models/logs/lines/logline.h"
#include "models/logs/lines/terminaltext.h"
#include "models/logs/match/lineexpression.h"
#include "models/logs/match/linescanner.h"

#include <algorithm>
#include <array>
#include <mutex>

namespace Roost::Logs {

namespace {

// The number of bytes that are scanned together, so that they remain in the cache of a core.
constexpr qsizetype Together = 128 * 1024;
constexpr qsizetype FewLines = 2 * 1024;
constexpr qsizetype Ahead = 2048;
constexpr qsizetype LongestSearched = 16 * 1024 * 1024;

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

// Returns whether the bytes are shown unchanged and, for `asciiOnly`, are all ASCII. As in countLineEnds(), the
// compiler converts the loop of fixed length to vector instructions; "&&" would prevent that.
bool isPlain(QByteArrayView bytes, bool asciiOnly)
{
    constexpr qsizetype Lanes = 64;
    const uchar beyondAscii = asciiOnly ? 0x80 : 0;
    const auto strange = [beyondAscii](char byte) -> uchar {
        const auto c = uchar(byte);
        return uchar((c < 0x20) & (c != '\n') & (c != '\t')) | uchar(c == 0x7f) | uchar(c & beyondAscii);
    };
    std::array<uchar, Lanes> found{};
    const char *at = bytes.data();
    const char *end = at + bytes.size();
    for (; end - at >= Lanes; at += Lanes) {
        // The bytes are not cached yet; without prefetching, the loop is three times slower.
        __builtin_prefetch(at + Ahead);
        for (qsizetype lane = 0; lane < Lanes; ++lane)
            found[size_t(lane)] |= strange(at[lane]);
    }
    return std::ranges::all_of(found, [](uchar lane) { return lane == 0; }) &&
           std::none_of(at, end, [strange](char c) { return strange(c) != 0; });
}

QByteArray errorExpression()
{
    QByteArrayList parts;
    for (const auto word : errorWords())
        parts += QRegularExpression::escape(QString::fromLatin1(word)).toLatin1();
    // A line that consists only of "KeyError", see levelOf().
    return parts.join('|') + "|Error\\r?$";
}

} // namespace

/// The compiled engines, shared by all threads.
class LogMatcher::Engines
{
public:
    void make(const LogPattern &pattern, bool forErrors)
    {
        std::call_once(m_once, [&] { forErrors ? makeForErrors() : makeFor(pattern); });
    }

    std::unique_ptr<const LineScanner> scanner;       // if null, each line is checked
    std::unique_ptr<const LineExpression> expression; // null if the scanner or levelOf() is sufficient
    bool isShownTextNeeded = true;                    // lines that are not plain are checked by their shown text
    bool isPlainAscii = false;                        // whether only ASCII lines count as plain

private:
    void makeForErrors()
    {
        scanner = LineScanner::forExpression(errorExpression(), true);
        isShownTextNeeded = false;
    }

    void makeFor(const LogPattern &pattern)
    {
        const bool cased = pattern.isCaseSensitive();
        // The scanner ignores case only for ASCII.
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

/// The state of one call of find().
class LogMatcher::Search
{
public:
    Search(const LogMatcher &matcher, QByteArrayView bytes, LineNumber first, std::vector<LineNumber> &found,
           const std::atomic_bool &canceled)
        : m_engines(*matcher.m_engines)
        , m_bytes(bytes)
        , m_line(first)
        , m_found(found)
        , m_canceled(canceled)
    {
        if (m_engines.scanner)
            m_scan = m_engines.scanner->scratch();
        if (m_engines.expression)
            m_match = m_engines.expression->scratch();
    }

    void run() { searchGroups(m_bytes, Together); }

    /// Returns the number after that of the last line.
    LineNumber end()
    {
        countTo(m_bytes.size());
        return {m_line.value + (!m_bytes.isEmpty() && m_bytes.back() != '\n' ? 1 : 0)};
    }

private:
    // Scans groups of lines that the scanner supports, and divides others until only a few lines are left to check.
    void searchGroups(QByteArrayView bytes, qsizetype groupSize)
    {
        for (qsizetype at = 0; at < bytes.size() && !m_canceled;) {
            const auto group = firstLines(bytes.sliced(at), groupSize);
            const bool isHuge = group.size() > LongestSearched; // a single line
            if (m_engines.scanner && !isHuge && isForScanner(group))
                scan(group);
            else if (m_engines.scanner && !isHuge && groupSize > FewLines)
                searchGroups(group, groupSize / 8);
            else
                checkEach(group);
            at += group.size();
        }
    }

    // Returns complete lines of at most `size` bytes, or a single longer line.
    static QByteArrayView firstLines(QByteArrayView bytes, qsizetype size)
    {
        if (bytes.size() <= size)
            return bytes;
        const auto last = lastOf(bytes.first(size), '\n');
        const auto newline = last >= 0 ? last : bytes.indexOf('\n', size);
        return newline < 0 ? bytes : bytes.first(newline + 1);
    }

    bool isForScanner(QByteArrayView bytes) const
    {
        if (!m_engines.isShownTextNeeded)
            return true;
        return isPlain(bytes, m_engines.isPlainAscii);
    }

    void scan(QByteArrayView bytes)
    {
        m_engines.scanner->scan(bytes, m_scan.get(), m_starts);
        for (const auto start : m_starts) {
            if (m_canceled)
                return;
            if (m_engines.scanner->precision() == LineScanner::Precision::Exact || matches(lineAt(bytes, start)))
                addLine(bytes.data() + start);
        }
    }

    void checkEach(QByteArrayView bytes)
    {
        for (qsizetype start = 0; start < bytes.size() && !m_canceled;) {
            const auto line = lineAt(bytes, start);
            if (matches(line))
                addLine(line.data());
            start += line.size();
        }
    }

    static QByteArrayView lineAt(QByteArrayView bytes, qsizetype start)
    {
        const auto newline = bytes.indexOf('\n', start);
        return bytes.sliced(start, (newline < 0 ? bytes.size() : newline + 1) - start);
    }

    // Counts lines only as far as the match.
    void countTo(qsizetype at)
    {
        m_line.value += countLineEnds(m_bytes.sliced(m_counted, at - m_counted));
        m_counted = at;
    }

    void addLine(const char *line)
    {
        countTo(line - m_bytes.data());
        m_found.push_back(m_line);
    }

    bool matches(QByteArrayView line)
    {
        if (!m_engines.isShownTextNeeded)
            return shownLevel(line) == LogLevel::Error;
        auto state = lastState(line);
        state = state.first(std::min(state.size(), LongestSearched));
        // A copy, because the mapped file may change after the check for valid UTF-8.
        QByteArray shown = isPlain(state, false) ? state.toByteArray() : terminalText(state).bytes;
        if (m_engines.expression) {
            if (!shown.isValidUtf8())
                shown = QString::fromUtf8(shown).toUtf8();
            return m_engines.expression->isIn(shown, m_match.get());
        }
        m_engines.scanner->scan(shown, m_scan.get(), m_startsInLine);
        return !m_startsInLine.empty();
    }

    const Engines &m_engines;
    const QByteArrayView m_bytes;
    LineNumber m_line; // the line of the byte at m_counted
    qsizetype m_counted = 0;
    std::vector<LineNumber> &m_found;
    const std::atomic_bool &m_canceled;
    LineScanner::Scratch m_scan{nullptr, nullptr};
    LineExpression::Scratch m_match{nullptr, nullptr};
    std::vector<qsizetype> m_starts;
    std::vector<qsizetype> m_startsInLine; // used while m_starts is iterated
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
        Search(*this, bytes, first, found, canceled).run();
        return;
    }
    std::vector<LineNumber> matching;
    Search search(*this, bytes, first, matching, canceled);
    search.run();
    const LineNumber end = search.end();
    auto next = matching.begin();
    for (LineNumber line = first; line < end && !canceled; ++line.value) {
        if (next != matching.end() && *next == line)
            ++next;
        else
            found.push_back(line);
    }
}

} // namespace Roost::Logs
