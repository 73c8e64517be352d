// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Roost::Ui {

class PageHost;
class WindowActions;

/// The actions of a window that act on the page on view: refresh, find, filter, go to a line, the next error. They stay
/// the same whichever page that is.
class PageActions : public QObject
{
    Q_OBJECT
public:
    /// Adds them to `actions`, which outlives this, as `host` does.
    PageActions(WindowActions &actions, PageHost &host, QObject *parent = nullptr);

Q_SIGNALS:
    /// The page on view cannot do what was triggered; `text` is a sentence for the person who triggered it.
    void impossible(const QString &text);

private:
    PageHost &m_host;
};

} // namespace Roost::Ui
