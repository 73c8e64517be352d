// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Roost::Ui {

/// One line of text that ends in an ellipsis where it does not fit, and then has the whole as tool tip.
class ElidedLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    /// Middle for ids and paths.
    void setElide(Qt::TextElideMode mode);
    void setRole(Theme::Role role);
    /// The tool tip where it is not just the text.
    void setHint(const QString &hint);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_text;
    QString m_hint;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    Theme::Role m_role = Theme::Role::Text;
};

} // namespace Roost::Ui
