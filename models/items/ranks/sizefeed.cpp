// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/sizefeed.h"

#include "models/core/logpath.h"

#include <algorithm>
#include <vector>

namespace Roost::Items {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype AtOnce = 8;
constexpr auto BucketWidth = 1000ms;

} // namespace

struct SizeFeed::Round
{
    Promise<RunActivity> promise;
    QList<FileRef> logs;
    std::vector<std::unique_ptr<PendingReply<Chunk>>> replies;
    QList<LogActivity> grown;
    qsizetype waiting = 0;
    Error error;
    bool hasAnswer = false;
    bool fromStart = true;
};

SizeFeed::SizeFeed(const RunDocument &run)
    : m_run(run)
{
    m_known.bucketWidth = BucketWidth;
    m_known.origin = std::chrono::floor<std::chrono::seconds>(currentTime());
}

SizeFeed::~SizeFeed() = default;

Future<RunActivity> SizeFeed::activity(const QString & /*runId*/, const QString &cursor)
{
    FileReader *files = m_run.session().files();
    const QList<FileRef> &logs = m_run.logs();
    if (!files || logs.isEmpty()) {
        RunActivity nothing = m_known;
        nothing.now = currentTime();
        return readyFuture<RunActivity>(nothing);
    }
    m_round = std::make_shared<Round>();
    m_round->fromStart = cursor.isEmpty();
    for (qsizetype i = 0; i < std::min(AtOnce, logs.size()); ++i)
        m_round->logs += logs.at((m_next + i) % logs.size());
    m_next = (m_next + AtOnce) % logs.size();
    m_round->waiting = m_round->logs.size();
    const auto round = m_round;
    for (qsizetype i = 0; i < round->logs.size(); ++i) {
        round->replies.push_back(std::make_unique<PendingReply<Chunk>>());
        // The reply to a read of one byte contains the size.
        round->replies.back()->watch(files->read(round->logs.at(i), 0, 1),
                                     [this, i](const Result<Chunk> &chunk) { onSize(m_round, i, chunk); });
    }
    return round->promise.future();
}

void SizeFeed::onSize(const std::shared_ptr<Round> &round, qsizetype at, const Result<Chunk> &chunk)
{
    const TimePoint now = currentTime();
    if (chunk || chunk.error().kind == ErrorKind::NotFound) {
        round->hasAnswer = true;
        const QString &path = round->logs.at(at).path;
        auto known = std::ranges::find(m_known.logs, path, &LogActivity::path);
        if (known == m_known.logs.end()) {
            m_known.logs += LogActivity();
            known = std::prev(m_known.logs.end());
            known->path = path;
            known->rank = rankOfLog(path);
            known->bytes = chunk ? std::max<qint64>(0, chunk->size) : 0;
            round->grown += *known;
        } else if (chunk && chunk->size != known->bytes) {
            const bool isRestarted = chunk->size < known->bytes;
            known->restarts += isRestarted ? 1 : 0;
            known->bytes = chunk->size;
            known->lastWrite = now;
            ++known->writes;
            known->buckets = {ActivityBucket{.index = (now - m_known.origin) / BucketWidth}};
            round->grown += *known;
        }
    } else {
        round->error = chunk.error();
    }
    if (--round->waiting > 0)
        return;
    if (!round->hasAnswer) {
        round->promise.resolve(std::unexpected(round->error));
        return;
    }
    RunActivity news = m_known;
    news.now = now;
    news.cursor = u"sizes"_s;
    news.isFull = round->fromStart;
    if (!news.isFull)
        news.logs = round->grown;
    round->promise.resolve(std::move(news));
}

} // namespace Roost::Items
