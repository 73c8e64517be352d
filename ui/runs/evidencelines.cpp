// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/evidencelines.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

QString numberOf(const EvidenceLine &line)
{
    return line.line < 0 ? QString() : QString::number(line.line + 1);
}

} // namespace

EvidenceLines::EvidenceLines(QWidget *parent)
    : QWidget(parent)
{
    setFont(Theme::fixedFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EvidenceLines::setLines(const QList<EvidenceLine> &lines, int headline)
{
    m_lines = lines;
    m_headline = headline;
    setVisible(!lines.isEmpty());
    setAccessibleDescription(text());
    updateGeometry();
    update();
}

QString EvidenceLines::text() const
{
    QStringList texts;
    for (const EvidenceLine &line : m_lines)
        texts += line.text;
    return texts.join(u'\n');
}

int EvidenceLines::rowHeight() const
{
    return fontMetrics().lineSpacing() + 2;
}

int EvidenceLines::gutter() const
{
    int width = 0;
    for (const EvidenceLine &line : m_lines)
        width = std::max(width, fontMetrics().horizontalAdvance(numberOf(line)));
    return width == 0 ? Theme::Inside : width + 2 * Theme::Inside;
}

QSize EvidenceLines::sizeHint() const
{
    return {60 * fontMetrics().averageCharWidth(), int(m_lines.size()) * rowHeight() + 2 * Theme::Step};
}

QSize EvidenceLines::minimumSizeHint() const
{
    return {20 * fontMetrics().averageCharWidth(), sizeHint().height()};
}

void EvidenceLines::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(Theme::Role::SurfaceSunken));
    painter.drawRoundedRect(rect(), Theme::Radius, Theme::Radius);
    const int left = gutter();
    for (int i = 0; const EvidenceLine &line : m_lines) {
        const QRect row(0, Theme::Step + i * rowHeight(), width(), rowHeight());
        if (i == m_headline) {
            painter.fillRect(row, Theme::tint(Theme::Role::Failed, 0.16));
            painter.fillRect(QRect(row.topLeft(), QSize(3, row.height())), Theme::color(Theme::Role::Failed));
        }
        painter.setPen(Theme::color(Theme::Role::TextSecondary));
        painter.drawText(row.adjusted(0, 0, left - width() - Theme::Inside, 0), Qt::AlignRight | Qt::AlignVCenter,
                         numberOf(line));
        painter.setPen(Theme::color(i == m_headline ? Theme::Role::Text : Theme::Role::TextSecondary));
        const QRect place = row.adjusted(left, 0, -Theme::Inside, 0);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(line.text, Qt::ElideRight, place.width()));
        ++i;
    }
}

bool EvidenceLines::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = (help->pos().y() - Theme::Step) / rowHeight();
    const bool cut = index >= 0 && index < m_lines.size() &&
                     fontMetrics().horizontalAdvance(m_lines[index].text) > width() - gutter() - Theme::Inside;
    if (cut)
        QToolTip::showText(help->globalPos(), m_lines[index].text, this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace Roost::Ui
