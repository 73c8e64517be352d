// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/database/database.h"

#include "models/service/store/schema/migrations.h"

#include <QFile>
#include <sys/stat.h>

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
{
}

Database::~Database() = default;

void Database::overwriteDeleted()
{
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
        database->m_writer->script("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;");
        const auto done = migrate(*database->m_writer, migrations());
        if (!done)
            return std::unexpected(done.error());
        return database;
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
