// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/lineprefixes.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

namespace {

constexpr qsizetype longestPrefix = 160;
constexpr size_t mostShapes = 64;
constexpr size_t mostStreams = 4096;
constexpr char escape = '\x1b';

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Returns the length of a rank mark at the beginning, 0 if there is none. Sets `rank` to the rank in it.
qsizetype markLength(QByteArrayView line, int &rank)
{
    if (!line.startsWith('['))
        return 0;
    qsizetype at = 1;
    for (const QByteArrayView word : {QByteArrayView("rank"), QByteArrayView("default")}) {
        if (line.sliced(at).startsWith(word))
            at += word.size();
    }
    int number = -1;
    for (; at < line.size() && (isDigit(line[at]) || line[at] == ','); ++at) {
        if (line[at] == ',')
            number = -1;
        else if (number < 100'000'000)
            number = std::max(number, 0) * 10 + (line[at] - '0');
    }
    if (number < 0 || at >= line.size() || line[at] != ']')
        return 0;
    ++at;
    for (const QByteArrayView stream : {QByteArrayView("<stdout>"), QByteArrayView("<stderr>")}) {
        if (line.sliced(at).startsWith(stream))
            at += stream.size();
    }
    if (at >= line.size() || line[at] != ':')
        return 0;
    ++at;
    rank = number;
    return at < line.size() && line[at] == ' ' ? at + 1 : at;
}

// Returns the position of a rank mark after an unfinished progress bar or the prefix of a platform; 0 if there is none.
qsizetype markBehind(QByteArrayView line)
{
    int rank = -1;
    for (const QByteArrayView word :
         {QByteArrayView("[rank"), QByteArrayView("]<stderr>:"), QByteArrayView("]<stdout>:")}) {
        auto at = line.indexOf(word);
        if (at > 0 && word.front() == ']')
            at = line.first(at).lastIndexOf('[');
        if (at > 0 && markLength(line.sliced(at), rank) > 0)
            return at;
    }
    return 0;
}

qsizetype digitsAt(QByteArrayView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - at;
}

// Returns the length of the beginning of `text` that equals `shape` except for the values of numbers; -1 if it differs.
qsizetype matchedLength(QByteArrayView shape, QByteArrayView text)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i < shape.size();) {
        if (const auto digits = digitsAt(shape, i); digits > 0) {
            const auto others = digitsAt(text, at);
            if (others == 0)
                return -1;
            i += digits;
            at += others;
            continue;
        }
        if (at >= text.size())
            return shape.sliced(i).trimmed().isEmpty() ? at : -1;
        if (shape[i] != text[at])
            return -1;
        ++i;
        ++at;
    }
    return at;
}

int rankIn(const QString &prefix)
{
    static const QRegularExpression named(
        u"(?:\\brank[ =:_-]*|\\[default|^\\s*\\[\\d+,|\\[(?=\\d+\\]<std))(\\d{1,8})\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    // srun -l and MPICH's -prepend-rank write only the number.
    static const QRegularExpression alone(u"^\\s*(?:(\\d{1,6}): ?|\\[(\\d{1,6})\\] ?)$"_s);
    if (const auto match = named.match(prefix); match.hasMatch())
        return match.captured(1).toInt();
    if (const auto match = alone.match(prefix); match.hasMatch())
        return QString(match.captured(1) + match.captured(2)).toInt();
    return -1;
}

} // namespace

QByteArray withoutEscapes(QByteArrayView text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] != escape) {
            plain += text[at++];
            continue;
        }
        if (++at >= text.size())
            break;
        const char kind = text[at++];
        if (kind == '[') {
            while (at < text.size() && (text[at] < '@' || text[at] > '~'))
                ++at;
            ++at;
        } else if (kind == ']') {
            while (at < text.size() && text[at] != '\a' && text[at] != escape)
                ++at;
            at += at < text.size() && text[at] == escape ? 2 : 1;
        }
    }
    return plain;
}

QByteArrayView LinePrefixes::unwrapped(QByteArrayView line)
{
    if (line.contains(escape)) {
        m_plain = withoutEscapes(line);
        line = m_plain;
    }
    if (!line.startsWith("{\"log\":\""))
        return line;
    const QJsonValue log = QJsonDocument::fromJson(line.toByteArray()).object().value(u"log");
    if (!log.isString())
        return line;
    m_unwrapped = log.toString().toUtf8();
    while (m_unwrapped.endsWith('\n') || m_unwrapped.endsWith('\r'))
        m_unwrapped.chop(1);
    return m_unwrapped;
}

