// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>

namespace Roost::Items {

/// Some bytes of a file as a device for EventFileReader, which reads them as if it had all of the file: behind the
/// bytes that are here, a read returns nothing. Positions are relative to the first byte.
class EventWindow : public QIODevice
{
public:
    /// `behind` is the number of bytes of the file behind `bytes`.
    EventWindow(const QByteArray &bytes, qint64 behind)
        : m_bytes(bytes)
        , m_behind(behind)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_bytes.size() + m_behind; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::clamp<qint64>(m_bytes.size() - pos(), 0, maxSize);
        std::copy_n(m_bytes.constData() + std::min<qint64>(pos(), m_bytes.size()), count, data);
        return count;
    }
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_behind;
};

} // namespace Roost::Items
