// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Roost::Snapshot {

/// Why a file of that name is likely to hold a secret, as the end of a sentence ("is a private key"); empty where
/// the name says nothing.
QString secretByName(const QString &path);

/// What of a text looks like a secret ("a private key", "a GitHub token") and its line from 1; empty where nothing
/// does. Bytes with a NUL are no text.
struct SecretFound
{
    QString what;
    int line = 0;
};
SecretFound secretInside(const QByteArray &content);

} // namespace Roost::Snapshot
