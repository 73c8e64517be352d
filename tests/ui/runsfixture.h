// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/runscontent.h"
#include "ui/runs/runpage.h"
#include "ui/runs/runspage.h"
#include "ui/tables/tableview.h"

#include <QAction>
#include <QLabel>
#include <QScrollBar>
#include <QTabWidget>

namespace Roost::Testing {

using namespace Qt::StringLiterals;

/// Runs in a workspace, and their pages as a window shows them.
class RunsFixture
{
protected:
    void beginCase()
    {
        m_content = {};
        fillWithRuns(m_content);
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_session = openSession(m_workspace);
        m_navigator = {};
    }

    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<Items::WorkspaceSession> m_session;
    RecordingNavigator m_navigator;

    template <typename T>
    std::unique_ptr<T> shown(std::unique_ptr<T> page)
    {
        page->resize(1080, 640);
        page->show();
        page->activate();
        [[maybe_unused]] const bool loaded = QTest::qWaitFor([&] { return page->isLoaded(); });
        return page;
    }
    std::unique_ptr<Ui::RunsPage> runs() { return shown(std::make_unique<Ui::RunsPage>(*m_session, m_navigator)); }
    std::unique_ptr<Ui::RunPage> run(const QString &id)
    {
        return shown(std::make_unique<Ui::RunPage>(*m_session, m_navigator, id));
    }
    static void showTab(Ui::RunPage &page, int index)
    {
        page.findChild<QTabWidget *>(u"runTabs"_s)->setCurrentIndex(index);
    }
    static QAction *action(Ui::PageView &page, const QString &name) { return page.findChild<QAction *>(name); }
    static Ui::TableView *table(Ui::RunsPage &page) { return page.findChild<Ui::TableView *>(u"runsTable"_s); }

    // Checks that tests can find every control and that screen readers can name it.
    static void sweep(QWidget &page)
    {
        for (const QWidget *widget : page.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_"_L1))
                continue;
            if (qobject_cast<const QScrollBar *>(widget) || !widget->isVisible())
                continue;
            const auto *buddy = widget->findChild<QLabel *>();
            const bool named =
                !widget->accessibleName().isEmpty() || buddy || !widget->property("text").toString().isEmpty();
            QVERIFY2(named,
                     qPrintable(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName() +
                                u" in "_s + QLatin1StringView(widget->parentWidget()->metaObject()->className())));
        }
    }
};

} // namespace Roost::Testing
