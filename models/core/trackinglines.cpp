// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/trackinglines.h"

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

QString shellLine(const QString &name, QString value)
{
    return u"export %1='%2'"_s.arg(name, value.replace(u'\'', u"'\\''"_s));
}

QString pythonLine(const QString &name, QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u"os.environ[\"%1\"] = \"%2\""_s.arg(name, value);
}

} // namespace

QStringList trackingLines(TrackingForm form, const QString &uri, const QString &token)
{
    const auto line = form == TrackingForm::Shell ? shellLine : pythonLine;
    QStringList lines;
    if (form == TrackingForm::Python)
        lines += u"import os"_s;
    lines += line(u"MLFLOW_TRACKING_URI"_s, uri);
    if (!token.isEmpty())
        lines += line(u"MLFLOW_TRACKING_TOKEN"_s, token);
    return lines;
}

} // namespace Roost
