// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/historysearch.h"

#include "models/core/runkeys.h"
#include "models/service/store/tracking/damagedruns.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

const QString parentTag = TagName::parentRun;

QByteArray operatorOf(HistorySearch::Comparison comparison)
{
    switch (comparison) {
    case HistorySearch::Comparison::Equal:
        return " = ";
    case HistorySearch::Comparison::NotEqual:
        return " IS NOT ";
    case HistorySearch::Comparison::Greater:
        return " > ";
    case HistorySearch::Comparison::GreaterOrEqual:
        return " >= ";
    case HistorySearch::Comparison::Less:
        return " < ";
    case HistorySearch::Comparison::LessOrEqual:
        return " <= ";
    }
    std::unreachable();
}

} // namespace

HistorySearch::HistorySearch()
    : m_select("SELECT r.seq FROM runs r JOIN experiments e ON e.id = r.experiment")
{
    m_select.where("r.deleted = 0");
}

bool HistorySearch::isTime(const Subject &subject)
{
    const Field *field = std::get_if<Field>(&subject);
    return field && (*field == Field::Created || *field == Field::Started || *field == Field::Ended);
}

QByteArray HistorySearch::keyed(const QByteArray &table, const QString &key)
{
    return "coalesce((SELECT value FROM " + table + " WHERE run = r.seq AND key = " + m_select.bind(key) + "), '')";
}

QByteArray HistorySearch::expression(const Subject &subject)
{
    if (const Tag *tag = std::get_if<Tag>(&subject))
        return keyed("run_tags", tag->key);
    if (const Property *property = std::get_if<Property>(&subject))
        return keyed("run_properties", property->key);
    switch (std::get<Field>(subject)) {
    case Field::Status:
        return "r.status";
    case Field::Experiment:
        return "e.name";
    case Field::Id:
        return "r.id";
    case Field::Name:
        return "r.display_name";
    case Field::ParentId:
        return keyed("run_tags", parentTag);
    case Field::RootId:
        return "coalesce((SELECT value FROM run_tags WHERE run = r.seq AND key = " + m_select.bind(parentTag) +
               "), r.id)";
    case Field::Compute:
        return "coalesce((SELECT json_extract(spec, '$.compute') FROM jobs WHERE run = r.seq), '')";
    case Field::Created:
        return "r.created_ms";
    case Field::Started:
        return "r.started_ms";
    case Field::Ended:
        return "r.ended_ms";
    }
    std::unreachable();
}

QByteArray HistorySearch::condition(const Term &term)
{
    const QByteArray subject = expression(term.subject) + operatorOf(term.comparison);
    if (const qint64 *number = std::get_if<qint64>(&term.value))
        return subject + m_select.bind(*number);
    return subject + m_select.bind(std::get<QString>(term.value));
}

void HistorySearch::where(const QList<QList<Term>> &groups)
{
    QByteArrayList alternatives;
    for (const QList<Term> &group : groups) {
        QByteArrayList terms;
        for (const Term &term : group)
            terms.append(condition(term));
        alternatives.append('(' + terms.join(" AND ") + ')');
    }
    if (!alternatives.isEmpty())
        m_select.where('(' + alternatives.join(" OR ") + ')');
}

void HistorySearch::whereArchived(bool isArchived)
{
    m_select.where((isArchived ? "" : "NOT ") +
                   ("EXISTS (SELECT 1 FROM run_properties h WHERE h.run = r.seq AND h.key = " +
                    m_select.bind(QString(PropertyName::archived)) + " AND h.value = 'true')"));
}

void HistorySearch::orderBy(const Subject &subject, bool isDescending)
{
    const QByteArray direction = isDescending ? " DESC" : " ASC";
    m_select.orderBy(expression(subject) + direction);
    m_select.orderBy("r.id" + direction);
}

QList<RunRow> HistorySearch::run(Connection &connection, qint64 offset, qint64 limit)
{
    const auto page = [&] {
        QList<qint64> found;
        Select select = m_select;
        Statement row = select.run(connection, offset, limit);
        while (row.next())
            found.append(row.integer(0));
        return found;
    };
    return readableRuns(connection, limit, page, [&](const QList<qint64> &damaged) {
        // With an index, a run that is left out is not read.
        m_select.setBeginning("SELECT r.seq FROM runs r INDEXED BY runs_by_time JOIN experiments e "
                              "ON e.id = r.experiment");
        m_select.where("r.seq NOT IN " + m_select.bindList(damaged));
        return page();
    });
}

} // namespace Roost::Service::Store
