// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logsaver.h"

#include "models/items/base/format.h"
#include "ui/navigation/navigator.h"

#include <QDir>
#include <QFileDialog>

namespace Roost::Ui {

using namespace Items;
using namespace Logs;
using namespace Qt::StringLiterals;

LogSaver::LogSaver(QString runId, RunLogs *logs, Navigator *navigator, QWidget *parent)
    : QObject(parent)
    , m_runId(std::move(runId))
    , m_logs(logs)
    , m_navigator(navigator)
    , m_parent(parent)
{
}

void LogSaver::saveAs(const LogSource &source)
{
    const QString file =
        std::holds_alternative<AllRanks>(source) ? u"all_ranks.txt"_s : toText(source).section(u'/', -1);
    const QString proposed = QDir::home().filePath(m_runId + u'_' + file);
    const QString name = QFileDialog::getSaveFileName(m_parent, tr("Save the log"), proposed, tr("Text (*.txt *.log)"));
    if (!name.isEmpty())
        save(m_logs->text(source), name, m_saving);
}

void LogSaver::saveEach()
{
    const QString folder =
        QFileDialog::getExistingDirectory(m_parent, tr("Save each log in a folder"), QDir::homePath());
    if (folder.isEmpty())
        return;
    m_savingEach.clear();
    for (const QString &path : m_logs->paths()) {
        const QString name = QDir(folder).filePath(m_runId + u'_' + QString(path).replace(u'/', u'_'));
        m_savingEach.push_back(std::make_unique<PendingReply<qint64>>());
        save(m_logs->text(LogFile{path}), name, *m_savingEach.back());
    }
}

void LogSaver::save(LogText *text, const QString &name, PendingReply<qint64> &saving)
{
    saving.watch(text->saveAs(name), [this, name](const Result<qint64> &size) { report(name, size); });
}

void LogSaver::report(const QString &name, const Result<qint64> &size)
{
    if (!m_navigator)
        return;
    const QString file = QDir::toNativeSeparators(name);
    if (size)
        m_navigator->notify(tr("Saved %1 (%2)").arg(file, Format::bytes(*size)), Notice::Done);
    else if (size.error().kind == ErrorKind::NotFound)
        m_navigator->notify(Error{ErrorKind::NotFound, tr("The log cannot be read."), size.error().detail});
    else
        m_navigator->notify(
            Error{ErrorKind::Failed, tr("The log could not be saved as %1.").arg(file), size.error().detail});
}

} // namespace Roost::Ui
