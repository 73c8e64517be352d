// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later

// 64 ranks that write 200 lines per second each, followed as one log ordered by time for a minute: the longest stall of
// the event loop of the window, and the processor time of all its threads.
#include "tests/bench/benchwindow.h"
#include "ui/logs/logview.h"
#include "ui/shell/stallwatch.h"

using namespace Roost;
using namespace Roost::Bench;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int Ranks = 64;
constexpr int LinesASecond = 200;
constexpr int Seconds = 60;

void waitSeconds(double seconds)
{
    const double until = now() + seconds;
    waitUntil([&] { return now() >= until; });
}

} // namespace

int main(int argc, char **argv)
{
    BenchWindow bench(argc, argv);
    const QString id =
        bench.submit(u"talking.py"_s, {QString::number(LinesASecond), QString::number(Seconds + 25)}, Ranks);
    bench.showRun(id, u"Logs"_s);
    // All ranks have logs and have been writing for a while.
    const auto *view = bench.see<LogView>(u"logView"_s);
    waitUntil([&] {
        view = bench.see<LogView>(u"logView"_s);
        return view->document()->documents().size() == Ranks;
    });
    const auto *text = view->document();
    waitUntil([&] { return text->lineCount() > 2LL * Ranks * LinesASecond; });

    const qint64 lines = text->lineCount();
    const double begin = now();
    const double used = processorTime();
    int frames = 0;
    const PaintWatch watch(view->viewport(), [&frames] { ++frames; });
    double stall = 0;
    {
        const StallWatch stalls;
        waitSeconds(Seconds);
        stall = double(stalls.longest().count());
    }
    const double took = now() - begin;
    report("follow-64-ranks-lines", double(text->lineCount() - lines) / took, "lines/s");
    report("follow-64-ranks-stall", stall, "ms");
    report("follow-64-ranks-processor", (processorTime() - used) / took, "cores");
    report("follow-64-ranks-frames", frames / took, "frames/s");
    demand(view->isFollowing(), "the newest lines are in view");
    bench.waitForEnd(id);
    return 0;
}
