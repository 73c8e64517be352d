// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/runpython.h"

#include "models/files/containedfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Environments;

namespace {

bool write(const QString &path, const QString &text, bool isProgram = false)
{
    const QFileInfo info(path);
    const auto written =
        Files::ContainedFolder(info.path()).write(info.fileName(), text.toUtf8(), isProgram ? 0700 : 0600);
    return written.has_value();
}

// Returns the value of "key = value" in pyvenv.cfg; empty if the environment is not a virtual one, for example a conda
// prefix.
QString setting(const QString &environment, const QString &key)
{
    QFile file(environment + u"/pyvenv.cfg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.section(u'=', 0, 0).trimmed() == key)
            return line.section(u'=', 1).trimmed();
    }
    return {};
}

} // namespace

Result<PreparedEnvironment> environmentOfRun(const PreparedEnvironment &shared, const QString &folder)
{
    const QString bin = shared.path.value(0);
    const QString prefix = QFileInfo(bin).path();
    const QStringList versions = QDir(prefix + u"/lib"_s).entryList({u"python3*"_s}, QDir::Dirs | QDir::NoSymLinks);
    const bool isCached = shared.variables.contains(u"VIRTUAL_ENV"_s) || shared.variables.contains(u"CONDA_PREFIX"_s);
    if (!isCached || versions.size() != 1)
        return shared;
    const QString sites = u"/lib/%1/site-packages"_s.arg(versions.first());
    const QString home = setting(prefix, u"home"_s);
    const QString seesBelow = home.isEmpty() ? u"true"_s : setting(prefix, u"include-system-site-packages"_s);
    const QString pip = u"#!/bin/sh\nexec \"$(dirname \"$0\")/python\" -m pip \"$@\"\n"_s;
    const QDir own(folder);
    bool made = own.mkpath(u"bin"_s) && own.mkpath(folder + sites);
    for (const QString &name : {u"python"_s, u"python3"_s, versions.first()}) {
        const QString link = own.filePath(u"bin/"_s + name);
        made = made && (QFileInfo(link).isSymLink() || QFile::link(bin + u"/python"_s, link));
    }
    made = made && write(own.filePath(u"bin/pip"_s), pip, true) && write(own.filePath(u"bin/pip3"_s), pip, true) &&
           write(own.filePath(u"pyvenv.cfg"_s),
                 u"home = %1\ninclude-system-site-packages = %2\n"_s.arg(home.isEmpty() ? bin : home, seesBelow)) &&
           write(folder + sites + u"/environment.pth"_s,
                 u"import site; site.addsitedir(%1)\n"_s.arg(u'"' + QString(prefix + sites).replace(u'"', u"\\\""_s) +
                                                             u'"'));
    if (!made) {
        return failure(ErrorKind::Failed, u"Cannot make %1, where the run would install its own packages. Is the disk "
                                          "full?"_s.arg(folder));
    }
    PreparedEnvironment run = shared;
    run.path.prepend(own.filePath(u"bin"_s));
    if (run.variables.contains(u"VIRTUAL_ENV"_s))
        run.variables[u"VIRTUAL_ENV"_s] = folder;
    const QString inherited = run.variables.value(u"PYTHONPATH"_s, qEnvironmentVariable("PYTHONPATH"));
    run.variables[u"PYTHONPATH"_s] = folder + sites + (inherited.isEmpty() ? QString() : u':' + inherited);
    return run;
}

} // namespace Roost::Service::Jobs
