// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which variables are secrets, by name and by value.
#include "models/core/secrets.h"

#include <QTest>

using namespace Roost;
using namespace Qt::StringLiterals;

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variables_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("secret");
        for (const char *name : {"WANDB_API_KEY", "HF_TOKEN", "AWS_SECRET_ACCESS_KEY", "DB_PASSWORD", "PGPASSWORD",
                                 "MYSQL_PWD", "db.passwd", "apiKey", "dbPassword", "GOOGLE_APPLICATION_CREDENTIALS",
                                 "APIKEY", "GITHUB_PAT", "AZURE_STORAGE_CONNECTION_STRING", "AuthToken", "KEY"})
            QTest::newRow(name) << QString::fromLatin1(name) << u"x1"_s << true;
        for (const char *name : {"TOKENIZERS_PARALLELISM", "PWD", "OLDPWD", "KEYBOARD", "PATH", "AUTHOR", "MONKEY",
                                 "CUDA_VISIBLE_DEVICES", "PASSES", "MAX_TOKENS"})
            QTest::newRow(name) << QString::fromLatin1(name) << u"1"_s << false;
        QTest::newRow("address") << u"DATABASE_URL"_s << u"postgres://jana:pa55@db.example/birds"_s << true;
        QTest::newRow("address alone") << u"DATABASE_URL"_s << u"postgres://db.example:5432/birds"_s << false;
        QTest::newRow("user alone") << u"REPOSITORY"_s << u"ssh://git@example.org/birds"_s << false;
        QTest::newRow("connection string")
            << u"STORE"_s << u"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abc=="_s << true;
        QTest::newRow("server") << u"SERVER"_s << u"Server=db;User Id=a;Password=b;"_s << true;
        QTest::newRow("GitHub") << u"X"_s << QString(u"ghp_"_s + QString(36, u'a')) << true;
        QTest::newRow("header") << u"HEADER"_s << u"Bearer abc"_s << true;
    }

    void variables()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        QTEST(isSecretVariable(name, value), "secret");
        const StringMap masked = withSecretsMasked({{name, value}, {u"PLAIN"_s, u"1"_s}});
        QCOMPARE(masked.value(name) == secretMask(), isSecretVariable(name, value));
        QCOMPARE(masked.value(u"PLAIN"_s), u"1"_s);
    }

    void emptyStaysEmpty() { QCOMPARE(withSecretsMasked({{u"TOKEN"_s, {}}}).value(u"TOKEN"_s), QString()); }
};

QTEST_APPLESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
