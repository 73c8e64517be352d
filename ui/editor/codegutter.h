// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/codeeditor.h"

namespace Roost::Ui {

/// The numbers of a CodeEditor's lines, and its marks, which it tells in tool tips. The editor places it.
class CodeGutter : public QWidget
{
    Q_OBJECT

public:
    explicit CodeGutter(CodeEditor *editor);

    QSize sizeHint() const override;
    static QColor colorOf(Diagnostic::Severity severity);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintLine(QPainter &painter, int line, qreal top) const;
    const Diagnostic *worstOf(int line) const;

    CodeEditor *m_editor;
};

} // namespace Roost::Ui
