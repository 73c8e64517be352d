// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/logevents.h"

#include "models/cause/speaker.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

constexpr qsizetype framesKept = 6;
constexpr qsizetype evidenceKept = 12;
constexpr int patienceInTraceback = 20;
constexpr size_t mostSpeakers = 4096;
constexpr qsizetype longestText = 400;

constexpr QByteArrayView tracebackHeader = "Traceback (most recent call last):";

bool isMarker(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '~' || c == '^'; });
}

QString shown(QByteArrayView text)
{
    return QString::fromUtf8(text.first(std::min(text.size(), longestText)));
}

// "pkg.module.SomeError: message" or a name alone.
bool isHeadline(QByteArrayView text)
{
    static const QRegularExpression name(u"^[A-Za-z_][\\w.]*(?::\\s|:?$)"_s);
    return name.match(shown(text)).hasMatch();
}

LogEvent exceptionEvent(const QList<EvidenceLine> &frames, const EvidenceLine &headline)
{
    LogEvent event;
    event.form = LogEvent::Form::Traceback;
    const QString &text = headline.text;
    const auto colon = text.indexOf(u':');
    const QString whole = colon < 0 ? text : text.first(colon);
    event.type = whole.section(u'.', -1).trimmed();
    event.message = colon < 0 ? QString() : text.sliced(colon + 1).trimmed();
    event.meaning = meaningOfException(text).value_or(Meaning());
    event.evidence = frames;
    event.evidence += headline;
    event.headline = int(event.evidence.size()) - 1;
    return event;
}

LogEvent chained(const LogEvent &cause, const LogEvent &raised)
{
    LogEvent event = cause;
    event.surface = raised.surface.isEmpty() ? raised.headlineText() : raised.surface;
    event.evidence += raised.evidence[raised.headline];
    event.order = raised.order;
    event.spoken = raised.spoken;
    return event;
}

// Where an exception came up while another was handled, the first is the root, unless only the second is one whose
// kind is known: looking something up, failing, and trying another way is no cause.
bool secondIsRoot(const LogEvent &first, const LogEvent &second)
{
    return first.meaning.kind == CauseKind::Exception && second.meaning.kind != CauseKind::Exception;
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
    for (auto &[who, speaker] : m_speakers) {
        if (speaker.open)
            last.push_back(*std::exchange(speaker.open, std::nullopt));
        speaker = {};
    }
    for (LogEvent &event : last)
        keep(std::move(event));
    std::ranges::stable_sort(m_events, {}, &LogEvent::order);
}

void LogEvents::line(QByteArrayView text, qint64 number, qint64 offset)
{
    ++m_order;
    const auto [who, said] = spokenIn(text);
    if (said.trimmed().isEmpty())
        return;
    if (m_speakers.size() >= mostSpeakers && !m_speakers.contains(who))
        return;
    Speaker &speaker = m_speakers[who];
    const EvidenceLine here{m_path, number, offset, shown(said)};
    m_lastLines[who] = here;
    ++m_spoken[who];
    if (speaker.inTraceback)
        tracebackLine(speaker, who, said, here);
    else
        plainLine(speaker, who, said, here);
}

void LogEvents::tracebackLine(Speaker &speaker, int who, QByteArrayView text, const EvidenceLine &here)
{
    if (text.contains(tracebackHeader)) {
        speaker.frames.clear();
        return;
    }
    if (text.front() == ' ') {
        if (!isMarker(text)) {
            if (speaker.frames.size() == framesKept)
                speaker.frames.removeFirst();
            speaker.frames += here;
        }
        return;
    }
    if (!isHeadline(text)) {
        // Another thread or process writes into the same file.
        speaker.inTraceback = ++speaker.waited < patienceInTraceback;
        return;
    }
    speaker.inTraceback = false;
    const bool ignored = std::exchange(speaker.ignored, false);
    if (ignored) {
        speaker.link = Link::None;
        return;
    }
    LogEvent event = exceptionEvent(speaker.frames, here);
    event.speaker = who;
    put(speaker, std::move(event));
}

void LogEvents::plainLine(Speaker &speaker, int who, QByteArrayView text, const EvidenceLine &here)
{
    if (const auto progress = progressIn(text); !progress.isEmpty())
        m_progress[who] = progress;
    if (text.contains(tracebackHeader)) {
        if (text.contains("Original "_ba))
            speaker.link = Link::Nested;
        speaker.inTraceback = true;
        speaker.waited = 0;
        speaker.frames.clear();
        speaker.following = 0;
        return;
    }
    if (text.contains("direct cause of the following exception")) {
        speaker.link = Link::DirectCause;
    } else if (text.contains("During handling of the above exception")) {
        speaker.link = Link::Context;
    } else if (text.startsWith("-- Process ")) {
        speaker.link = Link::Nested;
    } else if (text.startsWith("Exception ignored in")) {
        speaker.ignored = true;
    } else if (speaker.following > 0) {
        follow(speaker, text, here);
    } else {
        speaker.link = Link::None;
        speaker.ignored = false;
        if (auto event = eventOfLine(text, here)) {
            event->first.speaker = who;
            put(speaker, std::move(event->first));
            speaker.following = event->second;
        }
    }
}

void LogEvents::follow(Speaker &speaker, QByteArrayView text, const EvidenceLine &here)
{
    --speaker.following;
    LogEvent &event = *speaker.open;
    if (event.evidence.size() < evidenceKept)
        event.evidence += here;
    event.order = m_order;
    event.spoken = m_spoken[event.speaker];
    learnFromFollowing(event, text);
}

void LogEvents::put(Speaker &speaker, LogEvent event)
{
    event.order = m_order;
    event.spoken = m_spoken[event.speaker];
    const Link link = std::exchange(speaker.link, Link::None);
    speaker.following = 0;
    if (speaker.open && link != Link::None && speaker.open->form == LogEvent::Form::Traceback) {
        if (link == Link::Nested)
            event.surface = speaker.open->surface.isEmpty() ? speaker.open->headlineText() : speaker.open->surface;
        else if (link == Link::DirectCause || !secondIsRoot(*speaker.open, event))
            event = chained(*speaker.open, event);
        speaker.open = std::move(event);
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
    m_events.push_back(std::move(event));
    if (m_events.size() > Most)
        m_events.pop_front();
}

} // namespace Roost
