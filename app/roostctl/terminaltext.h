// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Ctl {

/// Escapes, as "\x1b", the characters that a terminal would interpret or that change the order of its text (control
/// characters, direction marks, line separators), and the bytes of names that are not UTF-8. Keeps line breaks and
/// tabs. For names and sentences from a server or a file.
QString visible(const QString &text);
/// Like `visible`, for text that must be one line: also escapes line breaks and tabs.
QString visibleLine(const QString &text);
/// Replaces such characters in JSON by JSON escapes, so that its meaning does not change.
QString visibleJson(const QString &json);

} // namespace Roost::Ctl
