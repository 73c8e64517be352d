// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/celldelegate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/statebadge.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace Roost::Ui {

using namespace Items;

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
    const QColor line = Theme::color(Theme::Role::Line);
    if (selected)
        painter->fillRect(option.rect, Theme::color(Theme::Role::Selection));
    else if (hovered)
        painter->fillRect(option.rect, Theme::color(Theme::Role::Hover));
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    if (!selected)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), line);
    if (view && view->hasFocus() && view->currentIndex().row() == index.row() &&
        view->currentIndex().parent() == index.parent()) {
        const QColor accent = Theme::color(Theme::Role::Accent);
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), accent);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), accent);
    }

    QRect rest = option.rect.adjusted(Theme::Inside, 0, -Theme::Inside, 0);
    const QVariant tone = index.data(ToneRole);
    QColor color = option.palette.color(QPalette::Text);
    if (const QVariant own = index.data(Qt::ForegroundRole); own.isValid())
        color = own.value<QBrush>().color();
    const auto drawIcon = [&](const QIcon &icon) {
        const QRect place(rest.left(), rest.center().y() - Theme::IconSize / 2 + 1, Theme::IconSize, Theme::IconSize);
        icon.paint(painter, place);
        rest.setLeft(place.right() + 1 + Theme::Step);
    };
    if (tone.isValid()) {
        const Tone state = Tone(tone.toInt());
        drawIcon(Theme::icon(toneIcon(state), state));
    } else if (!option.icon.isNull()) {
        drawIcon(option.icon);
    }
    painter->setFont(Theme::tabular(option.font));
    painter->setPen(color);
    const QString text = painter->fontMetrics().elidedText(option.text, option.textElideMode, rest.width());
    painter->drawText(rest, int(option.displayAlignment | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(Theme::rowHeight());
    size.rwidth() += 2 * Theme::Inside + (index.data(ToneRole).isValid() ? Theme::IconSize + Theme::Step : 0);
    return size;
}

} // namespace Roost::Ui
