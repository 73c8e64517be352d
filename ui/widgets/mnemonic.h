// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Qt reads an & in the text of a button, a menu entry or a tab as the mark of a key.
namespace Roost::Ui::Mnemonic {

/// A name given by others as such a text: each & of it is shown.
inline QString escaped(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

/// What a reader sees of such a text: for screen readers, and for lists that know no mnemonics.
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
