// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/header.h"

#include "ui/parts/elidedlabel.h"
#include "ui/parts/pageview.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace Roost {

using namespace Qt::StringLiterals;

namespace {

constexpr int HeaderHeight = 52;

// A button that is its action: text, state, tool tip with its keys.
class ActionButton : public QPushButton
{
public:
    explicit ActionButton(QAction *action)
    {
        setObjectName(u"header_"_s + action->objectName());
        setProperty("primary", action->property("primary"));
        setAutoDefault(false);
        const auto read = [this, action] {
            setText(action->text());
            setAccessibleName(action->text().remove(u'&'));
            setEnabled(action->isEnabled());
            setVisible(action->isVisible());
            setIcon(action->icon());
            setCheckable(action->isCheckable());
            setChecked(action->isChecked());
            const QString keys = action->shortcut().toString(QKeySequence::NativeText);
            const QString tip = action->toolTip();
            setToolTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys));
        };
        connect(action, &QAction::changed, this, read);
        connect(this, &QPushButton::clicked, action, &QAction::trigger);
        read();
    }
};

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

Header::Header(QWidget *parent)
    : QWidget(parent)
    , m_back(new QToolButton)
    , m_more(new QToolButton)
    , m_menu(new QMenu(this))
    , m_crumbs(new QWidget)
    , m_crumbRow(new QHBoxLayout(m_crumbs))
    , m_stateRow(new QHBoxLayout)
    , m_actionRow(new QHBoxLayout)
{
    setObjectName(u"header"_s);
    setMinimumHeight(HeaderHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_back->setObjectName(u"headerBack"_s);
    m_back->setIcon(Theme::icon(u"back"_s));
    m_back->setAccessibleName(tr("Back"));
    m_back->setFocusPolicy(Qt::StrongFocus);
    m_more->setObjectName(u"headerMore"_s);
    m_more->setIcon(Theme::icon(u"more"_s));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setMenu(m_menu);
    m_crumbRow->setContentsMargins(0, 0, 0, 0);
    m_crumbRow->setSpacing(0);
    m_actionRow->setSpacing(Theme::Inside);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Inside, 0, Theme::Group, 1);
    row->setSpacing(Theme::Inside);
    row->addWidget(m_back);
    row->addWidget(m_crumbs, 10);
    row->addLayout(m_stateRow);
    row->addSpacing(Theme::Inside);
    row->addLayout(m_actionRow);
    row->addWidget(m_more);
}

void Header::showPage(PageView *page)
{
    clear();
    if (!page)
        return;
    showBreadcrumb(page);
    m_state = page->headerState();
    if (m_state) {
        m_stateOwner = page;
        m_stateRow->addWidget(m_state);
        m_state->show();
    }
    showActions(page);
}

void Header::setCanGoBack(bool can)
{
    m_back->setEnabled(can);
}

void Header::clear()
{
    empty(m_crumbRow);
    empty(m_actionRow);
    m_menu->clear();
    if (m_state) {
        m_stateRow->removeWidget(m_state);
        m_state->hide();
        m_state->setParent(m_stateOwner);
        m_state.clear();
    }
    m_more->hide();
}

void Header::showBreadcrumb(PageView *page)
{
    const QList<Crumb> crumbs = page->breadcrumb();
    for (qsizetype i = 0; i < crumbs.size(); ++i) {
        const bool last = i + 1 == crumbs.size();
        if (last) {
            auto *label = new ElidedLabel(crumbs.at(i).text);
            label->setObjectName(u"headerTitle"_s);
            label->setFont(Theme::font(Theme::Title, QFont::DemiBold));
            label->setContentsMargins(Theme::Inside, 0, 0, 0);
            m_crumbRow->addSpacing(i > 0 ? Theme::Step : 0);
            m_crumbRow->addWidget(label, 10);
            continue;
        }
        auto *button = new QToolButton;
        button->setText(crumbs.at(i).text);
        button->setObjectName(u"crumb%1"_s.arg(i));
        button->setAccessibleName(tr("Go to %1").arg(crumbs.at(i).text));
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, page, crumbs.at(i).open);
        m_crumbRow->addWidget(button);
        auto *arrow = new QLabel(u"›"_s);
        QPalette quiet;
        quiet.setColor(QPalette::WindowText, Theme::color(Theme::Role::TextSecondary));
        arrow->setPalette(quiet);
        m_crumbRow->addWidget(arrow);
    }
    m_crumbRow->addStretch(1);
}

void Header::showActions(PageView *page)
{
    for (QAction *action : page->headerActions())
        m_actionRow->addWidget(new ActionButton(action));
    m_menu->addActions(page->menuActions());
    m_more->setVisible(!m_menu->isEmpty());
}

void Header::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Theme::Role::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(Theme::Role::Line));
}

} // namespace Roost
