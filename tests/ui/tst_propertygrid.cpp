// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/propertygrid.h"

#include <QLabel>
#include <QTest>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

QLabel *valueOf(const PropertyGrid &grid, const QString &name)
{
    return grid.findChild<QLabel *>(name);
}

} // namespace

class TestPropertyGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowKeepsItsSelection()
    {
        PropertyGrid grid(u"facts"_s);
        int opened = 0;
        grid.setProperties({{u"Id"_s, u"calm"_s}, {u"Loss"_s, u"0.5"_s}, {u"Empty"_s, {}}});
        auto *id = valueOf(grid, u"facts:Id"_s);
        auto *loss = valueOf(grid, u"facts:Loss"_s);
        QVERIFY(!valueOf(grid, u"facts:Empty"_s));
        id->setSelection(0, 4);
        grid.setProperties({{u"Id"_s, u"calm"_s}, {u"Loss"_s, u"0.4"_s}});
        QCOMPARE(id->selectedText(), u"calm"_s);
        QCOMPARE(loss->text(), u"0.4"_s);
        QCOMPARE(valueOf(grid, u"facts:Loss"_s), loss);
        // A row of another kind is created again, and a link opens its current target.
        grid.setProperties({{u"Id"_s, u"calm"_s, false, [&opened] { opened = 1; }}});
        grid.setProperties({{u"Id"_s, u"bold"_s, false, [&opened] { opened = 2; }}});
        for (auto *label : grid.findChildren<QLabel *>(u"facts:Id"_s))
            Q_EMIT label->linkActivated(u"#"_s);
        QCOMPARE(opened, 2);
    }

    void aValueIsFoundByItsIdAndReadWithItsLabel()
    {
        PropertyGrid grid(u"compute"_s, PropertyGrid::Density::Compact);
        QVERIFY(grid.isEmpty());
        grid.setProperties({Property::named(u"nodes"_s, u"Nodes"_s, u"<b>4</b>"_s, u"exactly 4"_s),
                            Property::named(u"region"_s, u"Region"_s, {})});
        QVERIFY(!grid.isEmpty());
        const QLabel *nodes = valueOf(grid, u"nodes"_s);
        QVERIFY(nodes);
        QVERIFY(!valueOf(grid, u"region"_s));
        QCOMPARE(nodes->textFormat(), Qt::PlainText); // a name from another user is not markup
        QCOMPARE(nodes->accessibleName(), u"Nodes: <b>4</b>"_s);
        QCOMPARE(nodes->toolTip(), u"exactly 4"_s);
        QVERIFY(nodes->textInteractionFlags() & Qt::TextSelectableByMouse);
        QVERIFY(nodes->textInteractionFlags() & Qt::TextSelectableByKeyboard);
    }

    void aLinkIsReachedByKeysAndItsTextIsNotMarkup()
    {
        PropertyGrid grid(u"run"_s);
        grid.setProperties({{.label = u"Run"_s, .value = u"a<b"_s, .open = [] {}, .id = u"link"_s}});
        const QLabel *link = valueOf(grid, u"link"_s);
        QVERIFY(link);
        QCOMPARE(link->focusPolicy(), Qt::StrongFocus);
        QVERIFY(link->textInteractionFlags() & Qt::LinksAccessibleByKeyboard);
        QVERIFY(link->text().contains(u"a&lt;b"_s));
        QCOMPARE(link->accessibleName(), u"Run: a<b"_s);
    }
};

QTEST_MAIN(TestPropertyGrid)
#include "tst_propertygrid.moc"
