// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logpicker.h"

#include "models/items/base/format.h"
#include "ui/logs/logtitle.h"
#include "ui/theme/theme.h"
#include "ui/widgets/mnemonic.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

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

void LogPicker::addChip(const LogSource &source, const QString &tip)
{
    const QString text = logTitle(source);
    auto *chip = new QToolButton;
    chip->setObjectName(u"logChip:"_s + toText(source));
    chip->setText(Mnemonic::escaped(Format::isolated(text)));
    chip->setToolTip(tip);
    chip->setAccessibleName(tr("Show the log %1").arg(Format::isolated(text)));
    chip->setCheckable(true);
    chip->setAutoRaise(true);
    chip->setFocusPolicy(Qt::TabFocus);
    m_row->addWidget(chip);
    m_chips.append({chip, source});
    connect(chip, &QToolButton::clicked, this, [this, source] {
        refresh(); // only setCurrent() decides which chip is checked
        Q_EMIT chosen(source);
    });
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
        addChip(AllRanks{}, tr("All ranks in the order of time"));
    for (const QString &path : paths) {
        if (!hasRanks || !rankOfLog(path))
            addChip(LogFile{path}, path);
    }
    m_row->addStretch(1);
    refresh();
}

void LogPicker::setCurrent(const std::optional<LogSource> &source)
{
    m_current = source;
    refresh();
}

void LogPicker::refresh()
{
    for (const auto &[chip, source] : std::as_const(m_chips)) {
        chip->setChecked(source == m_current);
        if (source == m_current)
            ensureWidgetVisible(chip, Theme::Group, 0);
    }
}

} // namespace Roost::Ui
