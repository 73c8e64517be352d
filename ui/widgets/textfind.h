// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace Roost::Ui {

class Label;

/// A find bar below a text of at most a few megabytes. Enter goes to the next match,
/// Shift+Enter to the one before, Escape closes. Hidden until open().
class TextFind : public QWidget
{
    Q_OBJECT
public:
    /// `text` outlives it; `name` is the prefix of object names.
    TextFind(QPlainTextEdit &text, const QString &name, QWidget *parent = nullptr);

    void open();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Way { Here, Forward, Back };

    void find(Way way);
    void close();

    QPlainTextEdit &m_text;
    QLineEdit *m_edit;
    Label *m_result;
};

} // namespace Roost::Ui
