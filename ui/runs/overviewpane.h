// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/openrun/openrun.h"

#include <QScrollArea>

class QHBoxLayout;
class QVBoxLayout;

namespace Roost::Ui {

class FactList;
class FailureCard;
class Label;
class StragglerView;
class Navigator;
class SectionHeader;

/// What is known of a run at a glance: why it failed, what was asked for, where and how it ran.
class OverviewPane : public QScrollArea
{
    Q_OBJECT
public:
    /// Both outlive the pane.
    OverviewPane(Items::OpenRun *run, Navigator *navigator, QWidget *parent = nullptr);

    /// Times that pass are as of now.
    void tick();
    FailureCard *failure() const { return m_failure; }
    StragglerView *lens() const { return m_lens; }

Q_SIGNALS:
    /// The files of the snapshot are to be shown.
    void snapshotWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Side { Left, Right };
    struct Section
    {
        Side side = Side::Left;
        SectionHeader *header = nullptr;
        QWidget *body = nullptr;
        QWidget *whole = nullptr;
    };
    Section addSection(const QString &title, QWidget *body, Side side);
    void refresh();
    void refreshDetails();
    void refreshRanks();
    void arrange();
    void showLens();
    void showMap(Section &section, FactList *list, const StringMap &map, const QString &detail = {});

    Items::RunDocument *m_run;
    const Items::RunRanks *m_activity;
    Navigator *m_navigator;
    QWidget *m_page;
    QHBoxLayout *m_sides;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
    FailureCard *m_failure;
    SectionHeader *m_lensHeader;
    StragglerView *m_lens;
    Label *m_command;
    FactList *m_details;
    FactList *m_where;
    FactList *m_metrics;
    FactList *m_parameters;
    FactList *m_tags;
    FactList *m_variables;
    FactList *m_ranks;
    QList<Section> m_sections;
    int m_columns = 0;
};

} // namespace Roost::Ui
