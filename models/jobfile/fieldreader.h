// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/yaml/node.h"

#include <optional>

namespace Roost::JobFile {

/// Values of entries as a job takes them, with all there is to say where one is of another kind.
class FieldReader
{
public:
    Diagnostics takeDiagnostics();

protected:
    /// Empty text where nothing is written.
    std::optional<QString> text(const Yaml::Entry &entry);
    std::optional<qint64> number(const Yaml::Entry &entry, qint64 least);
    StringMap texts(const Yaml::Entry &entry);
    /// The entries of a mapping, and behind them those that YAML's merge key "<<" brings in and it does not have
    /// itself.
    QList<Yaml::Entry> merged(const Yaml::Node &mapping);
    /// Whether it holds lines of its own, like `example`.
    bool isMapping(const Yaml::Entry &entry, const QString &example);
    /// Its key is none of `known` below `where`.
    void unknown(const Yaml::Entry &entry, const QStringList &known, const QString &where = {});
    void say(const Diagnostic &diagnostic) { m_diagnostics += diagnostic; }
    void sayAll(const Diagnostics &diagnostics) { m_diagnostics += diagnostics; }

private:
    Diagnostics m_diagnostics;
};

} // namespace Roost::JobFile
