// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/logevents.h"

#include "models/cause/speaker.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

namespace {

constexpr qsizetype evidenceKept = 12;
constexpr size_t mostSpeakers = 4096;
constexpr qsizetype longestText = 400;
constexpr int afterTraceback = 6;
constexpr int mostRest = 3;
constexpr int messageBeforeNested = 8;
constexpr int cellBeforeNested = 60;

QString shown(QByteArrayView text)
{
    return QString::fromUtf8(text.first(std::min(text.size(), longestText)));
}

// Unlike the borders of boxes and tables.
bool hasWords(QByteArrayView text)
{
    constexpr QByteArrayView border("\u2500", 2); // the first bytes of all that draw boxes
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

// Two processes that write the same at once: "KeyErrorKeyError: : 'a''a'".
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

// Where an exception came up while another was handled, the first is the root, unless only the second is one whose
// kind is known: looking something up, failing, and trying another way is no cause.
bool secondIsRoot(const LogEvent &first, const LogEvent &second, bool handled)
{
    // That a process failed is known from its parent; what the parent makes of it says more.
    if (first.meaning.role == Role::Launcher)
        return second.meaning.role != Role::Launcher;
    return handled && first.meaning.kind == CauseKind::Exception && second.meaning.kind != CauseKind::Exception &&
           second.meaning.role == Role::Broke;
}

// The address that could not be reached often stands in one exception of a chain only, or in a line before it.
void place(LogEvent &event, const QString &address)
{
    if (event.placed || address.isEmpty() || !saysNoAddress(event.type, event.message) ||
        !addressIn(event.headlineText()).isEmpty())
        return;
    event.message += u" ("_s + address + u')';
    event.placed = true;
}

// One event of two that are linked: `root` says why, and `other` is what it came up in, or what it led to.
LogEvent joined(LogEvent root, const LogEvent &other, bool otherIsSurface)
{
    if (otherIsSurface)
        root.surface = other.surface.isEmpty() ? other.headlineText() : other.surface;
    root.evidence += other.evidence[other.headline];
    root.whole = root.whole || other.whole;
    root.aside = root.aside && other.aside;
    place(root, addressIn(other.headlineText()));
    return root;
}

} // namespace

QString LogEvent::headlineText() const
{
    if (type.isEmpty() || message.isEmpty())
        return type + message;
    return type + u": " + message;
}

void LogEvents::feed(QByteArrayView bytes)
{
    m_splitter.feed(bytes, [this](QByteArrayView text, qint64 number, qint64 offset) { line(text, number, offset); });
}

void LogEvents::end()
{
    m_splitter.end([this](QByteArrayView text, qint64 number, qint64 offset) { line(text, number, offset); });
    std::deque<LogEvent> last;
    for (auto &[stream, speaker] : m_speakers) {
        if (speaker.open)
            last.push_back(*std::exchange(speaker.open, std::nullopt));
        speaker = {};
    }
    for (LogEvent &event : last)
        keep(std::move(event));
    std::ranges::stable_sort(m_events, {}, &LogEvent::order);
}

qint64 LogEvents::linesAfter(const LogEvent &event) const
{
    const auto spoken = m_spoken.find(event.stream);
    return spoken == m_spoken.end() ? 0 : spoken->second - event.spoken;
}

qint64 LogEvents::wentOnAfter(const LogEvent &event) const
{
    const auto said = m_wentOn.find(event.stream);
    return said == m_wentOn.end() ? 0 : said->second - event.wentOn;
}

// torchrun starts all anew: what broke the attempt before did not end this one.
void LogEvents::forgetAttempt()
{
    m_events.clear();
    for (auto &[stream, speaker] : m_speakers)
        speaker = {};
}

void LogEvents::line(QByteArrayView text, qint64 number, qint64 offset)
{
    ++m_order;
    const Spoken spoken = m_prefixes.read(text);
    if (m_speakers.size() >= mostSpeakers && !m_speakers.contains(spoken.stream))
        return;
    if (!escapedLine(spoken, number, offset))
        said(spoken, number, offset);
}

// A logger that writes JSON puts a whole traceback into one line.
bool LogEvents::escapedLine(const Spoken &spoken, qint64 number, qint64 offset)
{
    constexpr QByteArrayView header = R"(Traceback (most recent call last):\n)";
    const auto at = spoken.text.startsWith('{') ? spoken.text.indexOf(header) : -1;
    if (at < 0 || spoken.text.contains("py_callstack"))
        return false;
    QByteArray text = spoken.text.sliced(at).toByteArray();
    for (qsizetype quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote + 1)) {
        if (quote == 0 || text[quote - 1] != '\\') {
            text.truncate(quote);
            break;
        }
    }
    text.replace("\\n", "\n").replace("\\\"", "\"");
    const QList<QByteArray> pieces = text.split('\n');
    for (const QByteArray &piece : pieces)
        said({spoken.who, spoken.stream, piece}, number, offset);
    return true;
}

