// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Shell {

/// Returns whether `text` means itself without quotes, wherever a word may appear.
bool isPlainWord(const QString &text);
/// Returns `text` with a backslash before each character of `specials`, which begins with the backslash itself.
QString escaped(QString text, const QString &specials);
/// Returns the word that means exactly `text`.
QString quoteLiteral(const QString &text);
/// Returns the word that means `argument`, in which variables are expanded (models/shell/tokenizer.h).
QString quoteArgument(const QString &argument);

} // namespace Roost::Shell
