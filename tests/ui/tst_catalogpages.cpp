// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/catalogcontent.h"
#include "tests/ui/controls.h"
#include "ui/compute/computepage.h"
#include "ui/compute/createcomputedialog.h"
#include "ui/compute/loadbar.h"
#include "ui/editor/codeeditor.h"
#include "ui/environments/environmentspage.h"
#include "ui/registry/modeldetail.h"
#include "ui/registry/modelspage.h"
#include "ui/registry/registermodeldialog.h"
#include "ui/tables/listtable.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <type_traits>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

class TestCatalogPages : public QObject
{
    Q_OBJECT

private:
    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<WorkspaceSession> m_session;
    std::unique_ptr<ActiveRuns> m_activeRuns;
    std::unique_ptr<RecordingNavigator> m_navigator;

    template <typename T>
    std::unique_ptr<T> page()
    {
        std::unique_ptr<T> made;
        if constexpr (std::is_same_v<T, ComputePage>)
            made = std::make_unique<T>(*m_session, *m_navigator, *m_activeRuns);
        else
            made = std::make_unique<T>(*m_session, *m_navigator);
        made->resize(1120, 680);
        static_cast<QWidget *>(made.get())->show();
        made->activate();
        [[maybe_unused]] const bool loaded = QTest::qWaitFor([&] { return made->isLoaded(); });
        return made;
    }

    static QPushButton *button(QWidget &bar, const QString &text)
    {
        for (QPushButton *each : bar.findChildren<QPushButton *>()) {
            if (each->text().remove(u'&') == text)
                return each;
        }
        qFatal("no button %s", qPrintable(text));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"roost-test-catalogpages"_s);
        const bool dark = qEnvironmentVariableIsSet("ROOST_DARK");
        Theme::install(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    }

    void init()
    {
        m_content = {};
        fillWithRuns(m_content);
        fillWithCatalogs(m_content);
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_activeRuns.reset();
        m_session = openSession(m_workspace);
        m_activeRuns = std::make_unique<ActiveRuns>(*m_session);
        m_navigator = std::make_unique<RecordingNavigator>();
    }

