// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace Roost::Ui {

class Label;

/// A find bar below a text of at most a few megabytes. Enter goes to the next match, Shift+Enter to the previous one,
/// Escape closes the bar. Hidden until open() is called.
class TextFind : public QWidget
{
    Q_OBJECT
public:
    /// `text` must outlive the bar; `name` is the prefix of the object names.
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
