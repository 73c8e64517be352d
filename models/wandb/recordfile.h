// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QFile>

#include <functional>
#include <memory>
#include <optional>

namespace Roost::Wandb {

/// Reads the records of a .wandb file in sequence. The file has a header of 7 bytes and the framing of a LevelDB log:
/// blocks of 32 KiB with fragments of records, each with a CRC-32 of its type and data. After damage the reader
/// continues with the next block.
class RecordFile
{
public:
    /// A stretch that cannot be read.
    struct Damage
    {
        qint64 offset = 0;
        QString why;
        /// Whether the file just ends there, as after a process was killed while it wrote.
        bool isTail = false;
    };
    using DamageSink = std::function<void(const Damage &)>;

    /// Opens a file. Unreadable if it is not a .wandb file of a known version.
    static Result<RecordFile> open(const QString &path);
    /// Reads from memory instead.
    static Result<RecordFile> over(QByteArray bytes);

    /// Returns the content of the next record; empty at the end. Passes on damage before it.
    std::optional<QByteArray> next(const DamageSink &damage);

private:
    explicit RecordFile(std::unique_ptr<QIODevice> device)
        : m_device(std::move(device))
    {
    }
    static Result<RecordFile> checked(std::unique_ptr<QIODevice> device);

    enum class Kind { Full = 1, First = 2, Middle = 3, Last = 4 };
    struct Fragment
    {
        Kind kind = Kind::Full;
        QByteArrayView data;
        qint64 offset = 0;
    };

    bool readBlock();
    std::optional<Fragment> nextFragment(const DamageSink &damage);
    void skipBlock(qint64 offset, const QString &why, const DamageSink &damage);

    std::unique_ptr<QIODevice> m_device;
    QByteArray m_block;
    qint64 m_blockOffset = 0;
    qsizetype m_at = 0; // in the block
    bool m_isFirstBlock = true;
    bool m_isLastBlock = false;
};

} // namespace Roost::Wandb
