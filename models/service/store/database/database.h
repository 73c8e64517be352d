// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/files/descriptor.h"
#include "models/service/store/database/connection.h"
#include "models/service/store/database/groupsync.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <type_traits>
#include <vector>

namespace Roost::Service::Store {

/// The return type of a transaction whose work returns T or Result<T>.
template <typename T>
struct TransactionResult
{
    using Type = Result<T>;
};
template <typename T>
struct TransactionResult<Result<T>>
{
    using Type = Result<T>;
};
template <typename Work>
using ResultOfWork = TransactionResult<std::invoke_result_t<Work, Connection &>>::Type;

/// The database of a workspace. Thread-safe: only one writer runs at a time, and readers never wait.
class Database
{
public:
    /// Opens `file`, creates it if it does not exist, and brings it to the newest migration.
    static Result<std::unique_ptr<Database>> open(const QString &file);
    ~Database();

    /// Calls `work` with a Connection inside a transaction. `work` returns T or Result<T>: a value commits, an error or
    /// an exception rolls back. A DatabaseFailure becomes an error; other exceptions are passed to the caller. Fails
    /// inside another `write` of the same thread. After a value is returned, even a loss of power does not undo the
    /// transaction.
    template <typename Work>
    auto write(Work work) -> ResultOfWork<Work>
    {
        if (m_writing.load() == std::this_thread::get_id())
            return failure(ErrorKind::Failed, QStringLiteral("A transaction was begun inside another one."));
        const std::shared_lock use(m_useMutex);
        auto result = commit(work);
        if (result) {
            if (const auto synced = sync(); !synced)
                return std::unexpected(synced.error());
        }
        return result;
    }

    /// Returns why the last write failed ("database or disk is full"); empty after a write has succeeded again.
    QString writeError() const;

    /// Gives the pages that deleted rows have left back to the disk, a few at a time. A database of an older version
    /// is rewritten for that once, if the disk has space for it. Returns the number of bytes by which it has shrunk.
    Result<qint64> shrink();
    /// Returns the size of the database and its log.
    qint64 bytes() const;
    const QString &file() const { return m_file; }

    /// Replaces the database by the one that `make` has written into the given file, while no transaction runs. The
    /// old files get the ending `keptAs`. If `make` fails, nothing changes.
    Result<void> replace(const QString &keptAs,
                         const std::function<Result<void>(Connection &old, const QString &file)> &make);

    /// Overwrites deleted and replaced data on the disk, also in the log beside the file, except parts that a reader
    /// still uses.
    void overwriteDeleted();

    /// Like `write`, on a connection that only reads. `work` sees one state of the database throughout.
    template <typename Work>
    auto read(Work work) -> ResultOfWork<Work>
    {
        const std::shared_lock use(m_useMutex);
        try {
            const PooledReader reader(*this);
            return reading(*reader.connection, work);
        } catch (const DatabaseFailure &problem) {
            return std::unexpected(problem.error());
        }
    }

private:
    /// Marks the thread whose transaction is running, and removes the mark even if an exception is thrown.
    struct Mark
    {
        explicit Mark(std::atomic<std::thread::id> &writing)
            : owner(writing)
        {
            owner = std::this_thread::get_id();
        }
        ~Mark() { owner = std::thread::id(); }
        Mark(const Mark &) = delete;
        Mark &operator=(const Mark &) = delete;
        std::atomic<std::thread::id> &owner;
    };
    /// Borrows a reader from the pool.
    struct PooledReader
    {
        explicit PooledReader(Database &database);
        ~PooledReader();
        PooledReader(const PooledReader &) = delete;
        PooledReader &operator=(const PooledReader &) = delete;
        Database &database;
        std::unique_ptr<Connection> connection;
    };

    explicit Database(const QString &file);

    template <typename Work>
    auto commit(Work &work) -> ResultOfWork<Work>
    {
        const std::scoped_lock lock(m_writerMutex);
        const Mark mark(m_writing);
        return within(*m_writer, "BEGIN IMMEDIATE", work, [this](const Error *problem) { setWriteError(problem); });
    }
    Result<void> begin();
    Result<void> openLog();
    Result<void> rewriteToShrink();
    Result<void> sync();

    /// A reader has nothing to commit; in a damaged database even that would fail.
    template <typename Work>
    static auto reading(Connection &connection, Work &work) -> ResultOfWork<Work>
    {
        connection.run("BEGIN");
        try {
            auto result = resultOf(work, connection);
            rollBack(connection);
            return result;
        } catch (...) {
            rollBack(connection);
            throw;
        }
    }

    /// `report` is called with the failure of the database itself, or null.
    template <typename Work, typename Report>
    static auto within(Connection &connection, const char *begin, Work &work, const Report &report)
        -> ResultOfWork<Work>
    {
        try {
            connection.run(begin);
            try {
                auto result = resultOf(work, connection);
                connection.run(result ? "COMMIT" : "ROLLBACK");
                report(nullptr);
                return result;
            } catch (...) {
                rollBack(connection);
                throw;
            }
        } catch (const DatabaseFailure &problem) {
            report(&problem.error());
            return std::unexpected(problem.error());
        }
    }
    template <typename Work>
    static auto resultOf(Work &work, Connection &connection) -> ResultOfWork<Work>
    {
        if constexpr (std::is_void_v<std::invoke_result_t<Work, Connection &>>) {
            work(connection);
            return {};
        } else {
            return work(connection);
        }
    }
    void setWriteError(const Error *problem);
    static void rollBack(Connection &connection) noexcept;

    QString m_file;
    std::shared_mutex m_useMutex; // exclusive only while the files are replaced
    std::mutex m_writerMutex;
    std::atomic<std::thread::id> m_writing;
    std::unique_ptr<Connection> m_writer;
    mutable std::mutex m_writeErrorMutex;
    QString m_writeError;
    Files::Descriptor m_log;
    GroupSync m_logSync;
    std::mutex m_readersMutex;
    std::vector<std::unique_ptr<Connection>> m_readers;
};

} // namespace Roost::Service::Store
