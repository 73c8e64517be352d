// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlogs/runlogs.h"
#include "ui/logs/logcanvas.h"

#include <QPointer>

namespace Roost::Ui {

class LogTab;
class LogView;

/// The tabs of a pane: one for each log shown so far, each with its own position and follow state. Text settings are
/// the same in all of them.
class LogTabs : public QObject
{
    Q_OBJECT
public:
    /// The side of a pane. A log has a separate tab on each side.
    enum class Side { Left, Right };

    /// Both arguments outlive the object. The views are children of `parent` until they are shown elsewhere.
    LogTabs(Items::RunLogs *logs, QWidget *parent);

    /// Creates the tab at the first call; opened() is emitted before the return.
    LogTab *open(Side side, const Items::LogSource &source);
    /// Null if there is none yet.
    LogTab *find(Side side, const std::optional<Items::LogSource> &source) const;

    void setWrapping(bool wrapping);
    void setShowsTimes(bool shows);
    /// Steps of the text size, limited to a range.
    void setZoom(int steps);
    int zoom() const { return m_zoom; }
    void setHighlights(const Logs::LogHighlights &highlights);
    void setOpenable(const LogCanvas::IsOpenable &isOpenable);
    /// Calls the function of setOpenable() again for all links.
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
