// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

namespace Roost::Test {

/// The result of a call of roostctl.
struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
    QByteArray all() const { return out + err; }
};

/// A folder that contains a runtime folder and a project, and roostctl running in that project.
class ConsoleFixture
{
public:
    ConsoleFixture() = default;
    // Qt cannot remove a file whose name is not UTF-8.
    ~ConsoleFixture() { std::filesystem::remove_all(m_folder.path().toStdString()); }
    Q_DISABLE_COPY_MOVE(ConsoleFixture)

    QString path(const QString &name) const { return m_folder.filePath(name); }

    void put(const QString &name, const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    /// Writes train.py, which logs three points and writes a model, and its job.yml into the project.
    void putTraining() const
    {
        put(QStringLiteral("project/train.py"),
            "import json, os, sys, time, urllib.request\n"
            "os.makedirs('outputs', exist_ok=True)\n"
            "url = os.environ['MLFLOW_TRACKING_URI'] + '/api/2.0/mlflow/runs/log-metric'\n"
            "head = {'Authorization': 'Bearer ' + os.environ['MLFLOW_TRACKING_TOKEN'],\n"
            "        'Content-Type': 'application/json'}\n"
            "for i in range(3):\n"
            "    print('step', i, flush=True)\n"
            "    point = {'run_id': os.environ['MLFLOW_RUN_ID'], 'key': 'loss', 'step': i,\n"
            "             'value': 0.5 ** i, 'timestamp': int(time.time() * 1000)}\n"
            "    request = urllib.request.Request(url, json.dumps(point).encode(), head)\n"
            "    urllib.request.urlopen(request, timeout=30).read()\n"
            "    time.sleep(0.2)\n"
            "open('outputs/model.pt', 'w').write('model of ' + ' '.join(sys.argv[1:]))\n"
            "print('last line without end', end='')\n");
        put(QStringLiteral("project/job.yml"),
            "command: python train.py --lr ${{inputs.lr}}\ncode: .\ninputs:\n  lr: 0.5\n"
            "environment: azureml:AzureML-system-python@latest\ncompute: azureml:local\n"
            "experiment_name: e2e\n");
    }

    /// Returns the endpoint that the service has published for its clients.
    QJsonObject endpoint() const
    {
        const QDir folder(path(QStringLiteral("runtime/roost")));
        QFile file(folder.filePath(folder.entryList({QStringLiteral("*.json")}).value(0)));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    void makeRuntimeFolder() const
    {
        QVERIFY(QFileInfo(qEnvironmentVariable("ROOSTCTL")).isExecutable());
        QVERIFY(QFileInfo(qEnvironmentVariable("ROOSTD")).isExecutable());
        const QString runtime = path(QStringLiteral("runtime"));
        QVERIFY(QDir().mkpath(runtime));
        QVERIFY(QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void prepare(QProcess &process, const QStringList &arguments, const QMap<QString, QString> &variables = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path(QStringLiteral("runtime")));
        for (const auto &[name, value] : variables.asKeyValueRange())
            environment.insert(name, value);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(path(QStringLiteral("project")));
        process.setProgram(qEnvironmentVariable("ROOSTCTL"));
        process.setArguments(arguments);
    }

    Outcome roostctl(const QStringList &arguments, const QMap<QString, QString> &variables = {}) const
    {
        QProcess process;
        prepare(process, arguments, variables);
        process.start(QIODevice::ReadOnly);
        if (!process.waitForFinished(120000))
            return {-1, process.readAllStandardOutput(), "no end: " + process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private:
    QTemporaryDir m_folder;
};

} // namespace Roost::Test
