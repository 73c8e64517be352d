// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/cause.h"

#include <QJsonObject>

namespace Roost::Wire {

/// The value of the run property roost.cause, also what `roostctl --json` prints.
QJsonObject fromCause(const FirstCause &cause);
/// nullopt for a value that is not a cause: no candidate, or unknown words.
std::optional<FirstCause> causeFrom(const QJsonObject &json);

QString causeToText(const std::optional<FirstCause> &cause);
std::optional<FirstCause> causeFromText(const QString &text);

} // namespace Roost::Wire
