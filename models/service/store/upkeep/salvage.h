// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/connection.h"

#include <QString>
#include <QStringList>

namespace Roost::Service::Store {

/// Copies the readable rows of a damaged database into a new one. A table is read forwards up to the damage and
/// backwards down to it; what lies between is read row by row, or run by run. What is derived is not copied.
class Salvage
{
public:
    /// `target` is a database with the newest schema and without other rows.
    Salvage(Connection &source, Connection &target);

    /// Returns the number of copied rows.
    qint64 run();
    /// The tables in which rows could not be read.
    const QStringList &damagedTables() const { return m_damaged; }

private:
    struct Table
    {
        QByteArray name;
        QByteArrayList columns;
        QByteArrayList key; // the columns of the primary key
        bool hasRowId = false;
    };
    QList<Table> tables();
    Table table(const QByteArray &name);
    void copy(const Table &table);
    /// Returns false if not all rows could be read.
    bool copyRows(const Table &table, const QByteArray &where, const QByteArray &order);
    bool copyBothWays(const Table &table, const QByteArray &where);
    void copyByRowId(const Table &table);
    void copyByRun(const Table &table);
    QList<qint64> numbers(const QByteArray &sql);

    Connection &m_source;
    Connection &m_target;
    qint64 m_rows = 0;
    QStringList m_damaged;
};

} // namespace Roost::Service::Store
