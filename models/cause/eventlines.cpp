// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/eventlines.h"

#include "models/cause/exitsignals.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

namespace {

constexpr int afterFatal = 10;
constexpr int afterThrow = 3;
constexpr int afterLauncher = 8;
constexpr qsizetype longestMessage = 600;

void extendLauncherReport(LogEvent &event, const QString &line)
{
    static const QRegularExpression rank(u"^\\s*rank\\s*:\\s*(\\d+)"_s);
    static const QRegularExpression process(u"Process name: (?:\\[.*,)?(\\d+)\\]?"_s);
    static const QRegularExpression code(u"(?:exitcode|Exit code|Errorcode|EXIT CODE)\\s*:\\s*(-?\\d+)"_s);
    for (const auto *expression : {&rank, &process}) {
        if (const auto match = expression->match(line); match.hasMatch() && event.meaning.ranks.isEmpty())
            event.meaning.ranks = {match.captured(1).toInt()};
    }
    if (line.startsWith("The actor is dead because"_L1)) {
        event.message = line.trimmed().left(longestMessage);
        event.headline = int(event.evidence.size()) - 1;
    }
    const auto match = code.match(line);
    if (!match.hasMatch())
        return;
    const int number = match.captured(1).toInt();
    if (number < 0 && event.meaning.kind != CauseKind::MpiAbort)
        event.meaning.signal = -number;
    else
        event.meaning.exitCode = number;
    if (event.meaning.kind != CauseKind::MpiAbort) {
        event.headline = int(event.evidence.size()) - 1;
        event.message = line.trimmed();
    }
}

bool endsProcess(const Meaning &meaning)
{
    return meaning.kind == CauseKind::Crash;
}

} // namespace

std::optional<std::pair<LogEvent, int>> eventOfLine(QByteArrayView text, const EvidenceLine &here)
{
    LogEvent event;
    event.message = here.text.trimmed();
    event.evidence = {here};
    if (text.startsWith("SyntaxError: ") || text.startsWith("IndentationError: ")) {
        // If these errors are in the script itself, Python prints them without a traceback.
        event.form = LogEvent::Form::Traceback;
        event.type = here.text.section(u':', 0, 0);
        event.message = here.text.section(u':', 1).trimmed();
        return std::pair(event, 0);
    }
    // Several processes may mix these two lines: the what() line may follow that of another process, or occur twice in
    // one line.
    const bool what = text.trimmed().startsWith("what():");
    if (what || text.startsWith("terminate called after throwing an instance of")) {
        event.form = LogEvent::Form::Fatal;
        event.meaning.kind = CauseKind::Crash;
        event.meaning.signal = SIGABRT;
        if (what)
            extendEvent(event, text);
        return std::pair(event, what ? 0 : afterThrow);
    }
    // torchrun and Open MPI report in several lines which process failed first.
    if (text.startsWith("Root Cause") || text.contains("The first process to do so was:")) {
        event.meaning.role = LineRole::Launcher;
        event.meaning.kind = CauseKind::Exit;
        event.summary = true;
        return std::pair(event, afterLauncher);
    }
    const auto meaning = meaningOfLine(text);
    if (!meaning)
        return std::nullopt;
    event.meaning = *meaning;
    if (meaning->role == LineRole::Launcher)
        return std::pair(event, 3);
    if (meaning->role == LineRole::Waited) {
        static const QRegularExpression marks(u"^(?:\\[[^\\]]*\\]:? *)+"_s);
        event.rank = rankInWords(text);
        event.message.remove(marks);
    }
    if (endsProcess(*meaning)) {
        event.form = LogEvent::Form::Fatal;
        if (!event.meaning.signal)
            event.meaning.signal = signalNamed(text).value_or(SIGABRT);
        return std::pair(event, afterFatal);
    }
    return std::pair(event, text.trimmed().endsWith(':') ? 1 : 0);
}

void extendEvent(LogEvent &event, QByteArrayView text)
{
    const QString line = QString::fromUtf8(text);
    if (event.meaning.role == LineRole::Launcher) {
        extendLauncherReport(event, line);
        return;
    }
    if (event.form == LogEvent::Form::Traceback) {
        const bool reason = event.message.endsWith("Last error:"_L1);
        if (line.trimmed() == "Last error:"_L1)
            event.message += u": Last error:"_s;
        else if (reason)
            event.message.replace(u"Last error:"_s, line.trimmed());
        else if (leadsToMessage(event))
            event.message += (event.message.isEmpty() ? u""_s : u" "_s) + line.trimmed();
        event.message.truncate(longestMessage);
        event.meaning = meaningOfException(event.headlineText()).value_or(event.meaning);
    } else if (event.form == LogEvent::Form::Words) {
        event.message += u' ' + line.trimmed();
        if (const auto meaning = meaningOfException(event.message))
            event.meaning.kind = meaning->kind;
    } else if (text.trimmed().startsWith("what():")) {
        event.headline = int(event.evidence.size()) - 1;
        event.message = line.sliced(line.lastIndexOf(u"what():"_s) + 7).trimmed();
        if (const auto meaning = meaningOfException(event.message))
            event.meaning = *meaning;
        if (event.meaning.role == LineRole::Waited)
            event.rank = std::max(event.rank, rankInWords(text));
    }
}

