// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/bloblist.h"

#include "models/core/words.h"
#include "models/wire/httptime.h"

#include <QUrl>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

// Writes a name. XML cannot contain most control characters; Azure percent-encodes such a name and marks it with an
// attribute.
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

QString readName(QXmlStreamReader &xml)
{
    const bool isEncoded = xml.attributes().value("Encoded"_L1) == "true"_L1;
    const QString name = xml.readElementText();
    return isEncoded ? QString::fromUtf8(QByteArray::fromPercentEncoding(name.toUtf8())) : name;
}

qint64 readSize(QXmlStreamReader &xml)
{
    bool isNumber = false;
    const qint64 size = xml.readElementText().toLongLong(&isNumber);
    return isNumber ? size : -1;
}

} // namespace

QByteArray blobListingToXml(const BlobListing &listing)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.writeStartDocument();
    xml.writeStartElement(u"EnumerationResults"_s);
    xml.writeAttribute(u"ContainerName"_s, listing.container);
    xml.writeTextElement(u"Prefix"_s, listing.prefix);
    if (!listing.marker.isEmpty())
        xml.writeTextElement(u"Marker"_s, listing.marker);
    xml.writeStartElement(u"Blobs"_s);
    for (const ListedBlob &blob : listing.blobs) {
        xml.writeStartElement(u"Blob"_s);
        writeName(xml, blob.name);
        xml.writeStartElement(u"Properties"_s);
        xml.writeTextElement(u"Last-Modified"_s, QString::fromLatin1(httpTime(blob.modified)));
        xml.writeTextElement(u"Etag"_s, blob.etag);
        xml.writeTextElement(u"Content-Length"_s, QString::number(blob.size));
        xml.writeTextElement(u"Content-Type"_s, u"application/octet-stream"_s);
        xml.writeTextElement(u"BlobType"_s, u"BlockBlob"_s);
        xml.writeEndElement();
        if (blob.metadata) {
            xml.writeStartElement(u"Metadata"_s);
            for (const auto &[key, value] : blob.metadata->asKeyValueRange())
                xml.writeTextElement(key, value);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeTextElement(u"NextMarker"_s, listing.next);
    xml.writeEndElement();
    xml.writeEndDocument();
    return text;
}

Result<BlobListing> blobListingFromXml(const QByteArray &body)
{
    BlobListing listing;
    QXmlStreamReader xml(body);
    bool inBlob = false;
    bool isFolder = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == "Blob"_L1) {
                inBlob = true;
                isFolder = false;
                listing.blobs.append(ListedBlob());
            } else if (inBlob && xml.name() == "Name"_L1) {
                listing.blobs.last().name = readName(xml);
            } else if (inBlob && xml.name() == "Content-Length"_L1) {
                listing.blobs.last().size = readSize(xml);
            } else if (inBlob && xml.name() == "hdi_isfolder"_L1) {
                isFolder = xml.readElementText().compare("true"_L1, Qt::CaseInsensitive) == 0;
            } else if (xml.name() == "NextMarker"_L1) {
                listing.next = xml.readElementText();
            }
        } else if (xml.isEndElement() && xml.name() == "Blob"_L1) {
            inBlob = false;
            // Accounts with real folders list each folder as a blob without content.
            if (isFolder)
                listing.blobs.removeLast();
        }
    }
    if (xml.hasError()) {
        return failure(ErrorKind::Unreadable,
                       Words::tr("The list of files from the storage is not XML: %1.").arg(xml.errorString()),
                       QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 2000))));
    }
    return listing;
}

QByteArray blockListToXml(const QStringList &ids)
{
    QByteArray list = "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>";
    for (const QString &id : ids)
        list += "<Latest>" + id.toLatin1() + "</Latest>";
    return list + "</BlockList>";
}

Result<QStringList> blockListFromXml(const QByteArray &text)
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

} // namespace Roost::Wire
