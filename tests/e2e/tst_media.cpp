// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/workspaces.h"
#include "tests/e2e/person.h"
#include "tests/e2e/scratch.h"
#include "ui/shell/look.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windows.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSlider>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::App;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

// Writes an event file with the standard library alone: a text each half second, flushed as TensorBoard's writers do.
const QByteArray eventScript = R"(
import os, struct, time

def masked(data):
    crc = 0xffffffff
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82f63b78 if crc & 1 else 0)
    crc ^= 0xffffffff
    return struct.pack("<I", (((crc >> 15) | (crc << 17)) + 0xa282ead8) & 0xffffffff)

def varint(number):
    out = b""
    while number > 127:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])

def field(at, data):
    return varint(at << 3 | 2) + varint(len(data)) + data

def record(step, text):
    tensor = b"\x08\x07" + field(8, text.encode())
    value = field(1, b"notes") + field(8, tensor) + field(9, field(1, field(1, b"text")))
    data = b"\x09" + struct.pack("<d", time.time()) + b"\x10" + varint(step) + field(5, field(1, value))
    length = struct.pack("<Q", len(data))
    return length + masked(length) + data + masked(data)

os.makedirs("logs", exist_ok=True)
with open("logs/events.out.tfevents.1.host", "wb") as file:
    for step in range(40):
        file.write(record(step, f"<b>step</b> {step}"))
        file.flush()
        time.sleep(0.5)
)";

} // namespace

/// A run writes an event file, whose content the window shows while the run writes it.
class TestMedia : public QObject
{
    Q_OBJECT

public:
    explicit TestMedia(Scratch &scratch)
        : m_scratch(scratch)
    {
    }

private Q_SLOTS:
    void textsAreShownWhileTheRunWritesThem()
    {
        m_scratch.write(u"code/train.py"_s, eventScript);
        output(u"roostctl"_s, {u"workspace"_s, u"create"_s, m_folder, u"--name"_s, u"Media"_s});
        const QByteArray answer = output(u"roostctl"_s, {u"--workspace"_s, m_folder, u"--json"_s, u"submit"_s,
                                                         u"--source"_s, m_scratch.path(u"code"_s), u"--script"_s,
                                                         u"train.py"_s, u"--environment"_s, u"AzureML-system-python"_s,
                                                         u"--compute"_s, u"local"_s, u"--experiment"_s, u"media"_s});
        const QString run = QJsonDocument::fromJson(answer).object()[u"id"].toString();
        QVERIFY(!run.isEmpty());
        auto *window = m_windows.open(m_folder, {u"run"_s, run, {}});
        window->resize(1280, 800);
        QVERIFY(QTest::qWaitForWindowExposed(window));
        QVERIFY(Person::see(u"runPage"_s));
        // The tab appears with the first text.
        const auto lastTab = [] {
            const auto *tabs = Person::find<QTabWidget>(u"runTabs"_s);
            return tabs ? tabs->tabText(tabs->count() - 1) : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(lastTab(), u"Media"_s, 2 * Person::Patience);
        Person::clickTab(u"runTabs"_s, u"Media"_s);
        auto *text = Person::see<QPlainTextEdit>(u"mediaText"_s);
        QVERIFY(text);
        QTRY_VERIFY_WITH_TIMEOUT(text->toPlainText().startsWith("<b>step</b>"_L1), Person::Patience);
        const QString before = text->toPlainText();
        QTRY_VERIFY_WITH_TIMEOUT(text->toPlainText() != before, Person::Patience);
        Person::picture(u"media-live"_s);
        // The last one is there when the run has ended.
        QTRY_COMPARE_WITH_TIMEOUT(text->toPlainText(), u"<b>step</b> 39"_s, 2 * Person::Patience);
        QCOMPARE(Person::find<QSlider>(u"mediaSlider"_s)->maximum(), 39);
    }

private:
    Scratch &m_scratch;
    QString m_folder = m_scratch.path(u"workspaces/media"_s);
    App::Workspaces m_workspaces;
    Windows m_windows{m_workspaces};
};

int main(int argc, char *argv[])
{
    Scratch scratch;
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"roost"_s);
    QApplication::setApplicationName(u"roost"_s);
    QApplication::setQuitOnLastWindowClosed(false);
    installLook();
    TestMedia test(scratch);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_media.moc"
