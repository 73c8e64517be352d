// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/upkeep/workspacecheck.h"

#include "models/core/run.h"
#include "models/files/containedfolder.h"
#include "models/files/filename.h"
#include "models/files/folderentries.h"
#include "models/service/store/tracking/metricstore.h"
#include "models/service/store/upkeep/salvage.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMap>
#include <QSet>
#include <QStringDecoder>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

constexpr qint64 pointsAtOnce = 50000;

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return !decoder.hasError();
}

struct CheckedFile
{
    QString model;
    QString version;
    QString location;
    QString path;
    qint64 size = 0;
    QByteArray sha256;
};

// Returns what is wrong with the file; empty if nothing is.
QString faultOf(const Files::ContainedFolder &models, const CheckedFile &file)
{
    const auto opened = models.open(file.location + u'/' + file.path);
    if (!opened)
        return opened.error().kind == ErrorKind::NotFound ? u"is missing"_s : opened.error().text;
    if ((*opened)->size() != file.size)
        return u"has %1 bytes instead of %2"_s.arg((*opened)->size()).arg(file.size);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(opened->get()))
        return u"cannot be read: %1"_s.arg((*opened)->errorString());
    return hash.result().toHex() == file.sha256 ? QString() : u"has another content than was registered"_s;
}

// Returns what is wrong with the row of a run; empty if nothing is.
QString faultOf(const Statement &row)
{
    const QString status = row.text(1);
    if (row.isNull(1) || toWord(runStatusFromWord(status)) != status)
        return u"has the unknown status \"%1\""_s.arg(status);
    if (row.isNull(2) || row.isNull(3))
        return u"lacks its experiment or its time"_s;
    if (!isUtf8(row.bytes(4)) || !isUtf8(row.bytes(5)))
        return u"has a name or a description that is not valid UTF-8"_s;
    if (!row.isNull(6) && !QJsonDocument::fromJson(row.bytes(6)).isObject())
        return u"has a description of its job that is not valid JSON"_s;
    return {};
}

} // namespace

Result<CheckReport> WorkspaceCheck::run(bool repair)
{
    m_repairs = repair;
    for (const Step step :
         {&WorkspaceCheck::checkPages, &WorkspaceCheck::checkReferences, &WorkspaceCheck::checkMetrics,
          &WorkspaceCheck::checkRuns, &WorkspaceCheck::checkFolders, &WorkspaceCheck::checkModels}) {
        if (m_task.isCanceled())
            return LongTask::canceled();
        const auto done = (this->*step)();
        // Damage is reported; the other parts are checked all the same.
        if (!done && done.error().kind == ErrorKind::Unreadable)
            addFault(done.error().text);
        else if (!done)
            return std::unexpected(done.error());
    }
    m_report.faults.removeDuplicates();
    return m_report;
}

Result<QStringList> WorkspaceCheck::damagedPages()
{
    auto found = m_store.database().read([](Connection &connection) {
        QStringList faults;
        Statement row = connection.query("PRAGMA integrity_check(20)");
        while (row.next()) {
            if (row.text(0) != "ok"_L1)
                faults.append(row.text(0));
        }
        return faults;
    });
    if (!found && found.error().kind == ErrorKind::Unreadable)
        return QStringList{found.error().text};
    return found;
}

Result<void> WorkspaceCheck::checkPages()
{
    const auto faults = damagedPages();
    if (!faults)
        return std::unexpected(faults.error());
    for (const QString &fault : *faults)
        addFault(u"The database is damaged: %1."_s.arg(fault));
    return faults->isEmpty() || !m_repairs ? Result<void>() : repairPages();
}

Result<void> WorkspaceCheck::repairPages()
{
    const auto indexed = m_store.database().write([](Connection &connection) { connection.script("REINDEX;"); });
    if (const auto left = damagedPages(); indexed && left && left->isEmpty()) {
        m_report.repairs.append(u"The indexes of the database were built again."_s);
        return {};
    }
    const QString ending = u"damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddThhmmss"_s);
    qint64 rows = 0;
    QStringList damaged;
    const auto replaced = m_store.database().replace(ending, [&](Connection &old, const QString &file) -> Result<void> {
        Connection fresh(file, false);
        Salvage salvage(old, fresh);
        rows = salvage.run();
        damaged = salvage.damagedTables();
        return {};
    });
    if (!replaced)
        return replaced;
    m_report.repairs.append(
        u"The database was replaced by its %1 readable rows. The damaged one is %2.%3."_s.arg(rows).arg(
            m_store.database().file(), ending));
    if (!damaged.isEmpty())
        m_report.repairs.append(u"Rows of these tables may be lost: %1."_s.arg(damaged.join(u", "_s)));
    return {};
}

Result<void> WorkspaceCheck::checkReferences()
{
    const auto broken = m_store.database().read([](Connection &connection) {
        QMap<std::pair<QString, QString>, qint64> counts;
        Statement row = connection.query("PRAGMA foreign_key_check");
        while (row.next())
            ++counts[{row.text(0), row.text(2)}];
        return counts;
    });
    if (!broken)
        return std::unexpected(broken.error());
    for (auto it = broken->cbegin(); it != broken->cend(); ++it) {
        addFault(u"%1 rows of the table %2 belong to a row of %3 that does not exist; they are kept."_s.arg(it.value())
                     .arg(it.key().first, it.key().second));
    }
    return {};
}

