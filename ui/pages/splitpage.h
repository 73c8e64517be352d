// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/pageview.h"

class QSplitter;
class QVBoxLayout;

namespace Roost::Ui {

/// A page with a list at the left and what is selected in it at the right; the splitter is remembered.
class SplitPage : public PageView
{
    Q_OBJECT
public:
    SplitPage(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);

    /// Subclasses add their own keys to these.
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

protected:
    /// Takes both, once. `share` is the master's part of the width in percent at first.
    void setParts(QWidget *master, QWidget *detail, int share = 42);
    /// Above both: error bars and the like.
    void addTop(QWidget *widget);

private:
    QSplitter *m_splitter;
    QVBoxLayout *m_column;
};

} // namespace Roost::Ui
