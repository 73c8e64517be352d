// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/debugaids.h"

#include <QToolButton>
#include <QWidget>

class QCheckBox;
class QToolButton;

namespace Roost::Ui {

/// Check boxes for variables that help to find out why a distributed run failed. Initially folded.
class DebugAidsFold : public QWidget
{
    Q_OBJECT
public:
    explicit DebugAidsFold(QWidget *parent = nullptr);

    /// Checks the boxes of the variables in `variables`, and unfolds if at least one box is checked.
    void setVariables(const StringMap &variables);

Q_SIGNALS:
    void switchedByUser(Items::DebugAid aid, bool on);

private:
    void setOpen(bool open);

    QToolButton *m_title;
    QWidget *m_body;
    QList<QCheckBox *> m_boxes;
};

} // namespace Roost::Ui
