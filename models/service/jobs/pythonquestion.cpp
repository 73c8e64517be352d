// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/pythonquestion.h"

#include "models/process/safepython.h"

#include <QDir>
#include <QPointer>
#include <QStandardPaths>

#include <memory>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Process;

namespace {
constexpr qint64 patienceMs = 60000;
}

Future<QByteArray> askPython(const QString &script, const StringMap &environment, const QByteArray &mark)
{
    const QStringList places = environment.value(u"PATH"_s).split(QDir::listSeparator(), Qt::SkipEmptyParts);
    QString python = QStandardPaths::findExecutable(u"python"_s, places);
    if (python.isEmpty())
        python = QStandardPaths::findExecutable(u"python3"_s, places);
    if (python.isEmpty())
        return readyFuture<QByteArray>(QByteArray());
    const Promise<QByteArray> promise;
    auto *tool = new Tool(mark);
    auto said = std::make_shared<QByteArray>();
    QObject::connect(tool, &Tool::output, tool, [said](const QByteArray &bytes) { *said += bytes; });
    QObject::connect(tool, &Tool::ended, tool, [tool, said, promise](const QString &) {
        promise.resolve(*said);
        tool->deleteLater();
    });
    promise.onCancel([tool = QPointer(tool)] {
        if (tool)
            tool->deleteLater();
    });
    tool->start(pythonAsRunsSeeIt(python, script, environment), patienceMs);
    return promise.future();
}

} // namespace Roost::Service::Jobs
