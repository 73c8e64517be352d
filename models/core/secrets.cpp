// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/secrets.h"

#include "models/core/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

struct Form
{
    QRegularExpression expression;
    QString what;
};

const std::vector<Form> &forms()
{
    const auto form = [](const QString &expression, const QString &what) {
        return Form{QRegularExpression(expression), what};
    };
    static const std::vector<Form> all{
        form(u"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----"_s, Words::tr("a private key")),
        form(u"\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"_s, Words::tr("an AWS access key")),
        form(u"(?i)\\baws_secret_access_key\\s*[=:]\\s*[\"']?[A-Za-z0-9/+=]{40}"_s, Words::tr("an AWS access key")),
        form(u"\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})"_s, Words::tr("a GitHub token")),
        form(u"\\bglpat-[A-Za-z0-9_-]{20,}"_s, Words::tr("a GitLab token")),
        form(u"\\bhf_[A-Za-z0-9]{30,}\\b"_s, Words::tr("a Hugging Face token")),
        form(u"\\bsk-(?:[A-Za-z]+-)?[A-Za-z0-9_-]{32,}"_s, Words::tr("an API key")),
        form(u"\\bxox[abprs]-[A-Za-z0-9-]{10,}"_s, Words::tr("a Slack token")),
        form(u"\\bAIza[0-9A-Za-z_-]{35}\\b"_s, Words::tr("a Google API key")),
        form(u"AccountKey=[A-Za-z0-9+/]{40,}={0,2}"_s, Words::tr("the key of an Azure storage account")),
        form(u"[?&]sig=[A-Za-z0-9%+/]{40,}"_s, Words::tr("a signed storage address")),
    };
    return all;
}

// Converts names such as "dbPassword" to the form "DB_PASSWORD".
QString inWords(const QString &name)
{
    static const QRegularExpression hump(u"(?<=[a-z0-9])(?=[A-Z])"_s);
    static const QRegularExpression other(u"[^A-Za-z0-9]+"_s);
    return QString(name).replace(hump, u"_"_s).replace(other, u"_"_s).toUpper();
}

bool isSecretName(const QString &name)
{
    // `inside` matches within a word, such as in PGPASSWORD; `word` matches whole words, such as TOKEN, which is not a
    // word of TOKENIZERS_PARALLELISM.
    static const QRegularExpression inside(
        u"PASSW(?:OR)?D|PASSPHRASE|SECRET|CREDENTIAL|APIKEY|ACCESSKEY|PRIVATEKEY|ACCOUNTKEY|AUTHTOKEN|CONNECTION_?STRING"_s);
    static const QRegularExpression word(
        u"(?:^|_)(?:KEY|[A-Z0-9]*TOKEN|PWD|PASS|AUTH|AUTHORIZATION|SAS|PAT|COOKIE|CONNSTR|DSN)(?:_|\\z)"_s);
    const QString words = inWords(name);
    if (words == "PWD"_L1 || words == "OLDPWD"_L1) // the names of folders, not passwords
        return false;
    return inside.match(words).hasMatch() || word.match(words).hasMatch();
}

bool isSecretValue(const QString &value)
{
    static const QRegularExpression others(
        // user:password@ in a URL, a part of a connection string, an HTTP header, a JSON web token
        u"://[^/\\s:@]*:[^/"
        u"\\s@]+@|(?:^|[;\\s])(?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)\\s*=\\s*\\S|"
        "^(?:Bearer|Basic)\\s+\\S|\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\."_s,
        QRegularExpression::CaseInsensitiveOption);
    return others.match(value).hasMatch() || !secretIn(value).what.isEmpty();
}

} // namespace

SecretMatch secretIn(const QString &text)
{
    for (const Form &form : forms()) {
        if (const auto match = form.expression.match(text); match.hasMatch())
            return {form.what, match.capturedStart()};
    }
    return {};
}

bool isSecretVariable(const QString &name, const QString &value)
{
    return isSecretName(name) || isSecretValue(value);
}

QString secretMask()
{
    return u"********"_s;
}

StringMap withSecretsMasked(StringMap variables)
{
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        if (!it.value().isEmpty() && isSecretVariable(it.key(), it.value()))
            it.value() = secretMask();
    }
    return variables;
}

} // namespace Roost