Result<void> WorkspaceCheck::checkMetrics()
{
    const auto all = m_store.database().read([](Connection &connection) { return MetricRepair(connection).series(); });
    if (!all)
        return std::unexpected(all.error());
    qint64 wrong = 0;
    for (const SeriesNumber series : *all) {
        if (m_task.isCanceled())
            return LongTask::canceled();
        const auto isRight = checkSeries(series);
        if (!isRight)
            return std::unexpected(isRight.error());
        wrong += *isRight ? 0 : 1;
    }
    if (wrong == 0)
        return {};
    addFault(u"The latest values or summaries of %1 metrics are not those of their points."_s.arg(wrong));
    if (!m_repairs)
        return {};
    bool isLeft = true;
    while (isLeft) {
        const auto done = m_store.database().write(
            [](Connection &connection) { return MetricStore(connection).summarizeOlder(pointsAtOnce); });
        if (!done)
            return std::unexpected(done.error());
        isLeft = *done;
    }
    m_report.repairs.append(
        u"The latest values and summaries of %1 metrics were derived from their points."_s.arg(wrong));
    return {};
}

Result<bool> WorkspaceCheck::checkSeries(SeriesNumber series)
{
    const auto isRight =
        m_store.database().read([series](Connection &connection) { return MetricRepair(connection).isRight(series); });
    const bool isWrong = isRight ? !*isRight : isRight.error().kind == ErrorKind::Unreadable;
    if (!isWrong || !m_repairs)
        return isWrong ? Result<bool>(false) : isRight;
    const auto rebuilt =
        m_store.database().write([series](Connection &connection) { MetricRepair(connection).rebuild(series); });
    return rebuilt ? Result<bool>(false) : std::unexpected(rebuilt.error());
}

Result<void> WorkspaceCheck::checkRuns()
{
    const auto faults = m_store.database().read([](Connection &connection) {
        QStringList found;
        Statement row = connection.query("SELECT r.id, r.status, r.experiment, r.created_ms, r.display_name, "
                                         "r.description, j.spec FROM runs r LEFT JOIN jobs j ON j.run = r.seq");
        while (row.next()) {
            if (const QString fault = faultOf(row); !fault.isEmpty())
                found.append(u"The run %1 %2."_s.arg(row.text(0), fault));
        }
        return found;
    });
    if (!faults)
        return std::unexpected(faults.error());
    m_report.faults += *faults;
    return {};
}

Result<void> WorkspaceCheck::checkFolders()
{
    const auto runs = m_store.database().read([](Connection &connection) {
        QMap<QString, bool> all; // whether the run must have a folder
        Statement row = connection.query("SELECT id, is_job AND started_ms IS NOT NULL AND deleted < 2 FROM runs");
        while (row.next())
            all.insert(row.text(0), row.flag(1));
        return all;
    });
    if (!runs)
        return std::unexpected(runs.error());
    QSet<QString> folders;
    const auto entries = Files::entriesOf(m_store.folder().runs()).value_or(QList<Files::FolderEntry>());
    for (const Files::FolderEntry &entry : entries) {
        const QString name = Files::textOf(entry.name);
        if (name.startsWith(u'.') || !entry.facts.isFolder())
            continue;
        folders.insert(name);
        if (!runs->contains(name))
            addFault(u"The folder %1 belongs to no run; it is kept."_s.arg(m_store.folder().run(name)));
    }
    for (auto it = runs->cbegin(); it != runs->cend(); ++it) {
        if (it.value() && !folders.contains(it.key()))
            addFault(u"The folder of the run %1 is missing; its logs and outputs are lost."_s.arg(it.key()));
    }
    return {};
}

Result<void> WorkspaceCheck::checkModels()
{
    const auto files = m_store.database().read([](Connection &connection) {
        QList<CheckedFile> all;
        Statement row = connection.query("SELECT f.model, f.version, v.location, f.path, f.size, f.sha256 "
                                         "FROM model_files f JOIN model_versions v ON v.model = f.model "
                                         "AND v.version = f.version WHERE instr(v.location, ':') = 0");
        while (row.next())
            all.append({row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4), row.bytes(5)});
        return all;
    });
    if (!files)
        return std::unexpected(files.error());
    const Files::ContainedFolder models(m_store.folder().models(), Files::ContainedFolder::Root::MayBeLink);
    for (const CheckedFile &file : *files) {
        if (m_task.isCanceled())
            return LongTask::canceled();
        if (const QString fault = faultOf(models, file); !fault.isEmpty()) {
            addFault(u"The file %1 of the model %2, version %3, %4."_s.arg(file.path, file.model, file.version, fault));
        }
        m_task.addDone(file.size);
    }
    return {};
}

} // namespace Roost::Service::Store
