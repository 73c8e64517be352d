// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/keyedtablemodel.h"

#include <QAbstractItemModel>
#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Roost;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

namespace {

struct Row
{
    int key = 0;
    QString text;
    bool operator==(const Row &) const = default;
};

class PlainModel : public KeyedTableModel<Row, int>
{
public:
    enum Role { LengthRole = ModelRole };

    PlainModel()
        : KeyedTableModel(
              {{.id = 0,
                .title = [] { return u"Key"_s; },
                .width = 7,
                .visibility = ColumnVisibility::Fixed,
                .isNumeric = true,
                .text = [](const Row &row) { return QString::number(row.key); },
                .sortKey = &Row::key},
               {.id = 1,
                .title = [] { return u"Text"_s; },
                .width = 20,
                .stretches = true,
                .visibility = ColumnVisibility::Hidden,
                .text = &Row::text,
                .toolTip = [](const Row &row) { return QString(row.text + u" whole"_s); },
                .tone = [](const Row &row) { return row.text.isEmpty() ? std::nullopt : std::optional(Tone::Failed); },
                .accessibleText = [](const Row &row) { return QString(u"text "_s + row.text); }}})
    {
    }

    int keyOf(const Row &row) const override { return row.key; }
    QVariant rowData(const Row &row, int role) const override
    {
        return role == LengthRole ? QVariant(int(row.text.size())) : QVariant();
    }
};

// The rows of a view that receives only the signals of the model.
class Mirror : public QObject
{
public:
    explicit Mirror(PlainModel &model)
        : m_model(model)
    {
        connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            for (int i = first; i <= last; ++i)
                rows.insert(i, m_model.at(i));
            ++inserts;
        });
        connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
            rows.remove(first, last - first + 1);
            ++removals;
        });
        connect(&model, &QAbstractItemModel::rowsMoved, this,
                [this](const QModelIndex &, int from, int, const QModelIndex &, int to) {
                    rows.move(from, to > from ? to - 1 : to);
                    ++moves;
                });
        connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &a, const QModelIndex &b) {
            for (int i = a.row(); i <= b.row(); ++i)
                rows[i] = m_model.at(i);
            ++changes;
        });
        connect(&model, &QAbstractItemModel::layoutChanged, this, [this] {
            rows = m_model.rows();
            ++layouts;
        });
        connect(&model, &QAbstractItemModel::modelReset, this, [this] { ++resets; });
    }

    QList<Row> rows;
    int inserts = 0, removals = 0, moves = 0, changes = 0, layouts = 0, resets = 0;

private:
    PlainModel &m_model;
};

QList<Row> numbered(const QList<int> &keys)
{
    QList<Row> rows;
    for (const int key : keys)
        rows.append({key, QString::number(key)});
    return rows;
}

} // namespace

class TestKeyedTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRandomWalkEndsEqualToANewModel();
    void selectionAndPersistentIndexesFollowTheirRows();
    void unchangedRowsEmitNothing();
    void oneMoveEmitsOneMove();
    void manyMovesEmitOneLayoutChange();
    void duplicatesCountOnce();
    void upsertAndRemove();
    void onlyChangedCellsAreAnnounced();
    void columnsDescribeCellsAndHeader();
};

void TestKeyedTableModel::columnsDescribeCellsAndHeader()
{
    PlainModel model;
    model.setRows({{3, u"three"_s}, {4, QString()}});
    const QModelIndex number = model.index(0, 0);
    const QModelIndex text = model.index(0, 1);
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(number.data().toString(), u"3"_s);
    QCOMPARE(number.data(SortRole), QVariant(3));
    QCOMPARE(text.data(SortRole), QVariant(u"three"_s)); // a cell without a sort key is sorted by its text
    QCOMPARE(text.data(KeyRole), QVariant(3));
    QCOMPARE(text.data(PlainModel::LengthRole), QVariant(5));
    QCOMPARE(text.data(Qt::ToolTipRole).toString(), u"three whole"_s);
    QVERIFY(!number.data(Qt::ToolTipRole).isValid());
    QCOMPARE(text.data(Qt::AccessibleTextRole).toString(), u"text three"_s);
    QVERIFY(!number.data(Qt::AccessibleTextRole).isValid());
    QCOMPARE(text.data(ToneRole), QVariant(int(Tone::Failed)));
    QVERIFY(!model.index(1, 1).data(ToneRole).isValid());
    QVERIFY(!number.data(ToneRole).isValid());
    QCOMPARE(number.data(Qt::TextAlignmentRole).toInt(), int(Qt::AlignRight | Qt::AlignVCenter));
    QVERIFY(!text.data(Qt::TextAlignmentRole).isValid());

    const auto header = [&model](int column, int role) { return model.headerData(column, Qt::Horizontal, role); };
    QCOMPARE(header(0, Qt::DisplayRole).toString(), u"Key"_s);
    QCOMPARE(header(0, Qt::TextAlignmentRole).toInt(), int(Qt::AlignRight | Qt::AlignVCenter));
    QCOMPARE(header(1, Qt::TextAlignmentRole).toInt(), int(Qt::AlignLeft | Qt::AlignVCenter));
    QCOMPARE(header(0, WidthRole), QVariant(7));
    QCOMPARE(header(0, StretchRole), QVariant(false));
    QCOMPARE(header(1, StretchRole), QVariant(true));
    QCOMPARE(header(0, VisibilityRole).toInt(), int(ColumnVisibility::Fixed));
    QCOMPARE(header(1, VisibilityRole).toInt(), int(ColumnVisibility::Hidden));
    QVERIFY(!header(2, Qt::DisplayRole).isValid());
    QVERIFY(!model.headerData(0, Qt::Vertical).isValid());
}

