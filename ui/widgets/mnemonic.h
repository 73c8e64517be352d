// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Qt reads an & in the text of a button, a menu entry or a tab as the mark of a key.
namespace Roost::Ui::Mnemonic {

/// `text` with each & doubled, so that it is shown: for names that other people gave.
inline QString escaped(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

/// `text` as a person sees it, without marks: for screen readers, and for lists without mnemonics.
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
