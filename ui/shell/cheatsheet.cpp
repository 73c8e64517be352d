// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/cheatsheet.h"

#include "ui/widgets/label.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

CheatSheet::CheatSheet(const QList<Entry> &entries, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setObjectName(u"cheatSheet"_s);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(2 * Theme::Edge);
    QGridLayout *grid = nullptr;
    QVBoxLayout *place = nullptr;
    QString group;
    // Groups are added to a column until it contains a third of all entries.
    const qsizetype most = (entries.size() + 2) / 3;
    qsizetype inColumn = 0;
    for (const Entry &entry : entries) {
        if (!grid || entry.group != group) {
            group = entry.group;
            const auto size = std::ranges::count(entries, group, &Entry::group);
            if (!place || inColumn + size > most + 2) {
                if (place)
                    place->addStretch(1);
                place = new QVBoxLayout;
                place->setSpacing(Theme::Inside);
                columns->addLayout(place);
                inColumn = 0;
            }
            if (inColumn > 0)
                place->addSpacing(Theme::Group);
            inColumn += size;
            place->addWidget(new Label(group, Theme::Role::Text, 1.0, QFont::DemiBold));
            grid = new QGridLayout;
            grid->setHorizontalSpacing(Theme::Group);
            grid->setVerticalSpacing(Theme::Step + 2);
            grid->setColumnStretch(1, 1);
            place->addLayout(grid);
        }
        const int row = grid->rowCount();
        auto *keys = new Label(entry.keys, Theme::Role::Text);
        keys->setFont(Theme::fixedFont());
        grid->addWidget(keys, row, 0);
        grid->addWidget(new Label(entry.text, Theme::Role::TextSecondary), row, 1);
    }
    if (place)
        place->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeCheatSheet"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Edge, Theme::Edge, Theme::Edge, Theme::Group);
    column->setSpacing(Theme::Edge);
    column->addLayout(columns);
    column->addWidget(buttons);
}

} // namespace Roost::Ui
