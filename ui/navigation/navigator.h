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

/// How loud a message is.
enum class Notice { Info, Done, Warning, Failure };

/// What a page requests of the window around it: another page, a message, a place for long work. The window implements
/// it; a page gets it in its constructor and keeps it.
class Navigator
{
public:
    enum class Where { Here, NewWindow };

    virtual ~Navigator() = default;

    /// Shows another place. Where the window has no such page it stays, with a warning.
    virtual void go(const Location &location, Where where = Where::Here) = 0;
    /// Shows the submission wizard and offers it `prefill`. A wizard that holds something unsent asks before a prefill
    /// replaces it; without a prefill it stays as it is.
    virtual void openWizard(const Job &prefill = {}) = 0;

    /// A message over a corner of the page that closes by itself (Failure stays until closed); with `action` it has one
    /// button.
    virtual void notify(const QString &text, Notice level = Notice::Info, const QString &actionText = {},
                        std::function<void()> action = {}) = 0;
    /// The same for an error: its detail can be copied.
    virtual void notify(const Error &error, const QString &actionText = {}, std::function<void()> action = {}) = 0;
    /// Shows long work in the status line until it ends, and notifies the desktop where no window is in front by then.
    virtual void track(std::shared_ptr<Items::LongWork> work) = 0;
};

} // namespace Roost::Ui
