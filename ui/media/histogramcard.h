// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/media/mediacard.h"

namespace Roost::Ui {

class HistogramView;

/// The histograms of one tag.
class HistogramCard : public MediaCard
{
    Q_OBJECT
public:
    HistogramCard(Items::RunMedia &media, const Items::MediaKey &key, QWidget *parent);

    HistogramView *view() const { return m_view; }
    void refresh() override;

protected:
    void showContent(const Items::MediaContent &content) override;
    void clearContent() override;
    void fillMenu(QMenu *menu) override;

private:
    QByteArray csv() const;

    HistogramView *m_view;
    Items::MediaBuckets m_buckets;
    QString m_words; // the chosen histogram
};

} // namespace Roost::Ui
