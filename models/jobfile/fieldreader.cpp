// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/fieldreader.h"

#include "models/core/words.h"

#include <algorithm>

namespace Roost::JobFile {

using namespace Qt::StringLiterals;
using Yaml::Entry;

namespace {

// The known word that `word` is a slip of; empty where none is near.
QString nearest(const QString &word, const QStringList &known)
{
    const auto plain = [](const QString &text) { return text.toLower().remove(u'_').remove(u'-'); };
    for (const QString &candidate : known) {
        const QString a = plain(word);
        const QString b = plain(candidate);
        if (a == b || a == b + u's' || a + u's' == b)
            return candidate;
        if (a.size() == b.size() && a.size() > 4) {
            int differences = 0;
            for (qsizetype i = 0; i < a.size(); ++i)
                differences += a[i] != b[i] ? 1 : 0;
            if (differences <= 2)
                return candidate;
        }
    }
    return {};
}

} // namespace

Diagnostics FieldReader::takeDiagnostics()
{
    std::ranges::stable_sort(m_diagnostics, {}, [](const Diagnostic &d) { return std::pair(d.line, d.column); });
    return std::move(m_diagnostics);
}

void FieldReader::unknown(const Entry &entry, const QStringList &known, const QString &where)
{
    const QString word = nearest(entry.key.text, known);
    const QString name = where.isEmpty() ? entry.key.text : where + u'.' + entry.key.text;
    say(entry.key.warning(
        word.isEmpty() ? Words::tr("Roost does not know '%1'. It is kept in the file but not used.").arg(name)
                       : Words::tr("Roost does not know '%1'; did you mean '%2'? It is not used.").arg(name, word)));
}

std::optional<QString> FieldReader::text(const Entry &entry)
{
    if (entry.value.isNull())
        return QString();
    if (entry.value.isScalar())
        return entry.value.text.trimmed();
    say(entry.key.error(Words::tr("'%1' takes one value.").arg(entry.key.text)));
    return std::nullopt;
}

std::optional<qint64> FieldReader::number(const Entry &entry, qint64 least)
{
    bool fine = false;
    const qint64 value = entry.value.text.toLongLong(&fine);
    if (fine && entry.value.isScalar() && value >= least && value <= 2'000'000'000)
        return value;
    say((entry.value.isScalar() ? entry.value : entry.key)
            .error(Words::tr("'%1' takes a whole number, %2 or more.").arg(entry.key.text).arg(least)));
    return std::nullopt;
}

bool FieldReader::isMapping(const Entry &entry, const QString &example)
{
    if (entry.value.isNull())
        return false;
    if (entry.value.isMapping())
        return true;
    say(entry.key.error(Words::tr("'%1' holds lines of its own, like '%2'.").arg(entry.key.text, example)));
    return false;
}

StringMap FieldReader::texts(const Entry &entry)
{
    StringMap map;
    if (!isMapping(entry, u"NAME: value"_s))
        return map;
    for (const Entry &one : entry.value.entries) {
        if (one.value.isScalar() || one.value.isNull())
            map.insert(one.key.text, one.value.text);
        else
            say(one.key.error(Words::tr("'%1' below '%2' takes one value.").arg(one.key.text, entry.key.text)));
    }
    return map;
}

} // namespace Roost::JobFile
