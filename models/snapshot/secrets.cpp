// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/secrets.h"

#include "models/core/secrets.h"
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
             Words::tr("usually contains passwords and tokens")),
        rule(u"id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?"_s, Words::tr("is a private SSH key")),
        rule(u".+\\.(?:pem|key|ppk)"_s, Words::tr("may be a private key")),
        rule(u".+\\.(?:pfx|p12|jks|kdbx)"_s, Words::tr("is a store of keys or passwords")),
        rule(u"\\.(?:netrc|pgpass|pypirc|git-credentials|htpasswd)"_s, Words::tr("holds passwords")),
        rule(
            u"\\.?(?:.+[-_.])?(?:credentials?|secrets?)\\.(?:json|ya?ml|toml|ini|cfg|conf|env|csv|txt|xml|properties)"_s,
            Words::tr("usually contains passwords and tokens")),
        rule(u"(?:client_secret.*|service[-_]account.*)\\.json"_s,
             Words::tr("contains credentials of a cloud account")),
        rule(u"credentials|\\.(?:aws|s3cfg|boto|dockercfg)"_s, Words::tr("contains credentials of a cloud account")),
        rule(u"kaggle\\.json|.+\\.tfvars"_s, Words::tr("usually contains passwords and tokens")),
        rule(u"kubeconfig|.+\\.publishsettings"_s, Words::tr("contains credentials of a cloud account")),
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
    const SecretMatch match = secretIn(text);
    if (match.what.isEmpty())
        return {};
    return {match.what, int(QStringView(text).first(match.at).count(u'\n')) + 1};
}

} // namespace Roost::Snapshot
