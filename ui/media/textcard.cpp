// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/textcard.h"

#include "models/items/base/format.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestText = 1'000'000; // characters

} // namespace

TextCard::TextCard(RunMedia &media, const MediaKey &key, QWidget *parent)
    : MediaCard(media, key, parent)
    , m_edit(new QPlainTextEdit)
{
    m_edit->setObjectName(u"mediaText"_s);
    m_edit->setAccessibleName(tr("Text %1").arg(Format::isolated(key.tag)));
    m_edit->setReadOnly(true);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setFont(Theme::fixedFont());
    m_edit->setTabChangesFocus(true);
    m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_edit->setContextMenuPolicy(Qt::NoContextMenu);
    setBody(m_edit);
}

QString TextCard::text() const
{
    return m_edit->toPlainText();
}

void TextCard::showContent(const MediaContent &content)
{
    const auto *text = std::get_if<QString>(&content);
    if (!text)
        return;
    m_text = *text;
    m_edit->setPlainText(m_text.left(LongestText));
    setNote(m_text.size() > LongestText
                ? tr("the first %1 of %2 characters").arg(Format::count(LongestText), Format::count(m_text.size()))
                : QString());
    showValue();
}

void TextCard::clearContent()
{
    m_text.clear();
    m_edit->clear();
}

void TextCard::fillMenu(QMenu *menu)
{
    QAction *copying = menu->addAction(Theme::icon(u"copy"_s), tr("Copy text"), this,
                                       [this] { QGuiApplication::clipboard()->setText(m_text); });
    copying->setObjectName(u"mediaCopy"_s);
    copying->setEnabled(!m_text.isEmpty());
    QAction *saving = menu->addAction(Theme::icon(u"save"_s), tr("Save text…"), this, [this] {
        saveBytes(tr("Save text"), u"txt"_s, tr("Texts (*.txt)"), [this] { return m_text.toUtf8(); });
    });
    saving->setObjectName(u"mediaSave"_s);
    saving->setEnabled(!m_text.isEmpty());
}

} // namespace Roost::Ui
