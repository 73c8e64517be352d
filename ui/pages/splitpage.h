// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/pageview.h"

class QSplitter;
class QVBoxLayout;

namespace Roost::Ui {

/// A page with a list at the left and the selected entry at the right. Stores the position of the splitter.
class SplitPage : public PageView
{
    Q_OBJECT
public:
    SplitPage(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);

    /// Subclasses add their own keys to the result.
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

protected:
    /// Takes ownership of both widgets. Call once. `share` is the initial width of the master in percent.
    void setParts(QWidget *master, QWidget *detail, int share = 42);
    /// Adds a widget above both parts, such as an error bar.
    void addTop(QWidget *widget);

private:
    QSplitter *m_splitter;
    QVBoxLayout *m_column;
};

} // namespace Roost::Ui
