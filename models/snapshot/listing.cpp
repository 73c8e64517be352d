// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/wholematch.h"
#include "models/core/words.h"
#include "models/core/workspacelayout.h"
#include "models/snapshot/ignorerules.h"
#include "models/snapshot/secrets.h"
#include "models/snapshot/work.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <filesystem>
#include <set>

namespace Roost::Snapshot {

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

// Links into the same folder can list the same files endlessly; no real snapshot is that large.
constexpr qint64 mostEntries = 500'000;
constexpr qint64 searchedBytes = 256 * 1024;

class Lister
{
public:
    Lister(const QString &folder, Work<Listing> &work)
        : m_work(work)
    {
        m_listing.folder = folder;
        m_root = fs::path(QFile::encodeName(folder).toStdString());
    }

    Result<Listing> run()
    {
        if (const QFileInfo place(m_listing.folder); place.isFile())
            return oneFile(place);
        if (!QFileInfo(m_listing.folder).isDir())
            return failure(ErrorKind::NotFound, Words::tr("There is no folder %1.").arg(m_listing.folder));
        std::error_code error;
        const fs::path real = fs::canonical(m_root, error);
        if (error)
            return failure(ErrorKind::Failed, Words::tr("The folder %1 cannot be read.").arg(m_listing.folder),
                           words(error));
        m_realRoot = real;
        if (const auto problem = readRules())
            return std::unexpected(*problem);
        m_rootIsWorkspace = isWorkspace(m_root);
        walk(m_root, real, QString());
        if (m_seen > mostEntries) {
            return failure(ErrorKind::Rejected, Words::tr("The folder %1 contains more than %2 files. Choose a smaller "
                                                          "one, or exclude files with an .amlignore file.")
                                                    .arg(m_listing.folder)
                                                    .arg(mostEntries));
        }
        if (m_listing.files.isEmpty() && !m_work.isCanceled()) {
            return failure(ErrorKind::Rejected,
                           m_listing.excluded.isEmpty() || m_listing.ignoreFile.isEmpty()
                               ? Words::tr("The folder %1 contains no files to send.").arg(m_listing.folder)
                               : Words::tr("All files of %1 are excluded by %2, so nothing would be sent.")
                                     .arg(m_listing.folder, m_listing.ignoreFile));
        }
        sort();
        warnOfSizes();
        return std::move(m_listing);
    }

private:
    // Code may be a single file, as on Azure; it is sent alone, and no rules apply.
    Result<Listing> oneFile(const QFileInfo &place)
    {
        m_listing.folder = place.absolutePath();
        m_realRoot = fs::canonical(m_root).parent_path();
        const fs::directory_entry entry(m_root);
        takeFile(entry, place.fileName(), entry.is_symlink());
        if (m_listing.files.isEmpty()) {
            return failure(ErrorKind::Failed, m_listing.warnings.isEmpty()
                                                  ? Words::tr("%1 cannot be read.").arg(place.filePath())
                                                  : m_listing.warnings.first().message);
        }
        warnOfSizes();
        return std::move(m_listing);
    }

    // Returns whether the folder has the layout of a workspace of roostd.
    static bool isWorkspace(const fs::path &folder)
    {
        std::error_code error;
        return fs::is_regular_file(folder / WorkspaceLayout::DatabaseFile.data(), error) &&
               fs::is_regular_file(folder / "config.json", error);
    }

    // Returns whether a path certainly belongs to the workspace, if the folder itself is one. Code may use folders with
    // the same names as a workspace's (models/).
    bool isOfWorkspace(const QString &path) const
    {
        static const QRegularExpression own = wholeMatch(
            u"(roost\\.db(-\\w+)?|\\.lock|roostd\\.log|runs|\\.uploads|(code|environments)/[0-9a-f]{16,64})"_s);
        return m_rootIsWorkspace && own.match(path).hasMatch();
    }

    static QString words(const std::error_code &error) { return QString::fromStdString(error.message()); }

    void warn(Warning::Kind kind, const QString &path, const QString &message)
    {
        m_listing.warnings += Warning{kind, path, message};
    }

