// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogs/modelsmodel.h"

#include "models/core/runkeys.h"
#include "models/items/base/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Items {

QString tagsText(const StringMap &tags)
{
    QStringList parts;
    for (const auto &[name, value] : tags.asKeyValueRange())
        parts += value.isEmpty() ? name : QString(name + u'=' + value);
    return parts.join(", "_L1);
}

ModelsModel::ModelsModel(QObject *parent)
    : KeyedTableModel(allColumns(), parent)
{
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

QList<TableColumn<RegisteredModel>> ModelsModel::allColumns()
{
    return {
        {.id = Name,
         .title = [] { return tr("Name"); },
         .width = 24,
         .visibility = ColumnVisibility::Fixed,
         .text = &RegisteredModel::name},
        {.id = LatestVersion,
         .title = [] { return tr("Latest"); },
         .width = 8,
         .isNumeric = true,
         .text = &RegisteredModel::latestVersion,
         .sortKey = [](const RegisteredModel &row) { return row.latestVersion.toInt(); }},
        {.id = Created,
         .title = [] { return tr("Registered"); },
         .width = 14,
         .text = [](const RegisteredModel &row) { return Format::relative(row.created); },
         .sortKey = &RegisteredModel::created,
         .toolTip = [](const RegisteredModel &row) { return Format::exact(row.created); }},
        {.id = Description,
         .title = [] { return tr("Description"); },
         .width = 24,
         .stretches = true,
         .text =
             [](const RegisteredModel &row) {
                 return row.description.isEmpty() ? tagsText(row.tags) : row.description;
             },
         .toolTip = &RegisteredModel::description},
    };
}

ModelVersionsModel::ModelVersionsModel(QObject *parent)
    : KeyedTableModel(allColumns(), parent)
{
}

QString ModelVersionsModel::typeText(const QString &type)
{
    if (type == ModelVersion::CustomType)
        return tr("File");
    if (type == ModelVersion::MlFlowType)
        return tr("MLflow");
    if (type == ModelVersion::TritonType)
        return tr("Triton");
    return type;
}

QString ModelVersionsModel::sourcePath(const ModelVersion &version)
{
    // A service that copied the files reports its own location in the URI, and their source in this property.
    if (const QString kept = version.properties.value(PropertyName::sourcePath); !kept.isEmpty())
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

QList<TableColumn<ModelVersion>> ModelVersionsModel::allColumns()
{
    return {
        {.id = Version,
         .title = [] { return tr("Version"); },
         .width = 8,
         .isNumeric = true,
         .text = &ModelVersion::version,
         .sortKey = [](const ModelVersion &row) { return row.version.toInt(); }},
        {.id = Created,
         .title = [] { return tr("Registered"); },
         .width = 14,
         .text = [](const ModelVersion &row) { return Format::relative(row.created); },
         .sortKey = &ModelVersion::created,
         .toolTip = [](const ModelVersion &row) { return Format::exact(row.created); }},
        {.id = Size,
         .title = [] { return tr("Size"); },
         .width = 10,
         .isNumeric = true,
         .text = [](const ModelVersion &row) { return Format::bytes(row.size); },
         .sortKey = &ModelVersion::size,
         .toolTip = [](const ModelVersion &row) { return Format::exactBytes(row.size); }},
        {.id = Source,
         .title = [] { return tr("From run"); },
         .width = 22,
         .text = [](const ModelVersion &row) { return row.runId.isEmpty() ? sourcePath(row) : row.runId; },
         .toolTip = &ModelVersion::uri},
        {.id = Type,
         .title = [] { return tr("Type"); },
         .width = 8,
         .text = [](const ModelVersion &row) { return typeText(row.type); }},
        {.id = Tags,
         .title = [] { return tr("Tags"); },
         .width = 18,
         .stretches = true,
         .text = [](const ModelVersion &row) { return tagsText(row.tags); },
         .toolTip = [](const ModelVersion &row) { return tagsText(row.tags); }},
    };
}

} // namespace Roost::Items
