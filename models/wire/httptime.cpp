// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/httptime.h"

#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

const QString form = u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s;

} // namespace

QByteArray httpTime(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), form).toLatin1();
}

QDateTime timeFromHttp(const QByteArray &text)
{
    auto time = QLocale::c().toDateTime(QString::fromLatin1(text), form);
    time.setTimeZone(QTimeZone::UTC);
    return time;
}

} // namespace Roost::Wire
