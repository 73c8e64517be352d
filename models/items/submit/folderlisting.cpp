// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/folderlisting.h"

#include "models/items/base/pathkind.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <chrono>

namespace Roost::Items {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Roost::Items::SubmitDraft)
};

constexpr auto TypingPause = 300ms;

// Returns how likely the file is the entry point; a lower rank is more likely.
int scriptRank(const QString &path)
{
    const QString name = path.section(u'/', -1);
    int points = int(path.count(u'/')) * 4;
    if (!name.startsWith("train"_L1))
        points += name.contains("train"_L1) || name.startsWith("main"_L1) || name.startsWith("run"_L1) ? 1 : 2;
    if (name.startsWith("test_"_L1) || name.startsWith("setup."_L1))
        points += 3;
    return points;
}

} // namespace

FolderListing::FolderListing(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(TypingPause);
    connect(&m_timer, &QTimer::timeout, this, &FolderListing::start);
}

void FolderListing::clear()
{
    m_timer.stop();
    m_query.cancel();
    m_listing.reset();
    m_error = {};
    m_filesSoFar = 0;
}

void FolderListing::read(const QString &folder)
{
    m_folder = folder;
    start();
}

void FolderListing::readSoon(const QString &folder)
{
    clear();
    m_folder = folder;
    m_timer.start();
    Q_EMIT changed();
}

bool FolderListing::stop()
{
    if (!isReading())
        return false;
    clear();
    m_error.text = Words::tr("Reading the folder was stopped. Read it again, or choose another one.");
    Q_EMIT changed();
    return true;
}

void FolderListing::start()
{
    clear();
    if (m_folder.isEmpty() || !QDir::isAbsolutePath(m_folder)) {
        Q_EMIT changed();
        return;
    }
    // A canceled chain of requests ends step by step: a last progress report may arrive after this object is destroyed.
    const auto onProgress = [self = QPointer(this), folder = m_folder](Snapshot::Progress progress) {
        if (!self || folder != self->m_folder)
            return;
        self->m_filesSoFar = progress.files;
        Q_EMIT self->progressed();
    };
    // Listing blocks a thread of the global pool, so another thread checks beforehand whether there is a folder.
    const auto list = [folder = m_folder, onProgress](PathKind kind) -> Future<Snapshot::Listing> {
        if (kind != PathKind::Folder && kind != PathKind::File)
            return readyFuture<Snapshot::Listing>(
                failure(ErrorKind::NotFound, Words::tr("There is no folder %1.").arg(folder)));
        return Snapshot::list(folder, onProgress);
    };
    m_query.watch(andThen(pathKind(m_folder), list),
                  [this](Result<Snapshot::Listing> result) { onListing(std::move(result)); });
    Q_EMIT changed();
}

void FolderListing::onListing(Result<Snapshot::Listing> result)
{
    if (result)
        m_listing = std::move(*result);
    else
        m_error = result.error();
    Q_EMIT changed();
}

QStringList FolderListing::scripts() const
{
    QStringList scripts;
    if (!m_listing)
        return scripts;
    for (const Snapshot::File &file : m_listing->files) {
        if (file.path.endsWith(".py"_L1) && !file.path.endsWith("__init__.py"_L1))
            scripts += file.path;
    }
    std::ranges::stable_sort(scripts, {}, scriptRank);
    return scripts;
}

QStringList FolderListing::condaFiles() const
{
    static const QStringList names{u"environment"_s, u"conda"_s,     u"conda_dependencies"_s,
                                   u"conda_env"_s,   u"conda-env"_s, u"conda_environment"_s};
    QStringList found;
    if (!m_listing)
        return found;
    for (const Snapshot::File &file : m_listing->files) {
        const QFileInfo info(file.path);
        const bool isYaml = info.suffix() == "yml"_L1 || info.suffix() == "yaml"_L1;
        if (isYaml && file.path.count(u'/') <= 1 && names.contains(info.completeBaseName().toLower()))
            found += file.path;
    }
    // Files beside the code sort before files in subfolders.
    std::ranges::stable_sort(found, {}, [](const QString &path) {
        return std::pair(path.count(u'/'), names.indexOf(QFileInfo(path).completeBaseName().toLower()));
    });
    return found;
}

} // namespace Roost::Items
