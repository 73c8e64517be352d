// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/database/connection.h"

#include <sqlite3.h>

#include <algorithm>

namespace Roost::Service::Store {

namespace {
constexpr int busyMs = 10000;
constexpr std::size_t mostCached = 200;
} // namespace

Statement::Statement(Connection *connection, sqlite3_stmt *statement, QByteArray sql)
    : m_connection(connection)
    , m_statement(statement)
    , m_sql(std::move(sql))
{
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_sql(std::move(other.m_sql))
{
}

Statement::~Statement()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_connection->cache(std::move(m_sql), m_statement);
}

bool Statement::next()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_connection->fail(code, m_sql);
    return false;
}

void Statement::run()
{
    while (next()) {
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK)
        m_connection->fail(code, m_sql);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(data, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {data, sqlite3_column_bytes(m_statement, column)};
}

std::optional<qint64> Statement::integerOrNull(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return integer(column);
}

void Statement::bind(int index, qint64 value)
{
    check(sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bind(int index, double value)
{
    check(sqlite3_bind_double(m_statement, index, value));
}

void Statement::bind(int index, const QString &value)
{
    bind(index, value.toUtf8());
}

void Statement::bind(int index, QStringView value)
{
    bind(index, value.toUtf8());
}

void Statement::bind(int index, const QByteArray &utf8)
{
    // A null QString is stored as an empty text; only nullopt is stored as SQL's NULL.
    check(sqlite3_bind_text64(m_statement, index, utf8.isEmpty() ? "" : utf8.constData(), sqlite3_uint64(utf8.size()),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, std::string_view utf8)
{
    check(sqlite3_bind_text64(m_statement, index, utf8.empty() ? "" : utf8.data(), sqlite3_uint64(utf8.size()),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, std::nullopt_t)
{
    check(sqlite3_bind_null(m_statement, index));
}

void Statement::bindColumn(int index, const Statement &row, int column)
{
    check(sqlite3_bind_value(m_statement, index, sqlite3_column_value(row.m_statement, column)));
}

Connection::Connection(const QString &file, bool readOnly)
{
    const int mode = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(file.toUtf8().constData(), &m_database,
                                     mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, nullptr);
    if (code != SQLITE_OK) {
        const QString why = QString::fromUtf8(m_database ? sqlite3_errmsg(m_database) : sqlite3_errstr(code));
        sqlite3_close(m_database);
        throw DatabaseFailure(
            Error{ErrorKind::Failed, QStringLiteral("The database %1 cannot be opened: %2.").arg(file, why), {}});
    }
    sqlite3_busy_timeout(m_database, busyMs);
    try {
        script("PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA "
               "case_sensitive_like=ON;");
    } catch (...) {
        sqlite3_close(m_database);
        throw;
    }
}

Connection::~Connection()
{
    for (const auto &[sql, statement] : m_cache)
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

void Connection::script(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(code, sql);
}

bool Connection::copyTo(const QString &file, const std::function<bool(qint64, qint64)> &isCanceled)
{
    constexpr int pagesAtOnce = 1000;
    Connection target(file, false);
    sqlite3_backup *backup = sqlite3_backup_init(target.m_database, "main", m_database, "main");
    if (backup == nullptr)
        target.fail(sqlite3_errcode(target.m_database), "backup");
    int code = SQLITE_OK;
    bool goesOn = true;
    while (goesOn && (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)) {
        code = sqlite3_backup_step(backup, pagesAtOnce);
        const qint64 all = sqlite3_backup_pagecount(backup);
        goesOn = !isCanceled(all - sqlite3_backup_remaining(backup), all);
    }
    const int finished = sqlite3_backup_finish(backup);
    if (finished != SQLITE_OK)
        target.fail(finished, "backup");
    return code == SQLITE_DONE;
}

int Connection::changed() const
{
    return sqlite3_changes(m_database);
}

qint64 Connection::lastId() const
{
    return sqlite3_last_insert_rowid(m_database);
}

Statement Connection::prepare(const QByteArray &sql)
{
    const auto cached = std::ranges::find(m_cache, sql, &std::pair<QByteArray, sqlite3_stmt *>::first);
    if (cached != m_cache.end()) {
        sqlite3_stmt *statement = cached->second;
        m_cache.erase(cached);
        return {this, statement, sql};
    }
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_database, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        fail(code, sql);
    return {this, statement, sql};
}

void Connection::fail(int code, const QByteArray &sql) const
{
    const QString why = QString::fromUtf8(sqlite3_errmsg(m_database));
    const int what = code & 0xff;
    if (what == SQLITE_CORRUPT || what == SQLITE_NOTADB) {
        throw DatabaseFailure(Error{
            ErrorKind::Unreadable,
            QStringLiteral("The database %1 is damaged (%2). Save what can be read with: roostctl workspace check "
                           "--repair. The files of runs and models beside it are whole.")
                .arg(QString::fromUtf8(sqlite3_db_filename(m_database, "main")), why),
            QString::fromUtf8(sql)});
    }
    const auto kind = what == SQLITE_CONSTRAINT ? ErrorKind::Conflict : ErrorKind::Failed;
    throw DatabaseFailure(
        Error{kind, QStringLiteral("The workspace database says: %1.").arg(why), QString::fromUtf8(sql)});
}

void Connection::cache(QByteArray sql, sqlite3_stmt *statement)
{
    // The statement that was used last is found first. Statements of single searches, whose SQL depends on the filter,
    // move to the back and are dropped there.
    m_cache.insert(m_cache.begin(), {std::move(sql), statement});
    if (m_cache.size() > mostCached) {
        sqlite3_finalize(m_cache.back().second);
        m_cache.pop_back();
    }
}

} // namespace Roost::Service::Store
