// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/chartlegend.h"

#include "models/items/base/format.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

/// A dot in the colour of a line.
class Dot : public QWidget
{
public:
    explicit Dot(const QColor &color)
        : m_color(color)
    {
        setFixedSize(Side, Side);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_color);
        painter.drawEllipse(rect().adjusted(1, 1, -1, -1));
    }

private:
    static constexpr int Side = 10;
    QColor m_color;
};

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(u"chartLegend"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::Step);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    hide();
}

void ChartLegend::setEntries(const QList<Entry> &entries)
{
    const bool same = std::ranges::equal(entries, m_entries, [](const Entry &a, const Entry &b) {
        return a.id == b.id && a.name == b.name && a.color == b.color;
    });
    m_entries = entries;
    if (!same)
        rebuild();
    for (qsizetype i = 0; i < m_values.size(); ++i)
        m_values.at(i)->setText(entries.at(i).value);
    setVisible(entries.size() > 1);
}

void ChartLegend::setRemovable(bool removable)
{
    m_removable = removable;
    rebuild();
}

void ChartLegend::rebuild()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_values.clear();
    for (int row = 0; const Entry &entry : std::as_const(m_entries)) {
        auto *name = new ElidedLabel(entry.name);
        name->setRole(Theme::Role::TextSecondary);
        auto *value = new Label(entry.value, Theme::Role::TextSecondary);
        value->setFont(Theme::tabular(Theme::font(1.0)));
        m_grid->addWidget(new Dot(entry.color), row, 0);
        m_grid->addWidget(name, row, 1);
        m_grid->addWidget(value, row, 2, Qt::AlignRight | Qt::AlignVCenter);
        m_values += value;
        // Rows without a button are as high as rows with one, so that all have equal distances.
        m_grid->setRowMinimumHeight(row, Theme::ControlHeight);
        if (!entry.id.isEmpty() && m_removable) {
            auto *remove = new QToolButton;
            remove->setObjectName(u"chartLineRemove:"_s + entry.id);
            remove->setIcon(Theme::icon(u"close"_s));
            remove->setAutoRaise(true);
            remove->setToolTip(tr("Remove %1 from this chart").arg(Format::isolated(entry.name)));
            remove->setAccessibleName(remove->toolTip());
            // Queued, since the button is deleted with its row.
            connect(
                remove, &QToolButton::clicked, this, [this, id = entry.id] { Q_EMIT removeWanted(id); },
                Qt::QueuedConnection);
            m_grid->addWidget(remove, row, 3);
        }
        ++row;
    }
}

} // namespace Roost::Ui
