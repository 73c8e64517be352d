// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/bloblist.h"

#include <QLocale>
#include <QUrl>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Blob {

namespace {

// XML has no way to write most control characters; Azure encodes such a name as in a URL and says so.
void writeName(QXmlStreamWriter &xml, const QString &name)
{
    const bool fitsXml = std::ranges::none_of(
        name, [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0xFFFE || c.unicode() == 0xFFFF; });
    xml.writeStartElement(u"Name"_s);
    if (!fitsXml)
        xml.writeAttribute(u"Encoded"_s, u"true"_s);
    xml.writeCharacters(fitsXml ? name : QString::fromLatin1(QUrl::toPercentEncoding(name)));
    xml.writeEndElement();
}

} // namespace

QByteArray httpTime(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " GMT";
}

QByteArray etagOf(const Files::FileFacts &facts)
{
    return "\"0x" + QByteArray::number(facts.inode, 16).toUpper() + 'R' +
           QByteArray::number(quint64(facts.bornMs), 16).toUpper() + '"';
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
        writeName(xml, entry.name);
        xml.writeStartElement(u"Properties"_s);
        xml.writeTextElement(u"Last-Modified"_s, QString::fromLatin1(httpTime(entry.facts.modified)));
        xml.writeTextElement(u"Etag"_s, QString::fromLatin1(etagOf(entry.facts)));
        xml.writeTextElement(u"Content-Length"_s, QString::number(entry.facts.size));
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

} // namespace Roost::Service::Blob
