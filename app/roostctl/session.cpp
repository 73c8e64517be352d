// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/session.h"

#include "app/roostctl/opening.h"
#include "app/roostctl/terminaltext.h"

#include <QDir>
#include <QJsonDocument>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

// A signal handler may do little more than write a byte.
std::array signalPipe{-1, -1};

extern "C" void onInterrupt(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void print(const QString &text)
{
    write(stdout, visible(text));
}

void printLine(const QString &line)
{
    write(stdout, visibleLine(line) + u'\n');
}

void say(const QString &sentence)
{
    // Lines that come from elsewhere do not pass for lines of our own.
    QString shown = visible(sentence.trimmed());
    write(stderr, u"roostctl: "_s + shown.replace(u'\n', "\n    "_L1) + u'\n');
}

void say(const Error &error)
{
    say(error.text);
    if (!error.detail.isEmpty() && qEnvironmentVariableIsSet("ROOST_DETAIL"))
        write(stderr, visible(error.detail) + u'\n');
}

void print(const QJsonObject &object)
{
    write(stdout, visibleJson(QString::fromUtf8(QJsonDocument(object).toJson())));
}

void print(const QJsonArray &array)
{
    write(stdout, visibleJson(QString::fromUtf8(QJsonDocument(array).toJson())));
}

void printEvent(const QJsonObject &event)
{
    write(stdout, visibleJson(QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact))) + u'\n');
}

void printTable(const QStringList &heads, const QList<QStringList> &rows)
{
    QList<QStringList> cells{heads};
    for (const QStringList &row : rows) {
        QStringList shown;
        for (const QString &cell : row)
            shown += visibleLine(cell);
        cells += shown;
    }
    QList<qsizetype> widths(heads.size(), 0);
    for (const QStringList &row : std::as_const(cells)) {
        for (qsizetype i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const QStringList &row : std::as_const(cells)) {
        QString line;
        for (qsizetype i = 0; i < row.size() && i < widths.size(); ++i)
            line += i + 1 < row.size() ? row[i].leftJustified(widths[i] + 2) : row[i];
        text += line + u'\n';
    }
    print(text);
}

bool asksForYes(const QString &question)
{
    if (::isatty(STDIN_FILENO) == 0 || ::isatty(STDERR_FILENO) == 0)
        return false;
    write(stderr, visible(question));
    std::array<char, 64> line{};
    const bool answered = std::fgets(line.data(), int(line.size()), stdin) != nullptr;
    return answered && QByteArray(line.data()).trimmed().toLower().startsWith('y');
}

std::optional<QString> asksForSecret(const QString &question)
{
    termios shown = {};
    if (::isatty(STDERR_FILENO) == 0 || ::tcgetattr(STDIN_FILENO, &shown) != 0)
        return std::nullopt;
    // Ctrl+C ends the reading, not the program: the terminal shows again what is typed.
    struct sigaction before = {};
    struct sigaction ends = {};
    ends.sa_handler = [](int) {};
    ::sigaction(SIGINT, &ends, &before);
    termios hidden = shown;
    hidden.c_lflag &= ~tcflag_t(ECHO);
    hidden.c_lflag |= ICANON | ECHONL;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    write(stderr, visible(question));
    std::array<char, 1024> line{};
    const ssize_t length = ::read(STDIN_FILENO, line.data(), line.size());
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    ::sigaction(SIGINT, &before, nullptr);
    if (length <= 0 || line[size_t(length) - 1] != '\n')
        return std::nullopt;
    return QString::fromUtf8(QByteArrayView(line.data(), length - 1));
}

QString sizeText(qint64 bytes)
{
    return bytes < 0 ? u"?"_s : QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

Interrupt::Interrupt()
{
    if (::pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        std::array<char, 16> bytes{};
        [[maybe_unused]] const auto got = ::read(signalPipe[0], bytes.data(), bytes.size());
        m_happened = true;
        Q_EMIT pressed();
    });
    std::signal(SIGINT, onInterrupt);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
    for (int &end : signalPipe)
        ::close(std::exchange(end, -1));
}

Session::Session(const QCommandLineParser &parser)
    : m_parser(parser)
{
}

Session::~Session() = default;

QNetworkAccessManager *Session::network()
{
    if (!m_network)
        m_network = std::make_unique<QNetworkAccessManager>();
    return m_network.get();
}

std::optional<QString> Session::address() const
{
    QStringList passedOver;
    const QString found = has(u"workspace"_s) ? option(u"workspace"_s) : workspaceOf(QDir::currentPath(), passedOver);
    for (const QString &sentence : std::as_const(passedOver))
        say(sentence + u" If you mean it, name it by --workspace."_s);
    if (!found.isEmpty())
        return mayUse(found) ? std::optional(found) : std::nullopt;
    say(u"No workspace was found: there is no config.json or .azureml/config.json in this folder or a parent. Use "
        "--workspace PATH, or make one with: roostctl workspace create PATH"_s);
    return std::nullopt;
}

bool Session::mayUse(const QString &address) const
{
    const auto why = whyNotTrusted(address);
    if (!why)
        return true;
    if (!has(u"trust"_s)) {
        if (!asksForYes(u"The workspace %1 could have been prepared by another user: %2\nWhoever did can have commands "
                        "run as you. Use it, now and later? [y/N] "_s.arg(address, *why))) {
            say(u"The workspace %1 was not used. %2 If you trust whoever can write there, add --trust once."_s.arg(
                address, *why));
            return false;
        }
    }
    const auto kept = trust(address);
    if (!kept)
        say(kept.error());
    return kept.has_value();
}

Workspace *Session::open()
{
    const auto where = address();
    if (!where)
        return nullptr;
    QString password;
    if (const QString user = userWithoutPassword(*where); !user.isEmpty()) {
        const auto typed = asksForSecret(u"Password of %1: "_s.arg(user));
        if (!typed) {
            say(u"The password of %1 is not known. Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or call "
                "roostctl in a terminal, where it asks."_s.arg(user));
            return nullptr;
        }
        password = *typed;
    }
    auto opened = get(openWorkspace(network(), *where, {password, has(u"plain-http"_s)}));
    if (!opened)
        return nullptr;
    m_workspace = std::move(*opened);
    return m_workspace.get();
}

} // namespace Roost::Ctl
