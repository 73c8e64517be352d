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
    /// "torch 2.6.0", by name.
    QStringList packages;

    /// "3.13"
    QString minorVersion() const { return version.section(u'.', 0, 1); }
};

/// The python3 (or python) found first; empty where there is none. `searchPath` as PATH, empty: PATH itself.
QString systemPython(const QString &searchPath = {});

/// The python that answers to `version` ("3.11"; empty is any) by its name or by what it says; empty where none does.
QString pythonOfVersion(const QString &version, const QString &searchPath = {});

/// Asks the interpreter itself, once as long as its file and the folders of its packages stay the same. Blocks up to
/// half a minute the first time; any thread.
Result<Interpreter> inspectInterpreter(const QString &path);

} // namespace Roost::Service::Environments
