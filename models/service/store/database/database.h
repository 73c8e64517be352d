// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/store/database/connection.h"

#include <QString>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <vector>

namespace Roost::Service::Store {

/// The database of a workspace. Thread-safe: writers wait for each other, readers for nobody.
class Database
{
public:
    /// Opens or makes `file` and brings it to the newest migration.
    static Result<std::unique_ptr<Database>> open(const QString &file);
    ~Database();

    /// `work` is called with a Connection inside a transaction and gives a Result<T>; an error or a
    /// exception rolls back, a value commits; a DatabaseFailure becomes an error, others go on. Never call it inside
    /// another `write` of this thread.
    template <typename Work>
    auto write(Work work) -> std::invoke_result_t<Work, Connection &>
    {
        if (m_writing.load() == std::this_thread::get_id())
            return failure(ErrorKind::Failed, QStringLiteral("A transaction was begun inside another one."));
        const std::scoped_lock lock(m_writerMutex);
        const Mark mark(m_writing);
        return within(*m_writer, "BEGIN IMMEDIATE", work, [this](const Error *problem) { keepTrouble(problem); });
    }

    /// Why the last write could not be done ("database or disk is full"); empty since one was done again.
    QString writeTrouble() const;

    /// Once more than what was deleted or replaced is gone from the file: also from the log beside it, as far as no
    /// reader holds it.
    void overwriteDeleted();

    /// As `write`, on a connection that only reads; all of `work` sees one state of the database.
    template <typename Work>
    auto read(Work work) -> std::invoke_result_t<Work, Connection &>
    {
        try {
            const Lent lent(*this);
            return within(*lent.connection, "BEGIN", work, [](const Error *) {});
        } catch (const DatabaseFailure &problem) {
            return std::unexpected(problem.error());
        }
    }

private:
    /// Whose transaction it is, also while an exception leaves it.
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
    struct Lent
    {
        explicit Lent(Database &database);
        ~Lent();
        Lent(const Lent &) = delete;
        Lent &operator=(const Lent &) = delete;
        Database &database;
        std::unique_ptr<Connection> connection;
    };

    explicit Database(const QString &file);

    /// `told` gets the failure of the database itself, or null.
    template <typename Work, typename Told>
    static auto within(Connection &connection, const char *begin, Work &work, const Told &told)
        -> std::invoke_result_t<Work, Connection &>
    {
        try {
            connection.run(begin);
            try {
                auto result = work(connection);
                connection.run(result ? "COMMIT" : "ROLLBACK");
                told(nullptr);
                return result;
            } catch (...) {
                rollBack(connection);
                throw;
            }
        } catch (const DatabaseFailure &problem) {
            told(&problem.error());
            return std::unexpected(problem.error());
        }
    }
    void keepTrouble(const Error *problem);
    static void rollBack(Connection &connection) noexcept;

    QString m_file;
    std::mutex m_writerMutex;
    std::atomic<std::thread::id> m_writing;
    std::unique_ptr<Connection> m_writer;
    mutable std::mutex m_troubleMutex;
    QString m_trouble;
    std::mutex m_readersMutex;
    std::vector<std::unique_ptr<Connection>> m_readers;
};

} // namespace Roost::Service::Store
