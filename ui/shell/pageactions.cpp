// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageactions.h"

#include "ui/pages/pageview.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/windowactions.h"

namespace Roost::Ui {

using namespace Qt::StringLiterals;

PageActions::PageActions(WindowActions &actions, PageHost &host, QObject *parent)
    : QObject(parent)
    , m_host(host)
{
    const QString here = tr("On this page");
    const auto add = [&](const QString &name, const QString &text, const QString &icon, const QString &key,
                         const QString &otherwise, bool (*act)(PageView &)) {
        actions.add(here, name, text, icon, {QKeySequence(key)}, [this, act, otherwise] {
            if (m_host.page() && !act(*m_host.page()))
                Q_EMIT impossible(otherwise);
        });
    };
    const QString noErrors = tr("There are no errors to step through on this page.");
    add(u"Refresh"_s, tr("Refresh"), u"refresh"_s, u"F5"_s, {}, [](PageView &page) {
        page.refresh();
        return true;
    });
    add(u"Find"_s, tr("Find here"), u"search"_s, u"Ctrl+F"_s, tr("There is nothing to search on this page."),
        [](PageView &page) { return page.find(); });
    add(u"Filter"_s, tr("Filter"), u"filter"_s, u"Ctrl+L"_s, tr("There is nothing to filter on this page."),
        [](PageView &page) { return page.focusFilter(); });
    add(u"GoTo"_s, tr("Go to a line or a time"), u"forward"_s, u"Ctrl+G"_s, tr("There are no lines on this page."),
        [](PageView &page) { return page.goToPlace(); });
    add(u"Compare"_s, tr("Two logs side by side"), u"columns"_s, u"Ctrl+D"_s, tr("There are no two logs on this page."),
        [](PageView &page) { return page.toggleCompare(); });
    add(u"NextError"_s, tr("Next error"), u"down"_s, u"F8"_s, noErrors,
        [](PageView &page) { return page.walkErrors(1); });
    add(u"PreviousError"_s, tr("Previous error"), u"up"_s, u"Shift+F8"_s, noErrors,
        [](PageView &page) { return page.walkErrors(-1); });
}

} // namespace Roost::Ui
