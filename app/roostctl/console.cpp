// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/console.h"

#include "app/roostctl/terminaltext.h"

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

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

void printError(const QString &sentence)
{
    // Indents all lines but the first, so that a text from a server cannot look like a message of roostctl.
    QString shown = visible(sentence.trimmed());
    write(stderr, u"roostctl: "_s + shown.replace(u'\n', "\n    "_L1) + u'\n');
}

void printError(const Error &error)
{
    printError(error.text);
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

bool confirm(const QString &question)
{
    if (::isatty(STDIN_FILENO) == 0 || ::isatty(STDERR_FILENO) == 0)
        return false;
    write(stderr, visible(question));
    std::array<char, 64> line{};
    const bool answered = std::fgets(line.data(), int(line.size()), stdin) != nullptr;
    return answered && QByteArray(line.data()).trimmed().toLower().startsWith('y');
}

std::optional<QString> readSecret(const QString &question)
{
    termios shown = {};
    if (::isatty(STDERR_FILENO) == 0 || ::tcgetattr(STDIN_FILENO, &shown) != 0)
        return std::nullopt;
    // Ctrl+C ends the reading, not the program, so that the echo of the terminal is restored.
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

} // namespace Roost::Ctl
