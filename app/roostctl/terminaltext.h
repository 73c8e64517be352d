// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Ctl {

/// Text with what would steer a terminal or hide its order (control characters, direction marks, line separators)
/// written out, "\x1b", as are bytes of names that are no UTF-8; line breaks and tabs stay. For names and sentences
/// that come from elsewhere.
QString visible(const QString &text);
/// The same of what belongs on one line: line breaks and tabs are written out too.
QString visibleLine(const QString &text);
/// JSON with such characters as its own escapes, so that it means the same.
QString visibleJson(const QString &json);

} // namespace Roost::Ctl
