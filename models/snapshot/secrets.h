// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Roost::Snapshot {

/// Returns why a file of that name probably contains a secret, as the end of a sentence ("is a private key"); empty
/// otherwise.
QString secretByName(const QString &path);

/// The first secret in a text ("a private key", "a GitHub token") and its line, counted from 1; empty if there is none.
/// Content with a NUL byte is not text.
struct SecretFound
{
    QString what;
    int line = 0;
};
SecretFound secretInside(const QByteArray &content);

} // namespace Roost::Snapshot
