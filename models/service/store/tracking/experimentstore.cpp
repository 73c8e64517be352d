// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/experimentstore.h"

#include "models/service/store/database/columns.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

Result<qint64> ExperimentStore::getOrCreate(const QString &name)
{
    Statement found = m_connection.query("SELECT id, deleted FROM experiments WHERE name = ?1", name);
    if (found.next()) {
        if (found.flag(1)) {
            return failure(ErrorKind::Rejected,
                           u"The experiment \"%1\" was deleted. Restore it or take another name."_s.arg(name));
        }
        return found.integer(0);
    }
    const qint64 now = nowMs();
    m_connection.run("INSERT INTO experiments(name, artifact_location, created_ms, updated_ms) VALUES(?1, '', ?2, ?2)",
                     name, now);
    const qint64 id = m_connection.lastId();
    m_connection.run("UPDATE experiments SET artifact_location = ?2 WHERE id = ?1", id,
                     u"mlflow-artifacts:/%1"_s.arg(id));
    return id;
}

} // namespace Roost::Service::Store
