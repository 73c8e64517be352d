// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/page.h"

#include "models/core/wholematch.h"
#include "models/wire/json.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

constexpr std::array active{RunStatus::NotStarted,   RunStatus::Queued,         RunStatus::Preparing,
                            RunStatus::Provisioning, RunStatus::Starting,       RunStatus::Running,
                            RunStatus::Finalizing,   RunStatus::CancelRequested};

} // namespace

JsonPage pageFrom(const QJsonObject &json)
{
    JsonPage page;
    const auto list = json.value("value"_L1).toArray();
    for (const auto &one : list) {
        if (one.isObject())
            page.items.append(one.toObject());
    }
    page.next = json.value("nextLink"_L1).toString();
    page.token = json.value("continuationToken"_L1).toString();
    return page;
}

QString resourceIdOf(const QJsonObject &resource)
{
    return text(resource.value("id"_L1));
}

QJsonObject armPage(const QJsonArray &value, const QString &nextLink)
{
    QJsonObject json{{u"value"_s, value}};
    put(json, u"nextLink"_s, nextLink);
    return json;
}

QJsonObject dataPage(const QJsonArray &value, const QString &token, const QString &nextLink)
{
    QJsonObject json{{u"value"_s, value}};
    put(json, u"continuationToken"_s, token);
    put(json, u"nextLink"_s, nextLink);
    return json;
}

QJsonObject runsQueryBody(const RunQuery &query, const QString &token)
{
    QJsonObject body{{u"orderBy"_s, u"createdUtc desc"_s}, {u"top"_s, query.pageSize}};
    if (query.activeOnly) {
        QStringList parts;
        for (const auto status : active)
            parts.append(u"status eq '%1'"_s.arg(toWord(status)));
        body.insert(u"filter"_s, parts.join(" or "_L1));
    }
    put(body, u"continuationToken"_s, token);
    return body;
}

Result<RunsQuery> runsQueryFrom(const QJsonObject &body)
{
    static const QRegularExpression clause = wholeMatch(u"\\(?\\s*status\\s+eq\\s+'([A-Za-z]+)'\\s*\\)?"_s);
    static const QRegularExpression separator(u"\\s+or\\s+"_s);
    RunsQuery query;
    const auto filter = text(body.value("filter"_L1)).trimmed();
    if (!filter.isEmpty()) {
        for (const auto &part : filter.split(separator)) {
            const auto match = clause.match(part.trimmed());
            if (!match.hasMatch()) {
                return failure(
                    ErrorKind::Rejected,
                    u"The filter \"%1\" is not understood; status eq 'Running', joined by or, is."_s.arg(filter));
            }
            query.statuses.append(runStatusFromWord(match.captured(1)));
        }
    }
    query.token = text(body.value("continuationToken"_L1));
    query.top = int(std::clamp<qint64>(integer(body.value("top"_L1), 100), 1, 1000));
    return query;
}

} // namespace Roost::Wire
