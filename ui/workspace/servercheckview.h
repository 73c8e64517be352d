// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/serveraccess.h"

#include <QWidget>

class QGridLayout;

namespace Roost::Ui {

/// The steps of a test of a server, one row each: the outcome as an icon, the step, and what was found.
class ServerCheckView : public QWidget
{
    Q_OBJECT
public:
    explicit ServerCheckView(QWidget *parent = nullptr);

    /// Hidden if there are no steps.
    void setCheck(const ServerCheck &check);

private:
    QGridLayout *m_grid;
};

} // namespace Roost::Ui
