// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Roost::Ui {

/// One line of text, elided if it does not fit; the tool tip then contains the full text.
class ElidedLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    /// Sets where the text is elided. Use the middle for ids and paths.
    void setElide(Qt::TextElideMode mode);
    void setRole(Theme::Role role);
    /// Sets a tool tip that replaces the full text.
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
