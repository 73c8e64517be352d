// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"

#include <QPlainTextEdit>

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace Roost::Ui {

class CodeGutter;

/// A small code editor: line numbers, highlighting in a theme that follows the palette, and marks that
/// are underlined, shown in the gutter and told in a tool tip. Tab indents; after Escape it moves the focus.
class CodeEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeEditor(QWidget *parent = nullptr);
    ~CodeEditor() override;

    /// By the name of KSyntaxHighlighting ("YAML", "Python", "Dockerfile"); an unknown one is plain text.
    void setLanguage(const QString &definition);
    /// By the file's name; plain text where none fits.
    void setLanguageOf(const QString &fileName);
    QString language() const;

    /// Replaces all marks; those behind the end of the text are shown at its last line.
    void setDiagnostics(const Diagnostics &diagnostics);
    const Diagnostics &diagnostics() const { return m_diagnostics; }
    /// Moves the cursor there, and the view with it. Both count from 1.
    void goTo(int line, int column = 1);
    /// Replaces the text in one step that can be undone, when it differs; the view stays where it was.
    void replaceText(const QString &text);

    int gutterWidth() const;
    /// What is said about this position; empty where nothing is.
    QString messageAt(int position) const;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    friend class CodeGutter; // asks where the lines are

    void followPalette();
    void layOutGutter();
    void drawMarks();
    void indent(bool deeper);
    QTextCursor cursorOf(const Diagnostic &diagnostic) const;

    CodeGutter *m_gutter;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter;
    Diagnostics m_diagnostics;
    bool m_tabLeaves = false;
};

} // namespace Roost::Ui
