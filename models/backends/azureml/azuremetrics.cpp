// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azuremetrics.h"

#include "models/wire/azureml/metric.h"
#include "models/wire/azureml/page.h"
#include "models/wire/json.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

namespace {

// The position from which to continue. `token` is the service's. Without a token, all points before `since` were
// returned, and `seen` of the points at `since`.
struct Place
{
    QString token;
    qint64 since = -1;
    qint64 seen = 0;

    QString toText() const
    {
        QJsonObject json;
        Wire::put(json, u"token"_s, token);
        if (since >= 0) {
            json.insert(u"since"_s, since);
            json.insert(u"seen"_s, seen);
        }
        return QString::fromUtf8(Wire::print(json));
    }

    static Place fromText(const QString &text)
    {
        const auto json = Wire::parseObject(text.toUtf8()).value_or(QJsonObject());
        return {Wire::text(json.value("token"_L1)), Wire::integer(json.value("since"_L1), -1),
                Wire::integer(json.value("seen"_L1))};
    }
};

// Leaves out the points of `place.since` that were returned before. A page after a token starts after these points.
QList<MetricPoint> unseen(const QList<MetricPoint> &points, const Place &place)
{
    if (place.since < 0 || !place.token.isEmpty())
        return points;
    QList<MetricPoint> fresh;
    qint64 skip = place.seen;
    for (const auto &point : points) {
        if (point.timestamp < place.since)
            continue;
        if (point.timestamp == place.since && skip-- > 0)
            continue;
        fresh.append(point);
    }
    return fresh;
}

Place behind(const QList<MetricPoint> &fresh, Place place)
{
    for (const auto &point : fresh) {
        if (point.timestamp > place.since) {
            place.since = point.timestamp;
            place.seen = 0;
        }
        if (point.timestamp == place.since)
            ++place.seen;
    }
    return place;
}

MetricHistory historyFrom(const QJsonObject &json, const Place &place)
{
    MetricHistory history;
    const auto points = Wire::metricPointsFrom(json);
    const auto token = Wire::pageFrom(json).token;
    if (const auto cursor = Wire::cursorOfMetricPage(json); !cursor.isEmpty()) {
        history.points = points;
        history.cursor = Place{cursor, -1, 0}.toText();
    } else {
        history.points = unseen(points, place);
        auto next = behind(history.points, place);
        next.token = token;
        history.cursor = next.toText();
    }
    history.more = !token.isEmpty();
    return history;
}

} // namespace

Future<MetricHistory> metricOf(const ContextPtr &context, const QString &runId, const QString &key,
                               const QString &cursor)
{
    const auto place = Place::fromText(cursor);
    const auto since = place.since < 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(place.since, QTimeZone::UTC);
    const auto url = context->dataUrl(u"metric/v2.0"_s, u"/runs/"_s + segment(runId) + "/full"_L1,
                                      context->hasRoost ? Wire::cursorQuery() : Query{});
    return then(context->client.query(url, Wire::fullMetricBody(key, since, place.token)),
                [place, cursor](const Result<QJsonObject> &json) -> Future<MetricHistory> {
                    if (json)
                        return readyFuture<MetricHistory>(historyFrom(*json, place));
                    // A metric that is not logged yet has no points.
                    if (json.error().kind == ErrorKind::NotFound)
                        return readyFuture<MetricHistory>(MetricHistory{{}, cursor, false});
                    return readyFuture<MetricHistory>(std::unexpected(json.error()));
                });
}

} // namespace Roost::AzureMl
