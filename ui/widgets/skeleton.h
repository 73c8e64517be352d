// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>
#include <QTimer>
#include <QWidget>

namespace Roost::Ui {

class EmptyState;

/// Static grey bars in place of rows that are being read.
class Skeleton : public QWidget
{
    Q_OBJECT
public:
    explicit Skeleton(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Content with its loading and empty states. Nothing is shown for the first 150 ms of loading, then a skeleton, so
/// that a quick reply does not flicker. Show errors in an ErrorBar above the stack, so that the content stays visible.
class ContentStack : public QStackedWidget
{
    Q_OBJECT
public:
    /// Takes ownership of both widgets; `empty` may be null.
    ContentStack(QWidget *content, EmptyState *empty, QWidget *parent = nullptr);

    void showLoading();
    void showContent();
    void showEmpty();
    /// Shows a blank area, below an ErrorBar: whether there is content is not known.
    void showNothing();
    bool isLoading() const;

private:
    void showPart(QWidget *part);

    QWidget *m_content;
    QWidget *m_blank;
    Skeleton *m_skeleton;
    EmptyState *m_empty;
    QTimer m_patience;
};

} // namespace Roost::Ui
