// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/database/database.h"

#include "models/service/store/schema/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Roost::Service::Store {

namespace {
constexpr std::size_t mostIdleReaders = 16;

// Fails if the database or one of its journals is a link or has a second name. SQLite finds the journals of a database
// by its name, so a database that is opened under two names is damaged; and SQLite writes to any file that has the name
// of a journal.
Result<void> checkNames(const QString &file)
{
    for (const char *ending : {"", "-wal", "-shm", "-journal"}) {
        const QString name = file + QLatin1StringView(ending);
        struct stat info = {};
        if (::lstat(QFile::encodeName(name).constData(), &info) != 0)
            continue;
        if (S_ISLNK(info.st_mode)) {
            return failure(ErrorKind::Failed,
                           QStringLiteral("The database's file %1 is a link, which Roost does not follow. Put the file "
                                          "itself there.")
                               .arg(name));
        }
        if (S_ISREG(info.st_mode) && info.st_nlink > 1) {
            return failure(ErrorKind::Failed,
                           QStringLiteral("The database's file %1 is a file of another name, too (a hard link), which "
                                          "Roost does not write to. Put a copy there.")
                               .arg(name));
        }
    }
    return {};
}
} // namespace

Database::Database(const QString &file)
    : m_file(file)
    , m_writer(std::make_unique<Connection>(file, false))
    , m_logSync([this]() -> Result<void> {
        if (::fdatasync(m_log.get()) == 0)
            return {};
        return failure(ErrorKind::Failed, QStringLiteral("The workspace database could not be written to the disk: %1.")
                                              .arg(QString::fromLocal8Bit(std::strerror(errno))));
    })
{
}

Database::~Database() = default;

void Database::overwriteDeleted()
{
    const std::shared_lock use(m_useMutex);
    const std::scoped_lock lock(m_writerMutex);
    try {
        m_writer->script("PRAGMA wal_checkpoint(TRUNCATE);");
    } catch (const DatabaseFailure &problem) {
        qWarning("The log of the database stays as it is: %s", qUtf8Printable(problem.error().text));
    }
}

Result<std::unique_ptr<Database>> Database::open(const QString &file)
{
    if (const auto own = checkNames(file); !own)
        return std::unexpected(own.error());
    try {
        std::unique_ptr<Database> database(new Database(file));
        if (const auto begun = database->begin(); !begun)
            return std::unexpected(begun.error());
        return database;
    } catch (const DatabaseFailure &problem) {
        return std::unexpected(problem.error());
    }
}

// A commit is on the disk when SQLite's log is: this is what synchronous=FULL does inside each COMMIT, by one sync of
// the log (https://www.sqlite.org/pragma.html#pragma_synchronous: in WAL mode FULL differs from NORMAL by "an
// additional sync operation of the WAL file ... after each transaction commit"; both sync the log before a checkpoint,
// the database after it, and the header when the log is reused). Here the sync follows the COMMIT outside the
// writer's mutex, so that all transactions that were committed during one sync share the next one; bench_logbatch.py
// measures it. Closing the descriptor is safe: SQLite's locks are on the database and its -shm file, never on the log
// (https://www.sqlite.org/walformat.html, section 2.3).
Result<void> Database::openLog()
{
    const QString log = m_file + QLatin1StringView("-wal");
    m_log = Files::Descriptor(::open(QFile::encodeName(log).constData(), O_RDWR | O_NOFOLLOW | O_CLOEXEC));
    if (m_log)
        return {};
    return failure(ErrorKind::Failed, QStringLiteral("The log %1 of the database cannot be opened: %2.")
                                          .arg(log, QString::fromLocal8Bit(std::strerror(errno))));
}

Result<void> Database::sync()
{
    auto synced = m_logSync.sync();
    if (!synced)
        setWriteError(&synced.error());
    return synced;
}

Result<void> Database::begin()
{
    // Incremental vacuum can be chosen only before the first table exists.
    m_writer->script("PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
                     "PRAGMA secure_delete=ON;");
    const auto done = migrate(*m_writer, migrations());
    if (!done)
        return std::unexpected(done.error());
    return openLog();
}

qint64 Database::bytes() const
{
    return QFileInfo(m_file).size() + QFileInfo(m_file + QLatin1StringView("-wal")).size();
}

