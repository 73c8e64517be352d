// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Roost::Ui {

/// One line of text, cut with an ellipsis where it does not fit; the tool tip then holds the whole text.
class ElidedLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    /// Where the text is cut. Use the middle for ids and paths.
    void setElide(Qt::TextElideMode mode);
    void setRole(Theme::Role role);
    /// A tool tip in place of the text itself.
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
