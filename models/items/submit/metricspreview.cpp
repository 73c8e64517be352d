// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/metricspreview.h"

#include "models/core/words.h"
#include "models/logs/metrics/logmetrics.h"

#include <QFile>
#include <QMap>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Items {

using namespace Logs;

namespace {

constexpr qint64 mostBytes = 512LL * 1024;
constexpr qsizetype mostLines = 200;

QString describe(const LoggedValue &value)
{
    return Words::tr("%1 = %2 at step %3").arg(value.name).arg(value.value).arg(value.step.value_or(0));
}

MetricsPreview::Line lineOf(const QByteArray &text, const QList<LoggedValue> &values)
{
    MetricsPreview::Line line{QString::fromUtf8(text), {}, {}};
    for (const LoggedValue &value : values) {
        const QString before = QString::fromUtf8(text.first(value.start));
        line.places.append({before.size(), QString::fromUtf8(text.sliced(value.start, value.length)).size()});
        line.values += describe(value);
    }
    return line;
}

MetricsPreview previewOf(QByteArrayView bytes, const MetricDefinitions &definitions)
{
    MetricsPreview preview;
    LogMetrics metrics(definitions);
    QMap<QString, MetricsPreview::Series> series;
    for (qsizetype at = 0; at < bytes.size();) {
        const auto *end = std::find_if(bytes.begin() + at, bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
        const QByteArrayView line = bytes.sliced(at, end - bytes.begin() - at);
        at += line.size() + 1;
        if (line.isEmpty())
            continue;
        ++preview.readLines;
        const auto values = metrics.read(line).values;
        for (const LoggedValue &value : values) {
            auto &one = series[value.name];
            one = {value.name, one.count + 1, value.value};
        }
        if (!values.isEmpty())
            preview.lines.append(lineOf(readableLine(line), values));
        if (preview.lines.size() > 2 * mostLines)
            preview.lines.remove(0, mostLines);
    }
    if (preview.lines.size() > mostLines)
        preview.lines.remove(0, preview.lines.size() - mostLines);
    preview.series = series.values();
    preview.problems = metrics.problems();
    return preview;
}

Result<MetricsPreview> readPreview(const QString &logFile, const MetricDefinitions &definitions)
{
    QFile file(logFile);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, Words::tr("%1 cannot be read: %2").arg(logFile, file.errorString()));
    const qint64 start = std::max<qint64>(0, file.size() - mostBytes);
    file.seek(start);
    const QByteArray bytes = file.read(mostBytes);
    // The first line of the part may lack its beginning.
    const qsizetype from = start > 0 ? bytes.indexOf('\n') + 1 : 0;
    return previewOf(QByteArrayView(bytes).sliced(from), definitions);
}

} // namespace

Future<MetricsPreview> previewMetrics(const QString &logFile, const MetricDefinitions &definitions)
{
    const Promise<MetricsPreview> promise;
    QThreadPool::globalInstance()->start([promise, logFile, definitions] {
        if (!promise.isCanceled())
            promise.resolve(readPreview(logFile, definitions));
    });
    return promise.future();
}

} // namespace Roost::Items
