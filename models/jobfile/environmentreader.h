// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/jobfile/fieldreader.h"
#include "models/jobfile/readfile.h"

namespace Roost::JobFile {

/// Reads the `environment:` of a job file: the name of a registered environment, or one that is defined in the job.
class EnvironmentReader : public FieldReader
{
public:
    /// Relative paths are relative to `folder`. `readFile` must outlive this object.
    EnvironmentReader(const QString &folder, const ReadFile &readFile);

    void read(const Yaml::Entry &entry);
    const EnvironmentRef &environment() const { return m_environment; }

private:
    void readName(const Yaml::Node &value);
    void readCondaFile(const Yaml::Entry &entry);

    QString m_folder;
    const ReadFile &m_readFile;
    EnvironmentRef m_environment;
};

} // namespace Roost::JobFile
