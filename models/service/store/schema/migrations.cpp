// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/schema/migrations.h"

#include <QDir>
#include <QFile>

static void initSchema()
{
    Q_INIT_RESOURCE(schema);
}

namespace Roost::Service::Store {

QList<Migration> migrations()
{
    initSchema();
    QList<Migration> steps;
    const QDir folder(QStringLiteral(":/schema"));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            steps.append({name.section(u'_', 0, 0).toInt(), file.readAll()});
    }
    return steps;
}

Result<int> migrate(Connection &connection, const QList<Migration> &steps)
{
    Statement version = connection.query("PRAGMA user_version");
    const int from = version.next() ? version.number(0) : 0;
    version.run();
    const int newest = steps.isEmpty() ? 0 : steps.last().number;
    if (from > newest) {
        return failure(ErrorKind::Rejected,
                       QStringLiteral("The workspace was made by a newer Roost (its database is at step %1, this "
                                      "program knows %2). Update Roost to open it.")
                           .arg(from)
                           .arg(newest));
    }
    int taken = 0;
    for (const Migration &step : steps) {
        if (step.number <= from)
            continue;
        connection.script("BEGIN IMMEDIATE;");
        try {
            connection.script(step.sql);
            connection.script("PRAGMA user_version=" + QByteArray::number(step.number) + ";");
            connection.script("COMMIT;");
        } catch (const DatabaseFailure &) {
            connection.script("ROLLBACK;");
            throw;
        }
        ++taken;
    }
    return taken;
}

} // namespace Roost::Service::Store
