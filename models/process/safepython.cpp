// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/safepython.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Roost::Process {

namespace {

const QString pythonPath = u"PYTHONPATH"_s;

} // namespace

QString neutralFolder()
{
    return QDir::rootPath();
}

ToolCall isolatedPython(const QString &python, const QStringList &arguments, const StringMap &environment)
{
    return {python, QStringList{u"-I"_s} + arguments, neutralFolder(), environment};
}

ToolCall pythonAsRunsSeeIt(const QString &python, const QString &code, const StringMap &environment)
{
    // Python before 3.11 ignores the variable; for these versions the neutral folder contains nothing to import.
    StringMap variables = environment;
    variables[u"PYTHONSAFEPATH"_s] = u"1"_s;
    QStringList places = variables.value(pythonPath, qEnvironmentVariable("PYTHONPATH"))
                             .split(QDir::listSeparator(), Qt::SkipEmptyParts);
    places.removeIf([](const QString &place) { return QDir::isRelativePath(place); });
    variables[pythonPath] = places.join(QDir::listSeparator());
    return {python, {u"-c"_s, code}, neutralFolder(), variables};
}

} // namespace Roost::Process
