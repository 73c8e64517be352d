// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/validnames.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace Roost::Importers {

using namespace Qt::StringLiterals;

namespace {

QString repaired(const QString &name)
{
    static const QRegularExpression others(u"[^\\w/.\\- :]"_s, QRegularExpression::UseUnicodePropertiesOption);
    QString valid = name;
    valid.replace(others, u"_"_s);
    valid.truncate(ValidNames::longest);
    if (!valid.isEmpty() && valid.back().isHighSurrogate())
        valid.chop(1);
    // A server may use the name as a path of a file.
    QStringList parts = valid.split(u'/', Qt::SkipEmptyParts);
    for (QString &part : parts) {
        if (part == "."_L1 || part == ".."_L1)
            part.replace(u'.', u'_');
    }
    valid = parts.join(u'/');
    return valid.isEmpty() ? u"_"_s : valid;
}

} // namespace

QString ValidNames::valid(const QString &name)
{
    if (const auto known = m_known.constFind(name); known != m_known.constEnd())
        return *known;
    const QString base = repaired(name);
    QString valid = base;
    for (int n = 2; m_taken.contains(valid); ++n) {
        const QString suffix = u"_%1"_s.arg(n);
        valid = base.first(std::min<qsizetype>(base.size(), longest - suffix.size())) + suffix;
    }
    m_taken.insert(valid);
    m_known.insert(name, valid);
    if (valid != name)
        m_changed.insert(name, valid);
    return valid;
}

} // namespace Roost::Importers
