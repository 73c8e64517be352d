// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/assets/operationstore.h"

#include "models/service/store/database/columns.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

constexpr qint64 keptMs = 24LL * 3600 * 1000;
const QByteArray columns =
    "SELECT id, kind, target, status, error_code, error_text, created_ms, ended_ms FROM operations ";

Operation readOperation(const Statement &row)
{
    Operation operation;
    operation.id = row.text(0);
    operation.kind = row.text(1);
    operation.target = row.text(2);
    const QString status = row.text(3);
    operation.status = status == u"Succeeded" ? Operation::Status::Succeeded
                       : status == u"Failed"  ? Operation::Status::Failed
                                              : Operation::Status::Running;
    operation.errorCode = row.text(4);
    operation.errorText = row.text(5);
    operation.created = timeOfMs(row.integer(6));
    operation.ended = timeOfMs(row.integerOrNull(7));
    return operation;
}

QString codeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return u"NotFound"_s;
    case ErrorKind::Conflict:
        return u"Conflict"_s;
    case ErrorKind::Rejected:
        return u"BadRequest"_s;
    default:
        return u"InternalError"_s;
    }
}

} // namespace

Result<Operation> OperationStore::add(const QString &kind, const QString &target)
{
    Operation operation;
    operation.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    operation.kind = kind;
    operation.target = target;
    operation.created = timeOfMs(nowMs());
    return m_database.write([&operation](Connection &connection) -> Result<Operation> {
        connection.run("DELETE FROM operations WHERE ended_ms < ?1", nowMs() - keptMs);
        connection.run(
            "INSERT INTO operations(id, kind, target, status, created_ms) VALUES(?1, ?2, ?3, 'InProgress', ?4)",
            operation.id, operation.kind, operation.target, operation.created.toMSecsSinceEpoch());
        return operation;
    });
}

Result<void> OperationStore::end(const QString &id, const std::optional<Error> &error)
{
    return m_database.write([&](Connection &connection) -> Result<void> {
        connection.run("UPDATE operations SET status = ?2, error_code = ?3, error_text = ?4, ended_ms = ?5 "
                       "WHERE id = ?1",
                       id, error ? u"Failed"_s : u"Succeeded"_s, error ? codeOf(error->kind) : QString(),
                       error ? error->text : QString(), nowMs());
        return {};
    });
}

Result<Operation> OperationStore::operation(const QString &id) const
{
    return m_database.read([&id](Connection &connection) -> Result<Operation> {
        Statement row = connection.query(columns + "WHERE id = ?1", id);
        if (!row.next())
            return failure(ErrorKind::NotFound, u"There is no operation '%1'; they are kept for a day."_s.arg(id));
        return readOperation(row);
    });
}

Result<QList<Operation>> OperationStore::running() const
{
    return m_database.read([](Connection &connection) -> Result<QList<Operation>> {
        QList<Operation> operations;
        Statement rows = connection.query(columns + "WHERE status = 'InProgress' ORDER BY created_ms");
        while (rows.next())
            operations.append(readOperation(rows));
        return operations;
    });
}

} // namespace Roost::Service::Store
