// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wandb/recordfile.h"

#include "models/core/words.h"
#include "models/files/openfile.h"

#include <QBuffer>
#include <QtEndian>

#include <zlib.h>

namespace Roost::Wandb {

namespace {

constexpr qsizetype blockSize = 32768;
constexpr qsizetype headerSize = 7; // of the file, and of a fragment
constexpr QByteArrayView ident(":W&B");
constexpr quint16 magic = 0xBEE1;
constexpr quint8 knownVersion = 0;
constexpr qsizetype longestRecord = 512 * 1024 * 1024;

quint32 checksum(quint8 kind, QByteArrayView data)
{
    const auto head = crc32(0, &kind, 1);
    return quint32(crc32(head, reinterpret_cast<const Bytef *>(data.data()), uInt(data.size())));
}

} // namespace

Result<RecordFile> RecordFile::open(const QString &path)
{
    auto opened = Files::openRegular(path, O_RDONLY);
    if (!opened)
        return std::unexpected(opened.error());
    return checked(Files::fileOver(std::move(*opened), QIODevice::ReadOnly));
}

Result<RecordFile> RecordFile::over(QByteArray bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(std::move(bytes));
    buffer->open(QIODevice::ReadOnly);
    return checked(std::move(buffer));
}

Result<RecordFile> RecordFile::checked(std::unique_ptr<QIODevice> device)
{
    const QByteArray head = device->peek(headerSize);
    if (head.size() < headerSize || !head.startsWith(ident) ||
        qFromLittleEndian<quint16>(head.constData() + 4) != magic)
        return failure(ErrorKind::Unreadable, Words::tr("It is not a .wandb file: it does not begin with \":W&B\"."));
    if (quint8(head[6]) != knownVersion) {
        return failure(ErrorKind::Unreadable,
                       Words::tr("Its format has the version %1, and only version 0 is known.").arg(quint8(head[6])));
    }
    return RecordFile(std::move(device));
}

bool RecordFile::readBlock()
{
    m_blockOffset += m_block.size();
    m_block = m_device->read(blockSize);
    m_isLastBlock = m_block.size() < blockSize;
    m_at = m_isFirstBlock ? headerSize : 0;
    m_isFirstBlock = false;
    return !m_block.isEmpty();
}

void RecordFile::skipBlock(qint64 offset, const QString &why, const DamageSink &damage)
{
    damage({offset, why, m_isLastBlock});
    m_at = m_block.size();
}

std::optional<RecordFile::Fragment> RecordFile::nextFragment(const DamageSink &damage)
{
    while (true) {
        const qsizetype left = m_block.size() - m_at;
        if (left < headerSize) {
            if (left > 0 && m_isLastBlock)
                skipBlock(m_blockOffset + m_at, Words::tr("The file ends within a record."), damage);
            if (m_isLastBlock || !readBlock())
                return std::nullopt;
            continue;
        }
        const char *head = m_block.constData() + m_at;
        const qint64 offset = m_blockOffset + m_at;
        const auto crc = qFromLittleEndian<quint32>(head);
        const auto size = qsizetype(qFromLittleEndian<quint16>(head + 4));
        const auto kind = quint8(head[6]);
        if (size > left - headerSize) {
            skipBlock(offset,
                      m_isLastBlock ? Words::tr("The file ends within a record.")
                                    : Words::tr("A record claims to be longer than its block."),
                      damage);
            continue;
        }
        const QByteArrayView data(head + headerSize, size);
        if (kind < quint8(Kind::Full) || kind > quint8(Kind::Last) || checksum(kind, data) != crc) {
            skipBlock(offset, Words::tr("The checksum of a record is wrong."), damage);
            continue;
        }
        m_at += headerSize + size;
        return Fragment{Kind(kind), data, offset};
    }
}

std::optional<QByteArray> RecordFile::next(const DamageSink &damage)
{
    QByteArray record;
    std::optional<qint64> start; // of the record whose fragments are being collected
    const auto dropOpen = [&](bool isTail) {
        if (start)
            damage({*start, Words::tr("A record has no end."), isTail});
        start.reset();
        record.clear();
    };
    while (true) {
        const auto fragment = nextFragment(damage);
        if (!fragment) {
            dropOpen(true);
            return std::nullopt;
        }
        const bool begins = fragment->kind == Kind::Full || fragment->kind == Kind::First;
        if (begins)
            dropOpen(false);
        if (!begins && !start)
            continue; // the rest of a damaged record, which was passed on already
        if (begins)
            start = fragment->offset;
        if (record.size() + fragment->data.size() > longestRecord) {
            damage({*start, Words::tr("A record is longer than %1 bytes.").arg(longestRecord), false});
            start.reset();
            record.clear();
            continue;
        }
        record += fragment->data;
        if (fragment->kind == Kind::Full || fragment->kind == Kind::Last)
            return record;
    }
}

} // namespace Roost::Wandb