    std::optional<Error> readRules()
    {
        for (const QString &name : {u".amlignore"_s, u".gitignore"_s}) {
            QFile file(m_listing.folder + u'/' + name);
            if (!QFileInfo(file.fileName()).isFile())
                continue;
            if (!file.open(QIODevice::ReadOnly))
                return Error{
                    ErrorKind::Failed,
                    Words::tr("%1 cannot be read, so it is not known which files may be sent.").arg(file.fileName()),
                    file.errorString()};
            m_listing.ignoreFile = name;
            m_rules = IgnoreRules(name, QString::fromUtf8(file.read(4'000'000)));
            return std::nullopt;
        }
        return std::nullopt;
    }

    void walk(const fs::path &folder, const fs::path &real, const QString &prefix)
    {
        std::error_code error;
        fs::directory_iterator entries(folder, error);
        if (error) {
            warn(Warning::Kind::Unreadable, prefix,
                 Words::tr("The folder %1 cannot be read and is not sent: %2.").arg(prefix, words(error)));
            return;
        }
        m_open.insert(real);
        for (const fs::directory_iterator end; entries != end && !stops(); entries.increment(error)) {
            if (error)
                break;
            take(*entries, real, prefix);
        }
        m_open.erase(real);
    }

    bool stops() const { return m_work.isCanceled() || m_seen > mostEntries; }

    void take(const fs::directory_entry &entry, const fs::path &parent, const QString &prefix)
    {
        ++m_seen;
        m_work.report({m_listing.files.size(), m_listing.totalSize, 0});
        const QByteArray raw = QByteArray::fromStdString(entry.path().filename().native());
        const QString path = prefix + QFile::decodeName(raw);
        if (QFile::encodeName(QFile::decodeName(raw)) != raw) {
            warn(Warning::Kind::Unreadable, path,
                 Words::tr("The name of %1 is not valid UTF-8; it is not sent. Rename it.").arg(path));
            return;
        }
        std::error_code error;
        const fs::file_status status = entry.status(error); // status of the target of a link
        const bool isLink = entry.is_symlink(error);
        if (fs::is_directory(status)) {
            takeFolder(entry, parent, path, isLink);
        } else if (fs::is_regular_file(status)) {
            takeFile(entry, path, isLink);
        } else if (!m_rules.verdict(path).excluded) {
            warn(Warning::Kind::Unreadable, path,
                 isLink ? Words::tr("%1 is a broken link; it is not sent.").arg(path)
                        : Words::tr("%1 is not a regular file; it is not sent.").arg(path));
        }
    }

    void takeFolder(const fs::directory_entry &entry, const fs::path &parent, const QString &path, bool isLink)
    {
        if (const auto rule = m_rules.prunes(path)) {
            m_listing.excluded += Excluded{path + u'/', 0, *rule};
            return;
        }
        if (isOfWorkspace(path) || isWorkspace(entry.path())) {
            m_listing.excluded += Excluded{path + u'/', 0, {}};
            return;
        }
        fs::path real = parent / entry.path().filename();
        if (isLink) {
            std::error_code error;
            real = fs::canonical(entry.path(), error);
            if (error || m_open.contains(real)) {
                warn(Warning::Kind::Loop, path,
                     Words::tr("%1 is a link to a folder that contains it; it is not followed.").arg(path));
                return;
            }
            warnOfOutside(real, path);
        }
        walk(entry.path(), real, path + u'/');
    }

    void warnOfOutside(const fs::path &real, const QString &path)
    {
        const auto [mismatch, rest] = std::ranges::mismatch(m_realRoot, real);
        if (mismatch != m_realRoot.end()) {
            warn(Warning::Kind::OutsideLink, path,
                 Words::tr("%1 is a link to a target outside the folder; the target is sent too.").arg(path));
        }
    }

