// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace Roost::Ui {

class SectionHeader;

/// A group of widgets on a raised surface, with a heading.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString &heading, QWidget *parent = nullptr);

    SectionHeader *header() const { return m_header; }
    /// Returns the layout below the heading.
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SectionHeader *m_header;
    QVBoxLayout *m_body;
};

} // namespace Roost::Ui
