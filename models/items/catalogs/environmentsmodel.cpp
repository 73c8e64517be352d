// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogs/environmentsmodel.h"

#include "models/items/base/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Items {

EnvironmentsModel::EnvironmentsModel(QObject *parent)
    : KeyedTableModel(allColumns(), parent)
{
}

void EnvironmentsModel::setEnvironments(QList<Environment> environments)
{
    std::ranges::sort(environments, [](const Environment &a, const Environment &b) {
        if (a.curated != b.curated)
            return a.curated;
        return QString::compare(a.name, b.name, Qt::CaseInsensitive) < 0;
    });
    setRows(std::move(environments));
}

const Environment *EnvironmentsModel::find(const QString &name) const
{
    const int row = indexOf(name);
    return row < 0 ? nullptr : &at(row);
}

QString EnvironmentsModel::kindText(const Environment &environment)
{
    return environment.curated ? tr("Curated") : tr("Custom");
}

// The packages that decide whether training code runs come first; the others keep their order.
QStringList EnvironmentsModel::packagesByWeight(QStringList packages)
{
    static const QStringList first{u"torch"_s,        u"pytorch"_s,   u"python"_s,       u"cuda"_s,   u"cudatoolkit"_s,
                                   u"pytorch-cuda"_s, u"cudnn"_s,     u"nccl"_s,         u"mpi4py"_s, u"torchvision"_s,
                                   u"torchaudio"_s,   u"lightning"_s, u"transformers"_s, u"numpy"_s};
    const auto weight = [](const QString &package) {
        const QString name = package.section(u' ', 0, 0).section(u'=', 0, 0).toLower();
        const auto at = first.indexOf(name);
        if (at >= 0)
            return at;
        const bool isOfGpu = name.startsWith("nvidia-"_L1) || name.startsWith("cuda-"_L1);
        return isOfGpu ? first.size() : first.size() + 1;
    };
    std::ranges::stable_sort(packages, {}, weight);
    return packages;
}

QString EnvironmentsModel::contentText(const Environment &environment)
{
    if (environment.isBuilt())
        return tr("Dockerfile");
    const bool conda = !environment.condaYaml.isEmpty();
    if (!environment.image.isEmpty())
        return conda ? tr("conda file on %1").arg(environment.image) : environment.image;
    if (conda)
        return tr("conda file");
    const int count = int(environment.packages.size());
    if (count == 0)
        return tr("This machine's Python");
    return count == 1 ? tr("This machine's Python, 1 package")
                      : tr("This machine's Python, %n packages", nullptr, count);
}

QList<TableColumn<Environment>> EnvironmentsModel::allColumns()
{
    return {
        {.id = Name,
         .title = [] { return tr("Name"); },
         .width = 22,
         .visibility = ColumnVisibility::Fixed,
         .text = &Environment::name,
         .toolTip = &Environment::description},
        {.id = Version,
         .title = [] { return tr("Version"); },
         .width = 7,
         .isNumeric = true,
         .text = &Environment::version,
         .sortKey = [](const Environment &row) { return row.version.toInt(); }},
        {.id = Kind, .title = [] { return tr("Kind"); }, .width = 8, .text = kindText},
        {.id = Content, .title = [] { return tr("Source"); }, .width = 20, .stretches = true, .text = contentText},
        {.id = Created,
         .title = [] { return tr("Saved"); },
         .width = 10,
         .visibility = ColumnVisibility::Hidden, // the detail view shows it
         .text = [](const Environment &row) { return Format::relative(row.created); },
         .sortKey = &Environment::created,
         .toolTip = [](const Environment &row) { return Format::exact(row.created); }},
    };
}

} // namespace Roost::Items
