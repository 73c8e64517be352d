// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "models/items/base/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/mnemonic.h"

#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {
constexpr int Wide = 184;
constexpr int Narrow = 56;
constexpr int Height = 32;
} // namespace

RailButton::RailButton(const QString &icon, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(icon)
{
    setText(text);
    setCheckable(true);
    setAutoExclusive(false);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailButton::setCount(int count)
{
    m_count = count;
    setAccessibleDescription(count > 0 ? tr("%1 active").arg(count) : QString());
    update();
}

void RailButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    return {m_narrow ? Narrow - 2 * Theme::Inside : Wide - 2 * Theme::Inside,
            std::max(Height, fontMetrics().height() + Theme::Inside)};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    const QRectF ground = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    painter.setPen(Qt::NoPen);
    if (on || isDown())
        painter.setBrush(Theme::color(Theme::Role::Selection));
    else if (underMouse() && isEnabled())
        painter.setBrush(Theme::color(Theme::Role::Hover));
    else
        painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(ground, Theme::Radius, Theme::Radius);
    const Theme::Role ink = !isEnabled() ? Theme::Role::TextDisabled
                            : on         ? Theme::Role::Text
                                         : Theme::Role::TextSecondary;
    const int left = m_narrow ? (width() - Theme::IconSize) / 2 : Theme::Inside;
    const QRect icon(left, (height() - Theme::IconSize) / 2, Theme::IconSize, Theme::IconSize);
    Theme::icon(m_iconName, on ? Theme::Role::Accent : ink).paint(&painter, icon);
    painter.setPen(Theme::color(ink == Theme::Role::TextDisabled ? ink : Theme::Role::Text));
    int right = width() - Theme::Inside;
    if (m_count > 0 && isEnabled()) {
        const QFont small = Theme::tabular(Theme::font(m_narrow ? 0.8 : Theme::Secondary));
        const QString text = m_count > 99 ? u"99+"_s : QString::number(m_count);
        const QFontMetrics metrics(small);
        const int badge = std::max(metrics.horizontalAdvance(text) + Theme::Inside, metrics.height());
        QRectF place(right - badge, (height() - metrics.height()) / 2.0, badge, metrics.height());
        if (m_narrow)
            place = QRectF(icon.right() - 4, icon.top() - 8, std::max(badge - 2, 15), 14);
        painter.save();
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::color(Theme::Role::Running));
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2);
        painter.setPen(Theme::color(Theme::Role::AccentText));
        painter.setFont(small);
        painter.drawText(place, Qt::AlignCenter, text);
        painter.restore();
        right = int(place.left()) - Theme::Step;
    }
    if (!m_narrow) {
        const QRect words(icon.right() + 1 + Theme::Inside, 0, right - icon.right() - Theme::Inside, height());
        painter.drawText(words, Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Theme::color(Theme::Role::Accent), 2));
        painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
    }
}

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_switcher(new QToolButton)
    , m_pages(new QVBoxLayout)
    , m_newRun(new QPushButton)
    , m_more(new QToolButton)
{
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Pages"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Inside, Theme::Inside, Theme::Inside, Theme::Inside);
    column->setSpacing(Theme::Inside);
    m_switcher->setObjectName(u"workspaceSwitcher"_s);
    m_switcher->setPopupMode(QToolButton::InstantPopup);
    m_switcher->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_switcher->setFont(Theme::font(1.0, QFont::DemiBold));
    m_switcher->setFocusPolicy(Qt::StrongFocus);
    m_switcher->setMinimumHeight(36);
    m_pages->setSpacing(0);
    m_newRun->setObjectName(u"newRun"_s);
    m_newRun->setProperty("primary", true);
    m_newRun->setIcon(Theme::icon(u"add"_s, Theme::Role::AccentText));
    m_newRun->setMinimumHeight(32);
    m_more->setObjectName(u"railMore"_s);
    m_more->setIcon(Theme::icon(u"settings"_s));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setAccessibleName(tr("Settings and help"));
    m_more->setToolTip(tr("Settings and help"));
    column->addWidget(m_switcher);
    column->addLayout(m_pages);
    column->addSpacing(Theme::Inside);
    column->addWidget(m_newRun);
    column->addStretch(1);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    setNarrow(false);
}

void Rail::addPage(const QString &id, const QString &icon, const QString &title, const QString &keys)
{
    auto *button = new RailButton(icon, title);
    button->setObjectName(u"rail_"_s + id);
    button->setAccessibleName(title);
    button->setToolTip(keys.isEmpty() ? title : u"%1 (%2)"_s.arg(title, keys));
    connect(button, &RailButton::clicked, this, [this, id, button] {
        button->setChecked(true);
        Q_EMIT pageWanted(id);
    });
    m_pages->addWidget(button);
    m_buttons.append({id, button});
}

void Rail::setCurrent(const QString &page)
{
    for (const auto &[id, button] : std::as_const(m_buttons))
        button->setChecked(id == page);
}

void Rail::setCount(const QString &page, int count)
{
    for (const auto &[id, button] : std::as_const(m_buttons)) {
        if (id == page)
            button->setCount(count);
    }
}

void Rail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setFixedWidth(narrow ? Narrow : Wide);
    for (const auto &[id, button] : std::as_const(m_buttons))
        button->setNarrow(narrow);
    m_newRun->setText(narrow ? QString() : tr("New run"));
    m_newRun->setAccessibleName(tr("New run"));
    showWorkspace();
}

void Rail::setPagesEnabled(bool enabled)
{
    for (const auto &[id, button] : std::as_const(m_buttons))
        button->setEnabled(enabled);
}

void Rail::setWorkspace(const QString &title, const QString &icon)
{
    m_title = Format::isolated(title);
    m_switcher->setIcon(Theme::icon(icon));
    m_switcher->setAccessibleName(tr("Workspace: %1").arg(m_title));
    m_switcher->setToolTip(tr("Workspace %1. Click to switch.").arg(m_title));
    showWorkspace();
}

void Rail::showWorkspace()
{
    m_switcher->setToolButtonStyle(m_narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    const int room = Wide - 2 * Theme::Inside - Theme::IconSize - 40;
    m_switcher->setText(Mnemonic::escaped(m_switcher->fontMetrics().elidedText(m_title, Qt::ElideRight, room)));
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Theme::Role::SurfaceRaised));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), Theme::color(Theme::Role::Line));
}

} // namespace Roost::Ui
