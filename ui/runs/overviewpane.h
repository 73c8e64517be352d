// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/openrun/openrun.h"

#include <QScrollArea>

class QHBoxLayout;
class QVBoxLayout;

namespace Roost::Ui {

class FailureCard;
class Label;
class StragglerView;
class Navigator;
class PropertyGrid;
class SectionHeader;

/// An overview of a run: why it failed, what was requested, and where and how it ran.
class OverviewPane : public QScrollArea
{
    Q_OBJECT
public:
    /// `run` and `navigator` must outlive the pane.
    OverviewPane(Items::OpenRun *run, Navigator *navigator, QWidget *parent = nullptr);

    /// Updates durations.
    void tick();
    FailureCard *failure() const { return m_failure; }
    StragglerView *stragglers() const { return m_stragglers; }

Q_SIGNALS:
    /// Emitted when the user clicks the link to the snapshot.
    void snapshotWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Side { Left, Right };
    struct Section
    {
        Side side = Side::Left;
        QWidget *body = nullptr;
        QWidget *whole = nullptr;
    };
    SectionHeader *addSection(const QString &title, QWidget *body, Side side);
    void refresh();
    void refreshDetails();
    void refreshRanks();
    void arrange();
    void refreshStragglers();
    static void showMap(SectionHeader *header, PropertyGrid *list, const StringMap &map, const QString &detail = {});

    Items::RunDocument *m_run;
    const Items::RunRanks *m_activity;
    Navigator *m_navigator;
    QWidget *m_page;
    QHBoxLayout *m_sides;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
    FailureCard *m_failure;
    SectionHeader *m_stragglersHeader;
    StragglerView *m_stragglers;
    Label *m_command;
    PropertyGrid *m_details;
    PropertyGrid *m_where;
    PropertyGrid *m_metrics;
    PropertyGrid *m_parameters;
    PropertyGrid *m_tags;
    PropertyGrid *m_variables;
    PropertyGrid *m_ranks;
    SectionHeader *m_metricsHeader = nullptr;
    SectionHeader *m_parametersHeader = nullptr;
    SectionHeader *m_tagsHeader = nullptr;
    SectionHeader *m_variablesHeader = nullptr;
    SectionHeader *m_ranksHeader = nullptr;
    QList<Section> m_sections;
    int m_columns = 0;
};

} // namespace Roost::Ui