bool leadsToMessage(const LogEvent &event)
{
    if (event.form != LogEvent::Form::Traceback || event.meaning.role == LineRole::Launcher)
        return event.meaning.role == LineRole::Launcher && event.type == "ProcessRaisedException"_L1;
    // pydantic names the field on the next line, and the error on the one after that.
    static const QRegularExpression validation(u"^\\d+ validation errors? for \\S+(?: \\S+)?$"_s);
    if (validation.match(event.message).hasMatch())
        return true;
    const auto last = event.message.isEmpty() ? event.evidence[event.headline].text.trimmed() : event.message;
    return last.endsWith(u':');
}

bool continues(const LogEvent &event, QByteArrayView text, bool blank)
{
    if (event.form == LogEvent::Form::Fatal) {
        return !event.message.startsWith("Fatal Python error"_L1) || text.startsWith("  File ") ||
               text.contains("hread 0x") || text.contains("<no Python frame>");
    }
    if (event.form == LogEvent::Form::Words)
        return true;
    if (event.meaning.role == LineRole::Launcher)
        return text.front() == ' ' || text.front() == '\t' || text.contains("xit code") ||
               text.contains("rocess name") || text.startsWith("The actor is dead because");
    if (leadsToMessage(event))
        return !text.startsWith("---") && !text.startsWith("===");
    if (blank)
        return false;
    // NCCL's reason is two lines after PyTorch's.
    return text.front() == '\t' || text.startsWith("nccl") || text.trimmed() == "Last error:" ||
           event.message.endsWith("Last error:"_L1);
}

std::optional<NextTraceback> announcedTraceback(QByteArrayView text)
{
    constexpr std::array<QByteArrayView, 4> ignored{"Exception ignored in", "--- Logging error ---",
                                                    "Error in sys.excepthook:", "Exception ignored on"};
    constexpr std::array<QByteArrayView, 5> secondary{"Exception in thread ", "Error in atexit._run_exitfuncs",
                                                      "Task exception was never retrieved", "Exception in callback ",
                                                      "Future exception was never retrieved"};
    if (std::ranges::any_of(ignored, [text](QByteArrayView word) { return text.contains(word); }))
        return NextTraceback::Ignored;
    if (std::ranges::any_of(secondary, [text](QByteArrayView word) { return text.contains(word); }))
        return NextTraceback::Secondary;
    return std::nullopt;
}

bool lostChildProcess(const LogEvent &event)
{
    constexpr std::array types{"EOFError"_L1, "ConnectionResetError"_L1, "BrokenPipeError"_L1,
                               "ConnectionRefusedError"_L1, "ConnectionAbortedError"_L1};
    return std::ranges::contains(types, event.type) &&
           std::ranges::any_of(event.evidence,
                               [](const EvidenceLine &line) { return line.text.contains("multiprocessing"_L1); });
}

bool announcesConnection(QByteArrayView text)
{
    // A URL alone may be that of a web page for the user, such as that of a logger.
    static constexpr std::array words{"ownload", "onnect", "etch",   "etriev", "esolv",
                                      "equest",  "pening", "oading", "GET "};
    return (text.contains("://") || text.contains("host=")) &&
           std::ranges::any_of(words, [text](const char *word) { return text.contains(QByteArrayView(word)); });
}

QString addressIn(const QString &text)
{
    // ("example.org", 443) as printed by Python's sockets
    static const QRegularExpression pair(u"\\(['\"]([\\w-]+(?:\\.[\\w-]+)+)['\"], *(\\d{1,5})\\)"_s);
    if (const auto match = pair.match(text); match.hasMatch())
        return match.captured(1) + u':' + match.captured(2);
    if (!text.contains("://"_L1) && !text.contains("host"_L1))
        return {};
    static const QRegularExpression address(
        u"\\b(?:https?|ftp|s3|gs|wasbs?|abfss?|tcp|postgresql|mysql)://[^\\s'\"<>)\\]},]+"_s);
    static const QRegularExpression host(u"\\bhost='([^']+)'(?:, port=(\\d+))?"_s);
    if (const auto match = host.match(text); match.hasMatch())
        return match.captured(1) + (match.captured(2).isEmpty() ? QString() : QString(u':' + match.captured(2)));
    return address.match(text).captured();
}

bool lacksAddress(const QString &type, const QString &message)
{
    constexpr std::array types{"gaierror"_L1,
                               "URLError"_L1,
                               "TimeoutError"_L1,
                               "timeout"_L1,
                               "ConnectTimeout"_L1,
                               "ReadTimeout"_L1,
                               "ConnectionRefusedError"_L1,
                               "ConnectError"_L1,
                               "NewConnectionError"_L1,
                               "NameResolutionError"_L1,
                               "SSLError"_L1,
                               "HTTPError"_L1,
                               "SSLCertVerificationError"_L1,
                               "ConnectionError"_L1};
    return std::ranges::contains(types, type) || message.contains("Network is unreachable"_L1) ||
           message.contains("No route to host"_L1);
}

} // namespace Roost::Causes
