// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/mlrunsfiles.h"

#include "models/core/words.h"
#include "models/importers/folderfiles.h"
#include "models/wire/barenumbers.h"
#include "models/wire/mlflow/run.h"
#include "models/yaml/parse.h"

#include <QTimeZone>

#include <limits>

namespace Roost::Importers {

using namespace Qt::StringLiterals;

Result<Yaml::Node> metaFrom(const QByteArray &text)
{
    const auto root = Yaml::parse(QString::fromUtf8(text));
    if (!root)
        return failure(ErrorKind::Unreadable,
                       Words::tr("Line %1: %2").arg(root.error().line).arg(root.error().message));
    if (!root->isMapping())
        return failure(ErrorKind::Unreadable, Words::tr("It contains no mapping of YAML."));
    return *root;
}

Result<Yaml::Node> readMeta(const QString &file)
{
    const auto text = readSmallFile(file);
    return text ? metaFrom(*text) : std::unexpected(text.error());
}

QString metaText(const Yaml::Node &meta, QStringView key)
{
    const Yaml::Node *node = meta.find(key);
    return node && node->isScalar() ? node->text : QString();
}

qint64 metaNumber(const Yaml::Node &meta, QStringView key)
{
    return metaText(meta, key).toLongLong();
}

QDateTime metaTime(const Yaml::Node &meta, QStringView key)
{
    const qint64 ms = metaNumber(meta, key);
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC) : QDateTime();
}

RunStatus metaStatus(const Yaml::Node &meta)
{
    return Wire::runStatusFromMlflow(metaText(meta, u"status"));
}

StringMap metaTexts(const Yaml::Node &meta, QStringView key)
{
    StringMap texts;
    const Yaml::Node *node = meta.find(key);
    const QList<Yaml::Entry> entries = node && node->isMapping() ? node->entries : QList<Yaml::Entry>();
    for (const Yaml::Entry &one : entries)
        texts.insert(one.key.text, one.value.text);
    return texts;
}

std::optional<LoggedModelMetric> metricFromLine(QByteArrayView line)
{
    const QByteArrayList words = line.toByteArray().simplified().split(' ');
    if (words.size() < 2)
        return std::nullopt;
    bool isTime = false;
    bool isStep = true;
    LoggedModelMetric metric;
    metric.point.timestamp = words[0].toLongLong(&isTime);
    const auto value = words[1] == "nan" ? std::numeric_limits<double>::quiet_NaN()
                                         : Wire::numberFromText(QString::fromLatin1(words[1]));
    if (words.size() > 2)
        metric.point.step = words[2].toLongLong(&isStep);
    if (!isTime || metric.point.timestamp < 0 || !value || !isStep)
        return std::nullopt;
    metric.point.value = *value;
    metric.run = QString::fromUtf8(words.value(3));
    metric.datasetName = QString::fromUtf8(words.value(4));
    metric.datasetDigest = QString::fromUtf8(words.value(5));
    return metric;
}

} // namespace Roost::Importers
