// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/media/mediacard.h"

class QPlainTextEdit;

namespace Roost::Ui {

/// The texts of one tag. They are shown as they are, never as markup.
class TextCard : public MediaCard
{
    Q_OBJECT
public:
    TextCard(Items::RunMedia &media, const Items::MediaKey &key, QWidget *parent);

    QString text() const;

protected:
    void showContent(const Items::MediaContent &content) override;
    void clearContent() override;
    void fillMenu(QMenu *menu) override;

private:
    QPlainTextEdit *m_edit;
    QString m_text;
};

} // namespace Roost::Ui
