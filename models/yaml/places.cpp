// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/places.h"

#include <algorithm>

namespace Roost::Yaml {

namespace {

bool isQuote(QChar c)
{
    return c == QLatin1Char('\'') || c == QLatin1Char('"');
}

// Returns the position of the closing quote of a scalar on this line; -1 if the scalar continues.
qsizetype closingQuote(QStringView line, qsizetype from, QChar quote)
{
    for (qsizetype i = from; i < line.size(); ++i) {
        const bool escape = quote == QLatin1Char('"') && line[i] == QLatin1Char('\\');
        const bool doubled =
            quote == QLatin1Char('\'') && line[i] == quote && i + 1 < line.size() && line[i + 1] == quote;
        if (escape || doubled)
            ++i;
        else if (line[i] == quote)
            return i;
    }
    return -1;
}

} // namespace

Places::Places(const QString &text)
{
    const bool marked = text.startsWith(QChar(QChar::ByteOrderMark));
    m_skipped = marked ? 1 : 0;
    m_bytes = QStringView(text).sliced(m_skipped).toUtf8();
    qsizetype start = 0;
    for (;;) {
        m_lineStarts.append(start);
        const qsizetype end = m_bytes.indexOf('\n', start);
        QByteArrayView line = QByteArrayView(m_bytes).sliced(start, (end < 0 ? m_bytes.size() : end) - start);
        if (line.endsWith('\r'))
            line.chop(1);
        m_lines.append(QString::fromUtf8(line));
        if (end < 0)
            break;
        start = end + 1;
    }
}

std::pair<int, int> Places::at(qsizetype byteOffset) const
{
    byteOffset = std::clamp<qsizetype>(byteOffset, 0, m_bytes.size());
    const auto next = std::ranges::upper_bound(m_lineStarts, byteOffset);
    const int line = int(next - m_lineStarts.begin());
    const qsizetype start = m_lineStarts[line - 1];
    const auto before = QString::fromUtf8(QByteArrayView(m_bytes).sliced(start, byteOffset - start));
    return {line, int(before.size()) + 1 + (line == 1 ? m_skipped : 0)};
}

qsizetype Places::indent(int number) const
{
    const QStringView content = line(number);
    const auto end =
        std::ranges::find_if(content, [](QChar c) { return c != QLatin1Char(' ') && c != QLatin1Char('\t'); });
    return end - content.begin();
}

int Places::scalarLength(int number, int column, const QString &value) const
{
    const qsizetype from = column - 1 - (number == 1 ? m_skipped : 0);
    if (number > lineCount() || from >= line(number).size())
        return 0;
    const QStringView rest = line(number).sliced(from);
    if (isQuote(rest.front()))
        return int(closingQuote(rest, 1, rest.front())) + 1;
    return !value.isEmpty() && rest.startsWith(value) ? int(value.size()) : 0;
}

bool Places::isLeftOpen(int number, int column) const
{
    const qsizetype from = column - 1 - (number == 1 ? m_skipped : 0);
    if (number > lineCount() || from >= line(number).size() || !isQuote(line(number)[from]))
        return false;
    const QChar quote = line(number)[from];
    if (closingQuote(line(number).sliced(from), 1, quote) >= 0)
        return false;
    for (int next = number + 1; next <= lineCount(); ++next) {
        if (closingQuote(line(next), 0, quote) >= 0)
            return false;
    }
    return true;
}

bool Places::opensProse(int number, int column) const
{
    const qsizetype from = column - 1 - (number == 1 ? m_skipped : 0);
    if (number > lineCount() || from >= line(number).size())
        return false;
    return QStringLiteral("|>\"'").contains(line(number)[from]);
}

} // namespace Roost::Yaml
