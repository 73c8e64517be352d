// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/tracking/runstore.h"

#include <functional>

namespace Roost::Service::Store {

/// The runs whose rows cannot be read because the database is damaged. A list shows each of them with a sentence
/// instead of its data, at its end, and serves all others.
class DamagedRuns
{
public:
    /// Tries to read each run.
    explicit DamagedRuns(Connection &connection);

    const QList<qint64> &seqs() const { return m_seqs; }
    QList<RunRow> rows() const;

private:
    Connection &m_connection;
    QList<qint64> m_seqs;
};

/// Returns the rows of the page that `page` reads. If the database is damaged, `pageWithout` reads it without the
/// damaged runs, and these are at the end of the last page.
QList<RunRow> readableRuns(Connection &connection, qint64 limit, const std::function<QList<qint64>()> &page,
                           const std::function<QList<qint64>(const QList<qint64> &damaged)> &pageWithout);

} // namespace Roost::Service::Store
