// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wandb/record.h"

#include "models/wandb/wandb.pb.h"

#include <QTimeZone>

namespace Roost::Wandb {

namespace {

namespace Proto = roost::wandbfile;

QString text(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

template <typename List>
QStringList texts(const List &list)
{
    QStringList all;
    for (const std::string &one : list)
        all += text(one);
    return all;
}

QDateTime timeOf(const Proto::Moment &moment)
{
    // Times outside this range are damage.
    constexpr qint64 latest = 253402300799;
    if (moment.seconds() <= 0 || moment.seconds() > latest)
        return {};
    return QDateTime::fromMSecsSinceEpoch(moment.seconds() * 1000 + moment.nanos() / 1000000, QTimeZone::UTC);
}

QByteArray bytes(const std::string &json)
{
    return QByteArray(json.data(), qsizetype(json.size()));
}

template <typename List>
QList<Item> itemsOf(const List &list)
{
    QList<Item> items;
    items.reserve(list.size());
    for (const Proto::Item &one : list)
        items += Item{one.names_size() > 0 ? texts(one.names()) : QStringList{text(one.name())}, bytes(one.json())};
    return items;
}

template <typename Change>
Change changeOf(const Proto::Changes &changes)
{
    Change change{itemsOf(changes.updated()), {}};
    for (const Proto::Item &one : changes.removed())
        change.removed += one.names_size() > 0 ? texts(one.names()) : QStringList{text(one.name())};
    return change;
}

Statistics statisticsOf(const Proto::Statistics &statistics)
{
    Statistics sample{timeOf(statistics.time()), {}};
    for (const Proto::StatisticsItem &one : statistics.items())
        sample.items += Item{{text(one.name())}, bytes(one.json())};
    return sample;
}

Run runOf(const Proto::Run &run)
{
    return {.id = text(run.id()),
            .entity = text(run.entity()),
            .project = text(run.project()),
            .group = text(run.group()),
            .jobType = text(run.job_type()),
            .name = text(run.display_name()),
            .notes = text(run.notes()),
            .tags = texts(run.tags()),
            .sweep = text(run.sweep()),
            .host = text(run.host()),
            .started = timeOf(run.start_time()),
            .gitRemote = text(run.git().remote()),
            .gitCommit = text(run.git().commit()),
            .config = changeOf<Config>(run.config()),
            .summary = changeOf<Summary>(run.summary())};
}

Environment environmentOf(const Proto::Environment &environment)
{
    return {.os = text(environment.os()),
            .python = text(environment.python()),
            .program = text(environment.program()),
            .arguments = texts(environment.arguments()),
            .user = text(environment.user()),
            .gitRemote = text(environment.git().remote()),
            .gitCommit = text(environment.git().commit())};
}

} // namespace

std::optional<Record> recordFrom(const QByteArray &bytes)
{
    Proto::Record record;
    if (!record.ParseFromArray(bytes.constData(), int(bytes.size())))
        return std::nullopt;
    switch (record.content_case()) {
    case Proto::Record::kHistory:
        return History{itemsOf(record.history().items()),
                       record.history().has_step() ? std::optional(record.history().step().number()) : std::nullopt};
    case Proto::Record::kSummary:
        return changeOf<Summary>(record.summary());
    case Proto::Record::kConfig:
        return changeOf<Config>(record.config());
    case Proto::Record::kOutput:
        return Output{text(record.output().text())};
    case Proto::Record::kRawOutput:
        return Output{text(record.raw_output().text())};
    case Proto::Record::kStatistics:
        return statisticsOf(record.statistics());
    case Proto::Record::kArtifact:
        return Artifact{text(record.artifact().type()), text(record.artifact().name())};
    case Proto::Record::kRun:
        return runOf(record.run());
    case Proto::Record::kExit:
        return Exit{record.exit().code()};
    case Proto::Record::kEnvironment:
        return environmentOf(record.environment());
    case Proto::Record::CONTENT_NOT_SET:
        break;
    }
    return std::monostate();
}

} // namespace Roost::Wandb
