// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace Roost::Ui {

/// A QLabel with a colour role and a size of the theme, which follows the colour scheme. If its text wraps, words
/// longer than the line are broken.
class Label : public QLabel
{
    Q_OBJECT
public:
    explicit Label(const QString &text, Theme::Role role = Theme::Role::Text, double scale = 1.0,
                   QFont::Weight weight = QFont::Normal, QWidget *parent = nullptr);

    void setRole(Theme::Role role);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();
    bool breaksAt(int width) const;
    QMargins around() const;

    Theme::Role m_role;
    bool m_tinting = false;
};

/// The heading of a group: bold, with an optional line below it, and space for buttons at the right.
class SectionHeader : public QWidget
{
    Q_OBJECT
public:
    explicit SectionHeader(const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);
    /// Sets the text after the heading, in the secondary colour: a count or a hint.
    void setDetail(const QString &detail);
    /// Adds `widget` at the right end and takes ownership.
    void addWidget(QWidget *widget);

private:
    Label *m_text;
    Label *m_detail;
};

} // namespace Roost::Ui
