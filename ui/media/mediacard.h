// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/items/media/runmedia.h"

#include <QFrame>
#include <QMenu>
#include <QToolButton>

#include <functional>
#include <optional>

class QHBoxLayout;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace Roost::Ui {

class ElidedLabel;
class Label;
class StepSlider;

/// One series of media: its name, the value of the chosen step, a slider for the step, and a menu. Reads a value only
/// while the card is visible on the screen. Subclasses show the value.
class MediaCard : public QFrame
{
    Q_OBJECT
public:
    const Items::MediaKey &key() const { return m_key; }
    StepSlider *slider() const { return m_slider; }
    /// Shows the folder of the series beside its name, if the run has several.
    void setFolderShown(bool shown);
    /// Takes over the newest state of the series.
    virtual void refresh();
    /// Frees what is shown, because the card is no longer on the screen. It is read again when the card is painted.
    void release();
    /// Whether the card has the whole page.
    virtual void setEnlarged(bool enlarged);
    bool isEnlarged() const { return m_enlarged; }
    /// Returns whether the value of the chosen step is shown.
    bool isLoaded() const { return m_loaded.has_value(); }
    /// The sentence in place of a value that cannot be shown; otherwise empty.
    QString problem() const;

Q_SIGNALS:
    void enlargeWanted(bool enlarged);
    /// Emitted with the result of saving a file.
    void saved(const QString &fileName, const Roost::Result<qint64> &bytes);
    /// Emitted when a value is shown, or the reason why it is not.
    void loaded();

protected:
    /// `media` must outlive the card.
    MediaCard(Items::RunMedia &media, const Items::MediaKey &key, QWidget *parent);

    /// Sets the widget that shows the value. Call once, in the constructor.
    void setBody(QWidget *body);
    const Items::MediaSeries *series() const { return m_media.index().series(m_key); }
    /// Returns the chosen record; null if there is none.
    const Items::MediaRecord *chosen() const;
    /// Shows a value, and calls showValue() or showProblem() when that is done.
    virtual void showContent(const Items::MediaContent &content) = 0;
    virtual void clearContent() = 0;
    virtual void fillMenu(QMenu *menu) = 0;
    void showValue();
    void showProblem(const QString &sentence);
    /// A short text beside the name: the size of an image, what the mouse points at.
    void setNote(const QString &note);
    QHBoxLayout *head() const { return m_head; }
    void saveBytes(const QString &title, const QString &suffix, const QString &filter,
                   const std::function<QByteArray()> &bytes);

    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildHead();
    void load();
    void showMenu(const QPoint &at);

    Items::RunMedia &m_media;
    Items::MediaKey m_key;
    ElidedLabel *m_title;
    Label *m_note;
    QToolButton *m_enlarge;
    QToolButton *m_more;
    QHBoxLayout *m_head;
    QVBoxLayout *m_column;
    Label *m_words;
    QWidget *m_body = nullptr;
    StepSlider *m_slider;
    bool m_enlarged = false;
    std::optional<Items::MediaRecord> m_wanted;
    std::optional<Items::MediaRecord> m_loaded;
    PendingReply<Items::MediaContent> m_query;
    PendingReply<qint64> m_saving;
};

} // namespace Roost::Ui
