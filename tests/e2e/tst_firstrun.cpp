// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/workspaces.h"
#include "tests/e2e/person.h"
#include "tests/e2e/scratch.h"
#include "tests/e2e/stalls.h"
#include "ui/logs/logview.h"
#include "ui/shell/look.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windows.h"

#include <QComboBox>
#include <QDir>
#include <QDirIterator>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::App;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

/// From "create workspace" to a downloaded model, with keys and clicks, the real service and a real PyTorch run.
class TestFirstRun : public QObject
{
    Q_OBJECT

public:
    explicit TestFirstRun(Scratch &scratch)
        : m_scratch(scratch)
    {
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_window = m_windows.open({});
        m_window->resize(1280, 800);
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }

    void aWorkspaceIsCreated()
    {
        Person::click(u"newWorkspace"_s);
        Person::write(u"workspaceName"_s, u"Birds"_s);
        Person::write(u"workspaceFolder"_s, m_folder);
        Person::picture(u"1-create"_s);
        Person::click(u"createWorkspace"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace() &&
                                     m_window->workspace()->session.state() == WorkspaceSession::State::Connected,
                                 Person::Patience);
        QVERIFY(QFileInfo::exists(m_folder + u"/roost.db"_s));
        QVERIFY(Scratch::servicePid(m_folder) > 0);
        Person::picture(u"2-home"_s);
    }

    void theWizardIsFilledFromTheSample()
    {
        Person::click(u"runSample"_s);
        // All fields are filled in, so the wizard opens at the review.
        QVERIFY(Person::see(u"reviewStep"_s));
        Person::picture(u"3-sample"_s);
        Person::click(u"step1"_s);
        // Three epochs are enough for the test; the other arguments are those of the sample.
        Person::write(u"arguments"_s, u"--num_epochs 3 --learning_rate 0.01 --output_dir ./outputs"_s);
        Person::picture(u"3-code"_s);
        Person::click(u"next"_s);
        QVERIFY(Person::see(u"computeStep"_s));
        Person::clickRow(u"computes"_s, u"local"_s);
        Person::click(u"next"_s);
        QVERIFY(Person::see(u"environmentStep"_s));
        Person::clickRow(u"environments"_s, u"AzureML-system-python"_s);
        Person::click(u"next"_s);
        QVERIFY(Person::see(u"distributionStep"_s));
        Person::click(u"next"_s);
        QVERIFY(Person::see(u"reviewStep"_s));
        Person::picture(u"4-review"_s);
        Person::click(u"next"_s);
    }

    void phasesLogAndMetricsAreSeenLive()
    {
        QVERIFY(Person::see(u"runPage"_s));
        Person::clickTab(u"runTabs"_s, u"Logs"_s);
        // The window shows another log as soon as the driver's log has content.
        const auto isSeen = [](const QString &text) {
            const auto *log = Person::find<LogView>(u"logView"_s);
            return log && log->visibleText().contains(text);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(u"Epoch"_s), 2 * Person::Patience);
        Person::picture(u"5-log"_s);
        Person::clickTab(u"runTabs"_s, u"Metrics"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!cards().isEmpty(), Person::Patience);
        Person::picture(u"6-metrics"_s);
        // The run page offers to register a model as soon as the run is completed.
        QVERIFY(Person::see(u"header_runRegister"_s, 4 * Person::Patience));
        Person::picture(u"7-completed"_s);
        QVERIFY2(Person::find(u"failureCard"_s) == nullptr, "a completed run shows no failure");
    }

    void theModelIsRegistered()
    {
        Person::click(u"header_runRegister"_s);
        auto *path = Person::see<QComboBox>(u"modelPath"_s);
        QVERIFY(path);
        QTRY_COMPARE_WITH_TIMEOUT(path->currentText(), u"outputs/model.pt"_s, Person::Patience);
        Person::write(u"modelName"_s, u"birds"_s);
        Person::picture(u"8-register"_s);
        Person::click(u"registerModelButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!Person::find(u"registerModelDialog"_s), Person::Patience);
    }

    void theModelIsExported()
    {
        // The model is exported only if the onnx package is installed, as in the toolchain; otherwise the run's log
        // names the missing package.
        const bool hasOnnx = output(u"python3"_s, {u"-c"_s, u"import onnx; print('there')"_s}).contains("there");
        QCOMPARE(!found(m_folder + u"/runs"_s, u"model.onnx"_s).isEmpty(), hasOnnx);
    }

    void theModelIsDownloaded()
    {
        Person::press(Qt::Key_5, Qt::ControlModifier);
        QVERIFY(Person::see(u"modelsPage"_s));
        Person::clickRow(u"modelTable"_s, u"birds"_s);
        QVERIFY(Person::see(u"downloadModel"_s));
        const QString target = m_scratch.path(u"downloads"_s);
        QVERIFY(QDir().mkpath(target));
        Person::willChoose(target);
        Person::click(u"downloadModel"_s);
        QString model;
        QTRY_VERIFY_WITH_TIMEOUT(!(model = found(target, u"model.pt"_s)).isEmpty(), Person::Patience);
        Person::picture(u"9-downloaded"_s);
        const QByteArray weights =
            output(u"python3"_s, {u"-c"_s,
                                  u"import sys, torch\n"
                                  "model = torch.load(sys.argv[1], map_location='cpu', weights_only=False)\n"
                                  "print(sum(p.numel() for p in model.parameters()))"_s,
                                  model});
        QVERIFY2(weights.trimmed().toInt() > 0, "the downloaded file holds no weights");
        QCOMPARE(found(target, u"model.pt.part"_s), QString());
    }

    void nothingStalledTheWindow() { reportStalls(m_stalls); }

private:
    static QStringList cards()
    {
        QStringList names;
        for (QWidget *window : QApplication::topLevelWidgets()) {
            for (QWidget *child : window->findChildren<QWidget *>()) {
                if (child->isVisible() && child->objectName().startsWith(u"metricCard:"_s))
                    names += child->objectName();
            }
        }
        return names;
    }

    /// Returns the file of that name at any depth below a folder; empty if there is none.
    static QString found(const QString &folder, const QString &name)
    {
        QDirIterator files(folder, {name}, QDir::Files, QDirIterator::Subdirectories);
        return files.hasNext() ? files.next() : QString();
    }

    Scratch &m_scratch;
    const QString m_folder = m_scratch.path(u"workspaces/birds"_s);
    StallWatch m_stalls;
    App::Workspaces m_workspaces;
    Windows m_windows{m_workspaces};
    MainWindow *m_window = nullptr;
};

int main(int argc, char *argv[])
{
    Scratch scratch;
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"roost"_s);
    QApplication::setApplicationName(u"roost"_s);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    installLook();
    TestFirstRun test(scratch);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_firstrun.moc"
