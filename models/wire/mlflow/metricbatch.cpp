// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/metricbatch.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <charconv>
#include <cmath>

namespace Roost::Wire {

namespace {

constexpr int mostKeys = 10000;

QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

void appendNumber(QByteArray &to, double value)
{
    if (std::isnan(value)) {
        to += "\"NaN\"";
    } else if (std::isinf(value)) {
        to += value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    } else {
        std::array<char, 32> text{};
        const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
        to.append(text.data(), end.ptr - text.data());
    }
}

} // namespace

MetricBatch::MetricBatch(const QString &runId)
    : m_head("{\"run_id\":" + quoted(runId) + ",\"metrics\":[")
    , m_body(m_head)
{
}

void MetricBatch::add(const QString &key, const MetricPoint &point, const QString &model, const QString &dataset,
                      const QString &digest)
{
    if (m_keys.size() > mostKeys)
        m_keys.clear();
    QByteArray &json = m_keys[key];
    if (json.isEmpty())
        json = quoted(key);
    m_body += m_size++ == 0 ? "{\"key\":" : ",{\"key\":";
    m_body += json + ",\"value\":";
    appendNumber(m_body, point.value);
    m_body += ",\"timestamp\":" + QByteArray::number(point.timestamp) + ",\"step\":" + QByteArray::number(point.step);
    if (!model.isEmpty())
        m_body += ",\"model_id\":" + quoted(model);
    if (!dataset.isEmpty())
        m_body += ",\"dataset_name\":" + quoted(dataset) + ",\"dataset_digest\":" + quoted(digest);
    m_body += '}';
}

QByteArray MetricBatch::take()
{
    const QByteArray body = m_body + "]}";
    m_body = m_head;
    m_size = 0;
    return body;
}

} // namespace Roost::Wire
