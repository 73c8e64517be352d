// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchwindow.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTabWidget>

#include <algorithm>
#include <chrono>

#include <sys/resource.h>

namespace Roost::Bench {

using namespace Items;
using namespace Ui;
using namespace Qt::StringLiterals;

BenchApplication::BenchApplication(int &argc, char **argv)
    : application(argc, argv)
{
    QApplication::setOrganizationName(u"roost"_s);
    QApplication::setApplicationName(u"roost"_s);
    Theme::choose(Theme::Choice::Light);
}

BenchWindow::BenchWindow(int &argc, char **argv)
    : m_application(argc, argv)
    , m_folder(m_application.home.path(u"workspaces/bench"_s))
{
    // The folder of roostctl and roostd of the same build.
    const QByteArray programs = QFile::encodeName(QCoreApplication::applicationDirPath() + u"/../bin"_s);
    qputenv("PATH", QByteArray(programs + ':' + qgetenv("PATH")));
    run(u"roostctl workspace create '%1' --name Bench"_s.arg(m_folder));
    m_window = m_windows.open(m_folder);
    m_window->resize(1280, 800);
    waitUntil([this] {
        return m_window->workspace() && m_window->workspace()->session.state() == WorkspaceSession::State::Connected;
    });
}

BenchWindow::~BenchWindow()
{
    delete m_window;
}

QString BenchWindow::submit(const QString &script, const QStringList &arguments, int ranks)
{
    QFile source(QStringLiteral(ROOST_BENCH_SCRIPTS) + u'/' + script);
    demand(source.open(QIODevice::ReadOnly), "the scripts are beside the benchmarks");
    m_application.home.write(u"code/"_s + script, source.readAll());
    const QString command = u"python "_s + script + u' ' + arguments.join(u' ');
    QByteArray job = "command: " + command.toUtf8() +
                     "\ncode: code\nenvironment: azureml:AzureML-system-python@latest\ncompute: azureml:local\n"
                     "experiment_name: bench\n";
    if (ranks > 1)
        job += "distribution:\n  type: pytorch\n  process_count_per_instance: " + QByteArray::number(ranks) + '\n';
    const QString file = m_application.home.write(u"job.yml"_s, job);
    return QString::fromUtf8(run(u"roostctl --workspace '%1' submit '%2'"_s.arg(m_folder, file))).trimmed();
}

void BenchWindow::showRun(const QString &id, const QString &tab)
{
    m_window->go(Location::run(id));
    auto *tabs = see<QTabWidget>(u"runTabs"_s);
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i).remove(u'&') == tab)
            tabs->setCurrentIndex(i);
    }
}

void BenchWindow::waitForLine(const QString &id, const QByteArray &line)
{
    const QString log = m_folder + u"/runs/"_s + id + u"/azureml-logs/70_driver_log.txt"_s;
    for (;;) {
        if (Testing::contentOf(log).split('\n').contains(line))
            return;
        const auto until = QDateTime::currentDateTimeUtc().addMSecs(200);
        waitUntil([&] { return QDateTime::currentDateTimeUtc() > until; });
    }
}

void BenchWindow::waitForEnd(const QString &id)
{
    for (;;) {
        const auto told = run(u"roostctl --json --workspace '%1' runs show %2"_s.arg(m_folder, id));
        const QString status = QJsonDocument::fromJson(told).object()[u"status"_s].toString();
        demand(status != "Failed"_L1 && status != "Canceled"_L1, "the run completes");
        if (status == "Completed"_L1)
            return;
        const auto until = QDateTime::currentDateTimeUtc().addMSecs(500);
        waitUntil([&] { return QDateTime::currentDateTimeUtc() > until; });
    }
}

PaintWatch::PaintWatch(QWidget *widget, std::function<void()> painted)
    : QObject(widget)
    , m_painted(std::move(painted))
{
    widget->installEventFilter(this);
}

bool PaintWatch::eventFilter(QObject * /*watched*/, QEvent *event)
{
    // The picture of a paint event is on the screen after the event has been handled.
    if (event->type() == QEvent::Paint && !m_scheduled) {
        m_scheduled = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_scheduled = false;
                m_painted();
            },
            Qt::QueuedConnection);
    }
    return false;
}

double quantile(std::vector<double> values, double share)
{
    demand(!values.empty(), "something was measured");
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, size_t(share * double(values.size())))];
}

double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

double processorTime()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

} // namespace Roost::Bench
