// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QEventLoop>

#include <optional>

namespace Roost::Ctl {

/// Waits for the future while the event loop runs.
template <typename T>
Result<T> waitFor(const Future<T> &future)
{
    QEventLoop loop;
    std::optional<Result<T>> got;
    PendingReply<T> pending;
    pending.watch(future, [&](Result<T> result) {
        got = std::move(result);
        loop.quit();
    });
    if (!got)
        loop.exec();
    return got ? std::move(*got) : failure(ErrorKind::Failed, QStringLiteral("The program was told to end."));
}

} // namespace Roost::Ctl
