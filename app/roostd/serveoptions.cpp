// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostd/serveoptions.h"

#include "models/service/store/workspace/artifacturi.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace Roost::Roostd {

using namespace Service;

namespace {

std::unexpected<Error> refused(const QString &text)
{
    return failure(ErrorKind::Rejected, text);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Serves a Roost workspace, or as a tracking server for MLflow clients, on this machine."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"serve"_s, u"Serve until asked to stop."_s);
    parser.addOptions({
        {u"workspace"_s, u"The folder of a workspace."_s, u"DIR"_s},
        {u"create"_s, u"Make the workspace if the folder is none yet."_s},
        {u"data-dir"_s, u"Like --workspace DIR --create, as a tracking server: it stays in the current folder."_s,
         u"DIR"_s},
        {u"name"_s, u"The name of a workspace that is made; else the folder's."_s, u"NAME"_s},
        {u"host"_s, u"127.0.0.1, the only address that is served."_s, u"HOST"_s, u"127.0.0.1"_s},
        {u"port"_s, u"The port; else that of the last start if it is free, or any."_s, u"P"_s},
        {u"no-auth"_s, u"Clients need no token. Other users of this machine are refused in any case."_s},
        {u"default-artifact-root"_s,
         u"Where new experiments keep their artifacts: a folder as a path or file: URI, or mlflow-artifacts:/"_s,
         u"URI"_s},
        {u"artifacts-destination"_s, u"The folder for artifacts that clients send to the server."_s, u"DIR"_s},
        {u"new-database"_s, u"Begin with an empty database where it is missing beside runs and models."_s},
        {u"idle-minutes"_s, u"Leave after so long without requests and runs; 0 stays for ever."_s, u"M"_s, u"0"_s},
    });
}

/// Returns false if Qt's decoding of the command line, or of the current folder for relative paths, has lost bytes that
/// are not UTF-8: the decoded name contains U+FFFD and refers to another folder.
bool isDecodedExactly(const QString &text, const QString &option, const QList<QByteArray> &bytes)
{
    std::error_code problem;
    if (QDir::isRelativePath(text) &&
        QFile::encodeName(QDir::currentPath()).toStdString() != std::filesystem::current_path(problem).native())
        return false;
    const QByteArray name = QFile::encodeName(text);
    return bytes.contains(name) || bytes.contains("--" + option.toUtf8() + '=' + name);
}

Result<QString> folderOf(const QCommandLineParser &parser, const QString &option, const QList<QByteArray> &bytes)
{
    const QString text = parser.value(option);
    if (text.isEmpty())
        return refused(u"--%1 takes a folder."_s.arg(option));
    if (!isDecodedExactly(text, option, bytes)) {
        return refused(u"The name of the folder %1 is not valid UTF-8. Rename it, or take another."_s.arg(
            QDir::current().absoluteFilePath(text)));
    }
    return QDir::cleanPath(QDir::current().absoluteFilePath(text));
}

Result<QString> artifactRootOf(const QString &text)
{
    if (Store::proxiedPath(text) || Store::localPath(text))
        return text;
    const qsizetype colon = text.indexOf(u':');
    const bool isPath = colon < 0 || text.indexOf(u'/') < colon;
    if (isPath && !text.isEmpty())
        return QDir::cleanPath(QDir::current().absoluteFilePath(text));
    return refused(u"--default-artifact-root %1: the server can list and send the files of a folder of this machine "
                   "(a path, or file:///PATH) and those that clients send to it (mlflow-artifacts:/), no others. For "
                   "another storage, give an experiment its own artifact_location when you create it."_s.arg(text));
}

Result<QString> destinationOf(const QCommandLineParser &parser, const QList<QByteArray> &bytes)
{
    const QString option = u"artifacts-destination"_s;
    const QString text = parser.value(option);
    if (!text.contains(u':') || text.startsWith(u'/'))
        return folderOf(parser, option, bytes);
    if (const auto path = Store::localPath(text))
        return QDir::cleanPath(*path);
    return refused(
        u"--artifacts-destination %1: the server stores artifacts in a folder of this machine only."_s.arg(text));
}

Result<quint16> portOf(const QString &text)
{
    bool ok = false;
    const int port = text.toInt(&ok);
    if (!ok || port < 1 || port > 65535)
        return refused(u"--port takes a number from 1 to 65535."_s);
    return quint16(port);
}

Result<void> readPlaces(const QCommandLineParser &parser, const QList<QByteArray> &bytes, ServiceConfig &config)
{
    if (parser.isSet(u"default-artifact-root"_s)) {
        const auto root = artifactRootOf(parser.value(u"default-artifact-root"_s));
        if (!root)
            return std::unexpected(root.error());
        config.artifactRoot = *root;
    }
    if (parser.isSet(u"artifacts-destination"_s)) {
        const auto destination = destinationOf(parser, bytes);
        if (!destination)
            return std::unexpected(destination.error());
        config.artifactsDestination = *destination;
    }
    return {};
}

Result<void> readAddress(const QCommandLineParser &parser, ServiceConfig &config)
{
    const QString host = parser.value(u"host"_s);
    if (host != "127.0.0.1"_L1 && host != "localhost"_L1) {
        return refused(
            u"--host %1: the server is reachable from this machine only, at 127.0.0.1. From another machine, "
            "forward the port: ssh -L PORT:127.0.0.1:PORT THIS-MACHINE."_s.arg(host));
    }
    config.needsToken = !parser.isSet(u"no-auth"_s);
    if (!parser.isSet(u"port"_s))
        return {};
    const auto port = portOf(parser.value(u"port"_s));
    if (!port)
        return std::unexpected(port.error());
    config.port = *port;
    return {};
}

} // namespace

Result<ServeOptions> serveOptionsFrom(const QStringList &arguments, const QList<QByteArray> &bytes)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return refused(parser.errorText() + u" See roostd serve --help."_s);
    ServeOptions options;
    options.isHelp = parser.isSet(u"help"_s);
    if (options.isHelp)
        return options;
    if (const QStringList words = parser.positionalArguments(); words.size() > 1)
        return refused(u"\"%1\" is not an option of roostd serve. See roostd serve --help."_s.arg(words.at(1)));
    bool ok = false;
    const double minutes = parser.value(u"idle-minutes"_s).toDouble(&ok);
    if (!ok || minutes < 0)
        return refused(u"--idle-minutes takes a number of minutes, 0 or more."_s);
    options.keepsFolder = parser.isSet(u"data-dir"_s);
    if (options.keepsFolder && parser.isSet(u"workspace"_s)) {
        return refused(u"--workspace and --data-dir both name the folder that is served; give one of them."_s);
    }
    if (!options.keepsFolder && !parser.isSet(u"workspace"_s))
        return refused(u"--workspace DIR or --data-dir DIR is needed. See roostd serve --help."_s);

    ServiceConfig &config = options.config;
    const auto folder = folderOf(parser, options.keepsFolder ? u"data-dir"_s : u"workspace"_s, bytes);
    if (!folder)
        return std::unexpected(folder.error());
    config.workspaceFolder = *folder;
    config.newDatabase = parser.isSet(u"new-database"_s);
    config.create = options.keepsFolder || parser.isSet(u"create"_s);
    config.name = parser.value(u"name"_s);
    config.idle = std::chrono::milliseconds(qint64(minutes * 60'000));
    if (const auto read = readPlaces(parser, bytes, config).and_then([&] { return readAddress(parser, config); });
        !read)
        return std::unexpected(read.error());
    return options;
}

QString serveHelp()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace Roost::Roostd
