// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/openingquestion.h"

#include <QDialog>
#include <QLineEdit>

class QLineEdit;

namespace Roost::Ui {

/// Asks the question that must be answered before a workspace is opened. Enter and Escape choose the safe answer; if a
/// password or token is requested, Enter continues.
class OpeningQuestionDialog : public QDialog
{
    Q_OBJECT
public:
    explicit OpeningQuestionDialog(const Items::OpeningQuestion &question, QWidget *parent = nullptr);

    /// Returns an empty string unless the question asks for a password or token.
    QString secret() const;

private:
    QLineEdit *m_secret = nullptr;
};

} // namespace Roost::Ui
