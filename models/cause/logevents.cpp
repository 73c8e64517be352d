// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/logevents.h"

#include "models/cause/eventlines.h"
#include "models/cause/progress.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

namespace {

constexpr qsizetype evidenceKept = 12;
constexpr size_t mostStreams = 4096;
constexpr qsizetype longestText = 400;
constexpr int afterTraceback = 6;
constexpr int mostRest = 3;
constexpr int messageBeforeNested = 8;
constexpr int cellBeforeNested = 60;

QString shown(QByteArrayView text)
{
    return QString::fromUtf8(text.first(std::min(text.size(), longestText)));
}

// Returns whether a line contains more than borders of boxes and tables.
bool hasWords(QByteArrayView text)
{
    constexpr QByteArrayView border("\u2500", 2); // the first bytes of all box-drawing characters
    qsizetype at = 0;
    while (at < text.size()) {
        if (text.sliced(at).startsWith(border.first(1)) && at + 2 < text.size() &&
            (static_cast<unsigned char>(text[at + 1]) == 0x94 || static_cast<unsigned char>(text[at + 1]) == 0x95))
            at += 3;
        else if (QByteArrayView(" \t-=+|*_#~.").contains(text[at]))
            ++at;
        else
            return true;
    }
    return false;
}

// Restores a headline that two processes wrote at the same time: "KeyErrorKeyError: : 'a''a'".
QString undoubled(const QString &headline)
{
    static const QRegularExpression doubled(u"^([\\w.]{4,})\\1: ?:\\s(.+)\\2$"_s);
    const auto match = doubled.match(headline);
    return match.hasMatch() ? QString(match.captured(1) + u": "_s + match.captured(2)) : headline;
}

LogEvent exceptionEvent(const QList<EvidenceLine> &frames, const EvidenceLine &here, const QString &line)
{
    LogEvent event;
    event.form = LogEvent::Form::Traceback;
    const QString headline = undoubled(line);
    const auto colon = headline.indexOf(u':');
    const QString whole = colon < 0 ? headline : headline.first(colon);
    event.type = whole.section(u'.', -1).trimmed();
    event.message = (colon < 0 ? QString() : headline.sliced(colon + 1).trimmed()).left(longestText);
    event.meaning = meaningOfException(headline).value_or(Meaning());
    event.evidence = frames;
    event.evidence += here;
    event.headline = int(event.evidence.size()) - 1;
    return event;
}

// Determines the root of two exceptions. If the second was raised while the first was handled, the first one is the
// root, unless only the kind of the second is known: a failed look-up before another attempt is not a cause.
bool secondIsRoot(const LogEvent &first, const LogEvent &second, bool handled)
{
    // The first event is a parent's report that its process failed; the exception that the parent raises explains more.
    if (first.meaning.role == LineRole::Launcher)
        return second.meaning.role != LineRole::Launcher;
    return handled && first.meaning.kind == CauseKind::Exception && second.meaning.kind != CauseKind::Exception &&
           second.meaning.role == LineRole::Broke;
}

// Adds the address that could not be reached. It is often in another exception of the chain, or in a line before it.
void addAddress(LogEvent &event, const QString &address)
{
    if (event.hasAddress || address.isEmpty() || !lacksAddress(event.type, event.message) ||
        !addressIn(event.headlineText()).isEmpty())
        return;
    event.message += u" ("_s + address + u')';
    event.hasAddress = true;
}

// Joins two linked events: `root` is the reason, `other` is the event in which it occurred or to which it led.
LogEvent joined(LogEvent root, const LogEvent &other, bool otherIsSurface)
{
    if (otherIsSurface)
        root.surface = other.surface.isEmpty() ? other.headlineText() : other.surface;
    root.evidence += other.evidence[other.headline];
    root.isComplete = root.isComplete || other.isComplete;
    root.isSecondary = root.isSecondary && other.isSecondary;
    addAddress(root, addressIn(other.headlineText()));
    return root;
}

} // namespace

