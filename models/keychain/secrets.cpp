// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keychain/secrets.h"

#include "models/core/words.h"

namespace Roost::Keychain {

namespace {

QString sentence(const Error &error)
{
    return Words::tr("%1 Roost keeps the password or token only until it ends.").arg(error.text);
}

} // namespace

Secrets::Secrets(std::shared_ptr<SecretStore> store)
    : m_store(std::move(store))
{
}

Future<void> Secrets::load(const QString &name)
{
    if (isLoaded(name))
        return readyFuture<void>({});
    return then(m_store->read(name), [state = m_state, name](const Result<QString> &secret) {
        const bool isNew = !state->loaded.contains(name);
        state->loaded.insert(name);
        if (secret && isNew)
            state->known.insert(name, *secret);
        if (!secret && secret.error().kind != ErrorKind::NotFound)
            state->why = sentence(secret.error());
        return readyFuture<void>({});
    });
}

bool Secrets::isLoaded(const QString &name) const
{
    return m_state->loaded.contains(name);
}

std::optional<QString> Secrets::known(const QString &name) const
{
    const auto at = m_state->known.constFind(name);
    return at == m_state->known.constEnd() ? std::nullopt : std::optional(*at);
}

Future<void> Secrets::keep(const QString &name, const QString &secret)
{
    keepInMemory(name, secret);
    return then(m_store->write(name, secret), [state = m_state](const Result<void> &written) {
        state->why = written ? QString() : sentence(written.error());
        return readyFuture<void>(written ? written : Result<void>(failure(written.error().kind, state->why)));
    });
}

void Secrets::keepInMemory(const QString &name, const QString &secret)
{
    m_state->loaded.insert(name);
    m_state->known.insert(name, secret);
}

void Secrets::refuse(const QString &name)
{
    m_state->loaded.insert(name);
    m_state->known.remove(name);
}

Future<void> Secrets::forget(const QString &name)
{
    refuse(name);
    return m_store->remove(name);
}

QString Secrets::whyOnlyInMemory() const
{
    return m_state->why;
}

} // namespace Roost::Keychain
