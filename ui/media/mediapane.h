// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/media/runmedia.h"
#include "ui/media/mediasection.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMap>
#include <QScrollArea>
#include <QTimer>
#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace Roost::Ui {

class Bar;
class ContentStack;
class EmptyState;
class ErrorBar;
class HyperparametersTable;
class Label;
class MediaCard;
class Navigator;
class ProgressStrip;

/// The images, histograms, texts and hyperparameters in the event files of a run, in sections by the prefix of the
/// tags.
class MediaPane : public QWidget
{
    Q_OBJECT
public:
    /// `media` and `navigator` must outlive the pane.
    MediaPane(Items::RunMedia &media, Navigator *navigator, QWidget *parent = nullptr);

    /// Returns null if the series has no card yet.
    MediaCard *card(const Items::MediaKey &key) const;
    /// Returns the card that has the whole page; null if there is none.
    MediaCard *enlarged() const { return m_enlarged; }
    void focusFilter();
    /// Goes back from an enlarged card to all cards. Returns false if there is none.
    bool goBack();

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildTools();
    QWidget *buildPage();
    void refresh();
    void refreshBars();
    void refreshStack(bool hasMatch);
    void arrange();
    MediaCard *makeCard(const Items::MediaKey &key);
    MediaSection *section(const QString &prefix);
    void setEnlarged(MediaCard *card, bool enlarged);
    void releaseHidden();
    bool fits(const Items::MediaKey &key) const;
    int columns() const;

    Items::RunMedia &m_media;
    Navigator *m_navigator;
    QLineEdit *m_filter = nullptr;
    QComboBox *m_kind = nullptr;
    QWidget *m_tools;
    QScrollArea *m_area;
    QWidget *m_board;
    QVBoxLayout *m_sectionColumn;
    QWidget *m_page; // of an enlarged card
    HyperparametersTable *m_hyperparameters;
    EmptyState *m_empty;
    ContentStack *m_stack;
    ErrorBar *m_error;
    Bar *m_damage;
    Bar *m_paused;
    QVBoxLayout *m_work;
    ProgressStrip *m_progress = nullptr;
    QMap<QString, MediaSection *> m_sections; // by prefix
    MediaCard *m_enlarged = nullptr;
    QTimer m_releaseTimer;
    qint64 m_revision = -1;
};

} // namespace Roost::Ui
