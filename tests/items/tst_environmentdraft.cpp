// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogs/environmentdraft.h"
#include "tests/support/fakeworkspace.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

class TestEnvironmentDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewEnvironmentStartsFromAValidTemplate()
    {
        EnvironmentDraft draft;
        draft.editNew({u"pytorch"_s});
        QCOMPARE(draft.name(), u"pytorch-2"_s);
        QVERIFY(draft.isNew());
        QVERIFY2(draft.diagnostics().isEmpty(), qPrintable(draft.whyNotSave()));
        QCOMPARE(draft.whyNotSave(), QString());
        QVERIFY2(draft.contentText().startsWith(u"Python 3.12, 3 pip packages"_s), qPrintable(draft.contentText()));
        QVERIFY(draft.contentText().contains(u"venv and pip"_s));
    }

    void problemsPreventSaving()
    {
        EnvironmentDraft draft;
        draft.editNew({u"birds"_s});
        draft.setName(u"birds"_s);
        QCOMPARE(draft.whyNotSave(), u"An environment birds already exists."_s);
        draft.setName(u"AzureML-mine"_s);
        QVERIFY(draft.whyNotSave().contains(u"AzureML-"));
        draft.setName(u"mine"_s);
        draft.setImage(u"two words"_s);
        QVERIFY(!draft.imageProblem().isEmpty());
        draft.setImage({});
        draft.setText(u"dependencies:\n  - python=3.12\n bad"_s);
        QVERIFY(draft.whyNotSave().startsWith(u"Line "));
        QVERIFY(hasErrors(draft.diagnostics()));
        draft.setText({});
        QVERIFY(!draft.whyNotSave().isEmpty());
    }

    void savingCreatesTheNextVersion()
    {
        FakeEnvironmentCatalog catalog;
        EnvironmentDraft draft;
        Environment environment;
        environment.name = u"birds"_s;
        environment.version = u"3"_s;
        environment.condaYaml = environmentTemplate();
        draft.edit(environment);
        QVERIFY(!draft.isNew());
        QVERIFY(!draft.isChanged());
        draft.save(catalog);
        QCOMPARE(catalog.onCreate.count(), 0);
        draft.setName(u"other"_s);
        QCOMPARE(draft.name(), u"birds"_s);
        draft.setText(environmentTemplate() + u"      - onnx\n"_s);
        QSignalSpy saved(&draft, &EnvironmentDraft::saved);
        draft.save(catalog);
        QCOMPARE(draft.state(), EnvironmentDraft::State::Saving);
        QCOMPARE(catalog.onCreate.lastArg<0>().condaYaml, draft.text());
        catalog.onCreate.resolve(failure(ErrorKind::Unreachable, u"Nobody answered."_s));
        QTRY_COMPARE(draft.error().text, u"Nobody answered."_s);
        QVERIFY(draft.isChanged());
        draft.save(catalog);
        Environment next = draft.environment();
        next.version = u"4"_s;
        catalog.onCreate.resolve(next);
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(!draft.isChanged());
        QCOMPARE(draft.environment().version, u"4"_s);
    }

    void aCuratedEnvironmentIsCloned()
    {
        EnvironmentDraft draft;
        Environment curated;
        curated.name = u"AzureML-system-python"_s;
        curated.version = u"1"_s;
        curated.curated = true;
        draft.editCopyOf(curated, {});
        QCOMPARE(draft.name(), u"system-python-copy"_s);
        QVERIFY(!draft.environment().curated);
        QCOMPARE(draft.text(), environmentTemplate());
        QVERIFY(draft.isNew());
    }

    void theTextIsSavedToAFile()
    {
        EnvironmentDraft draft;
        draft.editNew({});
        QTemporaryDir folder;
        const QString path = folder.filePath(u"conda.yml"_s);
        QVERIFY(draft.saveToFile(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), draft.text());
        QVERIFY(!draft.saveToFile(u"/no/such/folder/conda.yml"_s));
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentDraft)
#include "tst_environmentdraft.moc"
