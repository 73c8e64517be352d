// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/merge/mergedlog.h"

#include "models/logs/file/logdocument.h"
#include "models/logs/merge/mergedsave.h"
#include "models/logs/merge/mergedtext.h"
#include "models/logs/times/logtimes.h"

#include <algorithm>

namespace Roost::Logs {

using namespace std::chrono_literals;

namespace {

// Merging this number of runs takes some milliseconds.
constexpr qsizetype RunsInSlice = 40'000;
// Combines the growth of many logs into one update.
constexpr auto UpdateDelay = 25ms;
constexpr qint64 MostLines = 2'000'000;

} // namespace

struct MergedLog::Order
{
    explicit Order(const QList<Source> &logs)
        : sources(logs)
        , merge(int(logs.size()))
        , changed(size_t(logs.size()), true)
    {
        for (const Source &source : sources)
            documents += source.document;
    }

    /// Merges one slice. Returns whether there is more to do at once.
    bool advance()
    {
        for (size_t i = 0; i < changed.size(); ++i) {
            if (changed[i])
                merge.update(int(i), &sources[qsizetype(i)].times->lines());
        }
        std::ranges::fill(changed, false);
        return merge.advance(RunsInSlice);
    }
    bool isComplete() const
    {
        return std::ranges::all_of(sources, [](const Source &source) { return source.times->lines().complete; });
    }

    QList<Source> sources;
    QList<LogDocument *> documents; // of the sources
    TimeMerge merge;
    std::vector<bool> changed;
    QObject watcher; // the receiver of the connections to the sources
};

MergedLog::MergedLog(QObject *parent)
    : LogText(parent)
    , m_order(std::make_unique<Order>(QList<Source>()))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MergedLog::mergeSlice);
}

MergedLog::~MergedLog() = default;

void MergedLog::setSources(const QList<Source> &sources)
{
    if (sources == (m_next ? m_next : m_order)->sources)
        return;
    m_next = std::make_unique<Order>(sources);
    watch(m_next.get());
    m_timer.start(0ms);
}

void MergedLog::watch(Order *order)
{
    for (size_t i = 0; i < order->changed.size(); ++i) {
        const Source &source = order->sources[qsizetype(i)];
        connect(source.times, &LogTimes::changed, &order->watcher, [this, order, i] { sourceChanged(order, i); });
        connect(source.times, &LogTimes::restarted, &order->watcher, [this] { sourceRestarted(); });
        connect(source.document, &LogText::grown, &order->watcher, [this, order, i] { sourceChanged(order, i); });
        connect(source.document, &LogText::stateChanged, &order->watcher, [this, order] {
            if (order == m_order.get())
                refreshState();
        });
        connect(source.document, &LogText::linesReady, &order->watcher,
                [this, order, i](LineNumber first, LineNumber last) {
                    if (order == m_order.get())
                        Q_EMIT linesReady(lineOf(int(i), first), lineOf(int(i), last));
                });
    }
}

void MergedLog::sourceChanged(const Order *order, size_t source)
{
    (order == m_order.get() ? m_order : m_next)->changed[source] = true;
    if (!m_timer.isActive())
        m_timer.start(UpdateDelay);
}

// Discards the merged order.
void MergedLog::sourceRestarted()
{
    const auto sources = (m_next ? m_next : m_order)->sources;
    m_order = std::make_unique<Order>(sources);
    m_next.reset();
    m_errors.clear();
    watch(m_order.get());
    Q_EMIT documentsChanged();
    Q_EMIT restarted();
    m_timer.start(0ms);
}

void MergedLog::mergeSlice()
{
    if (m_next) {
        const bool more = m_next->advance();
        // Waits for logs that are being read for the first time, as long as the old order can be shown.
        if (!more && (m_next->isComplete() || lineCount() == 0)) {
            show(std::move(m_next));
            return;
        }
        if (more)
            m_timer.start(0ms);
    }
    const qint64 before = m_order->merge.lineCount();
    if (m_order->advance())
        m_timer.start(0ms);
    const LineNumber from = m_order->merge.takeFirstChanged();
    const auto errors = [this](int source) -> const std::vector<LineNumber> & { return errorsOf(source); };
    if (from.value < before) {
        m_errors.removeFrom(*this, from, errors);
        Q_EMIT rearranged(from);
    }
    m_errors.update(*this, errors);
    refreshState();
    Q_EMIT grown();
}

