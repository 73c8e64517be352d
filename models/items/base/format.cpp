// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace Roost::Items::Format {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr char16_t FirstStrongIsolate = 0x2068;
constexpr char16_t PopIsolate = 0x2069;

QString twoDigits(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

QString duration(qint64 milliseconds)
{
    if (milliseconds < 0)
        return {};
    const qint64 seconds = milliseconds / 1000;
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (hours >= 24)
        return Words::tr("%1 d %2 h").arg(hours / 24).arg(twoDigits(hours % 24));
    if (hours > 0)
        return Words::tr("%1 h %2 min").arg(hours).arg(twoDigits(minutes % 60));
    return u"%1:%2"_s.arg(minutes).arg(twoDigits(seconds % 60));
}

QString duration(const QDateTime &start, const QDateTime &end, const QDateTime &now)
{
    if (!start.isValid())
        return {};
    return duration(std::max<qint64>(0, start.msecsTo(end.isValid() ? end : now)));
}

QString relative(const QDateTime &when, const QDateTime &now)
{
    if (!when.isValid())
        return {};
    const qint64 seconds = when.secsTo(now);
    if (seconds < 5 && seconds > -60)
        return Words::tr("now");
    if (seconds >= 0 && seconds < 60)
        return Words::tr("%1 s ago").arg(seconds);
    if (seconds >= 0 && seconds < 3600)
        return Words::tr("%1 min ago").arg(seconds / 60);
    const QDateTime local = when.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QLocale locale;
    const QString time = locale.toString(local.time(), QLocale::ShortFormat);
    if (seconds >= 0 && seconds < 12 * 3600)
        return Words::tr("%1 h ago").arg(seconds / 3600);
    if (local.date() == today)
        return Words::tr("today %1").arg(time);
    if (local.date().addDays(1) == today)
        return Words::tr("yesterday %1").arg(time);
    //: Date of this year in Qt's format letters, as "12 Mar"
    const QString day = locale.toString(local.date(), Words::tr("d MMM"));
    if (local.date().year() == today.year())
        return u"%1 %2"_s.arg(day, time);
    return u"%1 %2"_s.arg(day).arg(local.date().year());
}

QString moment(const QDateTime &when, const QDateTime &now)
{
    if (!when.isValid())
        return {};
    const QDateTime local = when.toLocalTime();
    const QDate today = now.toLocalTime().date();
    if (local.date() == today)
        return QLocale().toString(local, u"HH:mm:ss"_s);
    return QLocale().toString(local, local.date().year() == today.year() ? Words::tr("d MMM HH:mm")
                                                                         : Words::tr("d MMM yyyy HH:mm"));
}

QString exact(const QDateTime &when)
{
    if (!when.isValid())
        return {};
    const QDateTime local = when.toLocalTime();
    //: Exact time in Qt's format letters, for tool tips
    return QLocale().toString(local, Words::tr("d MMMM yyyy, HH:mm:ss"));
}

QString bytes(qint64 count)
{
    if (count < 0)
        return {};
    if (count < 1000)
        return Words::tr("%1 B").arg(count);
    const int precision = 1;
    return QLocale().formattedDataSize(count, precision, QLocale::DataSizeSIFormat);
}

QString count(qint64 number)
{
    // The C locale does not group digits, but a number of seven digits is hard to read without groups.
    const QLocale locale;
    const bool groups = !(locale.numberOptions() & QLocale::OmitGroupSeparator);
    return (groups ? locale : QLocale(QLocale::English, QLocale::UnitedStates)).toString(number);
}

QString files(qsizetype count, qint64 size)
{
    const int n = int(qMin<qsizetype>(count, std::numeric_limits<int>::max()));
    return size < 0 ? Words::tr("%n files", nullptr, n) : Words::tr("%n files, %1", nullptr, n).arg(bytes(size));
}

QString exactBytes(qint64 count)
{
    if (count < 0)
        return {};
    // %n only selects the plural form; it would not group the digits.
    return Words::tr("%1 bytes", nullptr, int(qMin<qint64>(count, std::numeric_limits<int>::max())))
        .arg(QLocale().toString(count));
}

QString number(double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"∞"_s : u"−∞"_s;
    const double size = std::abs(value);
    if (size >= 1000 && size < 1e7)
        return QString::number(value, 'f', 0);
    return QString::number(value, 'g', 4);
}

QString exactNumber(double value)
{
    if (!std::isfinite(value))
        return number(value);
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString isolated(const QString &name)
{
    QString clean;
    bool turns = false;
    for (const char32_t point : name.toUcs4()) {
        switch (QChar::direction(point)) {
        case QChar::DirLRE:
        case QChar::DirRLE:
        case QChar::DirLRO:
        case QChar::DirRLO:
        case QChar::DirPDF:
        case QChar::DirLRI:
        case QChar::DirRLI:
        case QChar::DirFSI:
        case QChar::DirPDI:
            turns = true;
            continue;
        case QChar::DirR:
        case QChar::DirAL:
            turns = true;
            break;
        default:
            break;
        }
        const QChar::Category category = QChar::category(point);
        const bool breaks = category == QChar::Other_Control || category == QChar::Separator_Line ||
                            category == QChar::Separator_Paragraph;
        clean += breaks ? QString(u' ') : QString::fromUcs4(&point, 1);
    }
    return turns ? QChar(FirstStrongIsolate) + clean + QChar(PopIsolate) : clean;
}

QString shortened(const QString &id, int length)
{
    if (id.size() <= length)
        return id;
    const int tail = (length - 1) / 2;
    return id.left(length - 1 - tail) + u'…' + id.right(tail);
}

} // namespace Roost::Items::Format
