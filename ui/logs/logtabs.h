// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlogs/runlogs.h"
#include "ui/logs/logcanvas.h"

#include <QPointer>

namespace Roost::Ui {

class LogTab;
class LogView;

/// The tabs of a pane: one for each log that was shown, each with its own place and follow state. How text looks is the
/// same in all of them.
class LogTabs : public QObject
{
    Q_OBJECT
public:
    /// The side of a pane. A log has a tab of its own on either side.
    enum class Side { Left, Right };

    /// Both outlive it. The views are children of `parent` until they are shown elsewhere.
    LogTabs(Items::RunLogs *logs, QWidget *parent);

    /// Makes the tab at the first call; opened() comes before the return.
    LogTab *open(Side side, const Items::LogSource &source);
    /// Null where there is none yet.
    LogTab *find(Side side, const std::optional<Items::LogSource> &source) const;

    void setWrapping(bool wrapping);
    void setShowsTimes(bool shows);
    /// Steps of the size of the text, kept within bounds.
    void setZoom(int steps);
    int zoom() const { return m_zoom; }
    void setHighlights(const Logs::LogHighlights &highlights);
    void setOpenable(const LogCanvas::IsOpenable &isOpenable);
    /// Asks the function of setOpenable() again.
    void refreshLinks() { setOpenable(m_isOpenable); }

Q_SIGNALS:
    void opened(Roost::Ui::LogTab *tab);

private:
    void forEach(const std::function<void(LogView &)> &act) const;

    Items::RunLogs *m_logs;
    QWidget *m_parent;
    std::map<std::pair<Side, Items::LogSource>, QPointer<LogTab>> m_tabs;
    bool m_wrapping = true;
    bool m_showsTimes = true;
    int m_zoom = 0;
    Logs::LogHighlights m_highlights;
    LogCanvas::IsOpenable m_isOpenable;
};

} // namespace Roost::Ui
