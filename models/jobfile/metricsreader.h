// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/jobfile/fieldreader.h"

namespace Roost::JobFile {

/// Reads the `metrics:` of a job file: the word `auto`, or a pattern for each name, with `auto: true` as one more line.
class MetricsReader : public FieldReader
{
public:
    void read(const Yaml::Entry &entry);
    const MetricDefinitions &metrics() const { return m_metrics; }

private:
    void readSwitch(const Yaml::Entry &entry);
    void readPattern(const Yaml::Entry &entry);

    MetricDefinitions m_metrics;
};

} // namespace Roost::JobFile
