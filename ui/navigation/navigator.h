// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/items/base/longwork.h"
#include "ui/navigation/location.h"

#include <QString>

#include <functional>
#include <memory>

namespace Roost::Ui {

/// The severity of a message.
enum class Notice { Info, Done, Warning, Failure };

/// The interface through which a page uses its window: navigation, messages, and the display of long operations. The
/// window implements it; a page receives it in its constructor.
class Navigator
{
public:
    enum class Where { Here, NewWindow };

    virtual ~Navigator() = default;

    /// Shows another location. If the window has no such page, it stays at the current location and shows a warning.
    virtual void go(const Location &location, Where where = Where::Here) = 0;
    /// Shows the submission wizard and offers it `prefill`. A wizard with an unsubmitted draft asks before the prefill
    /// replaces it. Without a prefill the draft stays as it is.
    virtual void openWizard(const Job &prefill = {}) = 0;

    /// Shows a message over a corner of the page. It closes by itself, except for Failure, which stays until the user
    /// closes it. With `action` it has one button.
    virtual void notify(const QString &text, Notice level = Notice::Info, const QString &actionText = {},
                        std::function<void()> action = {}) = 0;
    /// Shows an error as such a message, with a detail that can be copied.
    virtual void notify(const Error &error, const QString &actionText = {}, std::function<void()> action = {}) = 0;
    /// Shows a long operation in the status line until it ends. If no window is active at that time, a desktop
    /// notification reports the end.
    virtual void track(std::shared_ptr<Items::LongWork> work) = 0;
};

} // namespace Roost::Ui
