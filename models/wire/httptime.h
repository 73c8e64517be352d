// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace Roost::Wire {

/// Returns "Mon, 23 Nov 2026 06:00:00 GMT", the form of times in HTTP headers.
QByteArray httpTime(const QDateTime &time);
/// Reads that form; returns an invalid time for another one.
QDateTime timeFromHttp(const QByteArray &text);

} // namespace Roost::Wire
