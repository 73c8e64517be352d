// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/workspacename.h"

#include "models/core/wholematch.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost {

bool isWorkspaceName(const QString &name)
{
    static const QRegularExpression rule = wholeMatch(u"[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}"_s);
    return rule.match(name).hasMatch();
}

} // namespace Roost
