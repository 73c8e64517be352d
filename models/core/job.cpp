// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/job.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUuid>

#include <array>
#include <utility>

namespace Roost {

namespace {

constexpr std::array adjectives{"amber", "bold",  "brave", "bright", "calm",  "clever", "cool",   "crisp",
                                "eager", "early", "fair",  "fancy",  "fleet", "gentle", "golden", "happy",
                                "keen",  "kind",  "light", "lively", "lucky", "merry",  "neat",   "nimble",
                                "proud", "quick", "quiet", "rapid",  "sharp", "silent", "swift",  "warm"};
constexpr std::array birds{"bunting", "crane",  "curlew", "dove",     "dunlin",   "eagle",   "falcon", "finch",
                           "goose",   "heron",  "hoopoe", "jackdaw",  "jay",      "kestrel", "kite",   "lark",
                           "linnet",  "magpie", "martin", "nuthatch", "osprey",   "owl",     "plover", "raven",
                           "robin",   "rook",   "siskin", "sparrow",  "starling", "swallow", "thrush", "wren"};

template <std::size_t N>
QString oneOf(const std::array<const char *, N> &words)
{
    return QString::fromLatin1(words[QRandomGenerator::global()->bounded(quint32(N))]);
}

// `$NAME` and `${{...}}` must stay open, so double quotes serve where a single-quoted word would close them.
QString shellWord(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./${}-]+$"));
    if (plain.match(word).hasMatch())
        return word;
    QString quoted = word;
    quoted.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    quoted.replace(QLatin1Char('"'), QStringLiteral("\\\""));
    quoted.replace(QLatin1Char('`'), QStringLiteral("\\`"));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

// Words of a shell line; nothing where it holds more than plain words (pipes, lists, redirections, open quotes).
std::optional<QStringList> shellWords(const QString &line)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (!quote.isNull()) {
            if (c == quote) {
                quote = QChar();
            } else if (c == QLatin1Char('\\') && quote == QLatin1Char('"') && i + 1 < line.size() &&
                       QStringLiteral("\\\"`$").contains(line[i + 1])) {
                word += line[++i];
            } else {
                word += c;
            }
        } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            quote = c;
            inWord = true;
        } else if (c == QLatin1Char('\\') && i + 1 < line.size()) {
            word += line[++i];
            inWord = true;
        } else if (c.isSpace()) {
            if (c == QLatin1Char('\n') && !line.mid(i).trimmed().isEmpty())
                return std::nullopt;
            if (inWord)
                words += std::exchange(word, {});
            inWord = false;
        } else if (QStringLiteral("|&;<>()`").contains(c)) {
            return std::nullopt;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (!quote.isNull())
        return std::nullopt;
    if (inWord)
        words += word;
    return words;
}

} // namespace

QString toWord(Distribution::Type type)
{
    switch (type) {
    case Distribution::Type::None:
        return {};
    case Distribution::Type::PyTorch:
        return QStringLiteral("PyTorch");
    case Distribution::Type::Mpi:
        return QStringLiteral("Mpi");
    }
    std::unreachable();
}

QString ScriptCommand::toCommand() const
{
    QStringList words{QStringLiteral("python"), shellWord(script)};
    for (const QString &argument : arguments)
        words += argument.isEmpty() ? QStringLiteral("\"\"") : shellWord(argument);
    return words.join(QLatin1Char(' '));
}

std::optional<ScriptCommand> ScriptCommand::fromCommand(const QString &command)
{
    static const QRegularExpression interpreter(QStringLiteral("^python(3(\\.\\d+)?)?$"));
    const auto words = shellWords(command);
    if (!words || words->size() < 2 || !interpreter.match(words->first()).hasMatch())
        return std::nullopt;
    if (words->at(1).startsWith(QLatin1Char('-')))
        return std::nullopt;
    return ScriptCommand{words->at(1), words->mid(2)};
}

QString whyNotAJobName(const QString &name)
{
    static const QRegularExpression rule(QStringLiteral("^[a-zA-Z0-9][a-zA-Z0-9\\-_]{0,254}$"));
    if (rule.match(name).hasMatch())
        return {};
    return QStringLiteral("A run's name starts with a letter or digit and holds letters, digits, '-' and '_', "
                          "at most 255 of them.");
}

QString inventJobName()
{
    const QString tail = QUuid::createUuid().toString(QUuid::Id128).left(6);
    return oneOf(adjectives) + QLatin1Char('-') + oneOf(birds) + QLatin1Char('-') + tail;
}

} // namespace Roost
