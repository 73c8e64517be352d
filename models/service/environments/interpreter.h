// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QStringList>

namespace Roost::Service::Environments {

/// A python on this machine.
struct Interpreter
{
    QString path;
    QString version; // "3.13.5"
    /// "torch 2.6.0", sorted by name.
    QStringList packages;

    /// Returns for example "3.13".
    QString minorVersion() const { return version.section(u'.', 0, 1); }
};

/// Returns the first python3 (or python) on `searchPath`, which has the format of PATH; an empty `searchPath` means
/// PATH. The result is empty if there is none.
QString systemPython(const QString &searchPath = {});

/// Returns the python of `version` ("3.11"; empty means any), found by its name or by the version that it reports. The
/// result is empty if there is none.
QString pythonOfVersion(const QString &version, const QString &searchPath = {});

/// Runs the interpreter, and caches the result as long as its file and its package folders stay the same. Blocks for up
/// to half a minute the first time. Any thread.
Result<Interpreter> inspectInterpreter(const QString &path);

} // namespace Roost::Service::Environments
