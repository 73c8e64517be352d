// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mirror/mirrorfolder.h"

#include "models/core/words.h"
#include "models/trust/privatefile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Mirror {

namespace {

Q_LOGGING_CATEGORY(log, "roost.mirror")

constexpr int Format = 1;
constexpr qint64 MostBytes = 64 << 20; // of one server
constexpr int WritesBetweenPrunes = 200;
constexpr qint64 TouchPaceMs = 1000;
const QString ServerFile = QStringLiteral("server");

QString hashed(const QString &text)
{
    const auto hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(16));
}

// Names of servers are hashed, so that they can be no path: "runs/3f1c....json".
QString fileOf(const QString &folder, const QString &name)
{
    const auto kind = name.section(u'/', 0, 0);
    const auto rest = name.section(u'/', 1);
    return folder + u'/' + kind + (rest.isEmpty() ? QString() : QString(u'/' + hashed(rest))) + u".json"_s;
}

QJsonObject objectIn(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QJsonParseError error;
    const auto json = QJsonDocument::fromJson(file.read(MostBytes), &error).object();
    if (error.error != QJsonParseError::NoError)
        qCInfo(log, "%ls is damaged and will be replaced: %ls", qUtf16Printable(name),
               qUtf16Printable(error.errorString()));
    return json;
}

} // namespace

MirrorFolder::MirrorFolder(const QString &address, const QString &account, const QString &root)
    : m_address(address)
    , m_account(account)
    , m_path(root + u'/' + hashed(address + u'\n' + account))
    , m_thread(std::make_unique<QThreadPool>())
{
    m_thread->setMaxThreadCount(1);
}

MirrorFolder::~MirrorFolder() = default; // the pool waits for its work

QString MirrorFolder::defaultRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/roost/servers"_s;
}

void MirrorFolder::forget(const QString &address, const QString &root)
{
    const auto folders = QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        const auto json = objectIn(fileOf(folder.filePath(), ServerFile));
        if (json.value("address"_L1).toString() == address)
            QDir(folder.filePath()).removeRecursively();
    }
}

bool MirrorFolder::exists() const
{
    return asOf().isValid();
}

QDateTime MirrorFolder::asOf() const
{
    const auto json = objectIn(fileOf(m_path, ServerFile));
    const bool isOurs = json.value("format"_L1).toInt() == Format && json.value("address"_L1).toString() == m_address &&
                        json.value("account"_L1).toString() == m_account;
    return isOurs ? QDateTime::fromString(json.value("answered"_L1).toString(), Qt::ISODateWithMs) : QDateTime();
}

Future<QJsonObject> MirrorFolder::read(const QString &name) const
{
    Promise<QJsonObject> promise;
    m_thread->start([promise, file = fileOf(m_path, name), name] {
        const auto json = objectIn(file);
        // Two names may have one hash.
        if (json.value("name"_L1).toString() != name)
            return promise.resolve(failure(ErrorKind::NotFound, Words::tr("This was never read from the server.")));
        promise.resolve(json.value("content"_L1).toObject());
    });
    return promise.future();
}

QJsonObject MirrorFolder::readNow(const QString &name) const
{
    const auto json = objectIn(fileOf(m_path, name));
    return json.value("name"_L1).toString() == name ? json.value("content"_L1).toObject() : QJsonObject();
}

void MirrorFolder::write(const QString &name, std::function<QJsonObject()> content)
{
    m_thread->start([this, name, content = std::move(content)] {
        writeNow(name, content());
        touch();
        if (++m_sincePrune >= WritesBetweenPrunes) {
            m_sincePrune = 0;
            prune();
        }
    });
}

void MirrorFolder::writeNow(const QString &name, const QJsonObject &content)
{
    const auto body = QJsonDocument(QJsonObject{{u"name"_s, name}, {u"content"_s, content}}).toJson();
    const auto hash = QCryptographicHash::hash(body, QCryptographicHash::Sha256);
    const auto file = fileOf(m_path, name);
    if (m_written.value(name) == hash && QFileInfo::exists(file))
        return;
    m_written.insert(name, hash);
    // A cache that cannot be written costs nothing but itself.
    if (!Trust::makePrivateFolder(QFileInfo(file).path()))
        return;
    if (const auto written = Trust::writePrivateFile(file, body); !written)
        qCInfo(log, "%ls", qUtf16Printable(written.error().text));
}

// The time of the last answer is in one small file, so that an unchanged list is not written again.
void MirrorFolder::touch()
{
    const auto now = QDateTime::currentDateTimeUtc();
    if (now.toMSecsSinceEpoch() - m_sinceTouch < TouchPaceMs && m_sinceTouch <= now.toMSecsSinceEpoch())
        return;
    m_sinceTouch = now.toMSecsSinceEpoch();
    const QJsonObject server{{u"format"_s, Format},
                             {u"address"_s, m_address},
                             {u"account"_s, m_account},
                             {u"answered"_s, now.toString(Qt::ISODateWithMs)}};
    if (Trust::makePrivateFolder(m_path))
        static_cast<void>(Trust::writePrivateFile(fileOf(m_path, ServerFile), QJsonDocument(server).toJson()));
}

void MirrorFolder::remove(const QString &name)
{
    m_thread->start([this, name] {
        m_written.remove(name);
        QFile::remove(fileOf(m_path, name));
    });
}

void MirrorFolder::flush()
{
    m_thread->waitForDone();
}

void MirrorFolder::prune() const
{
    QList<QFileInfo> files;
    qint64 bytes = 0;
    QDirIterator all(m_path, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        files.append(all.nextFileInfo());
        bytes += files.last().size();
    }
    if (bytes <= MostBytes)
        return;
    std::ranges::sort(files, std::less(), [](const QFileInfo &file) { return file.lastModified(); });
    for (const QFileInfo &file : std::as_const(files)) {
        // Lists stay; what was opened longest ago goes first.
        if (bytes <= MostBytes * 3 / 4 || file.path() == m_path)
            continue;
        if (QFile::remove(file.filePath()))
            bytes -= file.size();
    }
}

} // namespace Roost::Mirror
