// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Visiting all pages of a workspace that has been in use: the longest time without a response of the window, in total
// and per page.
#include "tests/bench/benchwindow.h"
#include "ui/pages/pageview.h"
#include "ui/shell/stallwatch.h"
#include "ui/shell/windowactions.h"

#include <QTabWidget>

#include <algorithm>
#include <cstdio>

using namespace Roost;
using namespace Roost::Bench;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

void rest(double seconds)
{
    const double until = now() + seconds;
    waitUntil([&] { return now() >= until; });
}

/// Goes to a page, waits until it is loaded and drawn, and reports the longest stall.
double stallOf(BenchWindow &bench, const QString &name, const std::function<void()> &go)
{
    const StallWatch stalls;
    rest(0.2); // the watch starts with the second iteration of the event loop
    go();
    waitUntil([&] { return bench.window().page() && bench.window().page()->isLoaded(); });
    rest(1);
    const double longest = double(stalls.longest().count());
    report(qPrintable(u"stall-"_s + name), longest, "ms");
    return longest;
}

} // namespace

int main(int argc, char **argv)
{
    BenchWindow bench(argc, argv);
    const QString id = bench.submit(u"filling.py"_s, {u"500"_s, u"12"_s, u"20000"_s, u"50000"_s}, 4);
    bench.waitForEnd(id);
    double longest = 0;
    const auto visit = [&](const QString &name, const std::function<void()> &go) {
        longest = std::max(longest, stallOf(bench, name, go));
    };
    // Twice: the first visit creates a page, the second shows it again.
    for (int round = 1; round <= 2; ++round) {
        const QString suffix = round == 1 ? QString() : u"-again"_s;
        for (const QString &page : {u"home"_s, u"runs"_s, u"compute"_s, u"environments"_s, u"models"_s, u"submit"_s})
            visit(page + suffix, [&] { bench.window().go({page, {}, {}}); });
        visit(u"run"_s + suffix, [&] { bench.window().go(Location::run(id)); });
        auto *tabs = bench.see<QTabWidget>(u"runTabs"_s);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            visit(u"run-"_s + tabs->tabText(tab).remove(u'&').toLower() + suffix, [&] { tabs->setCurrentIndex(tab); });
        }
    }
    report("longest-stall", longest, "ms");
    return 0;
}
