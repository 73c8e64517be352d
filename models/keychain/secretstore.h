// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QString>

namespace Roost::Keychain {

/// A place that keeps secrets by name. Futures finish on the calling thread.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// NotFound if the store has no such secret. Any other error explains why the store does not answer.
    virtual Future<QString> read(const QString &name) = 0;
    /// Replaces the secret of that name.
    virtual Future<void> write(const QString &name, const QString &secret) = 0;
    /// Succeeds if there is no such secret.
    virtual Future<void> remove(const QString &name) = 0;
};

} // namespace Roost::Keychain
