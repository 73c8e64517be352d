// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Ctl {

/// Writes out, as "\x1b", what would steer a terminal or change the order of its text (control characters, direction
/// marks, line separators), and bytes of names that are not UTF-8. Line breaks and tabs stay. For names and sentences
/// that come from a server or a file.
QString visible(const QString &text);
/// As `visible`, for text that must stay on one line: line breaks and tabs are written out too.
QString visibleLine(const QString &text);
/// Replaces such characters in JSON by JSON escapes, so that its meaning stays.
QString visibleJson(const QString &json);

} // namespace Roost::Ctl
