// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/scratch.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Roost::Testing {

namespace {

QJsonObject endpointAt(const QString &fileName)
{
    return QJsonDocument::fromJson(contentOf(fileName)).object();
}

QString endpointFolder()
{
    return qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/roost"_s;
}

} // namespace

Scratch::Scratch()
{
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
        const QString folder = path(QString::fromLatin1(name).toLower());
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv(name, QFile::encodeName(folder));
    }
}

Scratch::~Scratch()
{
    const QDir folder(endpointFolder());
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        const auto pid = pid_t(endpointAt(folder.filePath(name))[u"pid"].toInteger());
        if (pid <= 1 || ::kill(pid, SIGTERM) != 0)
            continue;
        // The service writes into the folder until it has exited.
        if (!QTest::qWaitFor([pid] { return ::kill(pid, 0) != 0; }, 10000))
            qWarning("a service of the test did not leave");
    }
}

QString Scratch::write(const QString &relative, const QByteArray &content) const
{
    const QString name = path(relative);
    QDir().mkpath(QFileInfo(name).absolutePath());
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        QTest::qFail(qPrintable(u"cannot write "_s + name), __FILE__, __LINE__);
    return name;
}

qint64 Scratch::servicePid(const QString &workspace)
{
    const QByteArray canonical = QFileInfo(workspace).canonicalFilePath().toUtf8();
    const auto hash = QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex().left(16);
    return endpointAt(endpointFolder() + u'/' + QString::fromLatin1(hash) + u".json"_s)[u"pid"].toInteger();
}

QByteArray output(const QString &program, const QStringList &arguments, int timeoutMs)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    // The event loop of the window runs during the wait, so the wait is not measured as a stall of the window.
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, timeoutMs) ||
        process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        QTest::qFail(
            qPrintable(program + u' ' + arguments.join(u' ') + u" ended with "_s + QString::number(process.exitCode())),
            __FILE__, __LINE__);
    }
    return process.readAllStandardOutput();
}

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace Roost::Testing
