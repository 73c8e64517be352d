// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/keychain/secretstore.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>

namespace Roost::Keychain {

/// The secrets that this program uses. A secret is kept in the store and, until the program ends, in memory; if the
/// store does not answer, only in memory. Use on one thread; futures may finish after this object was destroyed.
class Secrets
{
public:
    explicit Secrets(std::shared_ptr<SecretStore> store);

    /// Reads the secret from the store unless it is known. Always succeeds: then known() returns it, or nothing.
    Future<void> load(const QString &name);
    /// Returns whether load() has an effect for that name.
    bool isLoaded(const QString &name) const;
    /// Returns the secret if it was loaded or kept.
    std::optional<QString> known(const QString &name) const;
    /// Keeps the secret. Succeeds if the store has it; otherwise the error says why it is kept only in memory.
    Future<void> keep(const QString &name, const QString &secret);
    /// Keeps the secret only until the program ends.
    void keepInMemory(const QString &name, const QString &secret);
    /// Forgets a secret that the server has refused: known() returns nothing until a new one is kept. The store still
    /// has the old one, which keep() replaces.
    void refuse(const QString &name);
    /// Removes the secret from memory and from the store.
    Future<void> forget(const QString &name);

    /// Returns one sentence that says that secrets are kept only until the program ends, and why; empty while the store
    /// answers.
    QString whyOnlyInMemory() const;

private:
    struct State
    {
        QHash<QString, QString> known;
        QSet<QString> loaded;
        QString why;
    };

    std::shared_ptr<SecretStore> m_store;
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace Roost::Keychain
