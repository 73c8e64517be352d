// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/jobfile/fieldreader.h"

#include <QJsonObject>

namespace Roost::JobFile {

/// Reads the `outputs:` of a job file. A Job stores outputs in the form of Azure ML's body, in its carried parts.
class OutputsReader : public FieldReader
{
public:
    /// An output that equals one in `carried` keeps the parts that a job file has no keys for.
    explicit OutputsReader(const CarriedParts &carried);

    void read(const Yaml::Entry &entry);
    const QJsonObject &outputs() const { return m_outputs; }
    /// Replaces the outputs in `carried` with those of the text.
    void replaceIn(CarriedParts &carried) const;

private:
    QJsonObject outputOf(const Yaml::Entry &entry);

    CarriedParts m_carried;
    QJsonObject m_outputs;
};

} // namespace Roost::JobFile
