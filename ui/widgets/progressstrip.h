// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/longwork.h"

#include <QToolButton>
#include <QWidget>

#include <memory>

class QProgressBar;
class QToolButton;

namespace Roost::Ui {

class ElidedLabel;

/// A long operation in one line: its title, its progress in numbers, a bar, and a cancel button. Shares ownership of
/// the operation.
class ProgressStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressStrip(std::shared_ptr<Items::LongWork> work, QWidget *parent = nullptr);

    const std::shared_ptr<Items::LongWork> &work() const { return m_work; }

private:
    void refresh();

    std::shared_ptr<Items::LongWork> m_work;
    ElidedLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
};

} // namespace Roost::Ui
