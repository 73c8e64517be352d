// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logstatus.h"

#include "models/items/base/format.h"
#include "models/logs/file/logdocument.h"
#include "models/logs/merge/mergedlog.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace Roost::Ui {

using namespace Items;
using namespace Logs;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Roost::Ui::LogStatus)
};

// %n would not group the digits; it only selects the plural form.
int formOf(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString logStatus(LogText *text, const Error &error)
{
    QStringList parts;
    if (!error.text.isEmpty())
        parts += Words::tr("not up to date");
    const auto documents = text->documents();
    if (documents.size() > 1)
        parts += Words::tr("%n ranks", nullptr, int(documents.size()));
    else if (!documents.isEmpty() && !documents.first()->restarts().isEmpty())
        parts += Words::tr("started again at %1")
                     .arg(toDateTime(documents.first()->restarts().last().time).toLocalTime().toString(u"HH:mm:ss"_s));
    if (const auto *merged = qobject_cast<MergedLog *>(text); merged && merged->hasUnknownTimes())
        parts += Words::tr("times not known, in rank order");
    if (const auto errors = qint64(text->errorLines().size()); errors > 0)
        parts += Words::tr("%1 error lines", nullptr, formOf(errors)).arg(Format::count(errors));
    if (!text->isPartial())
        parts += Words::tr("%1 lines", nullptr, formOf(text->lineCount())).arg(Format::count(text->lineCount()));
    parts += Format::bytes(text->byteCount());
    if (text->state() == LogText::State::Reading)
        parts += Words::tr("reading…");
    return parts.join(u"  ·  "_s);
}

} // namespace Roost::Ui
