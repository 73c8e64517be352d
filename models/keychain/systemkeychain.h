// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/keychain/secretstore.h"

namespace Roost::Keychain {

/// The keychain of the desktop. Its entries belong to the service "roost", so that the user finds them in the
/// desktop's own password manager. A keychain that waits for the user to unlock it may take a minute; after that it
/// counts as one that does not answer.
class SystemKeychain : public SecretStore
{
public:
    Future<QString> read(const QString &name) override;
    Future<void> write(const QString &name, const QString &secret) override;
    Future<void> remove(const QString &name) override;
};

} // namespace Roost::Keychain
