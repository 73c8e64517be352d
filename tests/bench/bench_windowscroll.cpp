// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Scrolling through a log full of tracebacks, which are coloured as they become visible: the cost of one frame.
#include "models/logs/file/logdocument.h"
#include "models/logs/search/logfinder.h"
#include "tests/bench/benchmark.h"
#include "ui/logs/logview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>

using namespace Roost;
using namespace Roost::Bench;
using namespace Roost::Logs;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int Blocks = 5000;
constexpr int Pictures = 500;

void writeLog(const QString &path)
{
    QFile file(path);
    demand(file.open(QIODevice::WriteOnly), "files can be made here");
    for (int block = 0; block < Blocks; ++block) {
        for (int step = 0; step < 10; ++step)
            file.write("2026-11-25 14:23:36,009 INFO train: epoch 3 step " + QByteArray::number(10 * block + step) +
                       " loss 0.2512 samples/s 1033\n");
        file.write("2026-11-25 14:23:37,120 WARNING loader: \"bird 12.jpg\" is damaged\n"
                   "Traceback (most recent call last):\n"
                   "  File \"/home/ada/birds/loader.py\", line 87, in __getitem__\n"
                   "    with open(self.paths[index], 'rb') as file: return decode(file.read(), size=(224, 224))\n"
                   "  File \"/home/ada/birds/decode.py\", line 12, in decode\n"
                   "    raise ValueError(f\"not an image: {len(data)} bytes\")  # seen in 3 % of them\n"
                   "ValueError: not an image: 0 bytes\n");
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme::install(Theme::Choice::Light);
    const QTemporaryDir folder(u"./windowscroll-XXXXXX"_s);
    demand(folder.isValid(), "a folder can be made here");
    const QString path = folder.filePath(u"log.txt"_s);
    writeLog(path);
    LogDocument document;
    LogFinder none(&document);
    LogView view(&document, &none);
    view.resize(1280, 800);
    view.show();
    document.open(path);
    waitUntil([&] { return document.state() == LogText::State::Ready; });
    view.setFollowing(false);
    std::vector<double> took;
    for (int i = 0; i < Pictures; ++i) {
        // The lines are loaded before the measurement, since the view loads one page ahead.
        view.showFromLine({qint64(i) * 7});
        waitUntil([&] { return document.line({qint64(i) * 7 + 80}) && document.line({qint64(i) * 7}); });
        took.push_back(1000 * seconds([&] {
                           view.showFromLine({qint64(i) * 7 + 3});
                           view.viewport()->repaint();
                       }));
    }
    std::ranges::sort(took);
    report("scroll-picture-median", took[took.size() / 2], "ms");
    report("scroll-picture-99%", took[took.size() * 99 / 100], "ms");
    return 0;
}
