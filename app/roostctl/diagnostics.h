// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"

#include <QJsonObject>

namespace Roost::Ctl {

/// Returns "error", "warning" or "note".
QString toWord(Diagnostic::Severity severity);
/// Writes "file:3:5: error: ..." to stderr for each diagnostic, as compilers do.
void printDiagnostics(const QString &file, const Diagnostics &diagnostics);
QJsonObject toJson(const QString &file, const Diagnostic &diagnostic);

} // namespace Roost::Ctl
