// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlogs/runlogs.h"
#include "ui/logs/logcanvas.h"

#include <QPointer>

namespace Roost::Ui {

class LogTab;
class LogView;

/// The tabs of a pane: one per log that was shown. Each keeps its position and whether it follows its end; the settings
/// of the text are the same in all of them.
class LogTabs : public QObject
{
    Q_OBJECT
public:
    /// The sides of a pane. A log has a separate tab on each side.
    enum class Side { Left, Right };

    /// Both arguments must outlive the object. The views are children of `parent` until another widget shows them.
    LogTabs(Items::RunLogs *logs, QWidget *parent);

    /// Returns the tab of a log. The first call creates it and emits opened() before it returns.
    LogTab *open(Side side, const Items::LogSource &source);
    /// Returns null if the tab does not exist.
    LogTab *find(Side side, const std::optional<Items::LogSource> &source) const;

    void setWrapping(bool wrapping);
    void setShowsTimes(bool shows);
    /// Sets the number of steps from the default text size, limited to a range.
    void setZoom(int steps);
    int zoom() const { return m_zoom; }
    void setHighlights(const Logs::LogHighlights &highlights);
    void setOpenable(const LogCanvas::IsOpenable &isOpenable);
    /// Evaluates the function of setOpenable() again for all links.
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
