// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/environments/interpreter.h"

#include "models/process/safepython.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <mutex>

using namespace Qt::StringLiterals;

namespace Roost::Service::Environments {

using namespace Process;

namespace {

constexpr int patienceMs = 30000;

const QString question = uR"(
import json, site, sys
import importlib.metadata as metadata
found = {}
for each in metadata.distributions():
    name = each.metadata["Name"]
    if name and name.lower() not in found:
        found[name.lower()] = f"{name} {each.version}"
print(json.dumps({"version": "%d.%d.%d" % sys.version_info[:3], "packages": [found[k] for k in sorted(found)],
                  "folders": [p for p in sys.path if p] + ([site.getusersitepackages()] if site.ENABLE_USER_SITE else [])}))
)"_s;

/// Returns the modification times of the interpreter and of its package folders: pip changes the folders but not the
/// interpreter.
QList<QDateTime> changesOf(const QString &python, const QStringList &folders)
{
    QList<QDateTime> changes{QFileInfo(python).lastModified()};
    for (const QString &folder : folders)
        changes += QFileInfo(folder).lastModified();
    return changes;
}

struct Known
{
    QStringList folders;
    QList<QDateTime> changes;
    Interpreter interpreter;
};

QStringList folders(const QString &searchPath)
{
    const QString path = searchPath.isEmpty() ? qEnvironmentVariable("PATH") : searchPath;
    return path.split(QDir::listSeparator(), Qt::SkipEmptyParts);
}

} // namespace

QString systemPython(const QString &searchPath)
{
    for (const QString &name : {u"python3"_s, u"python"_s}) {
        const QString found = QStandardPaths::findExecutable(name, folders(searchPath));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString pythonOfVersion(const QString &version, const QString &searchPath)
{
    QString usual = systemPython(searchPath);
    if (version.isEmpty() || usual.isEmpty())
        return usual;
    const auto fits = [&version](const QString &has) { return has == version || has.startsWith(version + u'.'); };
    if (const auto reported = inspectInterpreter(usual); reported && fits(reported->version))
        return usual;
    const QString named =
        QStandardPaths::findExecutable(u"python"_s + version.section(u'.', 0, 1), folders(searchPath));
    if (named.isEmpty())
        return {};
    const auto reported = inspectInterpreter(named);
    return reported && fits(reported->version) ? named : QString();
}

Result<Interpreter> inspectInterpreter(const QString &path)
{
    static std::mutex mutex;
    static QHash<QString, Known> known;
    const std::scoped_lock lock(mutex); // so that two callers do not start the same interpreter
    if (const auto it = known.constFind(path); it != known.cend() && it->changes == changesOf(path, it->folders))
        return it->interpreter;

    const ToolCall call = pythonAsRunsSeeIt(path, question);
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : call.environment.asKeyValueRange())
        environment.insert(name, value);
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.setWorkingDirectory(call.workingFolder);
    process.setProcessEnvironment(environment);
    process.start(call.program, call.arguments);
    if (!process.waitForFinished(patienceMs)) {
        const QString why = process.error() == QProcess::Timedout ? u"it did not answer"_s : process.errorString();
        process.kill();
        process.waitForFinished(1000);
        return failure(ErrorKind::Failed, u"Cannot ask %1 for its packages: %2."_s.arg(path, why));
    }
    const auto reported = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    Interpreter interpreter{path, reported[u"version"].toString(), {}};
    if (interpreter.version.isEmpty()) {
        return failure(ErrorKind::Failed, u"%1 does not behave like a python 3.8 or newer."_s.arg(path),
                       QString::fromLocal8Bit(process.readAllStandardError()));
    }
    for (const auto &package : reported[u"packages"].toArray())
        interpreter.packages += package.toString();
    QStringList places;
    for (const QJsonValue place : reported[u"folders"].toArray())
        places += place.toString();
    known[path] = {places, changesOf(path, places), interpreter};
    return interpreter;
}

} // namespace Roost::Service::Environments
