// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace Roost::Importers {

/// The state of an import while it runs.
struct ImportProgress
{
    qsizetype done = 0; // runs that were written, updated, skipped or left out
    qsizetype all = 0;
    QString run; // the name of the current one
    qint64 points = 0;
    qint64 bytes = 0; // of artifacts
};

using ProgressSink = std::function<void(const ImportProgress &)>;

struct ImportResult
{
    qsizetype found = 0;
    qsizetype imported = 0;
    qsizetype updated = 0; // imported earlier and changed since
    qsizetype skipped = 0; // imported earlier and unchanged
    qsizetype failed = 0;
    qint64 points = 0;
    qint64 files = 0;
    qint64 bytes = 0;
    qsizetype loggedModels = 0;
    qsizetype modelVersions = 0;
    int remarksLeftOut = 0;
    bool stopped = false;

    /// Returns whether everything that was wanted is in the target.
    bool isWhole() const { return !stopped && failed == 0 && remarksLeftOut == 0; }
};

} // namespace Roost::Importers
