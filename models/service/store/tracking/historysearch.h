// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/select.h"
#include "models/service/store/tracking/runstore.h"

#include <variant>

namespace Roost::Service::Store {

/// A search for runs as Azure's run history offers it. Deleted runs are never found.
class HistorySearch
{
public:
    enum class Field { Status, Experiment, Id, Name, ParentId, RootId, Compute, Created, Started, Ended };
    struct Tag
    {
        QString key;
    };
    struct Property
    {
        QString key;
    };
    using Subject = std::variant<Field, Tag, Property>;

    enum class Comparison { Equal, NotEqual, Greater, GreaterOrEqual, Less, LessOrEqual };
    /// A run without the tag, property or other text is compared as if it had an empty text. A run without the time
    /// matches only NotEqual.
    struct Term
    {
        Subject subject;
        Comparison comparison = Comparison::Equal;
        /// A time as milliseconds since 1970, or a text.
        std::variant<qint64, QString> value;
    };

    HistorySearch();

    /// Finds the runs that match all terms of at least one group; without groups, all runs.
    void where(const QList<QList<Term>> &groups);
    void whereArchived(bool isArchived);

    /// Runs that are equal in this order are ordered by their ids, so that pages never overlap.
    void orderBy(const Subject &subject, bool isDescending);

    QList<RunRow> run(Connection &connection, qint64 offset, qint64 limit);

    static bool isTime(const Subject &subject);

private:
    QByteArray expression(const Subject &subject);
    QByteArray keyed(const QByteArray &table, const QString &key);
    QByteArray condition(const Term &term);

    Select m_select;
};

} // namespace Roost::Service::Store
