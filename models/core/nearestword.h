// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Roost {

/// Returns the known word that `word` is probably a typo of; empty if none is similar enough. Ignores case, '_' and
/// '-'. At most one letter in four may be missing, added, swapped or wrong.
QString nearestWord(const QString &word, const QStringList &known);

} // namespace Roost
