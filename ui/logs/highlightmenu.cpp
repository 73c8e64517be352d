// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/highlightmenu.h"

#include "models/items/base/format.h"
#include "ui/logs/loglayout.h"
#include "ui/widgets/mnemonic.h"

#include <QPainter>
#include <QSettings>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Logs;

using namespace Qt::StringLiterals;

namespace {

constexpr auto Group = "logs/highlights"_L1;

// A pattern as the text of a menu entry.
QString shown(const QString &pattern)
{
    return Mnemonic::escaped(Format::isolated(pattern.left(40)));
}

QIcon colorIcon(int colour)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(highlightColor(colour));
    return pixmap;
}

} // namespace

HighlightMenu::HighlightMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(u"highlightMenu"_s);
    setToolTipsVisible(true);
    load();
    connect(this, &QMenu::aboutToShow, this, &HighlightMenu::fill);
}

void HighlightMenu::load()
{
    QSettings settings;
    const int count = settings.beginReadArray(Group);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const LogPattern pattern(settings.value("text"_L1).toString(), settings.value("regex"_L1).toBool(),
                                 settings.value("case"_L1).toBool());
        if (!pattern.isEmpty() && pattern.whyNot().isEmpty())
            m_highlights.append({pattern, settings.value("colour"_L1).toInt()});
    }
    settings.endArray();
}

void HighlightMenu::save()
{
    QSettings settings;
    settings.remove(Group);
    settings.beginWriteArray(Group, int(m_highlights.size()));
    for (int i = 0; i < m_highlights.size(); ++i) {
        const LogPattern &pattern = m_highlights[i].pattern;
        settings.setArrayIndex(i);
        settings.setValue("text"_L1, pattern.text());
        settings.setValue("regex"_L1, pattern.isRegularExpression());
        settings.setValue("case"_L1, pattern.isCaseSensitive());
        settings.setValue("colour"_L1, m_highlights[i].colour);
    }
    settings.endArray();
    Q_EMIT changed();
}

void HighlightMenu::add(const LogPattern &pattern)
{
    if (pattern.isEmpty() || std::ranges::contains(m_highlights, pattern, &LogHighlight::pattern))
        return;
    int colour = 0;
    while (std::ranges::contains(m_highlights, colour, &LogHighlight::colour))
        ++colour;
    m_highlights.append({pattern, colour});
    save();
}

void HighlightMenu::fill()
{
    clear();
    if (m_candidate.isEmpty() || !m_candidate.whyNot().isEmpty())
        addAction(tr("Find or select some text to mark it"))->setEnabled(false);
    else
        addAction(tr("Mark “%1”").arg(shown(m_candidate.text())), this, [this] { add(m_candidate); });
    if (m_highlights.isEmpty())
        return;
    addSeparator();
    for (const LogHighlight &highlight : std::as_const(m_highlights)) {
        QAction *entry = addAction(colorIcon(highlight.colour), shown(highlight.pattern.text()));
        entry->setToolTip(tr("Mark this no more"));
        connect(entry, &QAction::triggered, this, [this, highlight] {
            m_highlights.removeOne(highlight);
            save();
        });
    }
    addSeparator();
    addAction(tr("Mark nothing"), this, [this] {
        m_highlights.clear();
        save();
    });
}

} // namespace Roost::Ui