Result<qint64> Database::shrink()
{
    constexpr int pagesAtOnce = 2000;
    const qint64 before = bytes();
    const std::shared_lock use(m_useMutex);
    try {
        const auto number = [this](const QByteArray &pragma) {
            Statement row = m_writer->query("PRAGMA " + pragma);
            return row.next() ? row.integer(0) : 0;
        };
        qint64 left = 0;
        do {
            const std::scoped_lock lock(m_writerMutex);
            constexpr int incremental = 2;
            if (number("auto_vacuum") != incremental) {
                if (const auto rewritten = rewriteToShrink(); !rewritten)
                    return std::unexpected(rewritten.error());
            }
            m_writer->script("PRAGMA incremental_vacuum(" + QByteArray::number(pagesAtOnce) + ");");
            const qint64 now = number("freelist_count");
            left = now == left ? 0 : now;
        } while (left > 0);
        const std::scoped_lock lock(m_writerMutex);
        m_writer->script("PRAGMA wal_checkpoint(TRUNCATE);");
    } catch (const DatabaseFailure &problem) {
        return std::unexpected(problem.error());
    }
    return std::max(qint64(0), before - bytes());
}

// VACUUM writes the database twice: into a temporary file, and into the log.
Result<void> Database::rewriteToShrink()
{
    constexpr int copies = 2;
    const qint64 needed = copies * QFileInfo(m_file).size();
    const QStorageInfo disk(QFileInfo(m_file).absolutePath());
    if (disk.bytesAvailable() < needed) {
        return failure(
            ErrorKind::Failed,
            QStringLiteral("The database keeps the space of what was deleted and uses it again: to return it "
                           "to the disk, %1 more bytes have to be free for a while.")
                .arg(needed - disk.bytesAvailable()));
    }
    m_writer->script("PRAGMA auto_vacuum=INCREMENTAL; VACUUM;");
    return {};
}

Result<void> Database::replace(const QString &keptAs,
                               const std::function<Result<void>(Connection &, const QString &)> &make)
{
    const std::unique_lock use(m_useMutex);
    const QString fresh = m_file + QLatin1StringView("-repaired");
    for (const char *ending : {"", "-wal", "-shm", "-journal"})
        QFile::remove(fresh + QLatin1StringView(ending));
    const auto restart = [this] {
        m_writer = std::make_unique<Connection>(m_file, false);
        return begin();
    };
    try {
        {
            const auto made = Database::open(fresh);
            if (!made)
                return std::unexpected(made.error());
        }
        if (const auto filled = make(*m_writer, fresh); !filled)
            return filled;
        m_readers.clear();
        m_log = {};
        m_writer.reset();
        for (const char *ending : {"", "-wal", "-shm"}) {
            const QString name = m_file + QLatin1StringView(ending);
            if (QFile::exists(name) && !QFile::rename(name, m_file + u'.' + keptAs + QLatin1StringView(ending)))
                qWarning("%s could not be renamed.", qUtf8Printable(name));
        }
        if (!QFile::rename(fresh, m_file))
            return failure(ErrorKind::Failed, QStringLiteral("%1 could not be renamed to %2.").arg(fresh, m_file));
        return restart();
    } catch (const DatabaseFailure &problem) {
        return std::unexpected(problem.error());
    }
}

QString Database::writeError() const
{
    const std::scoped_lock lock(m_writeErrorMutex);
    return m_writeError;
}

void Database::setWriteError(const Error *problem)
{
    // A violated constraint is a fault of the writer, not of the disk.
    if (problem != nullptr && problem->kind == ErrorKind::Conflict)
        return;
    const std::scoped_lock lock(m_writeErrorMutex);
    m_writeError = problem != nullptr ? problem->text : QString();
}

void Database::rollBack(Connection &connection) noexcept
{
    try {
        connection.run("ROLLBACK");
    } catch (const DatabaseFailure &) {
        return; // SQLite has already rolled back by itself; the first failure is the one to report
    }
}

Database::PooledReader::PooledReader(Database &of)
    : database(of)
{
    {
        const std::scoped_lock lock(database.m_readersMutex);
        if (!database.m_readers.empty()) {
            connection = std::move(database.m_readers.back());
            database.m_readers.pop_back();
        }
    }
    if (!connection)
        connection = std::make_unique<Connection>(database.m_file, true);
}

Database::PooledReader::~PooledReader()
{
    const std::scoped_lock lock(database.m_readersMutex);
    if (database.m_readers.size() < mostIdleReaders)
        database.m_readers.push_back(std::move(connection));
}

} // namespace Roost::Service::Store
