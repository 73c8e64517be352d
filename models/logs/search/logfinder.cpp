// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/search/logfinder.h"

#include "models/logs/file/logdocument.h"

#include <algorithm>

namespace Roost::Logs {

using namespace std::chrono_literals;

LogFinder::LogFinder(LogText *text, QObject *parent)
    : QObject(parent)
    , m_text(text)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LogFinder::update);
    connect(text, &LogText::documentsChanged, this, &LogFinder::updateSources);
    connect(text, &LogText::rearranged, this, [this](LineNumber from) {
        m_found.removeFrom(*m_text, from, [this](int source) -> const auto & { return foundIn(source); });
    });
    connect(text, &LogText::restarted, this, [this] { m_found.clear(); });
    connect(text, &LogText::grown, this, &LogFinder::update);
    updateSources();
}

LogFinder::~LogFinder() = default;

LogSearch *LogFinder::searchOf(LogDocument *document)
{
    auto &search = m_searches[document];
    if (!search) {
        search = std::make_unique<LogSearch>(document);
        connect(search.get(), &LogSearch::changed, this, [this, one = search.get()] { onSearchChanged(one); });
        connect(search.get(), &LogSearch::runningChanged, this, [this] { m_timer.start(0ms); });
    }
    return search.get();
}

void LogFinder::updateSources()
{
    m_sources.clear();
    m_found.clear();
    for (LogDocument *document : m_text->documents()) {
        m_sources.push_back(searchOf(document));
        m_sources.back()->setPattern(m_pattern);
    }
    update();
}

void LogFinder::setPattern(const LogPattern &pattern)
{
    m_pattern = pattern;
    m_found.clear();
    for (LogSearch *search : m_sources)
        search->setPattern(pattern);
    Q_EMIT changed();
    m_timer.start(0ms);
}

void LogFinder::stop()
{
    for (LogSearch *search : m_sources)
        search->stop();
}

bool LogFinder::isRunning() const
{
    return std::ranges::any_of(m_sources, &LogSearch::isRunning);
}

void LogFinder::onSearchChanged(const LogSearch *search)
{
    const auto &lines = search->lines();
    auto &[count, last] = m_seen[search];
    // An unfinished last line may match only until it continues.
    if (lines.size() < count || (count > 0 && lines[count - 1] != last))
        m_found.clear();
    count = lines.size();
    last = lines.empty() ? LineNumber() : lines.back();
    // With many searches, their results are collected before they are sorted.
    if (!m_timer.isActive())
        m_timer.start(m_sources.size() > 1 ? 20ms : 0ms);
}

void LogFinder::update()
{
    const auto before = lines().size();
    const bool more = m_found.update(*m_text, [this](int source) -> const auto & { return foundIn(source); });
    if (more || before != lines().size() || m_text->documents().size() > 1 || m_sources.empty())
        Q_EMIT changed();
    if (m_wasRunning != isRunning()) {
        m_wasRunning = !m_wasRunning;
        Q_EMIT runningChanged();
    }
}

const std::vector<LineNumber> &LogFinder::foundIn(int source) const
{
    return m_sources[size_t(source)]->lines();
}

} // namespace Roost::Logs
