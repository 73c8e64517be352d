// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/metric.h"

#include "models/wire/azureml/ids.h"
#include "models/wire/errors.h"
#include "models/wire/json.h"

#include <QTimeZone>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

std::optional<double> valueOf(const QJsonObject &data, const QString &name)
{
    if (const auto named = number(data.value(name)))
        return named;
    for (auto it = data.begin(); it != data.end(); ++it) {
        if (const auto any = number(it.value()))
            return any;
    }
    return std::nullopt;
}

QJsonObject scalar()
{
    return {{u"uxMetricType"_s, u"azureml.v1.scalar"_s}};
}

} // namespace

QJsonObject fullMetricBody(const QString &name, const QDateTime &since, const QString &token)
{
    QJsonObject body{{u"metricName"_s, name}, {u"metricNamespace"_s, u""_s}};
    put(body, u"startTime"_s, fromUtc(since));
    put(body, u"continuationToken"_s, token);
    return body;
}

FullMetricRequest fullMetricRequestFrom(const QJsonObject &body)
{
    return {text(body.value("metricName"_L1)), utc(body.value("startTime"_L1)),
            text(body.value("continuationToken"_L1))};
}

QList<std::pair<QString, QString>> cursorQuery()
{
    return {{u"roost"_s, u"cursor"_s}};
}

QString cursorOfMetricPage(const QJsonObject &page)
{
    return text(page.value("roost.cursor"_L1));
}

QJsonObject metricPage(const QString &name, const QList<MetricPoint> &points, const QString &token,
                       const QString &cursor)
{
    QJsonArray rows;
    for (const auto &point : points) {
        const auto time = QDateTime::fromMSecsSinceEpoch(point.timestamp, QTimeZone::UTC);
        rows.append(QJsonObject{{u"createdUtc"_s, fromUtc(time)},
                                {u"step"_s, point.step},
                                {u"data"_s, QJsonObject{{name, fromNumber(point.value)}}}});
    }
    QJsonObject page{{u"name"_s, name},
                     {u"namespace"_s, u""_s},
                     {u"columns"_s, QJsonObject{{name, u"Double"_s}}},
                     {u"properties"_s, scalar()},
                     {u"value"_s, rows}};
    page.insert(u"continuationToken"_s, token.isEmpty() ? QJsonValue() : QJsonValue(token));
    put(page, u"roost.cursor"_s, cursor);
    return page;
}

QJsonObject withDataContainer(QJsonObject page, const QString &runId)
{
    page.insert(u"dataContainerId"_s, runContainer(runId));
    return page;
}

QJsonObject loggedMetricsReply(const QStringList &refused)
{
    QJsonArray errors;
    for (const QString &name : refused) {
        const Error why{
            ErrorKind::Rejected, u"The metric '%1' holds something that is neither a number nor text."_s.arg(name), {}};
        errors.append(dataPlaneError(why, {}, {}));
    }
    return {{u"errors"_s, errors}};
}

QList<MetricPoint> metricPointsFrom(const QJsonObject &page)
{
    const auto name = text(page.value("name"_L1));
    const auto rows = page.value("value"_L1).toArray();
    QList<MetricPoint> points;
    points.reserve(rows.size());
    for (const auto &one : rows) {
        const auto row = one.toObject();
        const auto value = valueOf(row.value("data"_L1).toObject(), name);
        if (!value)
            continue;
        const auto time = utc(row.value("createdUtc"_L1));
        points.append({*value, time.isValid() ? time.toMSecsSinceEpoch() : 0, integer(row.value("step"_L1))});
    }
    return points;
}

QJsonObject metricDefinition(const QString &name)
{
    return {{u"metricKey"_s, QJsonObject{{u"namespace"_s, u""_s}, {u"name"_s, name}}},
            {u"columns"_s, QJsonObject{{name, u"Double"_s}}},
            {u"properties"_s, scalar()}};
}

QStringList metricNamesFrom(const QJsonObject &list)
{
    QStringList names;
    for (const auto &one : list.value("value"_L1).toArray()) {
        const auto name = text(one.toObject().value("metricKey"_L1).toObject().value("name"_L1));
        if (!name.isEmpty())
            names.append(name);
    }
    return names;
}

QMap<QString, double> lastValuesFrom(const QJsonObject &json)
{
    QMap<QString, double> last;
    for (const auto &one : json.value("value"_L1).toArray()) {
        const auto metric = one.toObject();
        const auto points = metricPointsFrom(metric);
        const auto name = text(metric.value("name"_L1));
        if (!points.isEmpty() && !name.isEmpty())
            last.insert(name, points.last().value);
    }
    return last;
}

LoggedMetrics loggedMetricsFrom(const QJsonObject &body)
{
    LoggedMetrics logged;
    const auto takeRow = [&logged](const QString &name, const QJsonObject &row) {
        const auto time = utc(row.value("createdUtc"_L1));
        const auto data = row.value("data"_L1).toObject();
        for (auto it = data.begin(); it != data.end(); ++it) {
            const auto value = number(it.value());
            const auto key = it.key() == name ? name : QString(name % u'.' % it.key());
            if (!value && (it.value().isString() || it.value().isBool())) {
                logged.words.insert(key, text(it.value()));
                continue;
            }
            if (!value) {
                if (!logged.refused.contains(name))
                    logged.refused.append(name);
                continue;
            }
            logged.points.emplace_back(
                key.toStdString(),
                MetricPoint{*value, time.isValid() ? time.toMSecsSinceEpoch() : 0, integer(row.value("step"_L1))});
        }
    };
    for (const auto &metric : body.value("values"_L1).toArray()) {
        const auto name = text(metric.toObject().value("name"_L1));
        for (const auto &row : metric.toObject().value("value"_L1).toArray())
            takeRow(name, row.toObject());
    }
    return logged;
}

} // namespace Roost::Wire
