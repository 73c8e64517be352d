// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conda/specification.h"

#include "models/core/wholematch.h"

#include <QRegularExpression>
#include <QVersionNumber>

#include <algorithm>

namespace Roost::Conda {

using namespace Qt::StringLiterals;

namespace {

/// Returns whether `version` satisfies one part of a constraint: ">=3.10", "3.11.*", "=3.11", "!=3.12". False for a
/// part that cannot be parsed.
bool holds(const QString &part, const QVersionNumber &version)
{
    static const QRegularExpression shape = wholeMatch(u"([=<>!~]*)\\s*v?(\\d+(?:\\.\\d+)*)(?:\\.?\\*)?"_s);
    const auto match = shape.match(part.trimmed());
    if (!match.hasMatch())
        return part.trimmed() == u'*';
    const QString sign = match.captured(1);
    const auto asked = QVersionNumber::fromString(match.captured(2));
    // "3.13" means all versions of 3.13, so only the given segments are compared.
    const QVersionNumber same(version.segments().first(std::min(asked.segmentCount(), version.segmentCount())));
    if (sign == ">="_L1)
        return version >= asked;
    if (sign == ">"_L1)
        return same > asked;
    if (sign == "<"_L1)
        return version < asked;
    if (sign == "<="_L1)
        return same <= asked;
    if (sign == "!="_L1)
        return same != asked;
    if (sign == "~="_L1) {
        const QVersionNumber series(asked.segments().first(std::max<qsizetype>(1, asked.segmentCount() - 1)));
        return version >= asked && series.isPrefixOf(version);
    }
    return (sign.isEmpty() || sign == u'=' || sign == "=="_L1) && same == asked;
}

} // namespace

QString Specification::pythonVersion() const
{
    static const QRegularExpression exact = wholeMatch(u"(?:==|=|~=)?v?(\\d+(?:\\.\\d+)*)(?:\\.?\\*)?"_s);
    static const QRegularExpression least = wholeMatch(u">=(\\d+(?:\\.\\d+)*)"_s);
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

bool Specification::allowsPython(const QString &version) const
{
    const auto python = std::ranges::find(packages, u"python"_s, &Package::name);
    if (python == packages.end() || python->version.isEmpty())
        return true;
    const auto number = QVersionNumber::fromString(version);
    return std::ranges::any_of(python->version.split(u'|'), [&number](const QString &choice) {
        return std::ranges::all_of(choice.split(u','), [&number](const QString &part) { return holds(part, number); });
    });
}

bool Specification::isPipOnly() const
{
    static const QStringList pipNeeds{u"python"_s, u"pip"_s, u"setuptools"_s, u"wheel"_s};
    return std::ranges::all_of(
        packages, [](const Package &package) { return pipNeeds.contains(package.name) && !package.isFile(); });
}

} // namespace Roost::Conda
