// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"

#include <QListWidget>

namespace Roost::Ui {

class CodeEditor;

/// The diagnostics of an editor's text, a line each; Enter or a click goes to the place. Hidden while there are none.
class DiagnosticsList : public QListWidget
{
    Q_OBJECT
public:
    explicit DiagnosticsList(CodeEditor &editor, QWidget *parent = nullptr);

    /// Sets those of the editor too.
    void setDiagnostics(const Diagnostics &diagnostics);
    /// Hides the row with this text, which the field of the editor shows already.
    void leaveOut(const QString &text);
    /// Goes to the next (+1) or previous (-1) diagnostic from the cursor on, around the end; false if there is none.
    bool walk(int direction);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const Diagnostics &diagnostics);
    void goTo(const QListWidgetItem *item);

    CodeEditor &m_editor;
    Diagnostics m_diagnostics;
};

} // namespace Roost::Ui
