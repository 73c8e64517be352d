// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

#include <concepts>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace Roost::Service::Store {

/// Thrown by Statement and Connection. Database::read and Database::write convert it to an error of their Result, so
/// that the code in between need not pass on errors such as a full disk.
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

/// A prepared statement with bound values, borrowed from its Connection; the destructor returns it. Columns count from
/// 0. Columns may be read after `next()` has returned true.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    /// Steps to the next row; returns false at the end.
    bool next();
    /// Steps to the end.
    void run();
    /// Binds new values and runs the statement again; for many rows with one statement.
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
    /// Returns the bytes of a text or blob, as a deep copy.
    QByteArray bytes(int column) const;
    std::optional<qint64> integerOrNull(int column) const;

    /// Binds a value; `index` counts from 1.
    void bind(int index, qint64 value);
    void bind(int index, double value);
    void bind(int index, const QString &value);
    void bind(int index, QStringView value);
    /// Binds a text in UTF-8.
    void bind(int index, const QByteArray &utf8);
    void bind(int index, std::string_view utf8);
    void bind(int index, std::nullopt_t);
    /// Binds the value of a column of another statement, also of another connection.
    void bindColumn(int index, const Statement &row, int column);
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

/// One connection to the database, used by one thread at a time. It caches its prepared statements.
class Connection
{
public:
    explicit Connection(const QString &file, bool readOnly);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Returns a statement with `values` bound to ?1, ?2 ... in order. Throws DatabaseFailure.
    template <typename... Values>
    Statement query(const QByteArray &sql, const Values &...values)
    {
        Statement statement = prepare(sql);
        int index = 0;
        (statement.bind(++index, values), ...);
        return statement;
    }
    /// Runs a statement that returns no rows. Returns the number of rows that it changed.
    template <typename... Values>
    int run(const QByteArray &sql, const Values &...values)
    {
        query(sql, values...).run();
        return changed();
    }
    /// Runs a text with several statements and without bound values; for schemas.
    void script(const QByteArray &sql);

    /// Copies the database as this connection's transaction sees it into `file`, which must not exist. Calls
    /// `isCanceled` again and again; if it returns true, the copy is incomplete and the result false.
    bool copyTo(const QString &file, const std::function<bool(qint64 donePages, qint64 allPages)> &isCanceled);

    int changed() const;
    qint64 lastId() const;

private:
    friend class Statement;
    Statement prepare(const QByteArray &sql);
    [[noreturn]] void fail(int code, const QByteArray &sql) const;
    void cache(QByteArray sql, sqlite3_stmt *statement);

    sqlite3 *m_database = nullptr;
    std::vector<std::pair<QByteArray, sqlite3_stmt *>> m_cache;
};

} // namespace Roost::Service::Store
