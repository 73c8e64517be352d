// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/local/startsupervisor.h"

#include "models/files/openfile.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <spawn.h>

#include <csignal>
#include <vector>

using namespace Qt::StringLiterals;

namespace Roost::Service::Launch {

Result<pid_t> startSupervisor(const QString &program, const QString &launchFile, const QProcessEnvironment &environment)
{
    std::vector<QByteArray> words{QFile::encodeName(program), "supervise", QFile::encodeName(launchFile)};
    std::vector<QByteArray> variables;
    const QStringList names = environment.keys();
    variables.reserve(size_t(names.size()));
    for (const QString &name : names)
        variables.push_back((name + u'=' + environment.value(name)).toLocal8Bit());
    const auto pointers = [](std::vector<QByteArray> &texts) {
        std::vector<char *> list;
        list.reserve(texts.size() + 1);
        for (QByteArray &text : texts)
            list.push_back(text.data());
        list.push_back(nullptr);
        return list;
    };
    const auto log =
        Files::openRegular(QFileInfo(launchFile).absolutePath() + u"/supervisor.log"_s, O_WRONLY | O_CREAT | O_APPEND);
    if (!log)
        return std::unexpected(log.error());

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, log->get(), 1);
    posix_spawn_file_actions_adddup2(&files, 1, 2);
    posix_spawn_file_actions_addclosefrom_np(&files, 3);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);

    pid_t pid = 0;
    const int problem = posix_spawn(&pid, words[0].constData(), &files, &attributes, pointers(words).data(),
                                    pointers(variables).data());
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    if (problem != 0) {
        return failure(ErrorKind::Failed, u"Cannot start %1: %2."_s.arg(program, qt_error_string(problem)));
    }
    return pid;
}

} // namespace Roost::Service::Launch
