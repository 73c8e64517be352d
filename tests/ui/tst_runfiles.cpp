// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/runsfixture.h"
#include "ui/runs/codepane.h"
#include "ui/runs/outputspane.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/elidedlabel.h"

#include <QBuffer>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

// The Code and the Outputs tab of a run.
class TestRunFiles : public QObject, private RunsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }
    void init() { beginCase(); }

    void theTextOfATabIsSearched()
    {
        const auto page = run(u"calm_finch_42"_s);
        QVERIFY(!page->find());
        showTab(*page, 4);
        auto *editor = page->findChild<QPlainTextEdit *>(u"codeText"_s);
        QTRY_VERIFY(editor->toPlainText().contains(u"pytorch_train.py"_s));
        QVERIFY(page->find());
        QTest::keyClicks(page->findChild<QLineEdit *>(u"codeFindEdit"_s), u"pytorch_train"_s);
        QCOMPARE(editor->textCursor().selectedText(), u"pytorch_train"_s);
        QCOMPARE(page->findChild<QTabWidget *>(u"runTabs"_s)->currentIndex(), 4);
        sweep(*page);
    }

    void theCodeOfALoggedRunIsWhatItLogged()
    {
        Run &logged = *m_content.find(u"proud_owl_3"_s);
        logged.command.clear();
        logged.codeId.clear();
        logged.phases.clear();
        logged.tags = {{u"mlflow.source.name"_s, u"/home/ada/notebooks/owls.ipynb"_s}};
        const auto page = run(u"proud_owl_3"_s);
        showTab(*page, 4);
        auto *empty = page->findChild<QWidget *>(u"codeEmpty"_s);
        QTRY_VERIFY(empty->isVisible());
        auto *files = page->findChild<QListWidget *>(u"codeFiles"_s);
        QVERIFY(!files->isVisible());
        const QString sentence = empty->findChild<QLabel *>()->text();
        QVERIFY2(sentence.contains(u"owls.ipynb"_s) && !sentence.contains(u"/home"_s), qPrintable(sentence));
        grabTo(*page, u"run-code-empty"_s);

        m_content.files[u"proud_owl_3/code/owls.py"_s] = "owls = 3\n";
        page->refresh();
        QTRY_VERIFY(files->isVisible());
        QCOMPARE(files->count(), 1);
        QTRY_COMPARE(page->findChild<CodePane *>()->text(), u"owls = 3\n"_s);
    }

    void theFilesOfTheSnapshotAreShown()
    {
        const QString snapshot = m_content.find(u"calm_finch_42"_s)->codeId + u'/';
        m_content.files[snapshot + u"pytorch_train.py"_s] = "import torch\n";
        m_content.files[snapshot + u"weights.bin"_s] = QByteArray("\0\1", 2);
        m_content.files[u"calm_finch_42/code/logged.py"_s] = "logged = True\n";
        const auto page = run(u"calm_finch_42"_s);
        Q_EMIT page->findChild<QLabel *>(u"runWhere:Snapshot"_s)->linkActivated({});
        auto *code = page->findChild<CodePane *>();
        QVERIFY(code->isVisible());
        auto *files = page->findChild<QListWidget *>(u"codeFiles"_s);
        QTRY_COMPARE(files->count(), 4);
        files->setCurrentRow(1);
        QTRY_COMPARE(code->text(), u"import torch\n"_s);
        grabTo(*page, u"run-code-file"_s);
        files->setCurrentRow(2);
        QTRY_VERIFY(page->findChild<QLabel *>(u"codeNote"_s)->text().contains(u"not a text file"_s));
        files->setCurrentRow(3);
        QTRY_COMPARE(code->text(), u"logged = True\n"_s);

        // The page requests a new address for a file that cannot be read.
        m_content.files.remove(snapshot + u"pytorch_train.py"_s);
        files->setCurrentRow(1);
        auto *error = code->findChild<ErrorBar *>();
        QTRY_VERIFY(error->hasError());
        m_content.files[snapshot + u"pytorch_train.py"_s] = "import mended\n";
        Q_EMIT error->retry();
        QTRY_COMPARE(code->text(), u"import mended\n"_s);
        QVERIFY(!error->hasError());
    }

    void aSnapshotThatCannotBeShownIsExplained()
    {
        m_workspace->jobService.onSnapshotFiles.always = [](const QString &) -> Result<QList<SnapshotFile>> {
            return failure(ErrorKind::Denied, u"This workspace does not show the files of a snapshot."_s);
        };
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 4);
        auto *state = page->findChild<QLabel *>(u"codeFilesState"_s);
        QTRY_VERIFY2(state->text().contains(u"does not show"_s), qPrintable(state->text()));
        QVERIFY(state->isVisible());
        grabTo(*page, u"run-code-hidden"_s);
    }

    void aTracebackLeadsToItsLine()
    {
        m_content.files[m_content.find(u"calm_finch_42"_s)->codeId + u"/src/train.py"_s] = "import torch\n";
        const auto page = run(u"calm_finch_42"_s);
        auto *code = page->findChild<CodePane *>();
        showTab(*page, 4);
        auto *list = page->findChild<QListWidget *>(u"codeFiles"_s);
        QTRY_VERIFY(list->count() > 1);
        const QString file = list->item(1)->data(Qt::UserRole).toString();
        const QString name = file.section(u'/', 1);
        QCOMPARE(code->fileOf(u"/mnt/azureml/cr/j/exe/wd/"_s + name), file);
        QCOMPARE(code->fileOf(name), file);
        QCOMPARE(code->fileOf(u"/usr/lib/python3.13/site-packages/"_s + name), QString());
        QCOMPARE(code->fileOf(u"/usr/lib/python3.13/asyncio/elsewhere.py"_s), QString());
        list->setCurrentRow(0);
        code->showPlace(file, 1);
        QCOMPARE(list->currentRow(), 1);
        QTRY_VERIFY(page->findChild<QPlainTextEdit *>(u"codeText"_s)->hasFocus());
    }

    void aFewFilesAreUnfolded()
    {
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 3);
        auto *tree = page->findChild<QTreeView *>(u"outputsTree"_s);
        auto *files = static_cast<ArtifactsModel *>(tree->model());
        QTRY_VERIFY(files->indexOf(u"outputs/checkpoints"_s).isValid());
        QVERIFY(tree->isExpanded(files->indexOf(u"outputs"_s)));
        QVERIFY(tree->isExpanded(files->indexOf(u"outputs/checkpoints"_s)));
    }

    void aFileIsShownWhereItIsOpened()
    {
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QBuffer bytes;
        QVERIFY(bytes.open(QIODevice::WriteOnly));
        QVERIFY(picture.save(&bytes, "PNG"));
        const auto add = [this](const QString &path, const QByteArray &content) {
            m_content.files.insert(u"calm_finch_42/"_s + path, content);
        };
        add(u"outputs/notes.txt"_s, "two birds\n");
        add(u"outputs/curve.png"_s, bytes.data());
        add(u"outputs/weights.bin"_s, QByteArray(10, '\0'));
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 3);
        auto *tree = page->findChild<QTreeView *>(u"outputsTree"_s);
        auto *files = static_cast<ArtifactsModel *>(tree->model());
        auto *preview = page->findChild<QWidget *>(u"outputPreview"_s);
        QTRY_VERIFY(files->indexOf(u"outputs/notes.txt"_s).isValid());
        QVERIFY(!preview->isVisible());
        Q_EMIT tree->activated(files->indexOf(u"outputs/notes.txt"_s));
        QVERIFY(preview->isVisible());
        auto *text = page->findChild<QPlainTextEdit *>(u"previewText"_s);
        QTRY_COMPARE(text->toPlainText(), u"two birds\n"_s);
        QVERIFY(text->isVisible());
        grabTo(*page, u"run-outputs-text"_s);
        Q_EMIT tree->activated(files->indexOf(u"outputs/curve.png"_s));
        auto *shown = page->findChild<QLabel *>(u"previewPicture"_s);
        QTRY_VERIFY(shown->isVisible() && shown->pixmap().width() == 40);
        Q_EMIT tree->activated(files->indexOf(u"outputs/weights.bin"_s));
        QTRY_VERIFY(page->findChild<QLabel *>(u"previewWords"_s)->text().contains(u"neither text nor a picture"_s));
        page->findChild<QToolButton *>(u"previewClose"_s)->click();
        QVERIFY(!preview->isVisible());
    }

    void theSelectedFileIsRegisteredFromTheHeaderToo()
    {
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 3);
        auto *tree = page->findChild<QTreeView *>(u"outputsTree"_s);
        auto *files = static_cast<ArtifactsModel *>(tree->model());
        QTRY_VERIFY(files->indexOf(u"outputs/checkpoints/epoch_10.pt"_s).isValid());
        tree->setCurrentIndex(files->indexOf(u"outputs/checkpoints/epoch_10.pt"_s));
        action(*page, u"runRegister"_s)->trigger();
        auto *dialog = page->findChild<QDialog *>();
        QVERIFY(dialog);
        bool isNamed = false;
        for (const auto *box : dialog->findChildren<QComboBox *>())
            isNamed |= box->currentText() == "outputs/checkpoints/epoch_10.pt"_L1;
        QVERIFY(isNamed);
        dialog->close();
    }

    void outputsOfACanceledRunMayBeIncomplete()
    {
        for (const auto status : {RunStatus::Completed, RunStatus::Canceled}) {
            Run &ended = *m_content.find(u"calm_finch_42"_s);
            ended.status = status;
            const auto page = run(u"calm_finch_42"_s);
            showTab(*page, 3);
            auto *summary = page->findChild<ElidedLabel *>(u"outputsSummary"_s);
            QTRY_VERIFY(!summary->text().isEmpty());
            QCOMPARE(summary->text().contains(u"may be incomplete"_s), status == RunStatus::Canceled);
            grabTo(*page, u"run-outputs-canceled"_s);
        }
    }

    void outputsAreDownloaded()
    {
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 3);
        auto *outputs = page->findChild<OutputsPane *>();
        QTemporaryDir folder;
        const auto work = outputs->download(u"outputs"_s, folder.path());
        QVERIFY(work);
        QTRY_COMPARE_WITH_TIMEOUT(work->state(), LongWork::State::Done, 20000);
        QCOMPARE(QFileInfo(folder.filePath(u"outputs/model.pt"_s)).size(), 4'400'000);
        QCOMPARE(QFileInfo(folder.filePath(u"outputs/checkpoints/epoch_10.pt"_s)).size(), 90'000);
        QVERIFY(m_navigator.notices.last().contains(u"3 file"_s));
    }

    void existingFilesAreReplacedOnlyOnRequest()
    {
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 3);
        auto *outputs = page->findChild<OutputsPane *>();
        QTemporaryDir folder;
        const QString path = folder.filePath(u"model.pt"_s);
        const auto size = [&path] { return QFileInfo(path).size(); };
        QFile mine(path);
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.write("mine");
        mine.close();
        auto *confirm = page->findChild<QWidget *>(u"outputsConfirm"_s);
        for (const QString &answer : {u"confirmNo"_s, u"confirmYes"_s}) {
            outputs->downloadTo(u"outputs/model.pt"_s, folder.path());
            QTRY_VERIFY(confirm->isVisible());
            QCOMPARE(size(), 4);
            grabTo(*page, u"run-outputs-replace"_s);
            QTest::mouseClick(confirm->findChild<QPushButton *>(answer), Qt::LeftButton);
        }
        QTRY_COMPARE_WITH_TIMEOUT(size(), 4'400'000, 20000);
        // No file exists at the path, so the page asks no question.
        QFile::remove(path);
        outputs->downloadTo(u"outputs/model.pt"_s, folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(size(), 4'400'000, 20000);
        QVERIFY(!confirm->isVisible());
    }
};

QTEST_MAIN(TestRunFiles)
#include "tst_runfiles.moc"
