// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Roost::Ui {

class PageHost;
class WindowActions;

/// The actions of a window that apply to the current page: refresh, find, filter, go to a line, next error. The same
/// actions serve all pages.
class PageActions : public QObject
{
    Q_OBJECT
public:
    /// Adds the actions to `actions`. Both `actions` and `host` must outlive this object.
    PageActions(WindowActions &actions, PageHost &host, QObject *parent = nullptr);

Q_SIGNALS:
    /// Emitted when the current page does not support the triggered action; `text` is a sentence for the user.
    void impossible(const QString &text);

private:
    PageHost &m_host;
};

} // namespace Roost::Ui
