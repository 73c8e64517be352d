// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Roost {

/// The known word that `word` is a slip of the keyboard of, case and '_', '-' aside; empty where none is near. At most
/// one letter in four may be missing, added, exchanged or wrong.
QString nearestWord(const QString &word, const QStringList &known);

} // namespace Roost
