// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conda/specification.h"

#include <QRegularExpression>

#include <algorithm>

namespace Roost::Conda {

using namespace Qt::StringLiterals;

QString Specification::pythonVersion() const
{
    static const QRegularExpression exact(u"^(?:==|=|~=)?v?(\\d+(?:\\.\\d+)*)(?:\\.?\\*)?$"_s);
    static const QRegularExpression least(u"^>=(\\d+(?:\\.\\d+)*)$"_s);
    const auto python = std::ranges::find(packages, u"python"_s, &Package::name);
    if (python == packages.end())
        return {};
    const QStringList parts = python->version.split(u',');
    for (const QRegularExpression &rule : {exact, least}) {
        for (const QString &part : parts) {
            if (const auto match = rule.match(part.trimmed()); match.hasMatch())
                return match.captured(1);
        }
    }
    return {};
}

bool Specification::isPipOnly() const
{
    static const QStringList pipNeeds{u"python"_s, u"pip"_s, u"setuptools"_s, u"wheel"_s};
    return std::ranges::all_of(packages, [](const Package &package) { return pipNeeds.contains(package.name); });
}

} // namespace Roost::Conda
