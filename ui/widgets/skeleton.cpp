// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/skeleton.h"

#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace Roost::Ui {

Skeleton::Skeleton(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Loading"));
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(Theme::Role::Hover));
    const int step = Theme::rowHeight() + Theme::Inside;
    constexpr std::array Widths{62, 48, 71, 55, 40, 66};
    size_t n = 0;
    for (int y = Theme::Group; y + 12 < height() && n < 12; y += step, ++n) {
        const int available = std::max(0, width() - 2 * Theme::Group);
        const int first = available / 5;
        const int rest = (available - first) * Widths[n % Widths.size()] / 100;
        painter.drawRoundedRect(Theme::Group, y, first - Theme::Group, 10, 3, 3);
        painter.drawRoundedRect(Theme::Group + first, y, rest, 10, 3, 3);
    }
}

ContentStack::ContentStack(QWidget *content, EmptyState *empty, QWidget *parent)
    : QStackedWidget(parent)
    , m_content(content)
    , m_blank(new QWidget)
    , m_skeleton(new Skeleton)
    , m_empty(empty)
{
    addWidget(m_blank);
    addWidget(m_skeleton);
    addWidget(m_content);
    if (m_empty)
        addWidget(m_empty);
    m_patience.setSingleShot(true);
    m_patience.setInterval(150);
    connect(&m_patience, &QTimer::timeout, this, [this] { showPart(m_skeleton); });
    showLoading();
}

void ContentStack::showLoading()
{
    if (isLoading())
        return;
    showPart(m_blank);
    m_patience.start();
}

void ContentStack::showContent()
{
    m_patience.stop();
    showPart(m_content);
}

void ContentStack::showEmpty()
{
    m_patience.stop();
    showPart(m_empty ? static_cast<QWidget *>(m_empty) : m_content);
}

void ContentStack::showNothing()
{
    m_patience.stop();
    showPart(m_blank);
}

// Moves the focus to the content if it was on the widget that is shown in its place.
void ContentStack::showPart(QWidget *part)
{
    const bool waited = currentWidget() && currentWidget() == window()->focusWidget();
    setCurrentWidget(part);
    QWidget *last = part->focusWidget();
    if (waited)
        (last ? last : part)->setFocus(Qt::OtherFocusReason);
}

bool ContentStack::isLoading() const
{
    return m_patience.isActive() || currentWidget() == m_skeleton;
}

} // namespace Roost::Ui
