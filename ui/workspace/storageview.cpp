// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/storageview.h"

#include "models/items/base/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

StorageView::StorageView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StorageView::setStorage(const QMap<QString, qint64> &storage)
{
    const QHash<QString, QString> words = {{u"runs"_s, tr("Runs")},
                                           {u"models"_s, tr("Models")},
                                           {u"code"_s, tr("Code snapshots")},
                                           {u"environments"_s, tr("Environments")}};
    m_parts.clear();
    m_total = 0;
    QStringList spoken;
    for (auto it = storage.cbegin(); it != storage.cend(); ++it) {
        m_parts.append({words.value(it.key(), it.key()), it.value()});
        m_total += it.value();
    }
    std::ranges::stable_sort(m_parts, [](const Part &a, const Part &b) { return a.bytes > b.bytes; });
    for (const Part &part : std::as_const(m_parts))
        spoken.append(part.name + u' ' + Format::bytes(part.bytes));
    setAccessibleName(tr("Storage used: %1").arg(spoken.join(u", "_s)));
    updateGeometry();
    update();
}

QSize StorageView::sizeHint() const
{
    return {200, int(m_parts.size()) * (Theme::rowHeight() + Theme::Step)};
}

void StorageView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::tabular(font()));
    const QFontMetrics metrics = painter.fontMetrics();
    const int numbers = metrics.horizontalAdvance(u"000.0 MB"_s) + Theme::Inside;
    int names = 0;
    for (const Part &part : std::as_const(m_parts))
        names = std::max(names, metrics.horizontalAdvance(part.name) + Theme::Group);
    const int step = Theme::rowHeight() + Theme::Step;
    const int barWidth = std::max(0, width() - names - numbers);
    int y = 0;
    for (const Part &part : std::as_const(m_parts)) {
        const QRect line(0, y, width(), step);
        painter.setPen(Theme::color(Theme::Role::Text));
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, part.name);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, Format::bytes(part.bytes));
        const QRectF groove(names, line.center().y() - 2, barWidth, 5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::color(Theme::Role::Hover));
        painter.drawRoundedRect(groove, 2.5, 2.5);
        if (m_total > 0 && part.bytes > 0) {
            QRectF bar = groove;
            bar.setWidth(std::max(5.0, groove.width() * double(part.bytes) / double(m_total)));
            painter.setBrush(Theme::color(Theme::Role::Accent));
            painter.drawRoundedRect(bar, 2.5, 2.5);
        }
        y += step;
    }
}

} // namespace Roost::Ui
