// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/httptime.h"

#include <QLocale>
#include <QTimeZone>

namespace Roost::Wire {

namespace {

constexpr QStringView format = u"ddd, dd MMM yyyy HH:mm:ss 'GMT'";

} // namespace

QByteArray httpTime(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), format).toLatin1();
}

QDateTime timeFromHttp(const QByteArray &text)
{
    auto time = QLocale::c().toDateTime(QString::fromLatin1(text), format.toString());
    time.setTimeZone(QTimeZone::UTC);
    return time;
}

} // namespace Roost::Wire
