// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/downloadquestion.h"

#include "models/items/base/format.h"
#include "models/items/base/pathkind.h"
#include "ui/settings/settings.h"
#include "ui/widgets/bar.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DownloadQuestion)
};

QString questionOf(const QString &folder, const QStringList &existing)
{
    const QString place = QDir::toNativeSeparators(folder);
    return existing.size() == 1
               ? Words::tr("%1 already exists in %2. Replace it?").arg(Format::isolated(existing.first()), place)
               : Words::tr("%n of these files already exist in %1. Replace them?", nullptr, int(existing.size()))
                     .arg(place);
}

} // namespace

DownloadQuestion::DownloadQuestion(ConfirmBar &bar)
    : m_bar(bar)
{
}

QString DownloadQuestion::chooseFolder(QWidget *parent, const QString &title)
{
    QString start = Settings::instance().value(Preferences::downloadFolder);
    // On a fresh machine the standard location has a path but may not exist.
    for (const auto place : {QStandardPaths::DownloadLocation, QStandardPaths::HomeLocation}) {
        if (start.isEmpty() || !QDir(start).exists())
            start = QStandardPaths::writableLocation(place);
    }
    const QString chosen = QFileDialog::getExistingDirectory(parent, title, start);
    if (!chosen.isEmpty())
        Settings::instance().set(Preferences::downloadFolder, chosen);
    return chosen;
}

void DownloadQuestion::confirmReplacing(const QString &folder, const QStringList &targets, std::function<void()> go)
{
    m_existing.watch(existingPaths(folder, targets),
                     [this, folder, go = std::move(go)](const Result<QStringList> &existing) {
                         if (!existing || existing->isEmpty())
                             go();
                         else
                             m_bar.showQuestion(questionOf(folder, *existing), Words::tr("Replace"), go);
                     });
}

} // namespace Roost::Ui
