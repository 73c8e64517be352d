// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logchips.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

namespace Roost {

using namespace Qt::StringLiterals;

QString logTitle(const QString &path)
{
    if (path == LogChips::allRanks())
        return LogChips::tr("All ranks");
    if (path.endsWith("70_driver_log.txt"_L1) || path.endsWith("std_log.txt"_L1))
        return LogChips::tr("Driver log");
    if (const auto rank = rankOfLog(path))
        return LogChips::tr("Rank %1").arg(*rank);
    if (path.endsWith("20_image_build_log.txt"_L1))
        return LogChips::tr("Environment build");
    return path.section(u'/', -1);
}

namespace {

// The colour that the rank has in the gutter.
QIcon colorIcon(int index)
{
    constexpr int Side = 10;
    QPixmap pixmap(2 * QSize(Side, Side));
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter(&pixmap).fillRect(QRect(3, 0, 4, Side), Theme::series(index));
    return pixmap;
}

} // namespace

LogChips::LogChips(RunLogs *logs, QWidget *parent)
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
    connect(logs, &RunLogs::changed, this, &LogChips::rebuild);
    connect(logs, &RunLogs::mutedChanged, this, &LogChips::refresh);
    rebuild();
}

QToolButton *LogChips::addChip(const QString &path, const QString &text, const QString &tip)
{
    auto *chip = new QToolButton;
    chip->setObjectName(u"logChip:"_s + path);
    chip->setProperty("path", path);
    chip->setText(text);
    chip->setToolTip(tip);
    chip->setAccessibleName(tr("Show the log %1").arg(text));
    chip->setCheckable(true);
    chip->setAutoRaise(true);
    chip->setFocusPolicy(Qt::TabFocus);
    chip->installEventFilter(this);
    m_row->addWidget(chip);
    m_chips += chip;
    connect(chip, &QToolButton::clicked, this, [this, path] {
        refresh(); // what is checked is said by setCurrent() alone
        Q_EMIT chosen(path);
    });
    return chip;
}

void LogChips::rebuild()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_chips.clear();
    const QStringList paths = m_logs->paths();
    const QStringList ranks = m_logs->rankPaths();
    if (ranks.size() > 1)
        addChip(allRanks(), logTitle(allRanks()), tr("All ranks in the order of time"));
    for (const QString &path : ranks) {
        auto *chip = addChip(path, logTitle(path),
                             ranks.size() > 1 ? tr("%1\nAlt+click or M leaves it out of all ranks").arg(path) : path);
        chip->setIcon(colorIcon(*rankOfLog(path)));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    for (const QString &path : paths) {
        if (!ranks.contains(path))
            addChip(path, logTitle(path), path);
    }
    m_row->addStretch(1);
    refresh();
}

void LogChips::setCurrent(const QString &path)
{
    m_current = path;
    refresh();
}

void LogChips::refresh()
{
    for (QToolButton *chip : std::as_const(m_chips)) {
        const QString path = chip->property("path").toString();
        chip->setChecked(path == m_current);
        if (path == m_current)
            ensureWidgetVisible(chip, Theme::Group, 0);
        QFont font = chip->font();
        font.setStrikeOut(m_logs->isMuted(path));
        chip->setFont(font);
    }
}

bool LogChips::eventFilter(QObject *watched, QEvent *event)
{
    const auto *mouse = event->type() == QEvent::MouseButtonPress ? static_cast<QMouseEvent *>(event) : nullptr;
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    if ((mouse && mouse->modifiers() & Qt::AltModifier) || (key && key->key() == Qt::Key_M)) {
        const QString path = watched->property("path").toString();
        if (rankOfLog(path) && m_logs->rankPaths().size() > 1) {
            m_logs->setMuted(path, !m_logs->isMuted(path));
            return true;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace Roost
