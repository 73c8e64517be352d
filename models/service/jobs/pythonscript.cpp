// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/pythonscript.h"

#include "models/process/safepython.h"

#include <QDir>
#include <QPointer>
#include <QStandardPaths>

#include <memory>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Process;

namespace {
constexpr qint64 timeoutMs = 60000;
}

Future<QByteArray> runPythonScript(const QString &script, const StringMap &environment, const QByteArray &mark)
{
    const QStringList folders = environment.value(u"PATH"_s).split(QDir::listSeparator(), Qt::SkipEmptyParts);
    QString python = QStandardPaths::findExecutable(u"python"_s, folders);
    if (python.isEmpty())
        python = QStandardPaths::findExecutable(u"python3"_s, folders);
    if (python.isEmpty())
        return readyFuture<QByteArray>(QByteArray());
    const Promise<QByteArray> promise;
    auto *tool = new Tool(mark);
    auto output = std::make_shared<QByteArray>();
    QObject::connect(tool, &Tool::output, tool, [output](const QByteArray &bytes) { *output += bytes; });
    QObject::connect(tool, &Tool::ended, tool, [tool, output, promise](const QString &) {
        promise.resolve(*output);
        tool->deleteLater();
    });
    promise.onCancel([tool = QPointer(tool)] {
        if (tool)
            tool->deleteLater();
    });
    tool->start(pythonAsRunsSeeIt(python, script, environment), timeoutMs);
    return promise.future();
}

} // namespace Roost::Service::Jobs
