// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How LogPane saves logs as files.
#include "ui/logs/logpane.h"

#include "models/items/base/format.h"
#include "ui/logs/logpicker.h"
#include "ui/navigation/navigator.h"

#include <QDir>
#include <QFileDialog>

namespace Roost::Ui {

using namespace Items;

using namespace Qt::StringLiterals;

void LogPane::noteSaved(const QString &name, const Result<qint64> &size)
{
    if (!m_navigator)
        return;
    if (size)
        m_navigator->notify(tr("Saved %1 (%2)").arg(QDir::toNativeSeparators(name), Format::bytes(*size)),
                            Notice::Done);
    else if (size.error().kind == ErrorKind::NotFound)
        m_navigator->notify(Error{ErrorKind::NotFound, tr("The log cannot be read."), size.error().detail});
    else
        m_navigator->notify(Error{ErrorKind::Failed,
                                  tr("The log could not be saved as %1.").arg(QDir::toNativeSeparators(name)),
                                  size.error().detail});
}

void LogPane::saveAs()
{
    if (m_current.isEmpty())
        return;
    const QString file = m_current == LogPicker::allRanks() ? u"all_ranks.txt"_s : m_current.section(u'/', -1);
    const QString proposed = QDir::home().filePath(m_run->runId() + u'_' + file);
    const QString name = QFileDialog::getSaveFileName(this, tr("Save the log"), proposed, tr("Text (*.txt *.log)"));
    if (name.isEmpty())
        return;
    m_saving.watch(textOf(m_current)->saveAs(name),
                   [this, name](const Result<qint64> &size) { noteSaved(name, size); });
}

void LogPane::saveEach()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Save each log in a folder"), QDir::homePath());
    if (folder.isEmpty())
        return;
    m_savingEach.clear();
    const QStringList paths = m_logs.paths();
    for (const QString &path : paths) {
        const QString name = QDir(folder).filePath(m_run->runId() + u'_' + QString(path).replace(u'/', u'_'));
        m_savingEach.push_back(std::make_unique<PendingReply<qint64>>());
        m_savingEach.back()->watch(m_logs.log(path)->document()->saveAs(name),
                                   [this, name](const Result<qint64> &size) { noteSaved(name, size); });
    }
}

} // namespace Roost::Ui