void MergedLog::show(std::unique_ptr<Order> order)
{
    m_order = std::move(order);
    m_order->merge.takeFirstChanged();
    m_errors.clear();
    m_errors.update(*this, [this](int source) -> const std::vector<LineNumber> & { return errorsOf(source); });
    Q_EMIT documentsChanged();
    Q_EMIT rearranged({0});
    refreshState();
    Q_EMIT grown();
}

void MergedLog::refreshState()
{
    State state = State::Missing;
    bool isReading = isArranging();
    for (const Source &source : m_order->sources) {
        const State one = source.document->state();
        isReading |= one == State::Reading || (one == State::Ready && !source.times->lines().complete);
        if (one != State::Missing)
            state = State::Ready;
    }
    if (state == State::Ready && isReading)
        state = State::Reading;
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

const std::vector<LineNumber> &MergedLog::errorsOf(int source) const
{
    return m_order->sources[source].document->errorLines();
}

bool MergedLog::hasUnknownTimes() const
{
    return std::ranges::any_of(m_order->sources, [](const Source &source) {
        const LineTimes &lines = source.times->lines();
        return lines.lineCount > 0 && lines.complete && !source.times->isKnown();
    });
}

bool MergedLog::isPartial() const
{
    return std::ranges::any_of(m_order->sources, [](const Source &source) { return source.document->isPartial(); });
}

qint64 MergedLog::lineCount() const
{
    return m_order->merge.lineCount();
}

qint64 MergedLog::byteCount() const
{
    qint64 bytes = 0;
    for (const Source &source : m_order->sources)
        bytes += source.document->byteCount();
    return bytes;
}

const LogLine *MergedLog::line(LineNumber number)
{
    if (number.value < 0 || number.value >= lineCount())
        return nullptr;
    const auto place = m_order->merge.at(number);
    return m_order->sources[place.source].document->line(place.line);
}

QList<LogDocument *> MergedLog::documents()
{
    return m_order->documents;
}

LogTag MergedLog::tag(int source) const
{
    return m_order->sources[source].tag;
}

LogText::Origin MergedLog::originOf(LineNumber line) const
{
    const auto place = m_order->merge.at(line);
    return {place.source, place.line, place.time};
}

LineNumber MergedLog::lineOf(int source, LineNumber line) const
{
    return m_order->merge.find(source, line);
}

LineNumber MergedLog::lineAt(TimePoint time) const
{
    return m_order->merge.firstAt(time);
}

Future<qint64> MergedLog::saveAs(const QString &fileName)
{
    return (new MergedSave(this, fileName))->future();
}

Future<QString> MergedLog::text(LineNumber from, LineNumber to)
{
    to.value = std::min(to.value, lineCount() - 1);
    if (to.value - from.value >= MostLines)
        return readyFuture<QString>(
            failure(ErrorKind::Rejected, QStringLiteral("The text is too long. Save the log to a file instead.")));
    QList<MergedText::Piece> pieces;
    std::vector<int> pieceOf(size_t(m_order->sources.size()), -1);
    std::vector<int> order;
    for (LineNumber at = from; at <= to;) {
        const auto place = m_order->merge.at(at);
        const qint64 count = std::min(place.following, to.value - at.value + 1);
        int &piece = pieceOf[size_t(place.source)];
        if (piece < 0) {
            piece = int(pieces.size());
            pieces.append({m_order->sources[place.source].document, place.line, place.line});
        }
        pieces[piece].to = {place.line.value + count - 1};
        order.insert(order.end(), size_t(count), piece);
        at.value += count;
    }
    return std::make_shared<MergedText>(std::move(pieces), std::move(order))->fetch();
}

} // namespace Roost::Logs
