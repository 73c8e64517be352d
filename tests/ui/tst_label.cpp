// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include <QTest>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

class TestLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }
    void aLongWordIsBroken_data();
    void aLongWordIsBroken();
    void fittingTextIsUnchanged();

private:
    // Returns whether `part` of the label contains letters.
    static bool isInked(const QImage &seen, const QRect &part)
    {
        for (int y = part.top(); y <= part.bottom(); ++y) {
            for (int x = part.left(); x <= part.right(); ++x) {
                if (Theme::contrast(seen.pixelColor(x, y), Theme::color(Theme::Role::Surface)) > 3)
                    return true;
            }
        }
        return false;
    }
};

void TestLabel::aLongWordIsBroken_data()
{
    QTest::addColumn<Qt::TextInteractionFlags>("flags");
    QTest::newRow("shown") << Qt::TextInteractionFlags(Qt::NoTextInteraction);
    QTest::newRow("can be marked") << Qt::TextInteractionFlags(Qt::TextSelectableByMouse);
}

void TestLabel::aLongWordIsBroken()
{
    QFETCH(Qt::TextInteractionFlags, flags);
    constexpr int Width = 160;
    Label label(u"Run "_s + QString(90, u'H'), Theme::Role::Text);
    label.setWordWrap(true);
    label.setTextInteractionFlags(flags);
    label.setAlignment(Qt::AlignLeft | Qt::AlignTop);
    const int line = label.fontMetrics().height();
    QVERIFY(label.minimumSizeHint().width() <= Width);
    const int height = label.heightForWidth(Width);
    QVERIFY2(height > 5 * line, qPrintable(QString::number(height)));
    label.resize(Width, height);
    label.show();
    QVERIFY(QTest::qWaitForWindowExposed(&label));
    const QImage seen = label.grab().toImage();
    // Each line except for the last is full, and none exceeds the width of the label.
    const int letter = label.fontMetrics().horizontalAdvance(u'H');
    QVERIFY(isInked(seen, {Width - 2 * letter, 2 * line, 2 * letter, line}));
    QVERIFY(isInked(seen, {0, height - line, letter, line}));
    QCOMPARE(label.text().size(), 94);
}

void TestLabel::fittingTextIsUnchanged()
{
    Label label(u"Words that fit a line, and then some more of them"_s);
    QLabel plain(label.text());
    for (QLabel *each : {static_cast<QLabel *>(&label), &plain})
        each->setWordWrap(true);
    QCOMPARE(label.sizeHint(), plain.sizeHint());
    QCOMPARE(label.minimumSizeHint(), plain.minimumSizeHint());
    QCOMPARE(label.heightForWidth(140), plain.heightForWidth(140));
}

QTEST_MAIN(TestLabel)
#include "tst_label.moc"
