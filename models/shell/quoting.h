// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Shell {

/// Whether `text` means itself without quotes, wherever a word may be.
bool isPlainWord(const QString &text);
/// `text` with a backslash before each character of `specials`, which begins with the backslash itself.
QString escaped(QString text, const QString &specials);
/// The word that means exactly `text`.
QString quoteLiteral(const QString &text);
/// The word that means `argument`, in which variables are expanded (models/shell/tokenizer.h).
QString quoteArgument(const QString &argument);

} // namespace Roost::Shell