void TestKeyedTableModel::aRandomWalkEndsEqualToANewModel()
{
    QRandomGenerator random(20260101);
    PlainModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Mirror mirror(model);
    QList<Row> rows;
    int next = 0;
    for (int step = 0; step < 600; ++step) {
        const int edits = random.bounded(6);
        for (int i = 0; i < edits; ++i) {
            const int at = rows.isEmpty() ? 0 : int(random.bounded(rows.size()));
            switch (random.bounded(step % 50 == 0 ? 5 : 4)) {
            case 0:
                rows.insert(at, {next, QString::number(next)});
                ++next;
                break;
            case 1:
                if (!rows.isEmpty())
                    rows.removeAt(at);
                break;
            case 2:
                if (!rows.isEmpty())
                    rows.move(at, random.bounded(rows.size()));
                break;
            case 3:
                if (!rows.isEmpty())
                    rows[at].text = QString::number(random.generate());
                break;
            default:
                std::shuffle(rows.begin(), rows.end(), random);
            }
        }
        model.setRows(rows);
        QCOMPARE(model.rows(), rows);
        QCOMPARE(mirror.rows, rows);
    }
    QVERIFY(mirror.moves > 20);
    QVERIFY(mirror.inserts > 20);
    QVERIFY(mirror.removals > 20);
    QCOMPARE(mirror.resets, 0);
}

void TestKeyedTableModel::selectionAndPersistentIndexesFollowTheirRows()
{
    PlainModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(numbered({1, 2, 3, 4, 5}));
    const QPersistentModelIndex three(model.index(2, 1));
    model.setRows(numbered({9, 5, 4, 8, 3, 1}));
    QVERIFY(three.isValid());
    QCOMPARE(three.row(), 4);
    QCOMPARE(three.data().toString(), u"3"_s);
    QList<int> reversed;
    for (int i = 200; i > 0; --i)
        reversed.append(i);
    model.setRows(numbered(reversed));
    QCOMPARE(three.row(), 197);
    std::reverse(reversed.begin(), reversed.end());
    model.setRows(numbered(reversed));
    QCOMPARE(three.row(), 2);
    model.setRows(numbered({1, 2}));
    QVERIFY(!three.isValid());
}

void TestKeyedTableModel::unchangedRowsEmitNothing()
{
    PlainModel model;
    model.setRows(numbered({1, 2, 3}));
    Mirror mirror(model);
    model.setRows(numbered({1, 2, 3}));
    QCOMPARE(mirror.inserts + mirror.removals + mirror.moves + mirror.changes + mirror.layouts, 0);
}

void TestKeyedTableModel::oneMoveEmitsOneMove()
{
    PlainModel model;
    model.setRows(numbered({1, 2, 3, 4, 5, 6}));
    Mirror mirror(model);
    mirror.rows = model.rows();
    model.setRows(numbered({2, 3, 4, 5, 6, 1}));
    QCOMPARE(mirror.moves, 1);
    model.setRows(numbered({1, 2, 3, 4, 5, 6}));
    QCOMPARE(mirror.moves, 2);
    QCOMPARE(mirror.rows, model.rows());
}

void TestKeyedTableModel::manyMovesEmitOneLayoutChange()
{
    QList<int> keys;
    for (int i = 0; i < 500; ++i)
        keys.append(i);
    PlainModel model;
    model.setRows(numbered(keys));
    Mirror mirror(model);
    std::reverse(keys.begin(), keys.end());
    model.setRows(numbered(keys));
    QCOMPARE(mirror.layouts, 1);
    QCOMPARE(mirror.moves, 0);
}

void TestKeyedTableModel::duplicatesCountOnce()
{
    PlainModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({{1, u"first"_s}, {2, u"two"_s}, {1, u"second"_s}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.at(0).text, u"first"_s);
}

void TestKeyedTableModel::upsertAndRemove()
{
    PlainModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.upsert({1, u"a"_s});
    model.upsert({2, u"b"_s});
    model.upsert({1, u"c"_s});
    QCOMPARE(model.rows(), (QList<Row>{{1, u"c"_s}, {2, u"b"_s}}));
    QVERIFY(model.removeKey(1));
    QVERIFY(!model.removeKey(1));
    QCOMPARE(model.indexOf(2), 0);
}

void TestKeyedTableModel::onlyChangedCellsAreAnnounced()
{
    QList<int> keys;
    for (int i = 0; i < 10000; ++i)
        keys.append(i);
    PlainModel model;
    model.setRows(numbered(keys));
    // The result of a poll: a new run at the top, and some changed states.
    QList<Row> rows = numbered(keys);
    rows.prepend({20000, u"new"_s});
    for (int i = 1; i < 10000; i += 500)
        rows[i].text = u"changed"_s;
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setRows(rows);
    QCOMPARE(model.rows(), rows);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(changed.count(), 20);
    QCOMPARE(removed.count() + moved.count() + reset.count(), 0);
}

QTEST_GUILESS_MAIN(TestKeyedTableModel)
#include "tst_keyedtablemodel.moc"
