// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/header.h"

#include "models/items/base/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/mnemonic.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int HeaderHeight = 52;

// A button that shows its action: text, state, and a tool tip with the keys.
class ActionButton : public QPushButton
{
public:
    // Created in `parent`: without a parent it would be shown as a window for a moment and take the focus.
    ActionButton(QAction *action, QWidget *parent)
        : QPushButton(parent)
    {
        setObjectName(u"header_"_s + action->objectName());
        setProperty("primary", action->property("primary"));
        const auto read = [this, action] {
            setText(action->text());
            setAccessibleName(Mnemonic::removed(action->text()));
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
    if (page != m_page || !page)
        clear();
    m_page = page;
    if (!page)
        return;
    showBreadcrumb(page->breadcrumb());
    showState(page->headerState());
    showActions(page->headerActions(), page->menuActions());
}

void Header::setCanGoBack(bool can)
{
    m_back->setEnabled(can);
}

void Header::clear()
{
    showBreadcrumb({});
    showState(nullptr);
    showActions({}, {});
}

// A page emits headerChanged() with each metric that arrives; parts without changes keep their focus and their open
// menu.
void Header::showBreadcrumb(const QList<Crumb> &crumbs)
{
    QStringList texts;
    for (const Crumb &crumb : crumbs)
        texts += crumb.text;
    if (texts == m_crumbTexts)
        return;
    m_crumbTexts = texts;
    empty(m_crumbRow);
    for (qsizetype i = 0; i < crumbs.size(); ++i) {
        if (i + 1 < crumbs.size()) {
            addCrumb(crumbs.at(i), u"crumb%1"_s.arg(i));
            continue;
        }
        auto *label = new ElidedLabel(crumbs.at(i).text);
        label->setObjectName(u"headerTitle"_s);
        label->setFont(Theme::font(Theme::Title, QFont::DemiBold));
        label->setContentsMargins(Theme::Inside, 0, 0, 0);
        m_crumbRow->addSpacing(i > 0 ? Theme::Step : 0);
        m_crumbRow->addWidget(label, 10);
        m_crumbRow->addStretch(1);
    }
}

void Header::addCrumb(const Crumb &crumb, const QString &name)
{
    if (crumb.open) {
        auto *button = new QToolButton;
        button->setText(Mnemonic::escaped(Format::isolated(crumb.text)));
        button->setObjectName(name);
        button->setAccessibleName(tr("Go to %1").arg(Format::isolated(crumb.text)));
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, m_page, crumb.open);
        m_crumbRow->addWidget(button);
    } else {
        auto *label = new Label(crumb.text);
        label->setObjectName(name);
        label->setContentsMargins(Theme::Step, 0, Theme::Step, 0);
        m_crumbRow->addWidget(label);
    }
    m_crumbRow->addWidget(new Label(u"›"_s, Theme::Role::TextSecondary));
}

void Header::showState(QWidget *state)
{
    if (state == m_state)
        return;
    if (m_state) {
        m_stateRow->removeWidget(m_state);
        m_state->hide();
        m_state->setParent(m_stateOwner);
    }
    m_state = state;
    m_stateOwner = m_page;
    if (state) {
        m_stateRow->addWidget(state);
        state->show();
    }
}

void Header::showActions(const QList<QAction *> &actions, const QList<QAction *> &more)
{
    if (actions != m_actions) {
        m_actions = actions;
        empty(m_actionRow);
        for (QAction *action : actions)
            m_actionRow->addWidget(new ActionButton(action, this));
    }
    if (more != m_menu->actions()) {
        m_menu->clear();
        m_menu->addActions(more);
    }
    m_more->setVisible(!more.isEmpty());
}

void Header::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Theme::Role::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(Theme::Role::Line));
}

} // namespace Roost::Ui
