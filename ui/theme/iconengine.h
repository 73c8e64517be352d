// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"

#include <QIconEngine>
#include <QPainter>

namespace Roost::Ui::Theme {

/// Paints an SVG of resources/icons in the current colour of its role.
class IconEngine : public QIconEngine
{
public:
    IconEngine(QString name, Role role);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    QString key() const override;
    bool isNull() override;

private:
    QColor colorOf(QIcon::Mode mode) const;
    QPixmap draw(const QSize &pixels, const QColor &color) const;

    QString m_name;
    Role m_role;
};

} // namespace Roost::Ui::Theme
