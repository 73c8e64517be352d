// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Roost::Snapshot {

/// Why a file of that name probably holds a secret, as the end of a sentence ("is a private key"); empty otherwise.
QString secretByName(const QString &path);

/// The first secret in a text ("a private key", "a GitHub token") and its line from 1; empty without one. Content with
/// a NUL byte is not text.
struct SecretFound
{
    QString what;
    int line = 0;
};
SecretFound secretInside(const QByteArray &content);

} // namespace Roost::Snapshot
