// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/items/base/longwork.h"

#include <QString>

#include <functional>
#include <memory>

namespace Roost::Ui {

/// How loud a message is.
enum class Notice { Info, Done, Warning, Failure };

/// How one page opens another. The shell implements it; a page gets it in its constructor and keeps it.
class Navigator
{
public:
    enum class Where { Here, NewWindow };

    virtual ~Navigator() = default;

    virtual void openHome() = 0;
    /// With an experiment: its runs alone.
    virtual void openRuns(const QString &experiment = {}) = 0;
    virtual void openRun(const QString &runId, Where where = Where::Here) = 0;
    /// Empty name: the list of all.
    virtual void openCompute(const QString &name = {}) = 0;
    /// Empty version: the latest.
    virtual void openEnvironment(const QString &name = {}, const QString &version = {}) = 0;
    virtual void openModel(const QString &name = {}, const QString &version = {}) = 0;
    /// The submission wizard, prefilled with `prefill`.
    virtual void openWizard(const Job &prefill = {}) = 0;

    /// A message over a corner of the page that leaves by itself (Failure stays until closed); with `action` it has one
    /// button.
    virtual void notify(const QString &text, Notice level = Notice::Info, const QString &actionText = {},
                        std::function<void()> action = {}) = 0;
    /// The same with what an error knows: its detail can be copied.
    virtual void notify(const Error &error, const QString &actionText = {}, std::function<void()> action = {}) = 0;
    /// Shows long work in the status line until it ends, and tells the desktop when nobody looks by then.
    virtual void track(std::shared_ptr<Items::LongWork> work) = 0;
};

} // namespace Roost::Ui
