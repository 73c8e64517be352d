// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/stepslider.h"

#include "models/items/base/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

StepSlider::StepSlider(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_step(new Label({}, Theme::Role::Text, Theme::Secondary))
    , m_count(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
    , m_name(name)
{
    m_slider->setObjectName(u"mediaSlider"_s);
    m_slider->setAccessibleName(tr("Step of %1").arg(Format::isolated(name)));
    m_slider->setToolTip(tr("Choose a step: arrows, Page Up, Page Down, Home; End follows the newest step"));
    m_slider->setFocusPolicy(Qt::StrongFocus);
    m_step->setObjectName(u"mediaStep"_s);
    m_step->setFont(Theme::tabular(m_step->font()));
    m_count->setObjectName(u"mediaCount"_s);
    m_count->setFont(Theme::tabular(m_count->font()));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Inside);
    row->addWidget(m_step);
    row->addWidget(m_slider, 1);
    row->addWidget(m_count);
    setFocusProxy(m_slider);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        m_following = value == m_slider->maximum();
        showChoice();
        Q_EMIT chosen(value);
    });
}

int StepSlider::index() const
{
    return m_records.empty() ? -1 : m_slider->value();
}

void StepSlider::setRecords(const std::vector<MediaRecord> &records)
{
    const auto before = index() < 0 ? std::optional<MediaRecord>() : m_records[size_t(index())];
    m_records = records;
    if (records.empty())
        return;
    int at = int(records.size()) - 1;
    if (before && !m_following) {
        const auto same = std::ranges::find(records, *before);
        const auto near = std::ranges::lower_bound(records, before->step, {}, &MediaRecord::step);
        at = std::min(at, int((same == records.end() ? near : same) - records.begin()));
    }
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, int(records.size()) - 1);
        m_slider->setPageStep(std::max(1, int(records.size()) / 10));
        m_slider->setValue(at);
    }
    m_slider->setVisible(records.size() > 1);
    showChoice();
    if (!before || *before != records[size_t(at)])
        Q_EMIT chosen(at);
}

void StepSlider::choose(int index)
{
    m_slider->setValue(index);
}

QString StepSlider::stepText(const MediaRecord &record)
{
    return tr("step %1").arg(Format::count(record.step));
}

void StepSlider::showChoice()
{
    if (index() < 0)
        return;
    const MediaRecord &record = m_records[size_t(index())];
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(record.timestamp, QTimeZone::UTC);
    const bool hasTime = record.timestamp > 0;
    m_step->setText(hasTime ? stepText(record) + u"  ·  "_s + Format::moment(time) : stepText(record));
    m_step->setToolTip(hasTime ? Format::exact(time) : QString());
    m_count->setText(tr("%1 of %2").arg(Format::count(index() + 1), Format::count(qint64(m_records.size()))));
    m_count->setVisible(m_records.size() > 1);
    m_slider->setAccessibleDescription(m_step->text());
}

} // namespace Roost::Ui
