// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/attachment.h"

#include "models/service/http/response.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Http;

namespace {

/// Returns the name for clients that read only ASCII: letters lose their accents, other characters are dropped.
QByteArray inAscii(const QString &name)
{
    QByteArray ascii;
    const QString decomposed = name.normalized(QString::NormalizationForm_KD);
    for (const QChar c : decomposed) {
        if (c.unicode() >= 0x20 && c.unicode() < 0x7f)
            ascii += char(c.unicode());
    }
    return ascii.isEmpty() ? "download" : ascii;
}

QByteArray quotedWhereNeeded(const QByteArray &name)
{
    const auto isToken = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    };
    if (std::ranges::all_of(name, isToken))
        return name;
    QByteArray quoted = name;
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + '"';
}

} // namespace

QByteArray attachment(const QString &fileName)
{
    return "attachment; filename=" + quotedWhereNeeded(inAscii(fileName)) + "; filename*=UTF-8''" +
           QUrl::toPercentEncoding(fileName);
}

QByteArray artifactType(const QString &fileName)
{
    static const QStringList textSuffixes =
        u"txt log err cfg conf cnf cf ini properties prop hocon toml yaml yml xml json js py py3 csv tsv md rst ipynb "
        "MLmodel MLproject mlproject"_s.split(u' ');
    const qsizetype dot = fileName.lastIndexOf(u'.');
    if (textSuffixes.contains(dot > 0 ? fileName.sliced(dot + 1) : fileName))
        return "text/plain";
    const QByteArray type = contentTypeOf(fileName);
    return type.first(type.indexOf(';') < 0 ? type.size() : type.indexOf(';'));
}

} // namespace Roost::Service::Mlflow
