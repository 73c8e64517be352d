// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logpicker.h"

#include "models/items/base/format.h"
#include "ui/logs/rankssidebar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/mnemonic.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace Roost::Ui {

using namespace Items;

using namespace Qt::StringLiterals;

QString logTitle(const QString &path)
{
    if (path == LogPicker::allRanks())
        return LogPicker::tr("All ranks");
    if (path.endsWith("70_driver_log.txt"_L1) || path.endsWith("std_log.txt"_L1))
        return LogPicker::tr("Driver log");
    if (const auto rank = RanksSidebar::rankOf(path)) {
        const QString name = path.section(u'/', -1);
        if (name == "stdout.log"_L1 || name == "stderr.log"_L1)
            return LogPicker::tr("Rank %1, %2").arg(*rank).arg(name.chopped(4));
        return LogPicker::tr("Rank %1").arg(*rank);
    }
    if (path.endsWith("20_image_build_log.txt"_L1))
        return LogPicker::tr("Environment build");
    return path.section(u'/', -1);
}

LogPicker::LogPicker(RunLogs *logs, QWidget *parent)
    : QScrollArea(parent)
    , m_logs(logs)
{
    auto *chips = new QWidget;
    m_row = new QHBoxLayout(chips);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Theme::Step);
    setWidget(chips);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(Theme::ControlHeight + Theme::Step);
    connect(logs, &RunLogs::changed, this, &LogPicker::rebuild);
    rebuild();
}

QToolButton *LogPicker::addChip(const QString &path, const QString &text, const QString &tip)
{
    auto *chip = new QToolButton;
    chip->setObjectName(u"logChip:"_s + path);
    chip->setProperty("path", path);
    chip->setText(Mnemonic::escaped(Format::isolated(text)));
    chip->setToolTip(tip);
    chip->setAccessibleName(tr("Show the log %1").arg(Format::isolated(text)));
    chip->setCheckable(true);
    chip->setAutoRaise(true);
    chip->setFocusPolicy(Qt::TabFocus);
    m_row->addWidget(chip);
    m_chips += chip;
    connect(chip, &QToolButton::clicked, this, [this, path] {
        refresh(); // what is checked is said by setCurrent() alone
        Q_EMIT chosen(path);
    });
    return chip;
}

void LogPicker::rebuild()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_chips.clear();
    const QStringList paths = m_logs->paths();
    const bool hasRanks = m_logs->hasRanks();
    if (hasRanks)
        addChip(allRanks(), logTitle(allRanks()), tr("All ranks in the order of time"));
    for (const QString &path : paths) {
        if (!hasRanks || !rankOfLog(path))
            addChip(path, logTitle(path), path);
    }
    m_row->addStretch(1);
    refresh();
}

void LogPicker::setCurrent(const QString &path)
{
    m_current = path;
    refresh();
}

void LogPicker::refresh()
{
    for (QToolButton *chip : std::as_const(m_chips)) {
        const QString path = chip->property("path").toString();
        chip->setChecked(path == m_current);
        if (path == m_current)
            ensureWidgetVisible(chip, Theme::Group, 0);
    }
}

} // namespace Roost::Ui
