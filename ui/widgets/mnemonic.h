// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Qt interprets an & in the text of a button, a menu entry or a tab as a mnemonic.
namespace Roost::Ui::Mnemonic {

/// Returns `name` with each & doubled, so that it is shown. For names that are not part of the program.
inline QString escaped(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

/// Returns `text` as the user sees it, without mnemonics: for screen readers, and for lists that have none.
inline QString removed(const QString &text)
{
    QString seen;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && ++i == text.size())
            break;
        seen += text[i];
    }
    return seen;
}

} // namespace Roost::Ui::Mnemonic
