// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost {

/// The first part of a text that has the form of a secret: its kind ("a private key", "a GitHub token") and where it
/// begins. `what` is empty if there is none.
struct SecretMatch
{
    QString what;
    qsizetype at = 0;
};
SecretMatch secretIn(const QString &text);

/// Returns whether an environment variable probably contains a secret, judged by its name, such as WANDB_API_KEY or
/// DB_PASSWORD, or by its value, such as a token, a connection string or a URL with a password.
bool isSecretVariable(const QString &name, const QString &value);

/// Returns the text that replaces a secret value wherever variables are shown, or stored after a run.
QString secretMask();

/// Returns the variables with secret values replaced by the mask; empty values stay empty.
StringMap withSecretsMasked(StringMap variables);

} // namespace Roost