    void computesAreShownWithWhatRunsThere()
    {
        const auto shown = page<ComputePage>();
        auto *table = child<ListTable>(*shown, u"computeTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QCOMPARE(namelessControls(*shown).join(u'\n'), QString());
        shown->selectWhenListed(u"local"_s);
        QCOMPARE(table->currentKey(), u"local"_s);
        auto *runs = child<QListWidget>(*shown, u"computeRuns"_s);
        QTRY_COMPARE(runs->count(), 2);
        grabTo(*shown, u"compute"_s);
        // The local machine cannot be deleted.
        QVERIFY(!shown->findChild<QAction *>(u"deleteCompute"_s)->isEnabled());
        runs->setCurrentRow(0);
        // A row above the selected compute is new; the selection must not change.
        Run fresh = m_content.runs.first();
        fresh.id = u"new_one"_s;
        m_content.runs.prepend(fresh);
        m_session->refresh();
        QTRY_COMPARE(runs->count(), 3);
        QTest::keyClick(runs, Qt::Key_Return);
        QCOMPARE(m_navigator->opened, QStringList{u"run calm_finch_42"_s});
        shown->selectWhenListed(u"big-iron"_s);
        grabTo(*shown, u"compute-failed"_s);
    }

    void theLoadOfAComputeIsShownLive_data()
    {
        QTest::addColumn<Theme::Choice>("theme");
        QTest::newRow("compute-load-light") << Theme::Choice::Light;
        QTest::newRow("compute-load-dark") << Theme::Choice::Dark;
    }

    void theLoadOfAComputeIsShownLive()
    {
        QFETCH(Theme::Choice, theme);
        Theme::choose(theme);
        NodeLoad load{u"desk"_s,
                      timePointFromMs(1),
                      8,
                      37.4,
                      12LL << 30,
                      32LL << 30,
                      470'000'000'000,
                      500'000'000'000,
                      3e6,
                      1e6,
                      2e5,
                      1e4,
                      {}};
        load.gpus = {{0, u"NVIDIA RTX A4000"_s, 87, 6'400'000'000, 16'000'000'000, 215, 71},
                     {1, u"NVIDIA RTX A4000"_s, std::nullopt, 0, 16'000'000'000, {}, {}}};
        m_content.loads[u"local"_s] = {load};
        const auto shown = page<ComputePage>();
        shown->selectWhenListed(u"local"_s);
        const auto text = [&shown](const QString &id) {
            const auto *label = shown->findChild<QLabel *>(u"loadText:"_s + id);
            return label ? label->text() : QString();
        };
        QTRY_COMPARE(text(u"cpu"_s), u"37 % of 8 cores"_s);
        QCOMPARE(text(u"memory"_s), u"12.9 GB of 34.4 GB"_s);
        QCOMPARE(text(u"gpu0"_s), u"87 %  ·  215 W  ·  71 °C"_s);
        QCOMPARE(text(u"gpu1"_s), u"load not reported"_s);
        QCOMPARE(text(u"diskTraffic"_s), u"3.0 MB/s read, 1.0 MB/s written"_s);
        QCOMPARE(child<LoadBar>(*shown, u"loadBar:disk"_s)->percent(), 94.);
        QVERIFY(!child<QWidget>(*shown, u"loadBar:gpu1"_s)->isVisible());
        grabTo(*shown, QString::fromLatin1(QTest::currentDataTag()));
        // It is measured again while the page is visible, and not behind another page.
        const auto measured = m_workspace->measuredLoad.onLoad.count();
        QTRY_VERIFY(m_workspace->measuredLoad.onLoad.count() > measured);
        shown->deactivate();
        QTRY_COMPARE(m_workspace->measuredLoad.onLoad.waiting(), 0);
        Theme::choose(Theme::Choice::Light);
    }

    void aLoadThatIsNotKnownIsToldInWords()
    {
        m_workspace->measuredLoad.onLoad.always = [](const QString & /*name*/) {
            return failure(ErrorKind::Failed, u"The machine is too busy."_s);
        };
        const auto shown = page<ComputePage>();
        shown->selectWhenListed(u"gpu-cluster"_s);
        auto *state = child<QLabel>(*shown, u"computeLoadState"_s);
        QTRY_COMPARE(state->text(), u"The load could not be measured. The machine is too busy."_s);
        m_workspace->hasComputeLoad = false;
        shown->selectWhenListed(u"local"_s);
        QTRY_COMPARE(state->text(), u"This workspace does not report the load of its computes."_s);
    }

    void aComputeIsDeletedAfterOneQuestion()
    {
        const auto shown = page<ComputePage>();
        shown->selectWhenListed(u"gpu-cluster"_s);
        auto *confirm = child<QWidget>(*shown, u"computeConfirm"_s);
        auto *table = child<ListTable>(*shown, u"computeTable"_s);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QVERIFY(confirm->isVisible());
        grabTo(*shown, u"compute-confirm"_s);
        QCOMPARE(m_workspace->computeCatalog.onRemove.count(), 0);
        QTest::mouseClick(button(*confirm, u"Delete compute"_s), Qt::LeftButton);
        QCOMPARE(m_workspace->computeCatalog.onRemove.lastArg<0>(), u"gpu-cluster"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
    }

    void aComputeIsCreatedAndFollowed()
    {
        const auto shown = page<ComputePage>();
        shown->findChild<QAction *>(u"createCompute"_s)->trigger();
        auto *dialog = shown->findChild<CreateComputeDialog *>();
        QVERIFY(dialog);
        QCOMPARE(namelessControls(*dialog).join(u'\n'), QString());
        click(*dialog, u"createComputeButton"_s);
        QCOMPARE(child<QLabel>(*dialog, u"computeNameProblem"_s)->text(), u"Give the compute a name."_s);
        QTest::keyClicks(child<QLineEdit>(*dialog, u"computeName"_s), u"node-1"_s);
        QVERIFY(!child<QLabel>(*dialog, u"computeNameProblem"_s)->text().isEmpty());
        grabTo(*dialog, u"compute-create-invalid"_s);
        child<QLineEdit>(*dialog, u"computeName"_s)->clear();
        QTest::keyClicks(child<QLineEdit>(*dialog, u"computeName"_s), u"small-cluster"_s);
        child<QSpinBox>(*dialog, u"maxNodes"_s)->setValue(3);
        m_workspace->computeCatalog.onCreate.always = {};
        m_workspace->computeCatalog.onCompute.always = {};
        click(*dialog, u"createComputeButton"_s);
        QCOMPARE(m_workspace->computeCatalog.onCreate.count(), 1);
        Compute made = m_workspace->computeCatalog.onCreate.lastArg<0>();
        QCOMPARE(made.name, u"small-cluster"_s);
        QCOMPARE(made.maxNodes, 3);
        made.state = ProvisioningState::Creating;
        m_workspace->computeCatalog.onCreate.resolveLast(made);
        auto *progress = child<QLabel>(*dialog, u"createComputeProgress"_s);
        QTRY_VERIFY(progress->text().startsWith(u"small-cluster is being provisioned"));
        grabTo(*dialog, u"compute-create-progress"_s);
        QTRY_COMPARE(m_workspace->computeCatalog.onCompute.count(), 1);
        made.state = ProvisioningState::Succeeded;
        QSignalSpy done(dialog, &QDialog::accepted);
        m_workspace->computeCatalog.onCompute.resolveLast(made);
        QTRY_COMPARE(done.count(), 1);
    }

    void errorsOfNodesAreFullyVisible()
    {
        const auto shown = page<ComputePage>();
        shown->findChild<QAction *>(u"createCompute"_s)->trigger();
        auto *dialog = shown->findChild<CreateComputeDialog *>();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        auto *least = child<QSpinBox>(*dialog, u"minNodes"_s);
        auto *most = child<QSpinBox>(*dialog, u"maxNodes"_s);
        const QRect before(least->mapTo(dialog, QPoint()), least->size());
        least->setValue(9);
        auto *words = child<QLabel>(*dialog, u"maxNodesProblem"_s);
        QTRY_VERIFY(words->isVisible());
        QTRY_VERIFY(words->height() >= words->heightForWidth(words->width()));
        QVERIFY(words->width() > dialog->width() / 2);
        QVERIFY(dialog->rect().contains(QRect(words->mapTo(dialog, QPoint()), words->size())));
        grabTo(*dialog, u"compute-create-nodes"_s);
        QCOMPARE(QRect(least->mapTo(dialog, QPoint()), least->size()), before);
        QCOMPARE(most->mapTo(dialog, QPoint()).y(), before.y());
        QCOMPARE(most->height(), before.height());
    }

    void emptyAndFailedListsAreExplained()
    {
        m_content.computes.clear();
        const auto empty = page<ComputePage>();
        QTRY_VERIFY(child<QPushButton>(*child<QWidget>(*empty, u"computeEmpty"_s), u"emptyStateButton"_s)->isVisible());
        grabTo(*empty, u"compute-empty"_s);
        m_workspace->computeCatalog.onComputes.always = [] {
            return failure(ErrorKind::Unreachable, u"The service does not answer."_s, u"connect: refused"_s);
        };
        const auto failed = page<ComputePage>();
        QTRY_VERIFY(child<QWidget>(*failed, u"computeError"_s)->isVisible());
        grabTo(*failed, u"compute-error"_s);
        m_workspace->hasComputes = false;
        const auto lacking = page<ComputePage>();
        QVERIFY(!child<QWidget>(*lacking, u"computeError"_s)->isVisible());
    }

    void hiddenPagesReadNothing()
    {
        const auto shown = page<ComputePage>();
        const auto &asked = m_workspace->computeCatalog.onComputes;
        const auto before = asked.count();
        shown->deactivate();
        m_session->refresh();
        QCOMPARE(asked.count(), before);
        shown->activate();
        QCOMPARE(asked.count(), before + 1);
        m_session->refresh();
        QCOMPARE(asked.count(), before + 2);
    }

    void theCondaFileIsSearched()
    {
        const auto shown = page<EnvironmentsPage>();
        // A read-only environment shows its packages instead.
        QTRY_COMPARE(child<QListWidget>(*shown, u"packages"_s)->count(), 7);
        QVERIFY(shown->find());
        QCOMPARE(shown->focusWidget()->objectName(), u"packageFilter"_s);
        shown->selectWhenListed(u"pytorch-birds"_s, u"2"_s);
        auto *editor = child<CodeEditor>(*shown, u"environmentText"_s);
        QTRY_VERIFY(editor->toPlainText().contains(u"onnx==1.17.0"));
        QVERIFY(shown->find());
        auto *find = child<QLineEdit>(*shown, u"environmentFindEdit"_s);
        QVERIFY(find->isVisible());
        QCOMPARE(namelessControls(*shown).join(u'\n'), QString());
        editor->setPlainText(u"torch\nonnx\ntorchvision\n"_s);
        QTest::keyClicks(find, u"TORCH"_s);
        const auto line = [editor] { return editor->textCursor().blockNumber(); };
        QCOMPARE(line(), 0);
        QCOMPARE(editor->textCursor().selectedText(), u"torch"_s);
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(line(), 2);
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(line(), 0);
        QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(line(), 2);
        QTest::keyClicks(find, u"!"_s);
        QCOMPARE(child<QLabel>(*shown, u"environmentFindResult"_s)->text(), u"No match"_s);
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(!find->isVisible());
    }

    void environmentsAreReadAndEdited()
    {
        const auto shown = page<EnvironmentsPage>();
        auto *table = child<ListTable>(*shown, u"environmentTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QTRY_COMPARE(child<QListWidget>(*shown, u"packages"_s)->count(), 7);
        QCOMPARE(namelessControls(*shown).join(u'\n'), QString());
        grabTo(*shown, u"environments-curated"_s);
        QTest::keyClicks(child<QLineEdit>(*shown, u"packageFilter"_s), u"torch"_s);
        QCOMPARE(child<QListWidget>(*shown, u"packages"_s)->count(), 2);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Down);
        auto *editor = child<CodeEditor>(*shown, u"environmentText"_s);
        QTRY_VERIFY(editor->isVisible());
        QVERIFY(editor->toPlainText().contains(u"onnx==1.17.0"));
        auto *save = child<QPushButton>(*shown, u"saveEnvironment"_s);
        QVERIFY(!save->isEnabled());
        grabTo(*shown, u"environments-custom"_s);
        QTRY_COMPARE(child<QComboBox>(*shown, u"environmentVersion"_s)->count(), 2);
        editor->moveCursor(QTextCursor::End);
        QTest::keyClicks(editor, u"bad: ["_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(!editor->diagnostics().isEmpty());
        QVERIFY(!save->isEnabled());
        QVERIFY(shown->walkErrors(1));
        grabTo(*shown, u"environments-wrong"_s);
        QString text = editor->toPlainText();
        editor->setPlainText(text.left(text.indexOf(u"bad:")).trimmed() + u"\n      - tqdm\n"_s);
        QVERIFY2(save->isEnabled(), qPrintable(child<QLabel>(*shown, u"environmentFootText"_s)->text()));
        // The page does not open another environment while there are unsaved changes.
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Up);
        QVERIFY(child<QWidget>(*shown, u"environmentsConfirm"_s)->isVisible());
        QCOMPARE(table->currentKey(), u"pytorch-birds"_s);
        grabTo(*shown, u"environments-unsaved"_s);
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_VERIFY(m_navigator->notices.contains(u"Saved pytorch-birds version 3"_s));
        QTRY_COMPARE(child<QComboBox>(*shown, u"environmentVersion"_s)->count(), 3);
        QVERIFY(!save->isEnabled());
    }

    void anotherVersionDoesNotReplaceUnsavedText()
    {
        Environment other = m_content.environments.first();
        other.version = u"2"_s;
        other.packages.last() = u"torchvision 0.22.0"_s;
        m_content.environments += other;
        const auto shown = page<EnvironmentsPage>();
        auto *versions = child<QComboBox>(*shown, u"environmentVersion"_s);
        const auto choose = [versions](const QString &version) {
            QTRY_VERIFY(versions->findData(version) >= 0);
            versions->setCurrentIndex(versions->findData(version));
            Q_EMIT versions->activated(versions->currentIndex());
        };
        // Two lists of the same length with the same first package can still differ.
        auto *packages = child<QListWidget>(*shown, u"packages"_s);
        shown->selectWhenListed(other.name, u"1"_s);
        for (const auto &[version, package] :
             {std::pair{u"2"_s, u"torchvision 0.22.0"_s}, {u"1"_s, u"torchvision 0.21.0"_s}}) {
            choose(version);
            QTRY_COMPARE(packages->item(packages->count() - 1)->text(), package);
        }
        shown->selectWhenListed(u"pytorch-birds"_s, u"2"_s);
        auto *editor = child<CodeEditor>(*shown, u"environmentText"_s);
        QTRY_VERIFY(editor->toPlainText().contains(u"onnx==1.17.0"));
        QTest::keyClicks(editor, u"# mine"_s);
        choose(u"1"_s);
        auto *confirm = child<QWidget>(*shown, u"environmentsConfirm"_s);
        QVERIFY(confirm->isVisible());
        QVERIFY(editor->toPlainText().contains(u"# mine"));
        QCOMPARE(versions->currentData().toString(), u"2"_s);
        click(*confirm, u"confirmYes"_s);
        QTRY_VERIFY(!editor->toPlainText().contains(u"onnx==1.17.0"));
        QVERIFY(!editor->toPlainText().contains(u"# mine"));
        QCOMPARE(versions->currentData().toString(), u"1"_s);
    }

    void anEnvironmentIsCreatedAndCloned()
    {
        const auto shown = page<EnvironmentsPage>();
        QTRY_COMPARE(child<ListTable>(*shown, u"environmentTable"_s)->model()->rowCount(), 3);
        shown->findChild<QAction *>(u"cloneEnvironment"_s)->trigger();
        auto *name = child<QLineEdit>(*shown, u"environmentName"_s);
        QVERIFY(name->isVisible());
        QCOMPARE(name->text(), u"system-python-copy"_s);
        grabTo(*shown, u"environments-clone"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"my birds"_s);
        QVERIFY(!child<QPushButton>(*shown, u"saveEnvironment"_s)->isEnabled());
        name->selectAll();
        QTest::keyClicks(name, u"mine"_s);
        click(*shown, u"saveEnvironment"_s);
        QTRY_VERIFY(m_navigator->notices.contains(u"Saved mine version 1"_s));
        QTRY_COMPARE(child<ListTable>(*shown, u"environmentTable"_s)->currentKey(), u"mine"_s);
    }

    void modelsAreShownAndDownloaded()
    {
        const auto shown = page<ModelsPage>();
        shown->selectWhenListed(u"bird-classifier"_s, u"2"_s);
        auto *versions = child<ListTable>(*shown, u"versionTable"_s);
        QTRY_COMPARE(versions->model()->rowCount(), 3);
        QTRY_COMPARE(versions->currentKey(), u"2"_s);
        QCOMPARE(namelessControls(*shown).join(u'\n'), QString());
        grabTo(*shown, u"models"_s);
        QTemporaryDir folder;
        auto *detail = child<ModelDetail>(*shown, u"modelDetail"_s);
        detail->downloadTo(folder.path());
        QTRY_COMPARE(m_navigator->works.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_navigator->works.first()->state(), LongWork::State::Done, 20000);
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QCOMPARE(QFileInfo(folder.filePath(files.first())).size(), 44'000'00);
        // A second download asks before it replaces the file.
        detail->downloadTo(folder.path());
        auto *confirm = child<QWidget>(*shown, u"modelConfirm"_s);
        QTRY_VERIFY(confirm->isVisible());
        QCOMPARE(m_navigator->works.size(), 1);
        QTest::mouseClick(button(*confirm, u"Replace"_s), Qt::LeftButton);
        QTRY_COMPARE(m_navigator->works.size(), 2);
        click(*shown, u"openSourceRun"_s);
        QCOMPARE(m_navigator->opened, QStringList{u"run calm_finch_42"_s});
        versions->setFocus();
        QTest::keyClick(versions, Qt::Key_Delete);
        QVERIFY(confirm->isVisible());
        QTest::mouseClick(button(*confirm, u"Delete version"_s), Qt::LeftButton);
        QTRY_COMPARE(versions->model()->rowCount(), 2);
    }

    void theAgeOfAModelIsUpdated()
    {
        for (ModelVersion &version : m_content.models)
            version.created = QDateTime::currentDateTimeUtc().addSecs(-11);
        const auto shown = page<ModelsPage>();
        auto *versions = child<ListTable>(*shown, u"versionTable"_s);
        shown->selectWhenListed(u"bird-classifier"_s, {});
        QTRY_VERIFY(versions->model()->rowCount() > 0);
        const auto *age = child<QLabel>(*shown, u"versionCreated"_s);
        QTRY_VERIFY(age->text().endsWith(u" s ago"_s));
        const QString before = age->text();
        QTRY_VERIFY(age->text() != before);
        QVERIFY2(age->text().endsWith(u" s ago"_s), qPrintable(age->text()));
    }

    void withoutModelsThePageSaysWhatToDo()
    {
        m_content.models.clear();
        const auto shown = page<ModelsPage>();
        QTRY_VERIFY(child<QPushButton>(*child<QWidget>(*shown, u"modelsEmpty"_s), u"emptyStateButton"_s)->isVisible());
        grabTo(*shown, u"models-empty"_s);
        click(*child<QWidget>(*shown, u"modelsEmpty"_s), u"emptyStateButton"_s);
        QCOMPARE(m_navigator->opened, QStringList{u"runs"_s});
    }

    void aModelIsRegisteredFromARun()
    {
        const QStringList paths{u"outputs/checkpoints/a.onnx"_s, u"outputs/model.pt"_s};
        QCOMPARE(RegisterModelDialog::suggestedPath(paths), u"outputs/model.pt"_s);
        RegisterModelDialog dialog(m_session.get(), m_content.runs.first(), paths, {});
        dialog.open();
        QCOMPARE(namelessControls(dialog).join(u'\n'), QString());
        QCOMPARE(child<QComboBox>(dialog, u"modelPath"_s)->currentText(), u"outputs/model.pt"_s);
        click(dialog, u"registerModelButton"_s);
        QCOMPARE(child<QLabel>(dialog, u"modelNameProblem"_s)->text(), u"Give the model a name."_s);
        auto *name = child<QComboBox>(dialog, u"modelName"_s);
        QTRY_VERIFY(name->count() > 0);
        // The name of an older model begins with the same letters.
        name->lineEdit()->clear();
        QTest::keyClicks(name->lineEdit(), u"bird"_s);
        QCOMPARE(name->currentText(), u"bird"_s);
        QTest::keyClicks(name->lineEdit(), u"-classifier"_s);
        QTest::keyClicks(child<QLineEdit>(dialog, u"modelTags"_s), u"stage=best, new"_s);
        grabTo(dialog, u"register-model"_s);
        QSignalSpy registered(&dialog, &RegisterModelDialog::registered);
        click(dialog, u"registerModelButton"_s);
        QTRY_COMPARE(registered.count(), 1);
        const auto &call = m_workspace->modelRegistry.onCreate;
        QCOMPARE(call.lastArg<0>(), u"bird-classifier"_s);
        QCOMPARE(call.lastArg<1>(), u"calm_finch_42"_s);
        QCOMPARE(call.lastArg<2>(), u"outputs/model.pt"_s);
        QCOMPARE(call.lastArg<4>(), (StringMap{{u"new"_s, QString(u""_s)}, {u"stage"_s, u"best"_s}}));
        QVERIFY(!dialog.isVisible());
    }
};

QTEST_MAIN(TestCatalogPages)
#include "tst_catalogpages.moc"
