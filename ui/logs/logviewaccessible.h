// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/logpagetext.h"

#include <QAccessibleWidget>

namespace Roost::Ui {

/// The accessible interface of a log: the visible lines as one read-only text. The cursor is at the current line.
class LogViewAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    /// Implemented by the widget that shows the log, a QAbstractScrollArea. Points are in the coordinates of its
    /// viewport.
    class View
    {
    public:
        virtual ~View() = default;

        virtual LogPageText pageText() = 0;
        virtual std::optional<Logs::LineNumber> currentLine() const = 0;
        virtual void goTo(Logs::LineNumber line) = 0;
        virtual const LogSelection &selection() const = 0;
        virtual void setSelection(const LogSelection &selection) = 0;
        virtual LogPosition positionAt(const QPoint &place) const = 0;
        virtual QRect placeOf(const LogPosition &position) const = 0;
    };

    /// Creates an interface for each View. For QAccessible::installFactory().
    static QAccessibleInterface *make(const QString &className, QObject *object);

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
    /// All of the text is visible.
    void scrollToSubstring(int /*from*/, int /*to*/) override {}
    QString attributes(int offset, int *from, int *to) const override;

private:
    LogViewAccessible(QWidget *widget, View *view);

    QWidget *surface() const;

    View *m_view;
};

} // namespace Roost::Ui
