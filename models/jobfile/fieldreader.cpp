// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/fieldreader.h"

#include "models/core/nearestword.h"
#include "models/core/words.h"

#include <algorithm>
#include <utility>

namespace Roost::JobFile {

using namespace Yaml;
using namespace Qt::StringLiterals;
using Yaml::Entry;

namespace {

bool isMergeKey(const Entry &entry)
{
    return entry.key.text == "<<"_L1 && !entry.key.quoted;
}

} // namespace

Diagnostics FieldReader::takeDiagnostics()
{
    std::ranges::stable_sort(m_diagnostics, {}, [](const Diagnostic &d) { return std::pair(d.line, d.column); });
    // Merged entries are read several times, so that their diagnostics repeat.
    const auto [first, last] = std::ranges::unique(m_diagnostics);
    m_diagnostics.erase(first, last);
    return std::move(m_diagnostics);
}

void FieldReader::unknown(const Entry &entry, const QStringList &known, const QString &where)
{
    const QString word = nearestWord(entry.key.text, known);
    const QString name = where.isEmpty() ? entry.key.text : where + u'.' + entry.key.text;
    report(entry.key.warning(
        word.isEmpty() ? Words::tr("Roost does not know '%1'. It is kept in the file but not used.").arg(name)
                       : Words::tr("Roost does not know '%1'; did you mean '%2'? It is not used.").arg(name, word)));
}

std::optional<QString> FieldReader::text(const Entry &entry)
{
    if (entry.value.isNull())
        return QString();
    if (entry.value.isScalar())
        return entry.value.text.trimmed();
    report(entry.key.error(Words::tr("'%1' takes one value.").arg(entry.key.text)));
    return std::nullopt;
}

std::optional<qint64> FieldReader::number(const Entry &entry, qint64 least)
{
    bool ok = false;
    const qint64 value = entry.value.text.toLongLong(&ok);
    if (ok && entry.value.isScalar() && value >= least && value <= 2'000'000'000)
        return value;
    report((entry.value.isScalar() ? entry.value : entry.key)
               .error(Words::tr("'%1' takes a whole number, %2 or more.").arg(entry.key.text).arg(least)));
    return std::nullopt;
}

QList<Entry> FieldReader::merged(const Yaml::Node &mapping)
{
    QList<Entry> entries;
    const auto holds = [&entries](const QString &key) {
        return std::ranges::any_of(entries, [&key](const Entry &entry) { return entry.key.text == key; });
    };
    for (const Entry &entry : mapping.entries) {
        if (!isMergeKey(entry))
            entries += entry;
    }
    for (const Entry &entry : mapping.entries) {
        if (!isMergeKey(entry))
            continue;
        const QList<Yaml::Node> sources = entry.value.isSequence() ? entry.value.items : QList{entry.value};
        for (const Yaml::Node &source : sources) {
            if (!source.isMapping())
                report(entry.key.error(Words::tr("'<<' takes an alias of lines of the form 'key: value'.")));
            for (const Entry &one : merged(source)) {
                if (!holds(one.key.text))
                    entries += one;
            }
        }
    }
    return entries;
}

bool FieldReader::isMapping(const Entry &entry, const QString &example)
{
    if (entry.value.isNull())
        return false;
    if (entry.value.isMapping())
        return true;
    report(entry.key.error(Words::tr("'%1' requires lines below it, like '%2'.").arg(entry.key.text, example)));
    return false;
}

StringMap FieldReader::texts(const Entry &entry)
{
    StringMap map;
    if (!isMapping(entry, u"NAME: value"_s))
        return map;
    for (const Entry &one : merged(entry.value)) {
        if (one.value.isScalar() || one.value.isNull())
            map.insert(one.key.text, one.value.text);
        else
            report(one.key.error(Words::tr("'%1' below '%2' takes one value.").arg(one.key.text, entry.key.text)));
    }
    return map;
}

} // namespace Roost::JobFile
