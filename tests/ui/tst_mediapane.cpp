// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/media/runmedia.h"
#include "tests/support/eventfile.h"
#include "tests/ui/runsfixture.h"
#include "ui/media/histogramcard.h"
#include "ui/media/histogramview.h"
#include "ui/media/hyperparameterstable.h"
#include "ui/media/imagecard.h"
#include "ui/media/imagedecoder.h"
#include "ui/media/imageview.h"
#include "ui/media/mediapane.h"
#include "ui/media/stepslider.h"
#include "ui/media/textcard.h"
#include "ui/widgets/bar.h"

#include <QBuffer>
#include <QClipboard>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <cmath>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

/// The Media tab of a run, whose event file this test writes.
class TestMediaPane : public QObject, RunsFixture
{
    Q_OBJECT

    EventFile m_file;
    std::unique_ptr<RunPage> m_page;

    const QString m_run = u"calm_finch_42"_s;
    const QString m_path = u"calm_finch_42/logs/events.out.tfevents"_s;

    static QByteArray png(const QSize &size, const QColor &color)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(color);
        QPainter(&image).drawLine(0, 0, size.width(), size.height());
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return bytes;
    }
    // A PNG whose header states another size than the file has pixels.
    static QByteArray bomb(quint32 width, quint32 height)
    {
        QByteArray bytes = png({8, 8}, Qt::red);
        qToBigEndian(width, bytes.data() + 16);
        qToBigEndian(height, bytes.data() + 20);
        // The CRC of the header chunk.
        quint32 crc = 0xffffffff;
        for (const char byte : bytes.sliced(12, 17)) {
            crc ^= quint8(byte);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
        }
        qToBigEndian(~crc, bytes.data() + 29);
        return bytes;
    }
    void addAll()
    {
        for (int step = 0; step < 40; ++step) {
            m_file.addScalar("loss", step, 1);
            m_file.addImage("samples/input", 100 * step, png({64, 48}, QColor::fromHsv(step * 8, 200, 220)));
            m_file.addImage("samples/large", 100 * step, png({1600, 900}, QColor::fromHsv(step * 8, 90, 220)));
            QList<double> limits;
            QList<double> counts;
            for (int i = 1; i <= 60; ++i) {
                limits += -3 + i * 0.1;
                const double x = (limits.last() - 0.04 * step) * (1 + step / 20.0);
                counts += std::round(400 * std::exp(-x * x));
            }
            m_file.addHistogram("layers/1/weight", 100 * step, -3, limits, counts);
            m_file.addHistogram("layers/10/weight", 100 * step, -3, limits, counts);
            m_file.addHistogram("layers/2/weight", 100 * step, -3, limits, counts);
            m_file.addText("predictions", 100 * step,
                           "<b>bold</b> [link](http://example.org) step " + QByteArray::number(step));
        }
        m_file.addHyperparameters({{"lr", "0.001"}, {"optimizer", "adam"}, {"batch size", "64"}});
    }
    void open(const QSize &size = {1080, 2400})
    {
        m_content.files[m_path] = m_file.bytes();
        m_page = run(m_run);
        m_page->resize(size);
        QTRY_VERIFY(hasTab());
        m_page->showTab(u"media"_s);
        drainEvents();
    }
    bool hasTab() const
    {
        const auto *tabs = m_page->findChild<QTabWidget *>(u"runTabs"_s);
        return tabs->tabText(tabs->count() - 1) == u"Media"_s;
    }
    MediaPane *pane() const { return m_page->findChild<MediaPane *>(); }
    template <typename T>
    T *card(MediaKind kind, const QString &tag) const
    {
        return qobject_cast<T *>(pane()->card({kind, u"logs"_s, tag}));
    }
    bool areVisibleCardsLoaded() const
    {
        return std::ranges::all_of(pane()->findChildren<MediaCard *>(), [](const MediaCard *card) {
            return card->visibleRegion().isEmpty() || card->isLoaded();
        });
    }
    ImageCard *image(const QString &tag) const { return card<ImageCard>(MediaKind::Image, tag); }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        Theme::install(Theme::Choice::Light);
    }

    void init()
    {
        beginCase();
        m_file = {};
    }

    void cleanup()
    {
        m_page.reset();
        m_session.reset();
        Theme::choose(Theme::Choice::Light);
    }

    void theTabAppearsOnlyIfThereIsSomething()
    {
        m_file.addScalar("loss", 1, 1);
        m_content.files[m_path] = m_file.bytes();
        m_page = run(m_run);
        m_page->showTab(u"media"_s);
        auto *tabs = m_page->findChild<QTabWidget *>(u"runTabs"_s);
        QCOMPARE(tabs->count(), 5);
        QTRY_VERIFY(!m_page->openRun()->media()->isReading());
        m_file.addText("notes", 1, "hello");
        m_content.files[m_path] = m_file.bytes();
        m_page->document()->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(hasTab(), 10'000);
        QCOMPARE(tabs->count(), 6);
        QVERIFY2(tabs->currentIndex() != 5, "a tab that appears later takes nobody away from another one");
        m_page->showTab(u"media"_s);
        QCOMPARE(tabs->currentIndex(), 5);
    }

    void eachKindIsShownInItsSection()
    {
        addAll();
        open();
        QTRY_VERIFY(image(u"samples/input"_s) && !image(u"samples/input"_s)->view()->image().isNull());
        grabTo(*m_page, u"media-first"_s);
        QVERIFY(image(u"samples/large"_s));
        QVERIFY(card<HistogramCard>(MediaKind::Histogram, u"layers/2/weight"_s));
        QVERIFY(card<TextCard>(MediaKind::Text, u"predictions"_s));
        QVERIFY(!pane()->findChild<HyperparametersTable *>()->isEmpty());
        // "layers/2" is above "layers/10".
        QVERIFY(card<HistogramCard>(MediaKind::Histogram, u"layers/2/weight"_s)->x() <
                    card<HistogramCard>(MediaKind::Histogram, u"layers/10/weight"_s)->x() ||
                card<HistogramCard>(MediaKind::Histogram, u"layers/2/weight"_s)->y() <
                    card<HistogramCard>(MediaKind::Histogram, u"layers/10/weight"_s)->y());
        sweep(*pane());
    }

    void theSliderFollowsTheNewestStepUntilItIsMoved()
    {
        addAll();
        open();
        ImageCard *input = image(u"samples/input"_s);
        QTRY_VERIFY(!input->view()->image().isNull());
        auto *slider = input->slider()->findChild<QSlider *>();
        QCOMPARE(slider->value(), 39);
        QVERIFY(input->slider()->isFollowing());
        const auto label = [input] { return input->slider()->findChild<QLabel *>(u"mediaStep"_s)->text(); };
        QVERIFY2(label().startsWith(u"step 3,900"_s), qPrintable(label()));
        const auto grow = [&](int step) {
            m_file.addImage("samples/input", step, png({64, 48}, Qt::red));
            m_content.files[m_path] = m_file.bytes();
            m_page->document()->refresh();
        };
        grow(5000);
        QTRY_COMPARE_WITH_TIMEOUT(slider->value(), 40, 10'000);
        QTRY_COMPARE(input->view()->image().pixelColor(32, 5), QColor(Qt::red));
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(slider->value(), 0);
        QTRY_COMPARE(input->view()->image().pixel(32, 5), QColor::fromHsv(0, 200, 220).rgb());
        grow(6000);
        QTRY_COMPARE_WITH_TIMEOUT(slider->maximum(), 41, 10'000);
        QCOMPARE(slider->value(), 0);
        QTest::keyClick(slider, Qt::Key_End);
        QVERIFY(input->slider()->isFollowing());
    }

    void anEnlargedImageHasItsActualPixels()
    {
        addAll();
        open();
        ImageCard *large = image(u"samples/large"_s);
        QTRY_VERIFY(large->isLoaded());
        QTRY_VERIFY(!large->view()->image().isNull());
        QVERIFY2(large->view()->image().width() < 1600, "a card shows a small version");
        m_page->resize(1280, 800);
        large->findChild<QToolButton *>(u"mediaEnlarge"_s)->click();
        QCOMPARE(pane()->enlarged(), large);
        QTRY_COMPARE(large->view()->image().width(), 1600);
        grabTo(*m_page, u"media-enlarged"_s);
        large->findChild<QToolButton *>(u"mediaActual"_s)->click();
        QCOMPARE(large->view()->factor(), 1.0);
        QVERIFY(large->view()->horizontalScrollBar()->maximum() > 0);
        QTest::keyClick(large, Qt::Key_Escape);
        QVERIFY(!pane()->enlarged());
        QVERIFY(image(u"samples/input"_s)->isVisible());
    }

    void anImageIsCopiedAsItWasWritten()
    {
        addAll();
        open();
        ImageCard *large = image(u"samples/large"_s);
        QTRY_VERIFY(large->isLoaded());
        QGuiApplication::clipboard()->clear();
        large->copy();
        QTRY_COMPARE(QGuiApplication::clipboard()->image().size(), QSize(1600, 900));
    }

    void textIsNeverMarkup()
    {
        addAll();
        open();
        auto *text = card<TextCard>(MediaKind::Text, u"predictions"_s);
        QTRY_VERIFY(text->isLoaded());
        QCOMPARE(text->text(), u"<b>bold</b> [link](http://example.org) step 39"_s);
    }

    void hostileNamesAreText()
    {
        m_file.addText("<img src=x onerror=y>/<b>a</b>\u202e\n", 1, "x");
        m_file.addText("../../etc/passwd", 1, "x");
        open();
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->text().contains("<img"_L1))
                QVERIFY(label->textFormat() == Qt::PlainText);
        }
        QCOMPARE(pane()->findChildren<MediaSection *>().size(), 2);
        grabTo(*m_page, u"media-hostile"_s);
    }

    void hostileImagesAreRefusedInWords()
    {
        m_file.addImage("bomb", 1, bomb(60'000, 60'000));
        m_file.addImage("cut", 1, png({200, 200}, Qt::blue).first(120));
        m_file.addImage("text", 1, "this is not an image");
        m_file.addImage("vector", 1,
                        "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>");
        m_file.addImage("empty", 1, "");
        open();
        for (const QString &tag : {u"bomb"_s, u"cut"_s, u"text"_s, u"vector"_s, u"empty"_s}) {
            QTRY_VERIFY2(image(tag) && !image(tag)->problem().isEmpty(), qPrintable(tag));
            QVERIFY(image(tag)->view()->image().isNull());
        }
        QVERIFY(image(u"bomb"_s)->problem().contains(u"60,000 × 60,000"_s));
        grabTo(*m_page, u"media-refused"_s);
    }

    void imagesAreDecodedWithinLimits()
    {
        const auto decoded = ImageDecoder::decodeNow(png({1000, 500}, Qt::red), {100, 100});
        QVERIFY(decoded);
        QCOMPARE(decoded->image.size(), QSize(100, 50));
        QCOMPARE(decoded->size, QSize(1000, 500));
        QCOMPARE(decoded->suffix, u"png"_s);
        QCOMPARE(ImageDecoder::decodeNow(bomb(9000, 9000), {10, 10}).error().kind, ErrorKind::Rejected);
        QCOMPARE(ImageDecoder::decodeNow("BM", {}).error().kind, ErrorKind::Unreadable);
    }

    void aHistogramIsAHeatMapWithTheChosenStep()
    {
        addAll();
        open();
        auto *weights = card<HistogramCard>(MediaKind::Histogram, u"layers/1/weight"_s);
        QTRY_VERIFY(weights->isLoaded());
        HistogramView *view = weights->view();
        const QSignalSpy pointed(view, &HistogramView::pointed);
        QTest::mouseMove(view, QPoint(view->width() / 3, view->height() / 2));
        QTRY_VERIFY(!pointed.isEmpty());
        QVERIFY2(pointed.last().first().toString().startsWith(u"step "_s),
                 qPrintable(pointed.last().first().toString()));
        QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(60, view->height() / 2));
        QCOMPARE(weights->slider()->index(), 0);
        QTRY_VERIFY(view->accessibleDescription().startsWith(u"step 0: "_s));
        const auto counts = HistogramView::counts({{0, 1, 10}, {1, 1, 5}, {1, 3, 8}}, 0, 4, 4);
        QCOMPARE(counts, (std::vector<double>{10, 9, 4, 0}));
    }

    void theFilterAndTheKindNarrowTheSections()
    {
        addAll();
        open();
        auto *filter = pane()->findChild<QLineEdit *>(u"mediaFilter"_s);
        QVERIFY(m_page->focusFilter());
        filter->setText(u"LAYERS/1"_s);
        QVERIFY(!image(u"samples/input"_s)->isVisible());
        QVERIFY(card<HistogramCard>(MediaKind::Histogram, u"layers/10/weight"_s)->isVisible());
        filter->setText(u"nothing like this"_s);
        grabTo(*m_page, u"media-nomatch"_s);
        filter->clear();
        auto *kind = pane()->findChild<QComboBox *>(u"mediaKind"_s);
        kind->setCurrentIndex(kind->findData(int(MediaKind::Text)));
        QVERIFY(!image(u"samples/input"_s)->isVisible());
        QVERIFY(card<TextCard>(MediaKind::Text, u"predictions"_s)->isVisible());
    }

    void aLongSectionShowsItsFirstCards()
    {
        for (int i = 0; i < 300; ++i)
            m_file.addText("all/" + QByteArray::number(i), 1, "x");
        open();
        QCOMPARE(pane()->findChildren<MediaCard *>().size(), 24);
        pane()->findChild<QPushButton *>(u"mediaMore"_s)->click();
        QCOMPARE(pane()->findChildren<MediaCard *>().size(), 300);
        m_page->resize(1080, 640);
        const qsizetype before = m_workspace->history.onRead.count();
        drainEvents();
        QVERIFY2(m_workspace->history.onRead.count() - before < 100, "only visible cards read their values");
    }

    void damageIsReportedWithTheNameOfTheFile()
    {
        m_file.addText("notes", 1, "one");
        m_file.addRaw(QByteArray(100, 'x'));
        m_file.addText("notes", 2, "two");
        open();
        auto *bar = pane()->findChild<Bar *>(u"mediaDamage"_s);
        QTRY_VERIFY(bar->isVisible());
        bool named = false;
        for (const QLabel *label : bar->findChildren<QLabel *>())
            named |= label->text().contains(u"logs/events.out.tfevents"_s);
        QVERIFY(named);
        grabTo(*m_page, u"media-damaged"_s);
    }

    void pictures()
    {
        addAll();
        open({1080, 740});
        auto *area = pane()->findChild<QScrollArea *>(u"mediaScroll"_s);
        for (const auto &[scheme, name] :
             {std::pair(Theme::Choice::Light, u"light"_s), std::pair(Theme::Choice::Dark, u"dark"_s)}) {
            Theme::choose(scheme);
            area->verticalScrollBar()->setValue(0);
            QTRY_VERIFY(areVisibleCardsLoaded());
            grabTo(*m_page, u"media-%1-top"_s.arg(name));
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
            QTRY_VERIFY(areVisibleCardsLoaded());
            grabTo(*m_page, u"media-%1-end"_s.arg(name));
        }
    }
};

QTEST_MAIN(TestMediaPane)
#include "tst_mediapane.moc"
