// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/media/mediaseries.h"

#include <QWidget>

#include <vector>

class QSlider;

namespace Roost::Ui {

class Label;

/// Chooses one record of a series by its step, and shows step and time of the choice. The newest record is chosen until
/// the user moves the slider away from the end. Keys: the arrows, Page Up and Page Down, Home and End.
class StepSlider : public QWidget
{
    Q_OBJECT
public:
    /// `name` is the name of the series, for screen readers.
    explicit StepSlider(const QString &name, QWidget *parent = nullptr);

    /// Sets the newest state of the series. The chosen record stays chosen.
    void setRecords(const std::vector<Items::MediaRecord> &records);
    /// Returns the index of the chosen record; -1 if there are no records.
    int index() const;
    /// Chooses a record as if the user had moved the slider there.
    void choose(int index);
    bool isFollowing() const { return m_following; }
    /// Returns the step and the time of a record: "step 1,200".
    static QString stepText(const Items::MediaRecord &record);

Q_SIGNALS:
    /// Emitted when another record is chosen, by the user or because a newer one has arrived.
    void chosen(int index);

private:
    void showChoice();

    QSlider *m_slider;
    Label *m_step;
    Label *m_count;
    QString m_name;
    std::vector<Items::MediaRecord> m_records;
    bool m_following = true;
};

} // namespace Roost::Ui
