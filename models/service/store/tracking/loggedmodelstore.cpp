// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/loggedmodelstore.h"

#include "models/service/store/database/columns.h"

#include <cmath>

namespace Roost::Service::Store {

namespace {

// A damaged row may hold any number.
LoggedModel::Status statusOf(int number)
{
    return number > 0 && number <= int(LoggedModel::Status::UploadFailed) ? LoggedModel::Status(number)
                                                                          : LoggedModel::Status::Unspecified;
}

} // namespace

std::optional<LoggedModelRow> LoggedModelStore::find(const QString &id) const
{
    Statement row =
        m_connection.query("SELECT seq, id, experiment, name, model_type, source_run, artifact_uri, status, "
                           "status_message, created_ms, updated_ms FROM logged_models WHERE id = ?1 AND "
                           "deleted = 0",
                           id);
    if (!row.next())
        return {};
    LoggedModelRow model;
    model.seq = row.integer(0);
    model.id = row.text(1);
    model.experiment = row.integer(2);
    model.name = row.text(3);
    model.type = row.text(4);
    model.sourceRun = row.text(5);
    model.artifactUri = row.text(6);
    model.status = statusOf(row.number(7));
    model.statusMessage = row.text(8);
    model.created = timeOfMs(row.integer(9));
    model.updated = timeOfMs(row.integer(10));
    return model;
}

qint64 LoggedModelStore::create(const LoggedModelRow &model)
{
    m_connection.run("INSERT INTO logged_models(id, experiment, name, model_type, source_run, artifact_uri, "
                     "created_ms, updated_ms) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
                     model.id, model.experiment, model.name, model.type, model.sourceRun, model.artifactUri, nowMs());
    return m_connection.lastId();
}

void LoggedModelStore::setStatus(qint64 seq, LoggedModel::Status status, const QString &message)
{
    m_connection.run("UPDATE logged_models SET status = ?2, status_message = ?3, updated_ms = ?4 WHERE seq = ?1", seq,
                     int(status), message, nowMs());
}

void LoggedModelStore::markDeleted(qint64 seq)
{
    m_connection.run("UPDATE logged_models SET deleted = 1, updated_ms = ?2 WHERE seq = ?1", seq, nowMs());
}

void LoggedModelStore::touch(qint64 seq)
{
    m_connection.run("UPDATE logged_models SET updated_ms = ?2 WHERE seq = ?1", seq, nowMs());
}

StringMap LoggedModelStore::params(qint64 seq) const
{
    return pairsOf(m_connection.query("SELECT key, value FROM logged_model_params WHERE model = ?1", seq));
}

std::optional<QString> LoggedModelStore::param(qint64 seq, const QString &key) const
{
    Statement found =
        m_connection.query("SELECT value FROM logged_model_params WHERE model = ?1 AND key = ?2", seq, key);
    return found.next() ? std::optional(found.text(0)) : std::nullopt;
}

void LoggedModelStore::addParam(qint64 seq, const QString &key, const QString &value)
{
    m_connection.run("INSERT INTO logged_model_params VALUES(?1, ?2, ?3)", seq, key, value);
}

StringMap LoggedModelStore::tags(qint64 seq) const
{
    return pairsOf(m_connection.query("SELECT key, value FROM logged_model_tags WHERE model = ?1", seq));
}

void LoggedModelStore::setTag(qint64 seq, const QString &key, const QString &value)
{
    m_connection.run("INSERT OR REPLACE INTO logged_model_tags VALUES(?1, ?2, ?3)", seq, key, value);
}

bool LoggedModelStore::removeTag(qint64 seq, const QString &key)
{
    return m_connection.run("DELETE FROM logged_model_tags WHERE model = ?1 AND key = ?2", seq, key) > 0;
}

QList<LoggedModelMetric> LoggedModelStore::metrics(qint64 seq) const
{
    QList<LoggedModelMetric> metrics;
    Statement row = m_connection.query("SELECT key, value, nan, timestamp_ms, step, run, dataset_name, dataset_digest "
                                       "FROM logged_model_metrics WHERE model = ?1 ORDER BY key, step, timestamp_ms",
                                       seq);
    while (row.next()) {
        metrics.append({row.text(0),
                        {metricValueOf(row, 1, 2), row.integer(3), row.integer(4)},
                        row.text(5),
                        row.text(6),
                        row.text(7)});
    }
    return metrics;
}

void LoggedModelStore::logMetric(const QString &id, const LoggedModelMetric &metric)
{
    const MetricPoint &point = metric.point;
    const bool nan = std::isnan(point.value);
    m_connection.run("INSERT OR IGNORE INTO logged_model_metrics SELECT seq, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 "
                     "FROM logged_models WHERE id = ?1",
                     id, metric.key, metric.run, point.step, point.timestamp, nan ? 0.0 : point.value, nan,
                     metric.datasetName, metric.datasetDigest);
}

void LoggedModelStore::addInput(qint64 run, const QString &id)
{
    m_connection.run("INSERT OR IGNORE INTO run_models(run, model, is_output) VALUES(?1, ?2, 0)", run, id);
}

void LoggedModelStore::addOutput(qint64 run, const RunModel &output)
{
    m_connection.run("INSERT OR IGNORE INTO run_models(run, model, is_output, step) VALUES(?1, ?2, 1, ?3)", run,
                     output.id, output.step);
}

} // namespace Roost::Service::Store
