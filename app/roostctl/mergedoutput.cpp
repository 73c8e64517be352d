// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/mergedoutput.h"

#include "app/roostctl/commandcontext.h"
#include "models/core/logpath.h"
#include "models/logs/file/logindex.h"

#include <algorithm>

namespace Roost::Ctl {

using namespace Items;
using namespace Logs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto PollInterval = 200ms;
// The number of polls between the arrival of a line and its output: longer than a supervisor needs to record its time.
constexpr size_t PollsHeldBack = 3;
constexpr qint64 LinesAtOnce = 2000;

// Returns the number of complete lines; the last line may be unfinished.
qint64 wholeLines(const LogDocument &document)
{
    const auto index = document.index();
    const qint64 count = document.lineCount();
    if (!index || count == 0)
        return count;
    const qint64 end = document.byteCount();
    const auto last = index->bytes(end - 1, end);
    return last.view.endsWith('\n') ? count : count - 1;
}

} // namespace

MergedOutput::MergedOutput(const std::shared_ptr<Workspace> &workspace, const QString &runId, Wanted wanted,
                           LogLines &lines, bool follow)
    : m_session({}, {}, [workspace] { return readyFuture<std::shared_ptr<Workspace>>(workspace); })
    , m_run(m_session, runId, nullptr, RunDocument::Extent::Logs)
    , m_wanted(std::move(wanted))
    , m_lines(lines)
    , m_follow(follow)
{
    connect(&m_run, &RunDocument::logsChanged, this, &MergedOutput::onLogsChanged);
    m_timer.setInterval(PollInterval);
    connect(&m_timer, &QTimer::timeout, this, &MergedOutput::poll);
    if (!follow) {
        // Without --follow no lines are delayed, so polls need no delay.
        const auto soon = [this] { QTimer::singleShot(0ms, this, &MergedOutput::poll); };
        connect(&m_run, &RunDocument::stateChanged, this, soon);
        connect(&m_run, &RunDocument::logsChanged, this, soon);
        connect(&m_merged, &LogText::stateChanged, this, soon);
        connect(&m_merged, &LogText::grown, this, soon);
    }
    m_timer.start();
    m_session.open();
}

MergedOutput::~MergedOutput() = default;

// Sorts paths by rank number, so that "..._10.txt" is after "..._9.txt".
void MergedOutput::onLogsChanged()
{
    QStringList paths = m_run.logPaths();
    paths.removeIf([this](const QString &path) { return !m_wanted(path); });
    std::ranges::stable_sort(paths, {}, [](const QString &path) { return rankOfLog(path).value_or(-1); });
    QList<MergedLog::Source> sources;
    for (const QString &path : std::as_const(paths)) {
        auto &log = m_logs[path];
        if (!log) {
            log = std::make_unique<RunLog>(&m_run, path);
            connect(log->document(), &LogText::restarted, this, [this, document = log->document()] {
                // The lines of a log that was truncated are read from 0 again.
                m_written.erase(document);
                m_upTo.erase(document);
                m_seen.clear();
            });
        }
        sources.append({log->document(), log->times(), {path, rankOfLog(path).value_or(-1)}});
    }
    m_merged.setSources(sources);
}

bool MergedOutput::isRead() const
{
    return !m_merged.isBehind() && !m_merged.isPartial() && std::ranges::all_of(m_logs, [](const auto &log) {
        return log.second->document()->index() && log.second->times()->lines().complete;
    });
}

bool MergedOutput::hasEnded() const
{
    return !m_run.isActive() && m_merged.state() != LogText::State::Reading &&
           std::ranges::none_of(m_logs, [](const auto &log) { return log.second->document()->isGrowing(); });
}

void MergedOutput::poll()
{
    if (m_ended || m_pendingText.isWaiting())
        return;
    if (m_run.state() == LiveQuery::State::Failed && !(m_follow && m_run.error().mayPass())) {
        end(m_run.error());
        return;
    }
    if (!m_run.hasContent() || !m_run.areLogsKnown())
        return;
    const auto wrong =
        std::ranges::find_if(m_logs, [](const auto &log) { return !log.second->error().text.isEmpty(); });
    if (wrong != m_logs.end() && !wrong->second->error().mayPass()) {
        end(wrong->second->error());
        return;
    }
    if (m_logs.empty() && (!m_follow || !m_run.isActive())) {
        end();
        return;
    }
    if (m_logs.empty() || !isRead())
        return;
    if (!m_follow) {
        if (m_merged.state() != LogText::State::Reading)
            write(counts(), true);
        return;
    }
    m_seen.push_back(counts());
    if (m_seen.size() <= PollsHeldBack)
        return;
    m_seen.erase(m_seen.begin());
    const bool isLast = hasEnded() && m_seen.front() == m_seen.back();
    write(m_seen.front(), isLast);
    if (!isLast)
        showOpen();
}

