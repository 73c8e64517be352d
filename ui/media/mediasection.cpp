// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/mediasection.h"

#include "models/items/base/format.h"
#include "ui/media/mediacard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/mnemonic.h"

#include <QGridLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype First = 24; // cards of a long section

} // namespace

MediaSection::MediaSection(const QString &title, CardMaker maker, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_maker(std::move(maker))
    , m_head(new QToolButton)
    , m_board(new QWidget)
    , m_grid(new QGridLayout(m_board))
    , m_more(new QPushButton)
{
    setObjectName(u"mediaSection:"_s + title);
    m_head->setObjectName(u"mediaSectionHead:"_s + title);
    m_head->setFont(Theme::font(1.0, QFont::DemiBold));
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setAutoRaise(true);
    m_head->setIcon(Theme::icon(u"chevron-down"_s));
    m_head->setFocusPolicy(Qt::TabFocus);
    m_head->setToolTip(tr("Fold or unfold this section"));
    connect(m_head, &QToolButton::clicked, this, [this] {
        m_open = !m_open;
        m_head->setIcon(Theme::icon(m_open ? u"chevron-down"_s : u"chevron-right"_s));
        arrange();
    });
    m_more->setObjectName(u"mediaMore"_s);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = true;
        arrange();
    });
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(Theme::Inside + Theme::Step);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Step);
    column->addWidget(m_head, 0, Qt::AlignLeft);
    column->addWidget(m_board);
    column->addWidget(m_more, 0, Qt::AlignLeft);
}

void MediaSection::setTitleShown(bool shown)
{
    m_head->setVisible(shown || !m_open);
}

void MediaSection::arrange(const QList<MediaKey> &keys, int columns)
{
    if (keys == m_keys && columns == m_columns && m_formerColumns > 0) {
        // A card that had the whole page has left the layout.
        const auto isElsewhere = [this](const MediaCard *card) { return card->parentWidget() != m_board; };
        if (!std::ranges::any_of(m_cards, isElsewhere))
            return;
    }
    m_keys = keys;
    m_columns = columns;
    arrange();
}

void MediaSection::arrange()
{
    m_head->setText(u"%1  (%2)"_s.arg(Mnemonic::escaped(Format::isolated(m_title)), Format::count(m_keys.size())));
    m_head->setAccessibleName(tr("Section %1").arg(Format::isolated(m_title)));
    m_head->setAccessibleDescription(m_open ? tr("unfolded") : tr("folded"));
    const qsizetype shown = !m_open ? 0 : m_all ? m_keys.size() : std::min(First, m_keys.size());
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    for (MediaCard *card : std::as_const(m_cards)) {
        if (!m_keys.first(shown).contains(card->key()))
            card->hide();
    }
    for (int at = 0; at < shown; ++at) {
        MediaCard *&card = m_cards[m_keys.at(at)];
        if (!card)
            card = m_maker(m_keys.at(at));
        m_grid->addWidget(card, at / m_columns, at % m_columns);
        card->show();
        card->raise(); // assistive technology reads cards in the order in which they are stacked
    }
    // An empty column would be left out together with its spacing.
    for (int at = int(shown); shown > 0 && at < m_columns; ++at)
        m_grid->addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding), 0, at);
    for (int i = 0; i < std::max(m_columns, m_formerColumns); ++i)
        m_grid->setColumnStretch(i, i < m_columns ? 1 : 0);
    m_formerColumns = m_columns;
    m_board->setVisible(shown > 0);
    m_more->setVisible(m_open && shown < m_keys.size());
    m_more->setText(tr("Show all %1").arg(Format::count(m_keys.size())));
}

} // namespace Roost::Ui
