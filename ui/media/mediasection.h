// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/media/mediaseries.h"

#include <QMap>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

#include <functional>

class QGridLayout;
class QPushButton;
class QToolButton;

namespace Roost::Ui {

class MediaCard;

/// The cards of the series whose tags have the same prefix, below a heading that folds them. Cards are created when
/// they are shown: at first only some of a long section.
class MediaSection : public QWidget
{
    Q_OBJECT
public:
    using CardMaker = std::function<MediaCard *(const Items::MediaKey &key)>;

    MediaSection(const QString &title, CardMaker maker, QWidget *parent = nullptr);

    /// Shows the cards of these series, in this order and number of columns.
    void arrange(const QList<Items::MediaKey> &keys, int columns);
    /// Returns the cards that were created, also hidden ones.
    QList<MediaCard *> cards() const { return m_cards.values(); }
    MediaCard *card(const Items::MediaKey &key) const { return m_cards.value(key); }
    void setTitleShown(bool shown);

private:
    void arrange();

    QString m_title;
    CardMaker m_maker;
    QToolButton *m_head;
    QWidget *m_board;
    QGridLayout *m_grid;
    QPushButton *m_more;
    QMap<Items::MediaKey, MediaCard *> m_cards;
    QList<Items::MediaKey> m_keys;
    int m_columns = 1;
    int m_formerColumns = 0;
    bool m_open = true;
    bool m_all = false; // cards are shown
};

} // namespace Roost::Ui
