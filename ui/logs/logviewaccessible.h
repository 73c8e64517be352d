// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/loglayout.h"

#include <QAccessibleWidget>

namespace Roost::Ui {

class LogView;

/// What a screen reader gets of a LogView: the lines in view as one read-only text, each with the rank that wrote it
/// where several did. The cursor stands on the current line.
class LogViewAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit LogViewAccessible(LogView *view);

    /// Makes one for each LogView; for QAccessible::installFactory().
    static QAccessibleInterface *make(const QString &className, QObject *object);
    /// The whole text of a view.
    static QString textOf(LogView &view);
    /// Where the current line begins in it; 0 where there is none in view.
    static int cursorOf(LogView &view);

    void *interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;

    QString text(int from, int to) const override;
    int characterCount() const override;
    int cursorPosition() const override;
    void setCursorPosition(int offset) override;
    void selection(int index, int *from, int *to) const override;
    int selectionCount() const override;
    void addSelection(int from, int to) override;
    void setSelection(int index, int from, int to) override;
    void removeSelection(int index) override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &place) const override;
    /// All of the text is in view.
    void scrollToSubstring(int /*from*/, int /*to*/) override {}
    QString attributes(int offset, int *from, int *to) const override;

private:
    struct Line
    {
        Logs::LineNumber number;
        int start = 0;  // of the rank in front of it
        int prefix = 0; // characters of that
        int length = 0;
        int hidden = 0; // characters of the line that are not shown
    };
    struct Page
    {
        QString text;
        QList<Line> lines;

        LogPosition positionAt(int offset) const;
        int offsetOf(const LogPosition &position) const;
    };
    static Page pageOf(LogView &view);
    LogView &view() const;
};

} // namespace Roost::Ui
