// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/logevent.h"

namespace Roost::Causes {

QString LogEvent::headlineText() const
{
    if (type.isEmpty() || message.isEmpty())
        return type + message;
    return type + u": " + message;
}

} // namespace Roost::Causes
