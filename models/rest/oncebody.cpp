// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/oncebody.h"

#include <algorithm>
#include <utility>

namespace Roost::Rest {

OnceBody::OnceBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

OnceBody::OnceBody(QIODevice *source, QObject *parent)
    : QIODevice(parent)
    , m_source(source)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::size() const
{
    return m_source ? m_source->size() : m_bytes.size();
}

bool OnceBody::seek(qint64 position)
{
    return position == pos() && position > 0;
}

qint64 OnceBody::readData(char *to, qint64 most)
{
    if (m_source)
        return m_source->read(to, most);
    const auto part = std::min<qint64>(most, m_bytes.size() - m_at);
    std::copy_n(m_bytes.constData() + m_at, part, to);
    m_at += part;
    return part;
}

qint64 OnceBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace Roost::Rest