// Shows the unfinished line that was changed last, usually a progress bar.
void MergedOutput::showOpen()
{
    QString path;
    for (const auto &[name, log] : m_logs) {
        const LogDocument &document = *log->document();
        const bool hasGrown = std::exchange(m_sizes[name], document.byteCount()) != document.byteCount();
        const bool isOpen = wholeLines(document) < document.lineCount();
        if (isOpen && (hasGrown || (name == m_openPath && path.isEmpty())))
            path = name;
    }
    m_openPath = path;
    LogDocument *document = path.isEmpty() ? nullptr : m_logs[path]->document();
    const LogLine *line = document ? document->line({document->lineCount() - 1}) : nullptr;
    if (line || !document)
        m_lines.showOpen(path, line ? line->text : QString());
}

MergedOutput::Counts MergedOutput::counts() const
{
    Counts counts;
    for (const auto &[path, log] : m_logs)
        counts[log->document()] = wholeLines(*log->document());
    return counts;
}

void MergedOutput::write(Counts upTo, bool isLast)
{
    m_isLastPass = isLast;
    m_upTo = std::move(upTo);
    if (isLast) {
        for (auto &[document, count] : m_upTo)
            count = document->lineCount();
    }
    skip();
    writeNext();
}

// Skips lines that --tail cannot include: a line that is not among the last lines of its log is not among the last
// lines of all logs.
void MergedOutput::skip()
{
    for (const auto &[path, log] : m_logs) {
        const LogDocument *document = log->document();
        qint64 &written = m_written[document];
        if (m_lines.tail() && m_lines.isUnfiltered())
            written = std::max(written, m_upTo[document] - qint64(*m_lines.tail()));
        if (!m_lines.since())
            continue;
        written = std::max(written, log->times()->firstAt(*m_lines.since()).value);
        if (document->lineCount() > 0 && !log->times()->isKnown() && !m_untimed.contains(path)) {
            m_untimed += path;
            printError(u"When the lines of %1 were written is not known. --since leaves them out."_s.arg(path));
        }
    }
}

// Lines of a log keep their order, so every line before the first unwritten one has been printed.
LineNumber MergedOutput::firstUnwritten()
{
    LineNumber first{m_merged.lineCount()};
    const auto documents = m_merged.documents();
    for (int source = 0; source < documents.size(); ++source) {
        const LogDocument *document = documents[source];
        if (const qint64 next = m_written[document]; next < m_upTo[document])
            first = std::min(first, m_merged.lineOf(source, {next}));
    }
    return first;
}

void MergedOutput::writeNext()
{
    const LineNumber first = firstUnwritten();
    const LineNumber last{std::min(first.value + LinesAtOnce, m_merged.lineCount()) - 1};
    if (first > last) {
        endPass();
        return;
    }
    struct Row
    {
        const LogDocument *document = nullptr;
        QString path;
        LineNumber line;
        std::optional<TimePoint> time;
    };
    // The order may change before the text is read.
    std::vector<Row> rows;
    const auto documents = m_merged.documents();
    for (LineNumber at = first; at <= last; ++at.value) {
        const auto origin = m_merged.originOf(at);
        rows.push_back({documents[origin.source], m_merged.tag(origin.source).text, origin.line, origin.time});
    }
    m_pendingText.watch(m_merged.text(first, last), [this, rows = std::move(rows)](Result<QString> text) {
        if (!text) {
            end(text.error());
            return;
        }
        const QStringList lines = text->split(u'\n');
        bool any = false;
        for (size_t i = 0; i < std::min(rows.size(), size_t(lines.size())); ++i) {
            const auto &[document, path, line, time] = rows[i];
            qint64 &written = m_written[document];
            if (line.value < written || line.value >= m_upTo[document])
                continue;
            m_lines.onLine(path, lines[qsizetype(i)], time);
            written = line.value + 1;
            any = true;
        }
        std::fflush(stdout);
        any ? writeNext() : endPass();
    });
}

void MergedOutput::endPass()
{
    for (const auto &[document, count] : m_upTo)
        m_written[document] = std::max(m_written[document], count);
    m_lines.endTail();
    if (m_isLastPass)
        end();
}

void MergedOutput::end(const Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    m_timer.stop();
    m_lines.endTail();
    m_error = error;
    Q_EMIT finished();
}

} // namespace Roost::Ctl
