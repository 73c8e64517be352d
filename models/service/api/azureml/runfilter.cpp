// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/runfilter.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Store;

namespace {

const QStringList textFields{u"status"_s, u"experimentName"_s, u"runId"_s,       u"displayName"_s,
                             u"name"_s,   u"target"_s,         u"parentRunId"_s, u"rootRunId"_s};
const QStringList timeFields{u"createdUtc"_s, u"startTimeUtc"_s, u"endTimeUtc"_s};

// Clients write StartTimeUtc as well as startTimeUtc; a name that is none stays as it is.
QString knownField(const QString &written)
{
    for (const QStringList &fields : {textFields, timeFields}) {
        for (const QString &field : fields) {
            if (field.compare(written, Qt::CaseInsensitive) == 0)
                return field;
        }
    }
    for (const QString &group : {u"tags/"_s, u"properties/"_s}) {
        if (written.startsWith(group, Qt::CaseInsensitive))
            return group + written.mid(group.size());
    }
    return written;
}

QByteArray timeSql(const QString &field)
{
    return field == u"startTimeUtc" ? "r.started_ms" : field == u"endTimeUtc" ? "r.ended_ms" : "r.created_ms";
}

QByteArray textSql(Select &query, const QString &field)
{
    const auto valueOf = [&query](const QByteArray &table, const QString &key) -> QByteArray {
        return "coalesce((SELECT value FROM " + table + " WHERE run = r.seq AND key = " + query.bind(key) + "), '')";
    };
    if (field == u"status")
        return "r.status";
    if (field == u"experimentName")
        return "e.name";
    if (field == u"runId")
        return "r.id";
    if (field == u"parentRunId")
        return valueOf("run_tags", u"mlflow.parentRunId"_s);
    if (field == u"rootRunId")
        return "coalesce((SELECT value FROM run_tags WHERE run = r.seq AND key = 'mlflow.parentRunId'), r.id)";
    if (field == u"target")
        return "coalesce((SELECT json_extract(spec, '$.compute') FROM jobs WHERE run = r.seq), '')";
    if (field.startsWith(u"tags/"_s))
        return valueOf("run_tags", field.mid(5));
    if (field.startsWith(u"properties/"_s))
        return valueOf("run_properties", field.mid(11));
    return "r.display_name";
}

// '' inside quotes is one quote, as OData has it.
QString unquoted(const QString &text)
{
    return text.mid(1, text.size() - 2).replace(u"''"_s, u"'"_s);
}

} // namespace

Result<RunFilter::Term> RunFilter::readTerm(const QString &written, const QString &operation, const QString &value)
{
    const QString field = knownField(written);
    static const QHash<QString, Comparison> comparisons{
        {u"eq"_s, Comparison::Equal},          {u"ne"_s, Comparison::NotEqual}, {u"gt"_s, Comparison::Greater},
        {u"ge"_s, Comparison::GreaterOrEqual}, {u"lt"_s, Comparison::Less},     {u"le"_s, Comparison::LessOrEqual},
    };
    const Term term{field, comparisons.value(operation.toLower()), value.startsWith(u'\'') ? unquoted(value) : value};
    const bool isTime = timeFields.contains(field);
    const bool isMap = field.startsWith(u"tags/"_s) || field.startsWith(u"properties/"_s);
    if (!isTime && !isMap && !textFields.contains(field))
        return failure(ErrorKind::Rejected, u"Runs cannot be filtered by '%1'."_s.arg(field));
    if (isTime && !QDateTime::fromString(term.value, Qt::ISODate).isValid())
        return failure(ErrorKind::Rejected,
                       u"'%1' in the filter is not a time such as 2026-01-31T12:00:00Z."_s.arg(term.value));
    if (!isTime && term.comparison != Comparison::Equal && term.comparison != Comparison::NotEqual)
        return failure(ErrorKind::Rejected, u"'%1' can be compared by eq and ne only."_s.arg(field));
    return term;
}

