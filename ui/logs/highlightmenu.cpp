// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/highlightmenu.h"

#include "models/items/base/format.h"
#include "ui/logs/loglayout.h"
#include "ui/settings/settings.h"
#include "ui/widgets/mnemonic.h"

#include <QAction>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Logs;
using namespace Qt::StringLiterals;

namespace {

// Returns a pattern as the text of a menu entry.
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
    for (const QVariantMap &entry : Settings::instance().value(Preferences::logHighlights)) {
        const LogPattern pattern(entry.value(u"text"_s).toString(), entry.value(u"regex"_s).toBool(),
                                 entry.value(u"case"_s).toBool());
        if (!pattern.isEmpty() && pattern.whyNot().isEmpty())
            m_highlights.append({pattern, entry.value(u"colour"_s).toInt()});
    }
}

void HighlightMenu::save()
{
    SettingArray entries;
    for (const LogHighlight &highlight : std::as_const(m_highlights)) {
        entries.append({{u"text"_s, highlight.pattern.text()},
                        {u"regex"_s, highlight.pattern.isRegularExpression()},
                        {u"case"_s, highlight.pattern.isCaseSensitive()},
                        {u"colour"_s, highlight.colour}});
    }
    Settings::instance().set(Preferences::logHighlights, entries);
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
        entry->setToolTip(tr("Remove this mark"));
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