    void takeFile(const fs::directory_entry &entry, const QString &path, bool isLink)
    {
        std::error_code error;
        const auto size = entry.file_size(error);
        const IgnoreRules::Verdict verdict = m_rules.verdict(path);
        if (verdict.excluded) {
            m_listing.excluded += Excluded{path, error ? 0 : qint64(size), verdict.rule};
            return;
        }
        if (isOfWorkspace(path)) {
            m_listing.excluded += Excluded{path, error ? 0 : qint64(size), {}};
            return;
        }
        QFile file(m_listing.folder + u'/' + path);
        if (error || !file.open(QIODevice::ReadOnly)) {
            warn(Warning::Kind::Unreadable, path,
                 Words::tr("%1 cannot be read and is not sent: %2.")
                     .arg(path, error ? words(error) : file.errorString()));
            return;
        }
        if (isLink) {
            const fs::path real = fs::canonical(entry.path(), error);
            if (!error)
                warnOfOutside(real, path);
        }
        warnOfSecrets(path, file);
        const qint64 modified = entry.last_write_time(error).time_since_epoch().count();
        m_listing.files += File{path, qint64(size), verdict.rule, modified};
        m_listing.totalSize += qint64(size);
    }

    void warnOfSecrets(const QString &path, QFile &file)
    {
        if (const QString why = secretByName(path); !why.isEmpty()) {
            warn(Warning::Kind::SecretName, path,
                 Words::tr("%1 %2. Everyone who can see the run can read it; exclude it with %3.")
                     .arg(path, why, ignoreName()));
            return;
        }
        const SecretFound found = secretInside(file.read(searchedBytes));
        if (!found.what.isEmpty()) {
            warn(Warning::Kind::SecretContent, path,
                 Words::tr("%1 seems to contain %2 in line %3. Everyone who can see the run can read it.")
                     .arg(path, found.what)
                     .arg(found.line));
        }
    }

    QString ignoreName() const { return m_listing.ignoreFile.isEmpty() ? u".amlignore"_s : m_listing.ignoreFile; }

    void warnOfSizes()
    {
        for (const File &file : std::as_const(m_listing.files)) {
            if (file.size > bigFile) {
                warn(Warning::Kind::BigFile, file.path,
                     Words::tr("%1 has %2 MB. Data is better kept out of the snapshot.")
                         .arg(file.path)
                         .arg(file.size / 1'000'000));
            }
        }
        if (m_listing.files.size() > manyFiles) {
            warn(Warning::Kind::ManyFiles, {},
                 Words::tr("%1 files would be sent; Azure ML advises at most %2. Exclude folders with %3.")
                     .arg(m_listing.files.size())
                     .arg(manyFiles)
                     .arg(ignoreName()));
        }
        if (m_listing.totalSize > bigSnapshot) {
            warn(Warning::Kind::BigSnapshot, {},
                 Words::tr("%1 MB would be sent; Azure ML advises at most 300 MB. Exclude data with %2.")
                     .arg(m_listing.totalSize / 1'000'000)
                     .arg(ignoreName()));
        }
    }

    // The hash uses files in the order of their lowercased paths, compared by code point.
    void sort()
    {
        const auto key = [](const QString &path) { return std::pair(path.toLower().toUtf8(), path.toUtf8()); };
        std::ranges::sort(m_listing.files, {}, [&](const File &file) { return key(file.path); });
        std::ranges::sort(m_listing.excluded, {}, &Excluded::path);
        std::ranges::stable_sort(m_listing.warnings, {}, &Warning::path);
    }

    Work<Listing> &m_work;
    Listing m_listing;
    IgnoreRules m_rules;
    fs::path m_root;
    fs::path m_realRoot;
    std::set<fs::path> m_open; // real paths of the folders being walked, outermost to innermost
    qint64 m_seen = 0;
    bool m_rootIsWorkspace = false;
};

} // namespace

Future<Listing> list(const QString &folder, OnProgress onProgress)
{
    const QString path = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    return Work<Listing>::run(std::move(onProgress), [path](Work<Listing> &work) -> Result<Listing> {
        try {
            return Lister(path, work).run();
        } catch (const std::exception &problem) {
            return failure(ErrorKind::Failed, Words::tr("The folder %1 cannot be read.").arg(path),
                           QString::fromUtf8(problem.what()));
        }
    });
}

} // namespace Roost::Snapshot
