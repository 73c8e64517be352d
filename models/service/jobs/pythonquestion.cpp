// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/pythonquestion.h"

#include "models/service/launch/safepython.h"

#include <QDir>
#include <QPointer>
#include <QStandardPaths>

#include <memory>

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {
constexpr qint64 patienceMs = 60000;
}

Answer<QByteArray> askPython(const QString &script, const StringMap &environment, const QByteArray &mark)
{
    const QStringList places = environment.value(u"PATH"_s).split(QDir::listSeparator(), Qt::SkipEmptyParts);
    QString python = QStandardPaths::findExecutable(u"python"_s, places);
    if (python.isEmpty())
        python = QStandardPaths::findExecutable(u"python3"_s, places);
    if (python.isEmpty())
        return answered<QByteArray>(QByteArray());
    const Question<QByteArray> question;
    auto *tool = new Tool(mark);
    auto said = std::make_shared<QByteArray>();
    QObject::connect(tool, &Tool::output, tool, [said](const QByteArray &bytes) { *said += bytes; });
    QObject::connect(tool, &Tool::ended, tool, [tool, said, question](const QString &) {
        question.give(*said);
        tool->deleteLater();
    });
    question.onCancel([tool = QPointer(tool)] {
        if (tool)
            tool->deleteLater();
    });
    tool->start(pythonAsRunsSeeIt(python, script, environment), patienceMs);
    return question.answer();
}

} // namespace Roost::Service
