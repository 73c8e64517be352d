// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"

#include <QListWidget>

namespace Roost::Ui {

class CodeEditor;

/// What is said about the text of an editor, a line each; Enter or a click goes to the place. Hidden while
/// there is nothing to say.
class DiagnosticsList : public QListWidget
{
    Q_OBJECT
public:
    explicit DiagnosticsList(CodeEditor &editor, QWidget *parent = nullptr);

    /// Marks the editor too.
    void setDiagnostics(const Diagnostics &diagnostics);
    /// What the field of the editor says already is not said twice: the row with this text is hidden.
    void leaveOut(const QString &text);
    /// To the next (+1) or previous (-1) message from the cursor on, around the end; false when there is none.
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
