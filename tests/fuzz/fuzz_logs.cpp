// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/logindex.h"
#include "models/logs/lines/logline.h"
#include "models/logs/match/lineexpression.h"
#include "models/logs/match/linescanner.h"
#include "models/logs/times/linestamp.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>

#include <sys/mman.h>
#include <unistd.h>

using namespace Roost;
using namespace Roost::Logs;

namespace {

void hold(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

bool isShownCharacter(QChar c)
{
    return c == u'\t' || (c.unicode() >= 0x20 && c.unicode() != 0x7f);
}

// The shown text contains no control characters, and its spans are within the text and in order.
void decode(QByteArrayView line)
{
    const LogLine shown = decodeLogLine(line);
    hold(std::ranges::all_of(shown.text, isShownCharacter));
    hold(shown.bytes == line.size());
    hold(shown.level == shownLevel(line));
    qsizetype end = 0;
    for (const LogSpan &span : shown.spans) {
        hold(span.start >= end && span.length > 0);
        end = span.start + span.length;
    }
    hold(end <= shown.text.size());
}

// The time of a line does not depend on other lines, and is between the years 0 and 9999.
void stamps(QByteArrayView bytes)
{
    const auto stamp = LineStamp::of(bytes, QTimeZone::UTC);
    if (!stamp)
        return;
    const auto time = stamp->timeOf(bytes.first(std::max<qsizetype>(bytes.indexOf('\n'), 0)));
    hold(!time || (*time > timePointFromMs(-63'000'000'000'000) && *time < timePointFromMs(254'000'000'000'000)));
}

// Scanning many lines at once has the same result as scanning each line alone; an automaton for a wider pattern does
// not find less.
void scan(QByteArrayView bytes)
{
    static const QByteArray expression = "[Ee]rr(or)?s?\\b.*[0-9]{2}";
    static const auto scanner = LineScanner::forExpression(expression, true);
    static const auto literal = LineScanner::forLiteral("ab", false);
    static const LineExpression alone(expression, true);
    static const auto scratch = alone.scratch();
    static const auto scannerScratch = scanner->scratch();
    static const auto literalScratch = literal->scratch();
    std::vector<qsizetype> named;
    std::vector<qsizetype> namedByLiteral;
    scanner->scan(bytes, scannerScratch.get(), named);
    literal->scan(bytes, literalScratch.get(), namedByLiteral);
    for (qsizetype start = 0; start < bytes.size();) {
        const auto newline = bytes.indexOf('\n', start);
        const auto end = newline < 0 ? bytes.size() : newline;
        const auto line = bytes.sliced(start, end - start);
        const bool isAscii = std::ranges::all_of(line, [](char c) { return uchar(c) < 0x80; });
        if (isAscii && alone.isIn(line, scratch.get()))
            hold(std::ranges::binary_search(named, start));
        const bool isThere = line.toByteArray().toLower().contains("ab");
        hold(isThere == std::ranges::binary_search(namedByLiteral, start));
        start = end + 1;
    }
}

// Lines have the same positions if the file arrived in two pieces.
void index(QByteArrayView bytes, qsizetype first)
{
    const int file = ::memfd_create("log", MFD_CLOEXEC);
    hold(file >= 0);
    LogIndex index(QStringLiteral("/proc/self/fd/%1").arg(file));
    for (const auto piece : {bytes.first(first), bytes.sliced(first)}) {
        hold(::write(file, piece.data(), size_t(piece.size())) == piece.size());
        while (index.advance(1000) == LogIndex::Change::Grown && !index.isAtEnd()) {
        }
    }
    const bool isOpen = !bytes.isEmpty() && bytes.back() != '\n';
    const qint64 count = std::ranges::count(bytes, '\n') + (isOpen ? 1 : 0);
    hold(index.end() == bytes.size() && index.lineCount() == count);
    const auto lines = index.lines({0}, count + 1);
    hold(lines.size() == count);
    qint64 at = 0;
    for (qint64 number = 0; number < count; ++number) {
        hold(index.byteOfLine({number}) == at);
        hold(index.lineOfByte(at) == LineNumber{number});
        at += lines[number].bytes;
    }
    hold(at == bytes.size());
    ::close(file);
}

} // namespace

// Any bytes are a log.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    for (qsizetype start = 0; start < bytes.size();) {
        const auto newline = bytes.indexOf('\n', start);
        const auto end = newline < 0 ? bytes.size() : newline + 1;
        decode(bytes.sliced(start, end - start));
        start = end;
    }
    stamps(bytes);
    scan(bytes);
    index(bytes, bytes.isEmpty() ? 0 : uchar(bytes.front()) % bytes.size());
    return 0;
}