PrefixedLine LinePrefixes::read(QByteArrayView line)
{
    PrefixedLine prefixed{-1, -1, unwrapped(line)};
    if (const auto at = markBehind(prefixed.text))
        prefixed.text.slice(at);
    while (const qsizetype length = markLength(prefixed.text, prefixed.rank))
        prefixed.text.slice(length);
    prefixed.stream = prefixed.rank;
    if (prefixed.rank >= 0)
        return prefixed;
    addShapeOf(prefixed.text);
    if (const auto length = knownPrefixLength(prefixed.text, prefixed))
        prefixed.text.slice(length);
    return prefixed;
}

// The header of a traceback shows where the prefix of its line ends.
void LinePrefixes::addShapeOf(QByteArrayView text)
{
    const auto header = text.indexOf("Traceback (most recent call last)");
    if (header <= 0 || text.startsWith('{') || m_shapes.size() >= mostShapes)
        return;
    auto prefix = text.first(header);
    for (const QByteArrayView word : {QByteArrayView("Exception Group "), QByteArrayView("Original ")}) {
        if (prefix.endsWith(word))
            prefix.chop(word.size());
    }
    if (prefix.endsWith("  ")) // IPython writes the name of the exception before the header
        return;
    // The margin of an exception group and the indent of a report are not prefixes. A prefix of Docker ends with the
    // same character, "trainer-0  | ", but before a margin there is a line with "+".
    auto core = prefix;
    while (!core.isEmpty() && QByteArrayView(" |+").contains(core.back()))
        core.chop(1);
    const bool isMargin = !prefix.endsWith("| ") || std::ranges::any_of(m_shapes, [&](const Shape &one) {
        return matchedLength(one.text, text) >= core.size();
    });
    if (isMargin)
        prefix = core.isEmpty() ? core : text.first(std::min(core.size() + 1, header));
    const auto trimmed = prefix.trimmed();
    // Type names of IPython, boxes and reports of torchrun are not prefixes.
    if (trimmed.isEmpty() || prefix.size() > longestPrefix || trimmed.endsWith("traceback :") ||
        static_cast<unsigned char>(trimmed.front()) >= 0x80 || prefix.contains("    ") || prefix.contains("---"))
        return;
    if (std::ranges::any_of(m_shapes, [&](const Shape &one) { return matchedLength(one.text, text) == prefix.size(); }))
        return;
    static const QRegularExpression times(
        u"\\d{4}[-/]\\d\\d[-/]\\d\\d(?:[T _]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:[+-]\\d\\d:?\\d\\d)?)?|"
        "\\b\\d\\d?:\\d\\d:\\d\\d(?:[.,]\\d+)?|\\w{3} +\\d+ \\d\\d:\\d\\d:\\d\\d(?: \\d{4})?|\\b\\d{10,}(?:\\.\\d+)?"_s);
    Shape shape{prefix.toByteArray(), {}};
    const QString latin = QString::fromLatin1(prefix);
    std::vector<bool> inTime(size_t(prefix.size()), false);
    for (auto all = times.globalMatch(latin); all.hasNext();) {
        const auto match = all.next();
        std::fill(inTime.begin() + match.capturedStart(), inTime.begin() + match.capturedEnd(), true);
    }
    for (qsizetype at = 0; at < prefix.size(); ++at) {
        if (const auto digits = digitsAt(prefix, at); digits > 0) {
            shape.isTime.push_back(inTime[size_t(at)]);
            at += digits - 1;
        }
    }
    m_shapes.push_back(std::move(shape));
    std::ranges::stable_sort(m_shapes, std::ranges::greater(), [](const Shape &one) { return one.text.size(); });
}

// The length of the prefix of `text`, 0 for none; sets its writer in `prefixed`.
qsizetype LinePrefixes::knownPrefixLength(QByteArrayView text, PrefixedLine &prefixed)
{
    for (const Shape &shape : m_shapes) {
        if (const auto length = matchedLength(shape.text, text); length > 0) {
            setWriter(prefixed, shape, text.first(length));
            return length;
        }
    }
    return 0;
}

void LinePrefixes::setWriter(PrefixedLine &prefixed, const Shape &shape, QByteArrayView prefix)
{
    QByteArray key;
    size_t run = 0;
    for (qsizetype at = 0; at < prefix.size(); ++at) {
        const auto digits = digitsAt(prefix, at);
        if (digits == 0) {
            key += prefix[at];
        } else {
            if (run < shape.isTime.size() && !shape.isTime[run])
                key += prefix.sliced(at, digits);
            ++run;
            at += digits - 1;
        }
    }
    auto found = m_streams.find(key);
    if (found == m_streams.end() && m_streams.size() < mostStreams) {
        const int rank = rankIn(QString::fromLatin1(key));
        found = m_streams.emplace(key, std::pair(rank, rank >= 0 ? rank : -2 - int(m_streams.size()))).first;
    }
    if (found != m_streams.end())
        std::tie(prefixed.rank, prefixed.stream) = found->second;
}

} // namespace Roost::Causes