void LogEvents::said(const Spoken &spoken, qint64 number, qint64 offset)
{
    Speaker &speaker = m_speakers[spoken.stream];
    if (spoken.text.trimmed().isEmpty()) {
        speaker.blank = true;
        return;
    }
    const Spoken inside{spoken.who, spoken.stream, withoutMargin(speaker, spoken.text)};
    if (inside.text.trimmed().isEmpty())
        return;
    const EvidenceLine here{m_path, number, offset, shown(inside.text)};
    noteCollective(inside);
    // What stood before the header was that of a log's record, and no prefix of each line.
    if (m_begun.value_or(-1) < -1 && spoken.stream == -1 && inside.text.startsWith("  File \""))
        speaker.reader = std::exchange(m_speakers[*m_begun].reader, {});
    m_begun.reset();
    if (speaker.reader.isReading())
        tracebackLine(speaker, inside, here);
    else
        plainLine(speaker, inside, here);
    speaker.blank = false;
}

void LogEvents::noteCollective(const Spoken &spoken)
{
    if (!spoken.text.contains("SeqNum=") && !spoken.text.contains("last enqueued"))
        return;
    readCollective(spoken.text, m_collectives[std::max(spoken.who, rankInWords(spoken.text))]);
}

// The exceptions of a group stand behind a margin of "|", and lines of "+---" separate them.
QByteArrayView LogEvents::withoutMargin(Speaker &speaker, QByteArrayView text)
{
    const auto inner = text.trimmed();
    if (!speaker.inGroup) {
        speaker.inGroup = inner.startsWith("+ Exception Group Traceback");
        return speaker.inGroup ? inner.sliced(2) : text;
    }
    if (inner.startsWith("+ "))
        return inner.sliced(2);
    if (inner.startsWith('+')) {
        speaker.separated = true;
        return {};
    }
    if (inner.startsWith('|')) {
        const auto behind = text.sliced(text.indexOf('|') + 1);
        return behind.startsWith(' ') ? behind.sliced(1) : behind;
    }
    speaker.inGroup = false;
    speaker.ofGroup = false;
    return text;
}

void LogEvents::tracebackLine(Speaker &speaker, const Spoken &spoken, const EvidenceLine &here)
{
    if (speaker.reader.begins(spoken.text))
        return;
    if (const QString address = addressIn(here.text); !address.isEmpty())
        speaker.frameAddress = address;
    if (speaker.reader.read(spoken.text, here) == TracebackReader::Step::Headline)
        raised(speaker, spoken, here, speaker.reader.headline(), speaker.reader.isGroup());
}

void LogEvents::raised(Speaker &speaker, const Spoken &spoken, const EvidenceLine &here, const QString &headline,
                       bool group)
{
    const Next next = speaker.nextLines > 0 ? speaker.next : Next::Own;
    speaker.nextLines = 0;
    if (next == Next::Ignored) {
        speaker.link = Link::None;
        return;
    }
    LogEvent event = exceptionEvent(speaker.reader.frames(), here, headline);
    event.whole = speaker.reader.isWhole();
    event.aside = next == Next::Aside || event.meaning.role == Role::Aside || losesItsOwnProcess(event);
    place(event, speaker.frameAddress.isEmpty() ? speaker.address : speaker.frameAddress);
    put(speaker, std::move(event), spoken);
    speaker.ofGroup = group;
    speaker.following = afterTraceback;
}

bool LogEvents::linkLine(Speaker &speaker, QByteArrayView text)
{
    if (text.contains("direct cause of the following exception"))
        speaker.link = Link::DirectCause;
    else if (text.contains("During handling of the above exception"))
        speaker.link = Link::Context;
    else if (text.startsWith("-- Process "))
        speaker.link = Link::Nested;
    else
        return false;
    return true;
}

