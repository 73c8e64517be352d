// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <concepts>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace Roost::Service::Store {

/// Thrown by Statement and Connection; Database::read and Database::write turn it into their Result, so
/// that code between them need not pass on errors that only say "the disk is full".
class DatabaseFailure
{
public:
    explicit DatabaseFailure(Error error)
        : m_error(std::move(error))
    {
    }
    const Error &error() const { return m_error; }

private:
    Error m_error;
};

/// A prepared statement with its values bound; borrowed from its Connection, given back when it dies.
/// Columns count from 0. Reading a column is allowed after `next()` gave true.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    /// Steps to the next row; false at the end.
    bool next();
    /// Steps to the end.
    void run();
    /// Bind anew and run again: for many rows with one statement.
    template <typename... Values>
    void runWith(const Values &...values)
    {
        rebind(values...);
        run();
    }
    template <typename... Values>
    void rebind(const Values &...values)
    {
        reset();
        int index = 0;
        (bind(++index, values), ...);
    }

    bool isNull(int column) const;
    qint64 integer(int column) const;
    int number(int column) const { return int(integer(column)); }
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const;
    QString text(int column) const;
    /// The bytes of a text or blob; a deep copy.
    QByteArray bytes(int column) const;
    std::optional<qint64> integerOrNull(int column) const;

    /// Values count from 1.
    void bind(int index, qint64 value);
    void bind(int index, double value);
    void bind(int index, const QString &value);
    void bind(int index, QStringView value);
    /// As text in UTF-8.
    void bind(int index, const QByteArray &utf8);
    void bind(int index, std::string_view utf8);
    void bind(int index, std::nullopt_t);
    template <std::integral T>
    void bind(int index, T value)
    {
        bind(index, static_cast<qint64>(value));
    }
    template <typename T>
    void bind(int index, const std::optional<T> &value)
    {
        if (value)
            bind(index, *value);
        else
            bind(index, std::nullopt);
    }

private:
    friend class Connection;
    Statement(class Connection *connection, sqlite3_stmt *statement, QByteArray sql);
    void reset();
    void check(int code) const;

    Connection *m_connection;
    sqlite3_stmt *m_statement;
    QByteArray m_sql;
};

/// One connection to the database, used by one thread at a time. Its statements are kept for the next use.
class Connection
{
public:
    explicit Connection(const QString &file, bool readOnly);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// A statement with `values` bound to ?1, ?2 ... in order. Throws DatabaseFailure.
    template <typename... Values>
    Statement query(const QByteArray &sql, const Values &...values)
    {
        Statement statement = prepare(sql);
        int index = 0;
        (statement.bind(++index, values), ...);
        return statement;
    }
    /// Runs a statement that gives no rows; says how many rows it changed.
    template <typename... Values>
    int run(const QByteArray &sql, const Values &...values)
    {
        query(sql, values...).run();
        return changed();
    }
    /// Several statements in one text, nothing bound. For schemas.
    void script(const QByteArray &sql);

    int changed() const;
    qint64 lastId() const;

private:
    friend class Statement;
    Statement prepare(const QByteArray &sql);
    [[noreturn]] void fail(int code, const QByteArray &sql) const;
    void keep(QByteArray sql, sqlite3_stmt *statement);

    sqlite3 *m_database = nullptr;
    std::vector<std::pair<QByteArray, sqlite3_stmt *>> m_kept;
};

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