void LogEvents::feed(QByteArrayView bytes)
{
    m_splitter.feed(bytes,
                    [this](QByteArrayView text, qint64 number, qint64 offset) { addLine(text, number, offset); });
}

void LogEvents::end()
{
    m_splitter.end([this](QByteArrayView text, qint64 number, qint64 offset) { addLine(text, number, offset); });
    std::deque<LogEvent> last;
    for (auto &[id, stream] : m_streams) {
        if (stream.open)
            last.push_back(*std::exchange(stream.open, std::nullopt));
        stream = {};
    }
    for (LogEvent &event : last)
        store(std::move(event));
    std::ranges::stable_sort(m_events, {}, &LogEvent::order);
}

qint64 LogEvents::linesAfter(const LogEvent &event) const
{
    const auto count = m_lineCounts.find(event.stream);
    return count == m_lineCounts.end() ? 0 : count->second - event.lineCount;
}

qint64 LogEvents::progressAfter(const LogEvent &event) const
{
    const auto count = m_progressCounts.find(event.stream);
    return count == m_progressCounts.end() ? 0 : count->second - event.progressCount;
}

// Drops the events of an earlier attempt. torchrun restarts all ranks, and a failure of the earlier attempt did not end
// this one.
void LogEvents::clearAttempt()
{
    m_events.clear();
    for (auto &[id, stream] : m_streams)
        stream = {};
}

void LogEvents::addLine(QByteArrayView text, qint64 number, qint64 offset)
{
    ++m_order;
    const PrefixedLine prefixed = m_prefixes.read(text);
    if (m_streams.size() >= mostStreams && !m_streams.contains(prefixed.stream))
        return;
    if (!addEscaped(prefixed, number, offset))
        addPrefixed(prefixed, number, offset);
}

// Reads a whole traceback that a JSON logger wrote to one line.
bool LogEvents::addEscaped(const PrefixedLine &prefixed, qint64 number, qint64 offset)
{
    constexpr QByteArrayView header = R"(Traceback (most recent call last):\n)";
    const auto at = prefixed.text.startsWith('{') ? prefixed.text.indexOf(header) : -1;
    if (at < 0 || prefixed.text.contains("py_callstack"))
        return false;
    QByteArray text = prefixed.text.sliced(at).toByteArray();
    for (qsizetype quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote + 1)) {
        if (quote == 0 || text[quote - 1] != '\\') {
            text.truncate(quote);
            break;
        }
    }
    text.replace("\\n", "\n").replace("\\\"", "\"");
    const QList<QByteArray> pieces = text.split('\n');
    for (const QByteArray &piece : pieces)
        addPrefixed({prefixed.rank, prefixed.stream, piece}, number, offset);
    return true;
}

void LogEvents::addPrefixed(const PrefixedLine &prefixed, qint64 number, qint64 offset)
{
    StreamState &stream = m_streams[prefixed.stream];
    if (prefixed.text.trimmed().isEmpty()) {
        stream.blank = true;
        return;
    }
    const PrefixedLine inside{prefixed.rank, prefixed.stream, withoutMargin(stream, prefixed.text)};
    if (inside.text.trimmed().isEmpty())
        return;
    const EvidenceLine here{m_path, number, offset, shown(inside.text)};
    updateCollective(inside);
    // The text before the header belonged to a log record; it is not a prefix of every line.
    if (m_tracebackStream.value_or(-1) < -1 && prefixed.stream == -1 && inside.text.startsWith("  File \""))
        stream.reader = std::exchange(m_streams[*m_tracebackStream].reader, {});
    m_tracebackStream.reset();
    if (stream.reader.isReading())
        addTracebackLine(stream, inside, here);
    else
        addPlainLine(stream, inside, here);
    stream.blank = false;
}

void LogEvents::updateCollective(const PrefixedLine &prefixed)
{
    if (!prefixed.text.contains("SeqNum=") && !prefixed.text.contains("last enqueued"))
        return;
    readCollective(prefixed.text, m_collectives[std::max(prefixed.rank, rankInWords(prefixed.text))]);
}

