// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/openworkspaces.h"

#include <QDialog>

class QLineEdit;

namespace Roost::Ui {

/// Asks what must be known before a workspace is opened. Enter and Escape choose the safe answer, but for a
/// password or token Enter goes on.
class OpeningQuestionDialog : public QDialog
{
    Q_OBJECT
public:
    explicit OpeningQuestionDialog(const OpeningQuestion &question, QWidget *parent = nullptr);

    /// Empty unless a password or token was asked for.
    QString secret() const;

private:
    QLineEdit *m_secret = nullptr;
};

} // namespace Roost::Ui
