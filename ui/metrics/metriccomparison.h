// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/rundocument.h"

#include <QHash>
#include <QMap>
#include <QMenu>

#include <map>

class QMenu;

namespace Roost::Ui {

class MetricCard;

/// The additional lines in the cards of a run: other metrics of the run, and the same metric of other runs of its
/// experiment. Other runs are read again when the workspace reports a change.
class MetricComparison : public QObject
{
    Q_OBJECT
public:
    /// `run` must outlive the object.
    explicit MetricComparison(Items::RunDocument *run, QObject *parent = nullptr);
    ~MetricComparison() override;

    /// Adds a new card, which shows the lines that restoreState() has read for it.
    void addCard(MetricCard *card);
    /// Call when the metric `key` of the run itself has more points.
    void grown(const QString &key);

    /// Called each time the chart of a card is painted: reads the lines that consist of buckets as finely as it shows
    /// them.
    void want(MetricCard *card, const Items::MetricView &view);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    /// Emitted with the reason why the line of another run is missing.
    void failed(const Roost::Error &error);
    void lacking(const QString &sentence);

private:
    struct Line
    {
        QString id; // a key, or the id of a run
        QString name;
        bool isRun = false;
    };
    void fillMenu(MetricCard *card, QMenu *menu);
    void offerRuns(MetricCard *card, QMenu *menu);
    void offer(MetricCard *card, QMenu *menu, const Line &line);
    void nameOwnLine(MetricCard *card);
    void setShown(MetricCard *card, const Line &line, bool shown);
    void show(MetricCard *card, const Line &line);
    bool isShown(const QString &key, const QString &id) const;
    Items::MetricsBoard *boardOf(const QString &runId);
    void otherGrown(const QString &runId, const QString &key);

    Items::RunDocument *m_run;
    QMap<QString, MetricCard *> m_cards;                              // by key
    QMap<QString, QList<Line>> m_lines;                               // by the key of the card
    std::map<QString, std::unique_ptr<Items::MetricsBoard>> m_boards; // of other runs
    PendingReply<Page<Run>> m_runsQuery;
};

} // namespace Roost::Ui
