// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost {

/// What of a text is a secret by its form ("a private key", "a GitHub token") and where it begins; `what` is empty
/// where nothing is.
struct SecretMatch
{
    QString what;
    qsizetype at = 0;
};
SecretMatch secretIn(const QString &text);

/// Whether only its own process should read a variable of that name and value: a name such as WANDB_API_KEY or
/// DB_PASSWORD, a value such as a token, a connection string or an address with a password.
bool isSecretVariable(const QString &name, const QString &value);

/// What stands in place of a secret's value wherever variables are shown or kept after a run.
QString secretMask();

/// The variables with the mask in place of secrets; empty values stay empty.
StringMap withSecretsMasked(StringMap variables);

} // namespace Roost
