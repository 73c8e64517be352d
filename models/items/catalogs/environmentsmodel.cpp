// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogs/environmentsmodel.h"

#include "models/items/base/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Items {

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

// Those that decide whether a training runs, then the rest as it was.
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

QVariant EnvironmentsModel::cell(const Environment &row, int column, int role) const
{
    if (role == KeyRole)
        return row.name;
    if (role == Qt::ToolTipRole) {
        if (column == Created)
            return Format::exact(row.created);
        return column == Name ? row.description : QString();
    }
    if (role == SortRole && column == Created)
        return row.created;
    if (role == SortRole && column == Version)
        return row.version.toInt();
    if (role == Qt::TextAlignmentRole && column == Version)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (column) {
    case Name:
        return row.name;
    case Version:
        return row.version;
    case Kind:
        return kindText(row);
    case Content:
        return contentText(row);
    case Created:
        return Format::relative(row.created);
    default:
        return {};
    }
}

QVariant EnvironmentsModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole && column == Version)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Name:
        return tr("Name");
    case Version:
        return tr("Version");
    case Kind:
        return tr("Kind");
    case Content:
        return tr("Source");
    case Created:
        return tr("Saved");
    default:
        return {};
    }
}

} // namespace Roost::Items
