// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/secrets.h"

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
        return Look{QRegularExpression(u"^(?:"_s + expression + u")$"_s, QRegularExpression::CaseInsensitiveOption),
                    what};
    };
    static const std::vector<Look> all{
        rule(u"\\.env(?:\\.(?!example$|sample$|template$|dist$).+)?"_s, u"usually holds passwords and tokens"_s),
        rule(u"id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?"_s, u"is a private SSH key"_s),
        rule(u".+\\.(?:pem|key|ppk)"_s, u"may be a private key"_s),
        rule(u".+\\.(?:pfx|p12|jks|kdbx)"_s, u"is a store of keys or passwords"_s),
        rule(u"\\.(?:netrc|pgpass|pypirc|git-credentials|htpasswd)"_s, u"holds passwords"_s),
        rule(u"(?:credentials|client_secret.*|service[-_]account.*)\\.json"_s,
             u"holds credentials of a cloud account"_s),
        rule(u"kubeconfig|.+\\.publishsettings"_s, u"holds credentials of a cloud account"_s),
    };
    return all;
}

const std::vector<Look> &contents()
{
    const auto rule = [](const QString &expression, const QString &what) {
        return Look{QRegularExpression(expression), what};
    };
    static const std::vector<Look> all{
        rule(u"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----"_s, u"a private key"_s),
        rule(u"\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"_s, u"an AWS access key"_s),
        rule(u"\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})"_s, u"a GitHub token"_s),
        rule(u"\\bglpat-[A-Za-z0-9_-]{20,}"_s, u"a GitLab token"_s),
        rule(u"\\bhf_[A-Za-z0-9]{30,}\\b"_s, u"a Hugging Face token"_s),
        rule(u"\\bsk-(?:[A-Za-z]+-)?[A-Za-z0-9_-]{32,}"_s, u"an API key"_s),
        rule(u"\\bxox[abprs]-[A-Za-z0-9-]{10,}"_s, u"a Slack token"_s),
        rule(u"\\bAIza[0-9A-Za-z_-]{35}\\b"_s, u"a Google API key"_s),
        rule(u"AccountKey=[A-Za-z0-9+/]{40,}={0,2}"_s, u"the key of an Azure storage account"_s),
        rule(u"[?&]sig=[A-Za-z0-9%+/]{40,}"_s, u"a signed storage address"_s),
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
