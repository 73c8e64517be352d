// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/metricsreader.h"

#include "models/core/words.h"
#include "models/logs/metrics/metricpattern.h"

namespace Roost::JobFile {

using namespace Qt::StringLiterals;
using Yaml::Entry;

void MetricsReader::read(const Entry &entry)
{
    if (entry.value.isScalar()) {
        m_metrics.automatic = entry.value.text.trimmed() == "auto"_L1;
        if (!m_metrics.automatic)
            report(entry.value.error(
                Words::tr("'metrics' is 'auto' or has a line for each metric, like 'loss: loss=(?<value>\\S+)'.")));
        return;
    }
    if (!isMapping(entry, u"loss: 'loss=(?<value>\\S+)'"_s))
        return;
    for (const Entry &one : merged(entry.value)) {
        if (one.key.text == "auto"_L1)
            readSwitch(one);
        else
            readPattern(one);
    }
}

void MetricsReader::readSwitch(const Entry &entry)
{
    const QString word = entry.value.isScalar() && !entry.value.quoted ? entry.value.text : QString();
    m_metrics.automatic = word == "true"_L1;
    if (!m_metrics.automatic && word != "false"_L1)
        report(entry.key.error(Words::tr("'metrics.auto' takes true or false; a metric cannot have the name 'auto'.")));
}

void MetricsReader::readPattern(const Entry &entry)
{
    const QString &name = entry.key.text;
    const auto pattern = text(entry);
    if (!pattern)
        return;
    m_metrics.patterns.insert(name, *pattern);
    if (const QString why = Logs::MetricPattern::whyNotAName(name); !why.isEmpty())
        report(entry.key.error(why));
    if (const auto problem = Logs::MetricPattern::problemOf(*pattern))
        report((entry.value.isNull() ? entry.key : entry.value).error(problem->text));
}

} // namespace Roost::JobFile
