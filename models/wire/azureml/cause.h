// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/cause.h"

#include <QJsonObject>

namespace Roost::Wire {

/// Returns the value of the run property roost.cause, which `roostctl --json` also prints.
QJsonObject fromCause(const FirstCause &cause);
/// Returns nullopt for a value that is not a cause: without candidates, or with unknown words.
std::optional<FirstCause> causeFrom(const QJsonObject &json);

QString causeToText(const std::optional<FirstCause> &cause);
std::optional<FirstCause> causeFromText(const QString &text);

} // namespace Roost::Wire