// Removes the margin of "|" that the exceptions of a group have; lines of "+---" separate them.
QByteArrayView LogEvents::withoutMargin(StreamState &stream, QByteArrayView text)
{
    const auto inner = text.trimmed();
    if (!stream.inGroup) {
        stream.inGroup = inner.startsWith("+ Exception Group Traceback");
        return stream.inGroup ? inner.sliced(2) : text;
    }
    if (inner.startsWith("+ "))
        return inner.sliced(2);
    if (inner.startsWith('+')) {
        stream.separated = true;
        return {};
    }
    if (inner.startsWith('|')) {
        const auto behind = text.sliced(text.indexOf('|') + 1);
        return behind.startsWith(' ') ? behind.sliced(1) : behind;
    }
    stream.inGroup = false;
    stream.ofGroup = false;
    return text;
}

void LogEvents::addTracebackLine(StreamState &stream, const PrefixedLine &prefixed, const EvidenceLine &here)
{
    if (stream.reader.begins(prefixed.text))
        return;
    if (const QString address = addressIn(here.text); !address.isEmpty())
        stream.frameAddress = address;
    if (stream.reader.read(prefixed.text, here) == TracebackReader::Step::Headline)
        addException(stream, prefixed, here, stream.reader.headline(), stream.reader.isGroup());
}

void LogEvents::addException(StreamState &stream, const PrefixedLine &prefixed, const EvidenceLine &here,
                             const QString &headline, bool group)
{
    const Next next = stream.nextLines > 0 ? stream.next : Next::Own;
    stream.nextLines = 0;
    if (next == Next::Ignored) {
        stream.link = Link::None;
        return;
    }
    LogEvent event = exceptionEvent(stream.reader.frames(), here, headline);
    event.isComplete = stream.reader.isComplete();
    event.isSecondary = next == Next::Secondary || event.meaning.role == LineRole::Secondary || lostChildProcess(event);
    addAddress(event, stream.frameAddress.isEmpty() ? stream.address : stream.frameAddress);
    addEvent(stream, std::move(event), prefixed);
    stream.ofGroup = group;
    stream.following = afterTraceback;
}

bool LogEvents::readLink(StreamState &stream, QByteArrayView text)
{
    if (text.contains("direct cause of the following exception"))
        stream.link = Link::DirectCause;
    else if (text.contains("During handling of the above exception"))
        stream.link = Link::Context;
    else if (text.startsWith("-- Process "))
        stream.link = Link::Nested;
    else
        return false;
    return true;
}

void LogEvents::addPlainLine(StreamState &stream, const PrefixedLine &prefixed, const EvidenceLine &here)
{
    const auto text = prefixed.text;
    if (const auto progress = progressIn(text); !progress.isEmpty())
        m_lastProgress[prefixed.rank] = progress;
    if (stream.reader.begins(text)) {
        const bool ofMessage = stream.nested > 0 && stream.open && !stream.inGroup;
        const bool quoted = text.contains("Original "_ba) || text.contains("(RANK "_ba);
        if (quoted || (ofMessage && stream.link == Link::None) || stream.ofGroup)
            stream.link = Link::Nested;
        stream.following = 0;
        stream.separated = false;
        stream.frameAddress.clear();
        m_tracebackStream = prefixed.stream;
        return;
    }
    if (readLink(stream, text))
        return;
    if (std::exchange(stream.separated, false) && stream.inGroup && isHeadline(text)) {
        // An exception in the group that was never raised has no traceback.
        stream.link = stream.ofGroup ? Link::Nested : Link::None;
        addException(stream, prefixed, here, QString::fromUtf8(text), false);
        return;
    }
    auto event = eventOfLine(text, here);
    const bool continuesOpen = event && stream.open && stream.following > 0 &&
                               stream.open->form == LogEvent::Form::Fatal && text.trimmed().startsWith("what():");
    if ((!event || continuesOpen) && stream.following > 0 && addFollowing(stream, text, here))
        return;
    // The backtrace of a library may be mixed into that of faulthandler.
    const bool mixed = !event && stream.following > 0 && stream.open->form == LogEvent::Form::Fatal;
    stream.following = mixed ? stream.following - 1 : 0;
    stream.link = Link::None;
    --stream.nested;
    --stream.nextLines;
    if (const auto next = announcedTraceback(text)) {
        stream.next = *next == NextTraceback::Ignored ? Next::Ignored : Next::Secondary;
        stream.nextLines = 3;
    }
    if (event) {
        addEvent(stream, std::move(event->first), prefixed);
        stream.following = event->second;
        return;
    }
    if (isTeardown(text)) {
        if (text.contains("will restart worker group"))
            clearAttempt();
        return;
    }
    if (hasWords(text))
        m_lastLines[prefixed.rank] = here;
    ++m_lineCounts[prefixed.stream];
    if (reportsProgress(text))
        ++m_progressCounts[prefixed.stream], ++m_totalProgressCount;
    if (announcesConnection(text))
        stream.address = addressIn(here.text);
}

