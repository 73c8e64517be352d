// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/loggutter.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace Roost::Ui {

using namespace Logs;
using namespace Qt::StringLiterals;

namespace {

constexpr int MarkWidth = 14;
constexpr int Gap = 8;
constexpr int Band = 3; // a strip in the colour of the source

} // namespace

void LogGutter::measure(LogText &text, const QFont &font)
{
    const QFontMetrics metrics(font);
    m_lineSpacing = metrics.lineSpacing();
    const auto sources = text.documents().size();
    qsizetype longest = 0;
    for (int i = 0; i < sources; ++i)
        longest = std::max(longest, text.tag(i).text.size());
    m_tagWidth = sources > 1 ? int(longest) * metrics.horizontalAdvance(u'0') + Band + Gap : 0;
    const bool hasTimes =
        text.lineCount() > 0 && (text.originOf({0}).time || text.originOf({text.lineCount() - 1}).time);
    // A time that becomes known later must not move the lines.
    m_timeWidth =
        m_showsTimes && (hasTimes || m_timeWidth > 0) ? metrics.horizontalAdvance(u"00:00:00.000"_s) + Gap : 0;
    const int digits = text.isPartial() ? 0 : std::max(3, int(QString::number(text.lineCount()).size()));
    m_numberWidth = metrics.horizontalAdvance(u'0') * digits;
    m_width = MarkWidth + m_tagWidth + m_timeWidth + m_numberWidth + 2 * Gap;
}

void LogGutter::paint(QPainter &painter, const LogText &text, const LogLayout &line, bool isCurrent) const
{
    paintMark(painter, line);
    if (line.number().value >= text.lineCount())
        return; // the text now has fewer lines than the layout
    const auto origin = text.originOf(line.number());
    if (m_tagWidth > 0)
        paintTag(painter, line, text.tag(origin.source));
    painter.setPen(Theme::color(isCurrent ? Theme::Role::Text : Theme::Role::TextSecondary));
    const int left = MarkWidth + m_tagWidth;
    if (m_timeWidth > 0 && origin.time)
        painter.drawText(QRect(left, line.top(), m_timeWidth, m_lineSpacing), Qt::AlignLeft | Qt::AlignVCenter,
                         toDateTime(origin.time).toLocalTime().time().toString(u"HH:mm:ss.zzz"_s));
    if (m_numberWidth == 0)
        return;
    painter.setPen(Theme::color(isCurrent ? Theme::Role::Text : Theme::Role::TextSecondary));
    painter.drawText(QRect(left + m_timeWidth, line.top(), m_numberWidth + 2, m_lineSpacing),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(line.number().value + 1));
}

void LogGutter::paintMark(QPainter &painter, const LogLayout &line) const
{
    if (line.level() == LogLevel::Plain)
        return;
    const bool isError = line.level() == LogLevel::Error;
    const double middle = line.top() + m_lineSpacing / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(isError ? Theme::Role::Failed : Theme::Role::Warning));
    // The marks differ in shape, not only in colour.
    if (isError)
        painter.drawRect(QRectF(5, middle - 3.5, 7, 7));
    else
        painter.drawPolygon(QPolygonF({{8.5, middle - 4}, {12.5, middle + 3.5}, {4.5, middle + 3.5}}));
    painter.restore();
}

void LogGutter::paintTag(QPainter &painter, const LogLayout &line, const LogTag &tag) const
{
    const QColor color = Theme::series(tag.color);
    // A strip as high as the line, so that adjacent lines of one rank form one block.
    painter.fillRect(MarkWidth + m_tagWidth - Gap, line.top(), Band, line.height(), color);
    painter.setPen(Theme::color(Theme::Role::Text));
    painter.drawText(QRect(MarkWidth, line.top(), m_tagWidth - Gap - Band, m_lineSpacing),
                     Qt::AlignRight | Qt::AlignVCenter, tag.text);
}

QString LogGutter::toolTip(LogText &text, LineNumber line)
{
    const auto say = [](const char *words) { return QCoreApplication::translate("Roost::Ui::LogGutter", words); };
    const auto origin = text.originOf(line);
    QStringList parts;
    if (text.documents().size() > 1)
        parts += say(QT_TRANSLATE_NOOP("Roost::Ui::LogGutter", "Rank %1, its line %2"))
                     .arg(text.tag(origin.source).text, QLocale().toString(origin.line.value + 1));
    parts += origin.time ? say(QT_TRANSLATE_NOOP("Roost::Ui::LogGutter", "Written at %1"))
                               .arg(toDateTime(origin.time).toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s))
                         : say(QT_TRANSLATE_NOOP("Roost::Ui::LogGutter", "When it was written is not known"));
    return parts.join(u'\n');
}

} // namespace Roost::Ui
