// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/diagnostics.h"

#include "app/roostctl/commandcontext.h"
#include "app/roostctl/terminaltext.h"

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

QString toWord(Diagnostic::Severity severity)
{
    switch (severity) {
    case Diagnostic::Severity::Error:
        return u"error"_s;
    case Diagnostic::Severity::Warning:
        return u"warning"_s;
    case Diagnostic::Severity::Note:
        return u"note"_s;
    }
    std::unreachable();
}

void printDiagnostics(const QString &file, const Diagnostics &diagnostics)
{
    for (const Diagnostic &d : diagnostics) {
        const QString line =
            u"%1:%2:%3: %4: %5"_s.arg(file).arg(d.line).arg(d.column).arg(toWord(d.severity), d.message);
        std::fputs(qUtf8Printable(visibleLine(line) + u'\n'), stderr);
    }
}

QJsonObject toJson(const QString &file, const Diagnostic &diagnostic)
{
    return {{u"file"_s, file},
            {u"line"_s, diagnostic.line},
            {u"column"_s, diagnostic.column},
            {u"severity"_s, toWord(diagnostic.severity)},
            {u"message"_s, diagnostic.message}};
}

} // namespace Roost::Ctl
