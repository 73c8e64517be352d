// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace Roost::Rest {

/// The body of a request that must be sent only once. When a connection breaks before the reply, Qt repeats the request
/// by itself, possibly to another program that has the port by then, and rewinds the body for it. This body cannot be
/// rewound, so the request ends with QNetworkReply::ContentReSendError, and Exchange decides whether to repeat it.
class OnceBody : public QIODevice
{
    Q_OBJECT

public:
    explicit OnceBody(QByteArray bytes, QObject *parent = nullptr);
    /// `source` must be open and at its beginning, and must outlive this object.
    explicit OnceBody(QIODevice *source, QObject *parent = nullptr);

    bool isSequential() const override { return false; }
    qint64 size() const override;
    bool seek(qint64 position) override;
    bool reset() override { return false; }

protected:
    qint64 readData(char *to, qint64 most) override;
    qint64 writeData(const char *from, qint64 size) override;

private:
    QByteArray m_bytes;
    QIODevice *m_source = nullptr;
    qint64 m_at = 0;
};

} // namespace Roost::Rest
