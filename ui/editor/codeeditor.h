// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/codegutter.h"

#include <QPlainTextEdit>

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace Roost::Ui {

/// A small code editor: line numbers, highlighting in a theme that follows the palette, and diagnostics, which are
/// underlined, marked in the gutter and explained in a tool tip. Tab indents; after Escape, Tab moves the focus.
class CodeEditor : public QPlainTextEdit, public CodeGutter::Lines
{
    Q_OBJECT

public:
    explicit CodeEditor(QWidget *parent = nullptr);
    ~CodeEditor() override;

    /// Sets the language by its KSyntaxHighlighting name ("YAML", "Python", "Dockerfile"). With an unknown name the
    /// text is plain.
    void setLanguage(const QString &definition);
    /// Sets the language by the name of the file; the text is plain if no language matches.
    void setLanguageOf(const QString &fileName);
    QString language() const;

    /// Replaces all diagnostics. Those after the end of the text are shown at its last line.
    void setDiagnostics(const Diagnostics &diagnostics);
    const Diagnostics &diagnostics() const override { return m_diagnostics; }
    /// Moves the cursor to a position and scrolls to it. Both numbers count from 1.
    void goTo(int line, int column = 1);
    /// Replaces the text if it differs, as one step that can be undone. The scroll position does not change.
    void replaceText(const QString &text);

    int gutterWidth() const override;
    int lineCount() const override { return blockCount(); }
    int currentLine() const override { return textCursor().blockNumber(); }
    int lineAt(int y) const override { return cursorForPosition({0, y}).blockNumber(); }
    QList<CodeGutter::Line> linesBetween(int top, int bottom) const override;
    /// Returns the messages of the diagnostics at a position in the text; empty if there are none.
    QString messageAt(int position) const;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
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
