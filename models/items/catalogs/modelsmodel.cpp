// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogs/modelsmodel.h"

#include "models/items/base/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Items {

namespace {

constexpr int alignedRight = int(Qt::AlignRight | Qt::AlignVCenter);

} // namespace

QString tagsText(const StringMap &tags)
{
    QStringList parts;
    for (const auto &[name, value] : tags.asKeyValueRange())
        parts += value.isEmpty() ? name : QString(name + u'=' + value);
    return parts.join(", "_L1);
}

void ModelsModel::setModels(QList<RegisteredModel> models)
{
    std::ranges::stable_sort(models, [](const RegisteredModel &a, const RegisteredModel &b) {
        if (a.created != b.created)
            return a.created > b.created;
        return QString::compare(a.name, b.name, Qt::CaseInsensitive) < 0;
    });
    setRows(std::move(models));
}

QVariant ModelsModel::cell(const RegisteredModel &row, int column, int role) const
{
    if (role == KeyRole)
        return row.name;
    if (role == Qt::ToolTipRole)
        return column == Created ? Format::exact(row.created) : column == Description ? row.description : QString();
    if (role == Qt::TextAlignmentRole)
        return column == LatestVersion ? QVariant(alignedRight) : QVariant();
    if (role == SortRole && column == Created)
        return row.created;
    if (role == SortRole && column == LatestVersion)
        return row.latestVersion.toInt();
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (column) {
    case Name:
        return row.name;
    case LatestVersion:
        return row.latestVersion;
    case Created:
        return Format::relative(row.created);
    case Description:
        return row.description.isEmpty() ? tagsText(row.tags) : row.description;
    default:
        return {};
    }
}

QVariant ModelsModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return column == LatestVersion ? QVariant(alignedRight) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Name:
        return tr("Name");
    case LatestVersion:
        return tr("Latest");
    case Created:
        return tr("Registered");
    case Description:
        return tr("Description");
    default:
        return {};
    }
}

QString ModelVersionsModel::typeText(const QString &type)
{
    if (type == "custom_model"_L1)
        return tr("File");
    if (type == "mlflow_model"_L1)
        return tr("MLflow");
    if (type == "triton_model"_L1)
        return tr("Triton");
    return type;
}

QString ModelVersionsModel::sourcePath(const ModelVersion &version)
{
    // A service that copied the files names a place of its own in the URI, and keeps where they came from.
    if (const QString kept = version.properties.value(u"roost.sourcePath"_s); !kept.isEmpty())
        return kept;
    const auto tail = [&version](const QString &marker) {
        const qsizetype at = version.uri.indexOf(marker);
        return at < 0 ? QString() : version.uri.mid(at + marker.size());
    };
    if (version.uri.startsWith("azureml://jobs/"_L1))
        return tail(u"/paths/"_s);
    if (version.runId.isEmpty())
        return {};
    return version.uri.startsWith("runs:/"_L1) ? tail(version.runId + u'/') : tail(version.runId + "/artifacts/"_L1);
}

QVariant ModelVersionsModel::cell(const ModelVersion &row, int column, int role) const
{
    if (role == KeyRole)
        return row.version;
    if (role == Qt::ToolTipRole) {
        switch (column) {
        case Created:
            return Format::exact(row.created);
        case Size:
            return Format::exactBytes(row.size);
        case Source:
            return row.uri;
        case Tags:
            return tagsText(row.tags);
        default:
            return {};
        }
    }
    if (role == Qt::TextAlignmentRole)
        return column == Version || column == Size ? QVariant(alignedRight) : QVariant();
    if (role == SortRole) {
        if (column == Version)
            return row.version.toInt();
        if (column == Created)
            return row.created;
        if (column == Size)
            return row.size;
    }
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (column) {
    case Version:
        return row.version;
    case Created:
        return Format::relative(row.created);
    case Size:
        return Format::bytes(row.size);
    case Source:
        return row.runId.isEmpty() ? sourcePath(row) : row.runId;
    case Type:
        return typeText(row.type);
    case Tags:
        return tagsText(row.tags);
    default:
        return {};
    }
}

QVariant ModelVersionsModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return column == Version || column == Size ? QVariant(alignedRight) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Version:
        return tr("Version");
    case Created:
        return tr("Registered");
    case Size:
        return tr("Size");
    case Source:
        return tr("From run");
    case Type:
        return tr("Type");
    case Tags:
        return tr("Tags");
    default:
        return {};
    }
}

} // namespace Roost::Items
