// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/bloblist.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Roost::Service {

QByteArray httpTime(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " GMT";
}

QByteArray etagOf(const QString &file)
{
    struct stat state = {};
    if (stat(QFile::encodeName(file).constData(), &state) != 0)
        return {};
    const qint64 born = QFileInfo(file).birthTime().toMSecsSinceEpoch();
    return "\"0x" + QByteArray::number(quint64(state.st_ino), 16).toUpper() + 'R' +
           QByteArray::number(quint64(born), 16).toUpper() + '"';
}

QByteArray containerListing(const QString &container, const QString &prefix, const QString &marker,
                            const QList<BlobEntry> &entries, const QString &next,
                            const std::function<StringMap(const QString &name)> &metadata)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.writeStartDocument();
    xml.writeStartElement(u"EnumerationResults"_s);
    xml.writeAttribute(u"ContainerName"_s, container);
    xml.writeTextElement(u"Prefix"_s, prefix);
    if (!marker.isEmpty())
        xml.writeTextElement(u"Marker"_s, marker);
    xml.writeStartElement(u"Blobs"_s);
    for (const BlobEntry &entry : entries) {
        xml.writeStartElement(u"Blob"_s);
        xml.writeTextElement(u"Name"_s, entry.name);
        xml.writeStartElement(u"Properties"_s);
        xml.writeTextElement(u"Last-Modified"_s, QString::fromLatin1(httpTime(entry.modified)));
        xml.writeTextElement(u"Etag"_s, QString::fromLatin1(etagOf(entry.file)));
        xml.writeTextElement(u"Content-Length"_s, QString::number(entry.size));
        xml.writeTextElement(u"Content-Type"_s, u"application/octet-stream"_s);
        xml.writeTextElement(u"BlobType"_s, u"BlockBlob"_s);
        xml.writeEndElement();
        if (metadata) {
            xml.writeStartElement(u"Metadata"_s);
            const StringMap known = metadata(entry.name);
            for (const auto &[key, value] : known.asKeyValueRange())
                xml.writeTextElement(key, value);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeTextElement(u"NextMarker"_s, next);
    xml.writeEndElement();
    xml.writeEndDocument();
    return text;
}

Result<QStringList> readBlockList(const QByteArray &text)
{
    QStringList ids;
    QXmlStreamReader xml(text);
    if (!xml.readNextStartElement() || xml.name() != u"BlockList")
        return failure(ErrorKind::Rejected, u"The body is no BlockList."_s);
    while (xml.readNextStartElement()) {
        if (xml.name() != u"Latest" && xml.name() != u"Uncommitted" && xml.name() != u"Committed")
            return failure(ErrorKind::Rejected, u"The block list holds an unknown element %1."_s.arg(xml.name()));
        ids.append(xml.readElementText());
    }
    if (xml.hasError())
        return failure(ErrorKind::Rejected, u"The block list is no XML: %1."_s.arg(xml.errorString()));
    return ids;
}

} // namespace Roost::Service
