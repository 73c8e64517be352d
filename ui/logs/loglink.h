// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Roost::Ui {

/// A position in a file, as named by a line of a traceback: `File "train.py", line 12`.
struct LogLink
{
    QString path;
    int line = 0; // counted from 1
    qsizetype start = 0;
    qsizetype length = 0; // of the text that contains path and number
};

std::optional<LogLink> linkIn(const QString &line);

} // namespace Roost::Ui
