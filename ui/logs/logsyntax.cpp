// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logsyntax.h"

#include "ui/editor/syntax.h"
#include "ui/theme/theme.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QHash>

#include <optional>
#include <utility>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

// Lines of words and numbers are shorter. Longer ones are data, and colouring them would delay painting.
constexpr qsizetype LongestLine = 1000;

// The log uses colour roles, which are readable in both colour schemes, instead of the colours of an editor theme.
std::optional<Theme::Role> roleOf(KSyntaxHighlighting::Theme::TextStyle style)
{
    using enum KSyntaxHighlighting::Theme::TextStyle;
    switch (style) {
    case Error:
        return Theme::Role::Failed;
    case Warning:
        return Theme::Role::Warning;
    case Comment:
        return Theme::Role::TextSecondary;
    case Information:
    case Import:
    case Function:
    case BuiltIn:
        return Theme::Role::Accent;
    case Keyword:
    case ControlFlow:
        return Theme::Role::Preparing;
    case String:
    case Char:
    case SpecialString:
    case VerbatimString:
        return Theme::Role::Done;
    default:
        return {};
    }
}

// PyTorch writes the rank at the start of a line: "[rank3]: Traceback (most recent call last):".
qsizetype rankInFront(QStringView line)
{
    if (!line.startsWith("[rank"_L1))
        return 0;
    const auto end = line.indexOf("]:"_L1);
    if (end < 0)
        return 0;
    return end + 2 < line.size() && line[end + 2] == u' ' ? end + 3 : end + 2;
}

} // namespace

class LogSyntax::Highlighter : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    Highlighter() { setDefinition(syntaxRepository().definitionForName(u"Training log"_s)); }

    QList<QTextLayout::FormatRange> formats(int source, const QString &line)
    {
        m_found.clear();
        m_skipped = rankInFront(line);
        const QStringView rest = QStringView(line).sliced(m_skipped);
        KSyntaxHighlighting::State &state = m_states[source];
        // A line without indentation starts a new state. So does a frame, even if the code above it contains an open
        // string.
        if (rest.isEmpty() || !rest.front().isSpace() || rest.trimmed().startsWith("File \""_L1))
            state = {};
        if (line.size() <= LongestLine)
            state = highlightLine(rest, state);
        return std::exchange(m_found, {});
    }
    void restart() { m_states.clear(); }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const auto role = roleOf(format.textStyle());
        if (!role || length == 0)
            return;
        QTextCharFormat look;
        look.setForeground(Theme::color(*role));
        m_found.append({int(m_skipped) + offset, length, look});
    }

private:
    QHash<int, KSyntaxHighlighting::State> m_states;
    qsizetype m_skipped = 0;
    QList<QTextLayout::FormatRange> m_found;
};

LogSyntax::LogSyntax()
    : m_highlighter(std::make_unique<Highlighter>())
{
}

LogSyntax::~LogSyntax() = default;

void LogSyntax::restart()
{
    m_highlighter->restart();
}

QList<QTextLayout::FormatRange> LogSyntax::formats(int source, const QString &line)
{
    return m_highlighter->formats(source, line);
}

} // namespace Roost::Ui
