// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/tone.h"

#include <QWidget>

namespace Roost::Ui {

/// Returns the name of the icon for `tone` ("state-running").
QString toneIcon(Items::Tone tone);

/// A state, shown as a coloured icon and a word.
class StateBadge : public QWidget
{
    Q_OBJECT
public:
    explicit StateBadge(QWidget *parent = nullptr);

    void setState(Items::Tone tone, const QString &word);
    void setState(RunStatus status) { setState(Items::toneOf(status), Items::statusText(status)); }
    void setState(ProvisioningState state) { setState(Items::toneOf(state), Items::statusText(state)); }
    /// Sets the text after the state, in the secondary colour: a duration or a reason. Digits have equal widths.
    void setDetail(const QString &detail);

    QString word() const { return m_word; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Items::Tone m_tone = Items::Tone::Neutral;
    QString m_word;
    QString m_detail;
};

} // namespace Roost::Ui
