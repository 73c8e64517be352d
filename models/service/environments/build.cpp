// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/environments/build.h"

#include "models/files/containedfolder.h"
#include "models/files/removetree.h"
#include "models/process/processtree.h"
#include "models/service/environments/buildreason.h"
#include "models/trust/foldertrust.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThreadPool>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Environments {

using namespace Process;
using namespace Trust;

namespace {

const QString finishedFile = u"/finished.json"_s;

QString lineWith(const QByteArray &text, const QByteArray &word)
{
    const auto lines = text.split('\n');
    const auto found = std::ranges::find_if(lines, [&word](const QByteArray &line) { return line.contains(word); });
    return found == lines.cend() ? QString() : QString::fromUtf8(*found).trimmed();
}

} // namespace

Build::Build(Recipe recipe, QString folder, QObject *parent)
    : QObject(parent)
    , m_recipe(std::move(recipe))
    , m_folder(std::move(folder))
{
}

Build::~Build() = default;

bool Build::isFinished(const QString &folder)
{
    // An interpreter that another user created in the folder would run with the rights of this user.
    for (const QString &part : {QString(), finishedFile, u"/env"_s, u"/env/bin"_s, u"/env/bin/python"_s}) {
        if (!isOwn(folder + part))
            return false;
    }
    QFile file(folder + finishedFile);
    if (!file.open(QIODevice::ReadOnly) || !QFileInfo(folder + u"/env/bin/python"_s).isExecutable())
        return false;
    // The scripts of an environment contain the path of their interpreter, which is invalid after a move of the
    // workspace.
    const QString madeIn = QJsonDocument::fromJson(file.readAll()).object()["folder"_L1].toString();
    return madeIn.isEmpty() || madeIn == folder;
}

QByteArray Build::mark(const QString &folder)
{
    return "ROOST_ENVIRONMENT=" + folder.toLocal8Bit();
}

void Build::clear(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists() && !info.isSymLink())
        return;
    killMarked(mark(folder));
    QString waste = folder;
    // The target of a link does not belong to this folder.
    if (!info.isSymLink() && !info.fileName().startsWith(".trash-"_L1)) {
        waste = info.absolutePath() + u"/.trash-"_s + QUuid::createUuid().toString(QUuid::Id128);
        QFile::remove(folder + finishedFile); // first, so that a partial folder never counts as finished
        if (!QDir().rename(folder, waste))
            waste = folder;
    }
    QThreadPool::globalInstance()->start([waste] {
        if (const auto removed = Files::removeTree(waste); !removed)
            qWarning("Of an environment something stays: %s", qUtf8Printable(removed.error().text));
    });
}

void Build::start(qint64 timeoutMs)
{
    clear(m_folder);
    if (timeoutMs > 0)
        m_deadline.setRemainingTime(timeoutMs);
    const Files::ContainedFolder folder(m_folder);
    auto written = folder.makeFolder({});
    for (auto it = m_recipe.files.cbegin(); written && it != m_recipe.files.cend(); ++it)
        written = folder.write(it.key(), it.value().toUtf8());
    if (!written) {
        QMetaObject::invokeMethod(
            this,
            [this, why = written.error().text] {
                finish(failure(ErrorKind::Failed,
                               u"Cannot write into %1: %2 Is the disk full or read-only?"_s.arg(m_folder, why)));
            },
            Qt::QueuedConnection);
        return;
    }
    startNextStep();
}

void Build::stop()
{
    m_stopping = true;
    if (m_tool)
        m_tool->stop();
}

void Build::startNextStep()
{
    if (m_step == m_recipe.steps.size()) {
        const QJsonObject object{{u"finishedUtc"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                                 {u"python"_s, m_recipe.python},
                                 {u"folder"_s, m_folder}};
        const auto written =
            Files::ContainedFolder(m_folder).write(finishedFile.mid(1), QJsonDocument(object).toJson());
        if (written)
            finish({});
        else
            finish(failure(ErrorKind::Failed, u"Cannot write into %1: %2"_s.arg(m_folder, written.error().text)));
        return;
    }
    const auto &step = m_recipe.steps[m_step];
    m_stepBegins = m_transcript.size();
    appendOutput("$ " + (QStringList{step.call.program} + step.call.arguments).join(u' ').toUtf8() + '\n');
    m_tool = std::make_unique<Tool>(mark(m_folder));
    connect(m_tool.get(), &Tool::output, this, &Build::appendOutput);
    connect(m_tool.get(), &Tool::ended, this, [this](const QString &problem) {
        m_tool.release()->deleteLater(); // the tool is still emitting its signal
        const QString purpose = m_recipe.steps[m_step].purpose;
        if (m_stopping) {
            finish(failure(ErrorKind::Failed, purpose + u" was stopped."_s));
        } else if (!problem.isEmpty()) {
            finish(failure(ErrorKind::Failed, explain(purpose, problem), QString::fromUtf8(m_transcript.right(4000))));
        } else {
            ++m_step;
            startNextStep();
        }
    });
    m_tool->start(step.call, m_deadline.isForever() ? 0 : std::max<qint64>(m_deadline.remainingTime(), 1));
}

void Build::appendOutput(const QByteArray &bytes)
{
    m_transcript += bytes;
    Q_EMIT output(bytes);
}

void Build::finish(const Result<void> &result)
{
    if (!result) {
        if (!m_stopping)
            appendOutput(result.error().text.toUtf8() + '\n');
        clear(m_folder);
    }
    Q_EMIT ended(result);
}

QString Build::explain(const QString &purpose, const QString &problem) const
{
    const QByteArray outputOfStep = m_transcript.mid(m_stepBegins);
    if (!lineWith(outputOfStep, "ensurepip is not").isEmpty()) {
        const QString python = QFileInfo(QFileInfo(m_recipe.python).canonicalFilePath()).fileName();
        return u"%1 failed: %2 lacks its venv module. Install the package %2-venv and submit again."_s.arg(purpose,
                                                                                                           python);
    }
    const QString own =
        outputOfStep.count('\n') > 1 ? buildReasonIn(outputOfStep.mid(outputOfStep.indexOf('\n') + 1)) : QString();
    return u"%1 failed: %2"_s.arg(purpose, own.isEmpty() ? problem : own + u" ("_s + problem + u')');
}

} // namespace Roost::Service::Environments
