// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/metricstext.h"

#include "models/core/words.h"
#include "models/logs/metrics/metricpattern.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Items {

namespace {

QString whyNot(const StringMap &earlier, const QString &name, const QString &pattern)
{
    if (earlier.contains(name))
        return Words::tr("The metric '%1' is defined twice. Remove one of the lines.").arg(name);
    if (QString why = Logs::MetricPattern::whyNotAName(name); !why.isEmpty())
        return why;
    const auto problem = Logs::MetricPattern::problemOf(pattern);
    return problem ? problem->text : QString();
}

} // namespace

MetricsText readMetricsText(const QString &text)
{
    MetricsText read;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        const QString name = line.left(std::max<qsizetype>(colon, 0)).trimmed();
        const QString pattern = line.sliced(colon + 1).trimmed();
        const QString why = colon < 0 ? Words::tr("Write a name, a colon and a pattern: 'loss: loss=(?<value>\\S+)'.")
                                      : whyNot(read.patterns, name, pattern);
        if (!why.isEmpty() && read.problem.isEmpty()) {
            read.problem = why;
            read.problemLine = number;
        }
        if (colon > 0)
            read.patterns.insert(name, pattern);
    }
    return read;
}

QString writeMetricsText(const StringMap &patterns)
{
    QStringList lines;
    for (const auto &[name, pattern] : patterns.asKeyValueRange())
        lines += name + u": "_s + pattern;
    return lines.join(u'\n');
}

} // namespace Roost::Items
