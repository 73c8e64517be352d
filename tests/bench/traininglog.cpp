// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/traininglog.h"

#include "tests/bench/benchmark.h"

#include <QRandomGenerator>

namespace Roost::Bench {

namespace {

constexpr qint64 Piece = 8 * 1024 * 1024;

QByteArray step(qint64 number, QRandomGenerator &random)
{
    QByteArray line;
    line.reserve(160);
    line += "2026-11-25 14:" + QByteArray::number(10 + number / 60 % 50) + ':' + QByteArray::number(10 + number % 50);
    line += " INFO train: epoch " + QByteArray::number(number / 500) + " step " + QByteArray::number(number);
    line += " loss=" + QByteArray::number(random.generateDouble(), 'f', 6);
    line += " accuracy=" + QByteArray::number(random.generateDouble(), 'f', 4);
    line += " lr=0.00" + QByteArray::number(random.bounded(10, 99));
    line += " samples/s=" + QByteArray::number(random.bounded(900, 1100)) + '\n';
    return line;
}

QByteArray progressBar()
{
    QByteArray line;
    for (int percent = 0; percent <= 100; percent += 5)
        line += '\r' + QByteArray::number(percent) + "%|" + QByteArray(percent / 5, '#') + "| 12.3it/s";
    return line + '\n';
}

QByteArray somethingElse(qint64 number)
{
    switch (number / 500 % 4) {
    case 0:
        return progressBar();
    case 1:
        return "\x1b[33mWARNING\x1b[0m: the data loader was slow\n";
    case 2:
        return "validation of Žluťoučký kůň: ok\n";
    default:
        return number % 50'000 == 1500
                   ? "Traceback (most recent call last):\n  File \"train.py\", line 7\nKeyError: 'x'\n"
                   : "checkpoint written\n";
    }
}

void fill(QTemporaryFile &file, qint64 size, const std::function<QByteArray(qint64)> &line)
{
    demand(file.open(), "a file can be made here");
    qint64 number = 0;
    QByteArray piece;
    for (qint64 written = 0; written < size; written += piece.size()) {
        piece.clear();
        while (piece.size() < Piece)
            piece += line(number++);
        demand(file.write(piece) == piece.size(), "there is room for the log");
    }
    demand(file.flush(), "there is room for the log");
}

} // namespace

TrainingLog::TrainingLog(qint64 size)
    : m_file(QStringLiteral("./traininglog-XXXXXX"))
{
    QRandomGenerator random(1);
    fill(m_file, size, [&random](qint64 number) {
        return number % 500 == 0 && number > 0 ? somethingElse(number) + step(number, random) : step(number, random);
    });
}

ShortLinesLog::ShortLinesLog(qint64 size)
    : m_file(QStringLiteral("./shortlines-XXXXXX"))
{
    fill(m_file, size, [](qint64 number) { return QByteArray::number(100'000'000 + number % 899'999'999) + '\n'; });
}

} // namespace Roost::Bench
