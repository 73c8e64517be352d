// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parquet/columnchunk.h"

#include "models/parquet/hybridencoding.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>
#include <zlib.h>

namespace Roost::Parquet {

namespace {

// Numbers of enumerations of the format.
enum PageType { DataPage = 0, DictionaryPage = 2 };
enum Encoding { Plain = 0, Rle = 3, RleDictionary = 8 };

// Longer texts make statistics larger than they are useful.
constexpr qsizetype longestBound = 256;

template <typename T>
void appendLittleEndian(QByteArray &to, T value)
{
    const T ordered = qToLittleEndian(value);
    to.append(reinterpret_cast<const char *>(&ordered), sizeof ordered);
}

template <typename T>
QByteArray littleEndian(T value)
{
    QByteArray bytes;
    appendLittleEndian(bytes, value);
    return bytes;
}

std::optional<QByteArray> gzip(const QByteArray &plain)
{
    z_stream stream{};
    constexpr int gzipFormat = 16;
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzipFormat, MAX_MEM_LEVEL - 1,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return std::nullopt;
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(plain.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    const int result = deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return result == Z_STREAM_END ? std::optional(packed) : std::nullopt;
}

} // namespace

void ColumnChunk::count(bool isPresent)
{
    ++m_rows;
    if (m_column.isOptional)
        m_present += isPresent ? 1 : 0;
    m_bytes += qsizetype(sizeof(quint32));
}

void ColumnChunk::addText(QByteArrayView utf8)
{
    const QByteArray text = utf8.toByteArray();
    auto place = m_places.constFind(text);
    if (place == m_places.constEnd()) {
        place = m_places.insert(text, quint32(m_texts.size()));
        m_texts += text;
        m_bytes += text.size() + 100;
    }
    m_indices += *place;
    count(true);
}

void ColumnChunk::addInteger(qint64 value)
{
    appendLittleEndian(m_numbers, value);
    m_leastInteger = std::min(value, m_leastInteger.value_or(value));
    m_greatestInteger = std::max(value, m_greatestInteger.value_or(value));
    m_bytes += qsizetype(sizeof value);
    count(true);
}

void ColumnChunk::addReal(double value)
{
    appendLittleEndian(m_numbers, std::bit_cast<quint64>(value));
    if (!std::isnan(value)) {
        m_leastReal = std::min(value, m_leastReal.value_or(value));
        m_greatestReal = std::max(value, m_greatestReal.value_or(value));
    }
    m_bytes += qsizetype(sizeof value);
    count(true);
}

void ColumnChunk::addNull()
{
    ++m_nulls;
    count(false);
}

bool ColumnChunk::usesDictionary() const
{
    return m_column.type == Column::Type::Text && !m_texts.isEmpty() && m_texts.size() * 2 <= m_indices.size();
}

// The definition levels: whether each row has a value. They begin with their length.
QByteArray ColumnChunk::levels() const
{
    if (!m_column.isOptional)
        return {};
    const QByteArray encoded = hybridEncoded(m_present, 1);
    return littleEndian(quint32(encoded.size())) + encoded;
}

QByteArray ColumnChunk::plainValues() const
{
    if (m_column.type != Column::Type::Text)
        return m_numbers;
    QByteArray bytes;
    for (const quint32 index : m_indices) {
        appendLittleEndian(bytes, quint32(m_texts[index].size()));
        bytes += m_texts[index];
    }
    return bytes;
}

QByteArray ColumnChunk::indexValues() const
{
    const int bits = bitsFor(quint32(m_texts.size() - 1));
    return char(bits) + hybridEncoded(m_indices, bits);
}

bool ColumnChunk::addPage(Written &written, const QByteArray &content, bool isDictionary, qsizetype values) const
{
    const auto packed = m_compression == Compression::Gzip ? gzip(content) : std::optional(content);
    if (!packed)
        return false;
    ThriftWriter header;
    header.writeInt32(1, isDictionary ? DictionaryPage : DataPage);
    header.writeInt32(2, qint32(content.size()));
    header.writeInt32(3, qint32(packed->size()));
    if (isDictionary) {
        header.beginStruct(7);
        header.writeInt32(1, qint32(values));
        header.writeInt32(2, Plain);
    } else {
        header.beginStruct(5);
        header.writeInt32(1, qint32(values));
        header.writeInt32(2, written.hasDictionary ? RleDictionary : Plain);
        header.writeInt32(3, Rle);
        header.writeInt32(4, Rle);
    }
    header.endStruct();
    const QByteArray head = header.take();
    written.bytes += head + *packed;
    written.uncompressed += head.size() + content.size();
    return true;
}

void ColumnChunk::addTextBounds(Written &written) const
{
    if (m_texts.isEmpty())
        return;
    // QByteArray compares bytes as unsigned, as the format requires of UTF-8.
    const auto [least, greatest] = std::ranges::minmax(m_texts);
    if (least.size() <= longestBound && greatest.size() <= longestBound) {
        written.least = least;
        written.greatest = greatest;
    }
}

std::optional<ColumnChunk::Written> ColumnChunk::take()
{
    Written written;
    written.values = m_rows;
    written.nulls = m_nulls;
    written.hasDictionary = usesDictionary();
    if (written.hasDictionary) {
        QByteArray dictionary;
        for (const QByteArray &text : std::as_const(m_texts)) {
            appendLittleEndian(dictionary, quint32(text.size()));
            dictionary += text;
        }
        if (!addPage(written, dictionary, true, m_texts.size()))
            return std::nullopt;
    }
    written.dataPage = written.bytes.size();
    if (!addPage(written, levels() + (written.hasDictionary ? indexValues() : plainValues()), false, m_rows))
        return std::nullopt;
    addTextBounds(written);
    if (m_leastInteger) {
        written.least = littleEndian(*m_leastInteger);
        written.greatest = littleEndian(*m_greatestInteger);
    }
    if (m_leastReal) {
        // Readers may compare -0 and 0 as different, so a bound that is zero includes both.
        const double least = *m_leastReal == 0 ? -0.0 : *m_leastReal;
        const double greatest = *m_greatestReal == 0 ? 0.0 : *m_greatestReal;
        written.least = littleEndian(std::bit_cast<quint64>(least));
        written.greatest = littleEndian(std::bit_cast<quint64>(greatest));
    }
    *this = ColumnChunk(m_column, m_compression);
    return written;
}

} // namespace Roost::Parquet
