// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/histogramcard.h"

#include "models/items/base/format.h"
#include "ui/media/histogramview.h"
#include "ui/media/stepslider.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

HistogramCard::HistogramCard(RunMedia &media, const MediaKey &key, QWidget *parent)
    : MediaCard(media, key, parent)
    , m_view(new HistogramView)
{
    m_view->setAccessibleName(tr("Histogram %1").arg(Format::isolated(key.tag)));
    setBody(m_view);
    connect(m_view, &HistogramView::pointed, this,
            [this](const QString &text) { setNote(text.isEmpty() ? m_words : text); });
    connect(m_view, &HistogramView::stepClicked, this,
            [this](qint64 step) { slider()->choose(int(series()->indexOf(step))); });
}

void HistogramCard::refresh()
{
    MediaCard::refresh();
    if (series())
        m_view->setDistributions(series()->distributions());
}

void HistogramCard::showContent(const MediaContent &content)
{
    const auto *buckets = std::get_if<MediaBuckets>(&content);
    const MediaRecord *record = chosen();
    if (!buckets || !record)
        return;
    m_buckets = *buckets;
    double count = 0;
    for (const MediaBucket &bucket : m_buckets)
        count += bucket.count;
    m_words = m_buckets.empty() ? tr("no values")
                                : tr("%1 values from %2 to %3")
                                      .arg(Format::number(count), Format::number(m_buckets.front().low),
                                           Format::number(m_buckets.back().high));
    m_view->setChosen(record->step, m_buckets);
    m_view->setAccessibleDescription(StepSlider::stepText(*record) + u": "_s + m_words);
    setNote(m_words);
    showValue();
}

void HistogramCard::clearContent()
{
    m_buckets.clear();
    m_view->clearChosen();
}

void HistogramCard::fillMenu(QMenu *menu)
{
    QAction *copying = menu->addAction(Theme::icon(u"copy"_s), tr("Copy picture"), this,
                                       [this] { QGuiApplication::clipboard()->setPixmap(m_view->grab()); });
    copying->setObjectName(u"mediaCopy"_s);
    QAction *saving = menu->addAction(Theme::icon(u"table"_s), tr("Export this step as CSV…"), this, [this] {
        saveBytes(tr("Export histogram"), u"csv"_s, tr("CSV (*.csv)"), [this] { return csv(); });
    });
    saving->setObjectName(u"mediaSave"_s);
    saving->setEnabled(!m_buckets.empty());
}

QByteArray HistogramCard::csv() const
{
    QByteArray lines = "low,high,count\n";
    const auto text = [](double number) { return QByteArray::number(number, 'g', QLocale::FloatingPointShortest); };
    for (const MediaBucket &bucket : m_buckets)
        lines += text(bucket.low) + ',' + text(bucket.high) + ',' + text(bucket.count) + '\n';
    return lines;
}

} // namespace Roost::Ui
