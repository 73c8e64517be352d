// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace Roost::Ui {

class HighlightMenu;
class Label;

/// The row of buttons above a log, with its status in words.
class LogTools : public QWidget
{
    Q_OBJECT
public:
    explicit LogTools(QWidget *parent = nullptr);

    /// Adds a widget at the left, which uses the space that the buttons leave.
    void addChooser(QWidget *chooser);
    HighlightMenu *highlights() const { return m_highlights; }

    bool wraps() const;
    void setWraps(bool wraps);
    bool showsTimes() const;
    void setShowsTimes(bool shows);

    bool showsRanks() const;
    void setShowsRanks(bool shows);
    /// Sets whether there is a list of ranks to collapse, and whether there are two logs to show side by side.
    void setRanks(bool hasList, bool hasTwo);
    void setComparing(bool isComparing);

    void setStatus(const QString &text, const QString &tip);
    /// Sets whether there is a log, whether it follows its end, and whether it has lines with errors.
    void setLog(bool isThere, bool isFollowing, bool hasErrors);

Q_SIGNALS:
    void errorWanted();
    void followChosen(bool on);
    void timesChosen(bool on);
    void wrapChosen(bool on);
    void ranksChosen(bool on);
    void compareWanted();
    void findWanted();
    void filterWanted();
    void goToWanted();
    void saveWanted();
    void saveEachWanted();
    /// Emitted before the menu of highlights opens: call HighlightMenu::setCandidate().
    void highlightsOpening();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *add(const QString &name, const QString &icon, const QString &text, const QString &tip,
                     bool alwaysNamed = false);

    QHBoxLayout *m_row;
    Label *m_status;
    QToolButton *m_errors;
    QToolButton *m_follow;
    QToolButton *m_times;
    QToolButton *m_wrap;
    QToolButton *m_ranks;
    QToolButton *m_compare;
    QToolButton *m_goTo;
    QToolButton *m_save;
    HighlightMenu *m_highlights;
    QList<QToolButton *> m_namedWhereWide;
};

} // namespace Roost::Ui