Result<RunFilter> RunFilter::read(const QString &text)
{
    static const QRegularExpression one(
        u"^\\(?\\s*([A-Za-z]+(?:/[^\\s()]+)?)\\s+(eq|ne|gt|ge|lt|le)\\s+('(?:[^']|'')*'|[^\\s()']+)\\s*\\)?(?:\\s+(and|or)\\s+|\\s*\\z)"_s,
        QRegularExpression::CaseInsensitiveOption);
    // SQLite takes 1000 terms in one condition.
    constexpr int mostTerms = 500;
    int terms = 0;
    RunFilter filter;
    QString rest = text.trimmed();
    QString joint = u"or"_s;
    while (!rest.isEmpty()) {
        const auto match = one.match(rest);
        if (!match.hasMatch()) {
            return failure(
                ErrorKind::Rejected,
                u"The filter is not understood from '%1' on. Comparisons like status eq 'Running', joined by 'and' or 'or', are."_s
                    .arg(rest));
        }
        const auto term = readTerm(match.captured(1), match.captured(2), match.captured(3));
        if (!term)
            return std::unexpected(term.error());
        if (joint.compare(u"or", Qt::CaseInsensitive) == 0)
            filter.m_groups.append(QList<Term>());
        filter.m_groups.last().append(*term);
        if (++terms > mostTerms) {
            return failure(ErrorKind::Rejected,
                           u"The filter has more than %1 comparisons. Ask with fewer of them."_s.arg(mostTerms));
        }
        joint = match.captured(4);
        rest = rest.mid(match.capturedLength());
        if (joint.isEmpty())
            break;
        if (rest.isEmpty())
            return failure(ErrorKind::Rejected, u"The filter ends in '%1'."_s.arg(joint));
    }
    return filter;
}

QByteArray RunFilter::condition(Select &query, const Term &term)
{
    static const QHash<Comparison, QByteArray> operators{
        {Comparison::Equal, "="},           {Comparison::NotEqual, "IS NOT"}, {Comparison::Greater, ">"},
        {Comparison::GreaterOrEqual, ">="}, {Comparison::Less, "<"},          {Comparison::LessOrEqual, "<="},
    };
    const QByteArray middle = ' ' + operators.value(term.comparison) + ' ';
    if (timeFields.contains(term.field)) {
        const QDateTime bound = QDateTime::fromString(term.value, Qt::ISODate);
        return timeSql(term.field) + middle + query.bind(bound.toMSecsSinceEpoch());
    }
    const QByteArray subject = textSql(query, term.field);
    return subject + middle + query.bind(term.value);
}

QByteArray RunFilter::condition(Select &query) const
{
    QByteArrayList groups;
    for (const QList<Term> &group : m_groups) {
        QByteArrayList terms;
        for (const Term &term : group)
            terms.append(condition(query, term));
        groups.append('(' + terms.join(" AND ") + ')');
    }
    return groups.isEmpty() ? QByteArray() : '(' + groups.join(" OR ") + ')';
}

Result<RunOrder> RunOrder::read(const QString &text)
{
    RunOrder order;
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return order;
    order.field = knownField(words.first());
    order.descending = words.size() == 2 && words.last().compare(u"desc", Qt::CaseInsensitive) == 0;
    const bool known = timeFields.contains(order.field) || textFields.contains(order.field);
    const bool direction = words.size() == 1 || order.descending ||
                           (words.size() == 2 && words.last().compare(u"asc", Qt::CaseInsensitive) == 0);
    if (!known || !direction) {
        return failure(ErrorKind::Rejected, u"Runs cannot be ordered by '%1'. Write one of %2, then asc or desc."_s.arg(
                                                text, (timeFields + textFields).join(u", "_s)));
    }
    return order;
}

void RunOrder::addTo(Select &query) const
{
    const QByteArray direction = descending ? " DESC" : " ASC";
    query.orderBy((timeFields.contains(field) ? timeSql(field) : textSql(query, field)) + direction);
    query.orderBy("r.id" + direction);
}

} // namespace Roost::Service::AzureMl
