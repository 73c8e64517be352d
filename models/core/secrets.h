// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost {

/// The first part of a text that has the form of a secret: what it is ("a private key", "a GitHub token") and where it
/// begins. `what` is empty if there is none.
struct SecretMatch
{
    QString what;
    qsizetype at = 0;
};
SecretMatch secretIn(const QString &text);

/// Whether an environment variable probably holds a secret: by its name, such as WANDB_API_KEY or DB_PASSWORD, or by
/// its value, such as a token, a connection string or an address with a password.
bool isSecretVariable(const QString &name, const QString &value);

/// The text that replaces the value of a secret wherever variables are shown, or stored after a run.
QString secretMask();

/// The variables with the values of secrets replaced by the mask; empty values stay empty.
StringMap withSecretsMasked(StringMap variables);

} // namespace Roost
