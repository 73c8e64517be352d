// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/loglink.h"

#include <QRegularExpression>

namespace Roost::Ui {

std::optional<LogLink> linkIn(const QString &line)
{
    static const QRegularExpression frame(QStringLiteral("\\bFile (\"([^\"]{1,4096})\", line (\\d{1,9}))"));
    // Lines of a traceback are short; longer ones are data.
    const auto match = frame.matchView(QStringView(line).left(5000));
    if (!match.hasMatch())
        return {};
    return LogLink{match.captured(2), match.captured(3).toInt(), match.capturedStart(1), match.capturedLength(1)};
}

} // namespace Roost::Ui
