// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace Roost::Rest {

/// The body of a request that is sent once. Qt sends a request again by itself when the connection breaks before the
/// answer, to whoever has the port by then; for that it winds the body back, which this one does not do. The
/// request then ends with QNetworkReply::ContentReSendError, and the Exchange decides.
class OnceBody : public QIODevice
{
    Q_OBJECT

public:
    explicit OnceBody(QByteArray bytes, QObject *parent = nullptr);
    /// `source` is open, at its beginning, and lives longer.
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
