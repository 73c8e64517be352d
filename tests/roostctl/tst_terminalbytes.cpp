// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/terminalbytes.h"

#include <QTest>

using Roost::Ctl::TerminalBytes;

/// The bytes of a log that reach a terminal.
class TestTerminalBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyColourSequencesPass_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char *name, const QByteArray &log, const QByteArray &shown) {
            QTest::newRow(name) << log << shown;
        };
        row("text", "loss 0.1\n\t50 %\r60 %\n", "loss 0.1\n\t50 %\r60 %\n");
        row("colour", "\x1b[1;31mred\x1b[0m", "\x1b[1;31mred\x1b[0m");
        row("cleared screen", "a\x1b[2Jb\x1b[3;4Hc", "abc");
        row("title",
            "a\x1b]0;title\x07"
            "b\x1b]2;title\x1b\\c",
            "abc");
        row("device string", "a\x1bP1$r\x1b\\b", "ab");
        row("bell, backspace and delete",
            "a\x07\x08\x7f"
            "b",
            "ab");
        row("C1 as UTF-8",
            "a\xc2\x9b"
            "2Jb",
            "a2Jb");
        row("C1 as one byte",
            "a\x9b"
            "2Jb\x9d"
            "0;t\x9c"
            "c",
            "a2Jb0;tc");
        row("C1 behind a broken character",
            "\xe2\x82"
            "A\x9b"
            "2J\xc3\x9b\x9b",
            "\xe2\x82"
            "A2J\xc3\x9b");
        row("UTF-8", "\xe2\x80\x93 \xc3\x9b \xf0\x9f\x90\x93 \xc2\xa0",
            "\xe2\x80\x93 \xc3\x9b \xf0\x9f\x90\x93 \xc2\xa0");
        row("Latin-1", "caf\xe9 \xa7", "caf\xe9 \xa7");
    }

    void onlyColourSequencesPass()
    {
        QFETCH(const QByteArray, log);
        QFETCH(const QByteArray, shown);
        QCOMPARE(TerminalBytes().filtered(log), shown);
        // The result is the same wherever the input is split.
        TerminalBytes cut;
        QByteArray pieces;
        for (const char byte : log)
            pieces += cut.filtered(QByteArrayView(&byte, 1));
        QCOMPARE(pieces, shown);
    }
};

QTEST_APPLESS_MAIN(TestTerminalBytes)
#include "tst_terminalbytes.moc"
