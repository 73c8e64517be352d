// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/yaml/node.h"

#include <optional>

namespace Roost::JobFile {

/// Reads the values of entries, and collects diagnostics for values of the wrong kind.
class FieldReader
{
public:
    /// Returns the collected diagnostics sorted by position, without duplicates, and clears them.
    Diagnostics takeDiagnostics();

protected:
    /// The prefix of names of registered assets: "azureml:cpu-cluster".
    static constexpr QLatin1StringView azuremlPrefix{"azureml:"};

    /// Returns the text of the value; an empty text if no value is written.
    std::optional<QString> text(const Yaml::Entry &entry);
    std::optional<qint64> number(const Yaml::Entry &entry, qint64 least);
    StringMap texts(const Yaml::Entry &entry);
    /// Returns the entries of a mapping, followed by those that YAML's merge key "<<" adds.
    QList<Yaml::Entry> merged(const Yaml::Node &mapping);
    /// Returns whether the value is a mapping; if not, adds a diagnostic that shows `example`.
    bool isMapping(const Yaml::Entry &entry, const QString &example);
    /// Adds a warning that the key is none of the `known` keys below `where`.
    void unknown(const Yaml::Entry &entry, const QStringList &known, const QString &where = {});
    void report(const Diagnostic &diagnostic) { m_diagnostics += diagnostic; }
    void reportAll(const Diagnostics &diagnostics) { m_diagnostics += diagnostics; }

private:
    Diagnostics m_diagnostics;
};

} // namespace Roost::JobFile
