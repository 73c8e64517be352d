// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"

#include <QListWidget>

namespace Roost::Ui {

class CodeEditor;

/// The diagnostics of the text of an editor, one per line. Enter or a click goes to their position. Hidden if there are
/// none.
class DiagnosticsList : public QListWidget
{
    Q_OBJECT
public:
    explicit DiagnosticsList(CodeEditor &editor, QWidget *parent = nullptr);

    /// Also sets the diagnostics of the editor.
    void setDiagnostics(const Diagnostics &diagnostics);
    /// Hides the row with `text`, because the field of the editor already shows it.
    void leaveOut(const QString &text);
    /// Goes to the next (+1) or the previous (-1) diagnostic from the cursor, wrapping around. Returns false if there
    /// is none.
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
