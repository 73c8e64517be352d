// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/terminaltext.h"

#include "models/files/filename.h"

#include <functional>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

bool steers(QChar c)
{
    const char16_t code = c.unicode();
    const bool isDirection = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return c.category() == QChar::Other_Control || isDirection || code == 0x2028 || code == 0x2029;
}

QString replaced(const QString &text, const std::function<bool(QChar)> &stays, const std::function<QString(QChar)> &by)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text) {
        if (steers(c) && !stays(c))
            shown += by(c);
        else
            shown += c;
    }
    return shown;
}

QString asEscape(QChar c)
{
    if (c == u'\n')
        return u"\\n"_s;
    if (c == u'\t')
        return u"\\t"_s;
    const uint code = c.unicode();
    return code < 0x100 ? u"\\x%1"_s.arg(code, 2, 16, QChar(u'0')) : u"\\u%1"_s.arg(code, 4, 16, QChar(u'0'));
}

bool breaksLine(QChar c)
{
    return c == u'\n' || c == u'\t';
}

} // namespace

QString visible(const QString &text)
{
    return replaced(Files::readableText(text), breaksLine, asEscape);
}

QString visibleLine(const QString &text)
{
    return replaced(Files::readableText(text), [](QChar) { return false; }, asEscape);
}

QString visibleJson(const QString &json)
{
    return replaced(json, breaksLine,
                    [](QChar c) -> QString { return u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0')); });
}

} // namespace Roost::Ctl
