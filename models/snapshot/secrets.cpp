// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/secrets.h"

#include "models/core/wholematch.h"
#include "models/core/words.h"

#include <QRegularExpression>

#include <vector>

namespace Roost::Snapshot {

using namespace Qt::StringLiterals;

namespace {

struct Look
{
    QRegularExpression expression;
    QString what;
};

const std::vector<Look> &names()
{
    const auto rule = [](const QString &expression, const QString &what) {
        return Look{wholeMatch(expression, QRegularExpression::CaseInsensitiveOption), what};
    };
    static const std::vector<Look> all{
        rule(u"\\.env(?:\\.(?!(?:example|sample|template|dist)\\z).+)?"_s,
             Words::tr("usually holds passwords and tokens")),
        rule(u"id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?"_s, Words::tr("is a private SSH key")),
        rule(u".+\\.(?:pem|key|ppk)"_s, Words::tr("may be a private key")),
        rule(u".+\\.(?:pfx|p12|jks|kdbx)"_s, Words::tr("is a store of keys or passwords")),
        rule(u"\\.(?:netrc|pgpass|pypirc|git-credentials|htpasswd)"_s, Words::tr("holds passwords")),
        rule(u"(?:credentials|client_secret.*|service[-_]account.*)\\.json"_s,
             Words::tr("holds credentials of a cloud account")),
        rule(u"kubeconfig|.+\\.publishsettings"_s, Words::tr("holds credentials of a cloud account")),
    };
    return all;
}

const std::vector<Look> &contents()
{
    const auto rule = [](const QString &expression, const QString &what) {
        return Look{QRegularExpression(expression), what};
    };
    static const std::vector<Look> all{
        rule(u"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----"_s, Words::tr("a private key")),
        rule(u"\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"_s, Words::tr("an AWS access key")),
        rule(u"\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})"_s, Words::tr("a GitHub token")),
        rule(u"\\bglpat-[A-Za-z0-9_-]{20,}"_s, Words::tr("a GitLab token")),
        rule(u"\\bhf_[A-Za-z0-9]{30,}\\b"_s, Words::tr("a Hugging Face token")),
        rule(u"\\bsk-(?:[A-Za-z]+-)?[A-Za-z0-9_-]{32,}"_s, Words::tr("an API key")),
        rule(u"\\bxox[abprs]-[A-Za-z0-9-]{10,}"_s, Words::tr("a Slack token")),
        rule(u"\\bAIza[0-9A-Za-z_-]{35}\\b"_s, Words::tr("a Google API key")),
        rule(u"AccountKey=[A-Za-z0-9+/]{40,}={0,2}"_s, Words::tr("the key of an Azure storage account")),
        rule(u"[?&]sig=[A-Za-z0-9%+/]{40,}"_s, Words::tr("a signed storage address")),
    };
    return all;
}

} // namespace

QString secretByName(const QString &path)
{
    const QString name = path.section(u'/', -1);
    for (const Look &look : names()) {
        if (look.expression.match(name).hasMatch())
            return look.what;
    }
    return {};
}

SecretFound secretInside(const QByteArray &content)
{
    if (content.contains('\0'))
        return {};
    const QString text = QString::fromUtf8(content);
    for (const Look &look : contents()) {
        if (const auto match = look.expression.match(text); match.hasMatch())
            return {look.what, int(QStringView(text).first(match.capturedStart()).count(u'\n')) + 1};
    }
    return {};
}

} // namespace Roost::Snapshot
