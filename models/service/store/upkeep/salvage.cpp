// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/upkeep/salvage.h"

#include <QMap>

namespace Roost::Service::Store {

namespace {

// Rows between the damage that is met forwards and the one that is met backwards; more are not tried one by one.
constexpr qint64 mostSingleRows = 2'000'000;

bool isDamage(const DatabaseFailure &problem)
{
    return problem.error().kind == ErrorKind::Unreadable;
}

} // namespace

Salvage::Salvage(Connection &source, Connection &target)
    : m_source(source)
    , m_target(target)
{
}

QList<Salvage::Table> Salvage::tables()
{
    QList<Table> all;
    Statement row = m_target.query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                                   "AND name <> 'metric_buckets' ORDER BY name <> 'runs', name <> 'metric_keys'");
    while (row.next())
        all.append(table(row.bytes(0)));
    return all;
}

Salvage::Table Salvage::table(const QByteArray &name)
{
    Table table{name, {}, {}, false};
    QMap<qint64, QByteArray> key;
    Statement column = m_target.query("SELECT name, pk FROM pragma_table_info(?1)", name);
    while (column.next()) {
        table.columns.append(column.bytes(0));
        if (column.integer(1) > 0)
            key.insert(column.integer(1), column.bytes(0));
    }
    table.key = key.values();
    Statement kind = m_target.query("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?1", name);
    table.hasRowId = kind.next() && !kind.flag(0);
    return table;
}

qint64 Salvage::run()
{
    m_target.script("PRAGMA foreign_keys=OFF; BEGIN; DELETE FROM experiments;");
    for (const Table &table : tables())
        copy(table);
    m_target.script("UPDATE latest_metrics SET is_summarized = 0; COMMIT;");
    return m_rows;
}

void Salvage::copy(const Table &table)
{
    if (copyBothWays(table, {}))
        return;
    m_damaged.append(QString::fromUtf8(table.name));
    if (table.hasRowId)
        copyByRowId(table);
    else if (!table.key.isEmpty() && table.key.first() == "run")
        copyByRun(table);
}

bool Salvage::copyBothWays(const Table &table, const QByteArray &where)
{
    const QByteArrayList key = table.hasRowId ? QByteArrayList{"rowid"} : table.key;
    return copyRows(table, where, key.join(", ")) || (copyRows(table, where, key.join(" DESC, ") + " DESC"), false);
}

bool Salvage::copyRows(const Table &table, const QByteArray &where, const QByteArray &order)
{
    const QByteArray columns = table.columns.join(", ");
    QByteArrayList values;
    for (int i = 1; i <= table.columns.size(); ++i)
        values.append('?' + QByteArray::number(i));
    Statement insert =
        m_target.query("INSERT OR IGNORE INTO " + table.name + '(' + columns + ") VALUES(" + values.join(", ") + ')');
    try {
        Statement row = m_source.query("SELECT " + columns + " FROM " + table.name + " NOT INDEXED" +
                                       (where.isEmpty() ? QByteArray() : " WHERE " + where) + " ORDER BY " + order);
        while (row.next()) {
            insert.rebind();
            for (int i = 0; i < table.columns.size(); ++i)
                insert.bindColumn(i + 1, row, i);
            insert.run();
            m_rows += m_target.changed();
        }
        return true;
    } catch (const DatabaseFailure &problem) {
        if (!isDamage(problem))
            throw;
        return false;
    }
}

void Salvage::copyByRowId(const Table &table)
{
    const auto known = numbers("SELECT rowid FROM " + table.name + " ORDER BY rowid");
    QList<std::pair<qint64, qint64>> gaps;
    qint64 next = 1;
    for (const qint64 row : known) {
        if (row > next)
            gaps.append({next, row - 1});
        next = row + 1;
    }
    qint64 tried = 0;
    for (const auto &[first, last] : gaps) {
        for (qint64 row = first; row <= last && tried < mostSingleRows; ++row, ++tried)
            copyRows(table, "rowid = " + QByteArray::number(row), "rowid");
    }
}

void Salvage::copyByRun(const Table &table)
{
    const auto runs = numbers("SELECT seq FROM runs");
    const auto keys = numbers("SELECT id FROM metric_keys");
    const bool hasNumberedKeys = table.name == "metrics" || table.name == "latest_metrics";
    for (const qint64 run : runs) {
        const QByteArray ofRun = "run = " + QByteArray::number(run);
        if (copyBothWays(table, ofRun) || !hasNumberedKeys)
            continue;
        for (const qint64 key : keys)
            copyBothWays(table, ofRun + " AND key = " + QByteArray::number(key));
    }
}

QList<qint64> Salvage::numbers(const QByteArray &sql)
{
    QList<qint64> all;
    Statement row = m_target.query(sql);
    while (row.next())
        all.append(row.integer(0));
    return all;
}

} // namespace Roost::Service::Store
