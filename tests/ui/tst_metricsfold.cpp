// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/metricsfold.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formfield.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

class TestMetricsFold : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString log(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u"log.txt"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }

    template <typename T>
    static T *child(const MetricsFold &fold, const QString &name)
    {
        return fold.findChild<T *>(name);
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }

    void opensWhenTheJobHasMetrics()
    {
        MetricsFold fold;
        fold.setMetrics({}, {});
        QVERIFY(child<QPlainTextEdit>(fold, u"metricPatterns"_s)->isHidden() ||
                !child<QPlainTextEdit>(fold, u"metricPatterns"_s)->isVisibleTo(&fold));
        fold.setMetrics({true, {}}, {});
        QVERIFY(child<QPlainTextEdit>(fold, u"metricPatterns"_s)->isVisibleTo(&fold));
        QVERIFY(child<QCheckBox>(fold, u"recognizeMetrics"_s)->isChecked());
        child<QToolButton>(fold, u"metrics"_s)->click();
        fold.setMetrics({true, {{u"a"_s, u"a=(.)"_s}}}, u"a: a=(.)"_s);
        QVERIFY(!child<QPlainTextEdit>(fold, u"metricPatterns"_s)->isVisibleTo(&fold));
    }

    void showsWhatIsFoundInALog()
    {
        MetricsFold fold;
        fold.resize(760, 600);
        fold.setMetrics({true, {{u"speed"_s, u"(?<value>\\S+) img/s"_s}}}, u"speed: (?<value>\\S+) img/s"_s);
        QByteArray text;
        for (int epoch = 1; epoch <= 12; ++epoch)
            text += "epoch " + QByteArray::number(epoch) + "/12 loss " + QByteArray::number(1.0 / epoch, 'f', 4) +
                    " acc=" + QByteArray::number(0.05 * epoch, 'f', 2) + " 120.5 img/s\nsaved checkpoint\n";
        fold.setLog(log(text));
        auto *lines = child<QPlainTextEdit>(fold, u"previewLines"_s);
        QTRY_COMPARE(lines->document()->blockCount(), 12);
        QCOMPARE(lines->extraSelections().size(), 36);
        QCOMPARE(lines->extraSelections().first().cursor.selectedText(), u"1.0000"_s);
        const QString summary = child<QLabel>(fold, u"previewSummary"_s)->text();
        QVERIFY2(summary.contains("speed"_L1) && summary.contains("120.5"_L1), qPrintable(summary));
        if (const QString shot = qEnvironmentVariable("ROOST_SCREENSHOT"); !shot.isEmpty())
            fold.grab().save(shot);
        fold.setMetrics({false, {}}, {});
        QTRY_VERIFY(!lines->isVisibleTo(&fold));
        QVERIFY(child<QLabel>(fold, u"previewSummary"_s)->text().startsWith("No value"_L1));
    }

    void aLogThatCannotBeReadIsNamed()
    {
        MetricsFold fold;
        fold.setMetrics({true, {}}, {});
        fold.setLog(m_folder.filePath(u"none.txt"_s));
        QTRY_VERIFY(child<QLabel>(fold, u"previewSummary"_s)->text().contains("none.txt"_L1));
    }

    void edits()
    {
        MetricsFold fold;
        QSignalSpy patterns(&fold, &MetricsFold::patternsEdited);
        QSignalSpy recognition(&fold, &MetricsFold::recognitionSwitched);
        child<QPlainTextEdit>(fold, u"metricPatterns"_s)->setPlainText(u"loss: l=(.)"_s);
        QCOMPARE(patterns.last().first().toString(), u"loss: l=(.)"_s);
        child<QCheckBox>(fold, u"recognizeMetrics"_s)->click();
        QCOMPARE(recognition.last().first().toBool(), true);
        fold.setMetrics({true, {{u"acc"_s, u"a=(.)"_s}}}, u"acc: a=(.)"_s);
        QCOMPARE(patterns.size(), 1);
    }
};

QTEST_MAIN(TestMetricsFold)
#include "tst_metricsfold.moc"
