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

using Field = HistorySearch::Field;
using Comparison = HistorySearch::Comparison;
using Term = HistorySearch::Term;

struct NamedField
{
    QString name;
    Field field;
};

// Returns the fields, times first, in the order in which the error message lists them.
const QList<NamedField> &fields()
{
    static const QList<NamedField> all{{u"createdUtc"_s, Field::Created},
                                       {u"startTimeUtc"_s, Field::Started},
                                       {u"endTimeUtc"_s, Field::Ended},
                                       {u"status"_s, Field::Status},
                                       {u"experimentName"_s, Field::Experiment},
                                       {u"runId"_s, Field::Id},
                                       {u"displayName"_s, Field::Name},
                                       {u"name"_s, Field::Name},
                                       {u"target"_s, Field::Compute},
                                       {u"parentRunId"_s, Field::ParentId},
                                       {u"rootRunId"_s, Field::RootId}};
    return all;
}

// Finds a field. Clients write StartTimeUtc as well as startTimeUtc.
std::optional<Field> fieldNamed(const QString &written)
{
    for (const NamedField &field : fields()) {
        if (field.name.compare(written, Qt::CaseInsensitive) == 0)
            return field.field;
    }
    return std::nullopt;
}

std::optional<HistorySearch::Subject> subjectNamed(const QString &written)
{
    const QString tags = u"tags/"_s;
    const QString properties = u"properties/"_s;
    if (written.startsWith(tags, Qt::CaseInsensitive))
        return HistorySearch::Tag{written.sliced(tags.size())};
    if (written.startsWith(properties, Qt::CaseInsensitive))
        return HistorySearch::Property{written.sliced(properties.size())};
    return fieldNamed(written);
}

// Removes the quotes; OData doubles a quote inside quotes.
QString unquoted(const QString &text)
{
    return text.mid(1, text.size() - 2).replace(u"''"_s, u"'"_s);
}

} // namespace

Result<Term> RunFilter::readTerm(const QString &field, const QString &operation, const QString &value)
{
    static const QHash<QString, Comparison> comparisons{
        {u"eq"_s, Comparison::Equal},          {u"ne"_s, Comparison::NotEqual}, {u"gt"_s, Comparison::Greater},
        {u"ge"_s, Comparison::GreaterOrEqual}, {u"lt"_s, Comparison::Less},     {u"le"_s, Comparison::LessOrEqual},
    };
    const auto subject = subjectNamed(field);
    if (!subject)
        return failure(ErrorKind::Rejected, u"Runs cannot be filtered by '%1'."_s.arg(field));
    const Comparison comparison = comparisons.value(operation.toLower());
    const QString text = value.startsWith(u'\'') ? unquoted(value) : value;
    if (HistorySearch::isTime(*subject)) {
        const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
        if (!time.isValid())
            return failure(ErrorKind::Rejected,
                           u"'%1' in the filter is not a time such as 2026-01-31T12:00:00Z."_s.arg(text));
        return Term{*subject, comparison, time.toMSecsSinceEpoch()};
    }
    if (comparison != Comparison::Equal && comparison != Comparison::NotEqual)
        return failure(ErrorKind::Rejected, u"'%1' can be compared by eq and ne only."_s.arg(field));
    return Term{*subject, comparison, text};
}

Result<RunFilter> RunFilter::read(const QString &text)
{
    static const QRegularExpression one(
        u"^\\(?\\s*([A-Za-z]+(?:/[^\\s()]+)?)\\s+(eq|ne|gt|ge|lt|le)\\s+('(?:[^']|'')*'|[^\\s()']+)\\s*\\)?(?:\\s+(and|or)\\s+|\\s*\\z)"_s,
        QRegularExpression::CaseInsensitiveOption);
    // SQLite accepts 1000 terms in one condition.
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

Result<RunOrder> RunOrder::read(const QString &text)
{
    RunOrder order;
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return order;
    const auto field = fieldNamed(words.first());
    order.descending = words.size() == 2 && words.last().compare(u"desc", Qt::CaseInsensitive) == 0;
    const bool hasDirection = words.size() == 1 || order.descending ||
                              (words.size() == 2 && words.last().compare(u"asc", Qt::CaseInsensitive) == 0);
    if (!field || !hasDirection) {
        QStringList names;
        for (const NamedField &known : fields())
            names.append(known.name);
        return failure(ErrorKind::Rejected, u"Runs cannot be ordered by '%1'. Write one of %2, then asc or desc."_s.arg(
                                                text, names.join(u", "_s)));
    }
    order.subject = *field;
    return order;
}

} // namespace Roost::Service::AzureMl
