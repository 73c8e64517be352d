// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statebadge.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        break;
    case Tone::Queued:
        return u"state-queued"_s;
    case Tone::Preparing:
        return u"state-preparing"_s;
    case Tone::Running:
        return u"state-running"_s;
    case Tone::Done:
        return u"state-done"_s;
    case Tone::Failed:
        return u"state-failed"_s;
    case Tone::Canceled:
        return u"state-canceled"_s;
    case Tone::Warning:
        return u"state-warning"_s;
    }
    return u"state-neutral"_s;
}

StateBadge::StateBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void StateBadge::setState(Tone tone, const QString &word)
{
    if (m_tone == tone && m_word == word)
        return;
    m_tone = tone;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

void StateBadge::setDetail(const QString &detail)
{
    if (m_detail == detail)
        return;
    const bool resized = m_detail.size() != detail.size();
    m_detail = detail;
    if (resized)
        updateGeometry();
    update();
}

QSize StateBadge::sizeHint() const
{
    const QFontMetrics metrics(Theme::tabular(font()));
    int width = Theme::IconSize + Theme::Step + metrics.horizontalAdvance(m_word);
    if (!m_detail.isEmpty())
        width += Theme::Inside + metrics.horizontalAdvance(m_detail);
    return {width + 2, std::max(Theme::IconSize, metrics.height())};
}

QSize StateBadge::minimumSizeHint() const
{
    return {Theme::IconSize, sizeHint().height()};
}

void StateBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(Theme::tabular(font()));
    const QFontMetrics metrics = painter.fontMetrics();
    const QRect icon(0, (height() - Theme::IconSize) / 2, Theme::IconSize, Theme::IconSize);
    Theme::icon(toneIcon(m_tone), m_tone).paint(&painter, icon);
    int x = icon.right() + 1 + Theme::Step;
    const auto write = [&](const QString &text, const QColor &color) {
        painter.setPen(color);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, std::max(0, width() - x));
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
        x += metrics.horizontalAdvance(shown) + Theme::Inside;
    };
    write(m_word, Theme::color(m_tone));
    if (!m_detail.isEmpty())
        write(m_detail, Theme::color(Theme::Role::TextSecondary));
}

} // namespace Roost::Ui