bool LogEvents::addFollowing(StreamState &stream, QByteArrayView text, const EvidenceLine &here)
{
    LogEvent &event = *stream.open;
    if (!continues(event, text, stream.blank)) {
        // An indented line right after an exception continues its message.
        const bool rest = event.form == LogEvent::Form::Traceback && event.meaning.role != LineRole::Launcher &&
                          !stream.blank && stream.following > afterTraceback - mostRest && text.front() == ' ' &&
                          event.evidence.size() < evidenceKept;
        if (!rest)
            return false;
        --stream.following;
        event.evidence += here;
        return true;
    }
    --stream.following;
    if (event.evidence.size() < evidenceKept)
        event.evidence += here;
    event.order = m_order;
    extendEvent(event, text);
    return true;
}

void LogEvents::addEvent(StreamState &stream, LogEvent event, const PrefixedLine &prefixed)
{
    event.stream = prefixed.stream;
    event.rank = prefixed.rank >= 0 ? prefixed.rank : event.rank;
    event.order = m_order;
    event.lineCount = m_lineCounts[prefixed.stream];
    event.progressCount = m_progressCounts[prefixed.stream];
    event.totalProgressCount = m_totalProgressCount;
    const Link link = std::exchange(stream.link, Link::None);
    const bool leadsToAnother = event.form == LogEvent::Form::Traceback && leadsToMessage(event);
    stream.nested = !leadsToAnother                            ? 0
                    : event.type.contains("ExecutionError"_L1) ? cellBeforeNested
                                                               : messageBeforeNested;
    stream.following = 0;
    if (stream.open && link != Link::None && stream.open->form == LogEvent::Form::Traceback) {
        LogEvent before = *std::exchange(stream.open, std::nullopt);
        const bool fromEvent = link == Link::Nested || secondIsRoot(before, event, link == Link::Context);
        const qint64 order = event.order;
        LogEvent one =
            fromEvent ? joined(std::move(event), before, link == Link::Nested) : joined(std::move(before), event, true);
        one.order = order;
        one.lineCount = m_lineCounts[prefixed.stream];
        stream.open = std::move(one);
        return;
    }
    if (stream.open)
        store(*std::move(stream.open));
    stream.open = std::move(event);
}

void LogEvents::store(LogEvent event)
{
    if (event.evidence.size() > evidenceKept)
        event.evidence.resize(evidenceKept);
    if (event.headline >= event.evidence.size())
        return;
    // Every thread of a GPU reports its failed assertion; the first report is sufficient.
    const bool again = !m_events.empty() && event.form == LogEvent::Form::Words &&
                       event.meaning.role == LineRole::Broke && m_events.back().form == LogEvent::Form::Words &&
                       m_events.back().stream == event.stream && m_events.back().meaning.kind == event.meaning.kind &&
                       !event.meaning.killedForMemory && m_events.back().meaning.role == LineRole::Broke;
    if (again)
        return;
    m_events.push_back(std::move(event));
    if (m_events.size() > Most)
        m_events.pop_front();
}

} // namespace Roost::Causes
