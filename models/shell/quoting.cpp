// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/quoting.h"

#include "models/core/wholematch.h"
#include "models/shell/tokenizer.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::Shell {

bool isPlainWord(const QString &text)
{
    static const QRegularExpression plain = wholeMatch(u"[A-Za-z0-9_@%+=:,./-]+"_s);
    return plain.match(text).hasMatch();
}

QString escaped(QString text, const QString &specials)
{
    for (const QChar special : specials)
        text.replace(special, QString(u'\\') + special);
    return text;
}

QString quoteLiteral(const QString &text)
{
    if (isPlainWord(text))
        return text;
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString quoteArgument(const QString &argument)
{
    if (isPlainWord(argument))
        return argument;
    QString quoted;
    for (qsizetype i = 0; i < argument.size(); ++i) {
        qsizetype backslashes = backslashesAt(argument, i);
        i += backslashes;
        const bool atDollar = i < argument.size() && argument[i] == u'$';
        const bool isPlainDollar = atDollar && backslashes % 2 == 1;
        if (atDollar)
            backslashes /= 2;
        quoted += QString(2 * backslashes, u'\\');
        if (i == argument.size())
            break;
        const qsizetype length = isPlainDollar ? 0 : expansionLength(argument, i);
        if (length > 0) {
            quoted += QStringView(argument).sliced(i, length);
            i += length - 1;
            continue;
        }
        if (u"\"`$"_s.contains(argument[i]))
            quoted += u'\\';
        quoted += argument[i];
        // `${{...}}` is replaced before the shell reads the line, regardless of backslashes.
        if (atDollar && QStringView(argument).sliced(i + 1).startsWith(u"{{"))
            quoted += u"\"\""_s;
    }
    return u'"' + quoted + u'"';
}

} // namespace Roost::Shell
