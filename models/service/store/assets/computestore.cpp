// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/assets/computestore.h"

#include "models/service/store/database/columns.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

const QByteArray columns = "SELECT name, type, description, size, location, low_priority, min_nodes, max_nodes, "
                           "idle_seconds, state, errors, created_ms FROM computes ";

Compute readCompute(const Statement &row)
{
    Compute compute;
    compute.name = row.text(0);
    compute.type = row.text(1);
    compute.description = row.text(2);
    compute.size = row.text(3);
    compute.location = row.text(4);
    compute.lowPriority = row.flag(5);
    compute.minNodes = row.number(6);
    compute.maxNodes = row.number(7);
    compute.idleSeconds = row.integer(8);
    compute.state = provisioningStateFromWord(row.text(9));
    for (const QJsonValue error : QJsonDocument::fromJson(row.bytes(10)).array())
        compute.errors.append(error.toString());
    compute.created = timeOfMs(row.integer(11));
    return compute;
}

QByteArray jsonOfList(const QStringList &list)
{
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

} // namespace

Result<QList<Compute>> ComputeStore::all() const
{
    return m_database.read([](Connection &connection) -> Result<QList<Compute>> {
        QList<Compute> computes;
        Statement rows = connection.query(columns + "ORDER BY name");
        while (rows.next())
            computes.append(readCompute(rows));
        return computes;
    });
}

Result<Compute> ComputeStore::compute(const QString &name) const
{
    return m_database.read([&name](Connection &connection) -> Result<Compute> {
        Statement row = connection.query(columns + "WHERE name = ?1", name);
        if (!row.next())
            return failure(ErrorKind::NotFound, u"There is no compute '%1' in this workspace."_s.arg(name));
        return readCompute(row);
    });
}

Result<bool> ComputeStore::save(const Compute &compute)
{
    return m_database.write([&compute](Connection &connection) -> Result<bool> {
        Statement known = connection.query("SELECT 1 FROM computes WHERE name = ?1", compute.name);
        const bool isNew = !known.next();
        connection.run(
            "INSERT INTO computes(name, type, description, size, location, low_priority, min_nodes, max_nodes, "
            "idle_seconds, state, errors, created_ms, updated_ms) "
            "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12) ON CONFLICT(name) DO UPDATE SET "
            "type = ?2, description = ?3, size = ?4, location = ?5, low_priority = ?6, min_nodes = ?7, "
            "max_nodes = ?8, idle_seconds = ?9, state = ?10, errors = ?11, updated_ms = ?12",
            compute.name, compute.type, compute.description, compute.size, compute.location, compute.lowPriority,
            compute.minNodes, compute.maxNodes, compute.idleSeconds, toWord(compute.state), jsonOfList(compute.errors),
            nowMs());
        return isNew;
    });
}

Result<void> ComputeStore::setState(const QString &name, ProvisioningState state, const QStringList &errors)
{
    return m_database.write([&](Connection &connection) -> Result<void> {
        connection.run("UPDATE computes SET state = ?2, errors = ?3, updated_ms = ?4 WHERE name = ?1", name,
                       toWord(state), jsonOfList(errors), nowMs());
        return {};
    });
}

Result<void> ComputeStore::setSent(const QString &name, const QJsonObject &sent)
{
    return m_database.write([&](Connection &connection) -> Result<void> {
        connection.run("UPDATE computes SET sent = ?2 WHERE name = ?1", name,
                       QJsonDocument(sent).toJson(QJsonDocument::Compact));
        return {};
    });
}

QJsonObject ComputeStore::sent(const QString &name) const
{
    const auto read = m_database.read([&name](Connection &connection) -> Result<QByteArray> {
        Statement row = connection.query("SELECT sent FROM computes WHERE name = ?1", name);
        return row.next() ? row.bytes(0) : QByteArray();
    });
    return QJsonDocument::fromJson(read.value_or(QByteArray())).object();
}

Result<void> ComputeStore::remove(const QString &name)
{
    return m_database.write([&](Connection &connection) -> Result<void> {
        connection.run("DELETE FROM computes WHERE name = ?1", name);
        return {};
    });
}

} // namespace Roost::Service::Store
