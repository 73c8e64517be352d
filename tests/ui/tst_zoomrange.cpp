// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/zoomrange.h"

#include <QTest>

using namespace Roost::Ui;

using Range = ZoomRange::Range;

namespace QTest {
template <>
char *toString(const Range &range)
{
    return qstrdup(qPrintable(QStringLiteral("%1..%2").arg(range.low).arg(range.high)));
}
} // namespace QTest

class TestZoomRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAllAsItGrows()
    {
        const ZoomRange zoom(ZoomRange::Edges::Open, 1);
        QVERIFY(zoom.isFitted());
        QCOMPARE(zoom.shown({0, 100}), (Range{0, 100}));
        QCOMPARE(zoom.shown({0, 200}), (Range{0, 200}));
        QCOMPARE(zoom.shown({5, 5}), (Range{4.5, 5.5}));
    }

    void zoomKeepsThePlaceAroundWhichItZooms()
    {
        ZoomRange zoom(ZoomRange::Edges::Open, 1);
        QVERIFY(zoom.zoom({0, 100}, 2, 25));
        QCOMPARE(zoom.shown({0, 100}), (Range{12.5, 62.5}));
        // A zoomed range does not change while the whole range grows.
        QCOMPARE(zoom.shown({0, 1000}), (Range{12.5, 62.5}));
    }

    void zoomOutOfAllFitsAgain()
    {
        for (const auto edges : {ZoomRange::Edges::Open, ZoomRange::Edges::Closed}) {
            ZoomRange zoom(edges, 1);
            QVERIFY(zoom.zoom({0, 100}, 4, 50));
            QVERIFY(!zoom.isFitted());
            QVERIFY(zoom.zoom({0, 100}, 1 / 8.0, 50));
            QVERIFY(zoom.isFitted());
        }
    }

    void aPartIsNeverNarrowerThanTheLeast()
    {
        ZoomRange open(ZoomRange::Edges::Open, 10);
        QVERIFY(!open.zoom({0, 100}, 20, 50));
        QVERIFY(open.isFitted());
        ZoomRange closed(ZoomRange::Edges::Closed, 10);
        QVERIFY(closed.zoom({0, 100}, 20, 50));
        QCOMPARE(closed.shown({0, 100}), (Range{45, 55}));
    }

    void closedEdgesLimitThePart()
    {
        ZoomRange zoom(ZoomRange::Edges::Closed, 1);
        QVERIFY(!zoom.pan({0, 100}, 10));
        QVERIFY(zoom.zoom({0, 100}, 2, 50));
        QVERIFY(zoom.pan({0, 100}, 1000));
        QCOMPARE(zoom.shown({0, 100}), (Range{50, 100}));
        QVERIFY(!zoom.pan({0, 100}, 1));
        QVERIFY(zoom.pan({0, 100}, -1000));
        QCOMPARE(zoom.shown({0, 100}), (Range{0, 50}));
        // Zooming out at an edge does not extend the range beyond that edge.
        QVERIFY(zoom.zoom({0, 100}, 1 / 1.5, 0));
        QCOMPARE(zoom.shown({0, 100}), (Range{0, 75}));
    }

    void openEdgesLetThePartMoveUntilItIsOutside()
    {
        ZoomRange zoom(ZoomRange::Edges::Open, 1);
        QVERIFY(zoom.pan({0, 100}, 60));
        QCOMPARE(zoom.shown({0, 100}), (Range{60, 160}));
        QVERIFY(!zoom.pan({0, 100}, 60));
        QCOMPARE(zoom.shown({0, 100}), (Range{60, 160}));
        zoom.fit();
        QCOMPARE(zoom.shown({0, 100}), (Range{0, 100}));
    }
};

QTEST_APPLESS_MAIN(TestZoomRange)
#include "tst_zoomrange.moc"
