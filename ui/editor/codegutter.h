// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"

#include <QPainter>
#include <QWidget>

namespace Roost::Ui {

/// The line numbers of a code editor, and a mark beside each line with diagnostics, whose messages are the tool tip.
/// The editor sets its geometry.
class CodeGutter : public QWidget
{
    Q_OBJECT

public:
    struct Line
    {
        int number = 0; // counted from 0
        qreal top = 0;
    };
    /// The interface through which the gutter uses the editor. Heights are in the coordinates of the editor's viewport.
    class Lines
    {
    public:
        virtual ~Lines() = default;

        virtual int gutterWidth() const = 0;
        virtual int lineCount() const = 0;
        /// Returns the line with the cursor, counted from 0.
        virtual int currentLine() const = 0;
        virtual int lineAt(int y) const = 0;
        virtual QList<Line> linesBetween(int top, int bottom) const = 0;
        virtual const Diagnostics &diagnostics() const = 0;
    };

    /// `editor` is the parent; the numbers use its font. `lines` must outlive the gutter.
    CodeGutter(QWidget *editor, const Lines *lines);

    QSize sizeHint() const override;
    static QColor colorOf(Diagnostic::Severity severity);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintLine(QPainter &painter, const Line &line) const;
    const Diagnostic *worstOf(int line) const;

    const Lines *m_lines;
};

} // namespace Roost::Ui