void LogEvents::plainLine(Speaker &speaker, const Spoken &spoken, const EvidenceLine &here)
{
    const auto text = spoken.text;
    if (const auto progress = progressIn(text); !progress.isEmpty())
        m_progress[spoken.who] = progress;
    if (speaker.reader.begins(text)) {
        const bool ofMessage = speaker.nested > 0 && speaker.open && !speaker.inGroup;
        const bool quoted = text.contains("Original "_ba) || text.contains("(RANK "_ba);
        if (quoted || (ofMessage && speaker.link == Link::None) || speaker.ofGroup)
            speaker.link = Link::Nested;
        speaker.following = 0;
        speaker.separated = false;
        speaker.frameAddress.clear();
        m_begun = spoken.stream;
        return;
    }
    if (linkLine(speaker, text))
        return;
    if (std::exchange(speaker.separated, false) && speaker.inGroup && isHeadline(text)) {
        // An exception that was never raised has no traceback.
        speaker.link = speaker.ofGroup ? Link::Nested : Link::None;
        raised(speaker, spoken, here, QString::fromUtf8(text), false);
        return;
    }
    auto event = eventOfLine(text, here);
    const bool onlyGoesOn = event && speaker.open && speaker.following > 0 &&
                            speaker.open->form == LogEvent::Form::Fatal && text.trimmed().startsWith("what():");
    if ((!event || onlyGoesOn) && speaker.following > 0 && follow(speaker, text, here))
        return;
    // Libraries mix their own backtrace into that of faulthandler.
    const bool mixed = !event && speaker.following > 0 && speaker.open->form == LogEvent::Form::Fatal;
    speaker.following = mixed ? speaker.following - 1 : 0;
    speaker.link = Link::None;
    --speaker.nested;
    --speaker.nextLines;
    if (const auto next = nextIn(text)) {
        speaker.next = *next == Aftermath::Ignored ? Next::Ignored : Next::Aside;
        speaker.nextLines = 3;
    }
    if (event) {
        put(speaker, std::move(event->first), spoken);
        speaker.following = event->second;
        return;
    }
    if (isTeardown(text)) {
        if (text.contains("will restart worker group"))
            forgetAttempt();
        return;
    }
    if (hasWords(text))
        m_lastLines[spoken.who] = here;
    ++m_spoken[spoken.stream];
    if (saysItGoesOn(text))
        ++m_wentOn[spoken.stream], ++m_allWentOn;
    if (saysItConnects(text))
        speaker.address = addressIn(here.text);
}

bool LogEvents::follow(Speaker &speaker, QByteArrayView text, const EvidenceLine &here)
{
    LogEvent &event = *speaker.open;
    if (!continues(event, text, speaker.blank)) {
        // An indented line right behind an exception is the rest of its message.
        const bool rest = event.form == LogEvent::Form::Traceback && event.meaning.role != Role::Launcher &&
                          !speaker.blank && speaker.following > afterTraceback - mostRest && text.front() == ' ' &&
                          event.evidence.size() < evidenceKept;
        if (!rest)
            return false;
        --speaker.following;
        event.evidence += here;
        return true;
    }
    --speaker.following;
    if (event.evidence.size() < evidenceKept)
        event.evidence += here;
    event.order = m_order;
    learnFromFollowing(event, text);
    return true;
}

void LogEvents::put(Speaker &speaker, LogEvent event, const Spoken &spoken)
{
    event.stream = spoken.stream;
    event.speaker = spoken.who >= 0 ? spoken.who : event.speaker;
    event.order = m_order;
    event.spoken = m_spoken[spoken.stream];
    event.wentOn = m_wentOn[spoken.stream];
    event.allWentOn = m_allWentOn;
    const Link link = std::exchange(speaker.link, Link::None);
    const bool leadsToAnother = event.form == LogEvent::Form::Traceback && leadsToMessage(event);
    speaker.nested = !leadsToAnother                            ? 0
                     : event.type.contains("ExecutionError"_L1) ? cellBeforeNested
                                                                : messageBeforeNested;
    speaker.following = 0;
    if (speaker.open && link != Link::None && speaker.open->form == LogEvent::Form::Traceback) {
        LogEvent before = *std::exchange(speaker.open, std::nullopt);
        const bool fromEvent = link == Link::Nested || secondIsRoot(before, event, link == Link::Context);
        const qint64 order = event.order;
        LogEvent one =
            fromEvent ? joined(std::move(event), before, link == Link::Nested) : joined(std::move(before), event, true);
        one.order = order;
        one.spoken = m_spoken[spoken.stream];
        speaker.open = std::move(one);
        return;
    }
    if (speaker.open)
        keep(*std::move(speaker.open));
    speaker.open = std::move(event);
}

void LogEvents::keep(LogEvent event)
{
    if (event.evidence.size() > evidenceKept)
        event.evidence.resize(evidenceKept);
    if (event.headline >= event.evidence.size())
        return;
    // Each thread of a GPU says that its assertion failed: the first says enough.
    const bool again = !m_events.empty() && event.form == LogEvent::Form::Words && event.meaning.role == Role::Broke &&
                       m_events.back().form == LogEvent::Form::Words && m_events.back().stream == event.stream &&
                       m_events.back().meaning.kind == event.meaning.kind && !event.meaning.killedForMemory &&
                       m_events.back().meaning.role == Role::Broke;
    if (again)
        return;
    m_events.push_back(std::move(event));
    if (m_events.size() > Most)
        m_events.pop_front();
}

} // namespace Roost::Causes
