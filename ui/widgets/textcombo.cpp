// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textcombo.h"

#include <QCompleter>

namespace Roost::Ui {

TextCombo::TextCombo(const QString &objectName, QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(objectName);
    setEditable(true);
    setInsertPolicy(NoInsert);
    // Inline completion would complete a new name to an existing one that begins with it.
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setCaseSensitivity(Qt::CaseSensitive);
}

} // namespace Roost::Ui
