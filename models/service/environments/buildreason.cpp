// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/environments/buildreason.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Environments {

namespace {

// "foo==1.0 (from -r ...)", "/tmp/badpkg", "badpkg @ file:///tmp/badpkg", "git+https://host/some/repo.git@main"
QString packageIn(QString text)
{
    text = text.section(u" ("_s, 0, 0).section(u" @ "_s, 0, 0).trimmed();
    while (text.endsWith(u'/') || text.endsWith(u'.'))
        text.chop(1);
    return text.section(u'/', -1);
}

// Returns whether the line reports only that something else failed.
bool saysNothing(const QString &line)
{
    static const QStringList empty{u"subprocess-exited-with-error"_s, u"metadata-generation-failed"_s,
                                   u"failed-wheel-build-for-install"_s, u"legacy-install-failure"_s};
    return empty.contains(line) || line.startsWith("Encountered error while generating package metadata"_L1) ||
           line.startsWith("Failed to build installable wheels"_L1) || line.startsWith("Could not build wheels for"_L1);
}

// Returns the reason in the output of a build or of git.
QString reasonOfOutput(const QStringList &lines)
{
    static const QRegularExpression raised(u"\\A[A-Za-z_][\\w.]*(?:Error|Exception|Exit|Interrupt)\\b.*"_s);
    const auto last = [&lines](const auto &fits) {
        const auto at = std::ranges::find_if(lines.crbegin(), lines.crend(), fits);
        return at == lines.crend() ? QString() : *at;
    };
    // The first error of a compiler causes the later ones.
    const auto fatal =
        std::ranges::find_if(lines, [](const QString &line) { return line.contains("fatal error: "_L1); });
    if (fatal != lines.end())
        return *fatal;
    for (const QString &found : {last([](const QString &line) { return line.startsWith("fatal: "_L1); }),
                                 last([](const QString &line) { return raised.match(line).hasMatch(); }),
                                 last([](const QString &line) { return line.contains("error: "_L1); })}) {
        if (!found.isEmpty())
            return found;
    }
    return lines.isEmpty() ? QString() : lines.last();
}

class Reader
{
public:
    void readLine(const QString &line)
    {
        if (m_isInside) {
            m_isInside = !line.startsWith("[end of output]"_L1) && !isRemark(line);
            if (m_isInside && !line.isEmpty())
                m_inside += line;
            return;
        }
        if (line.isEmpty() || isRemark(line))
            return;
        static const QRegularExpression blockStart(u"\\[\\d+ lines? of output\\]|\\A\\[(?:stderr|stdout)\\]"_s);
        if (blockStart.match(line).hasMatch()) {
            m_isInside = true;
            m_inside.clear();
            return;
        }
        notePackage(line);
        if (line.startsWith("fatal: "_L1))
            m_inside = {line};
        m_last = line;
        for (const auto &prefix : {u"ERROR: "_s, u"error: "_s, u"critical "_s, u"error    "_s, u"× "_s}) {
            if (const QString rest = line.mid(prefix.size()).trimmed(); line.startsWith(prefix) && !saysNothing(rest))
                m_marked = rest;
        }
    }

    QString reason() const
    {
        const QString inside = reasonOfOutput(m_inside);
        const bool isOfBuild = m_marked.isEmpty() || m_marked.contains("did not run successfully"_L1) ||
                               m_marked.startsWith("Failed to build"_L1) ||
                               m_marked.startsWith("Failed building wheel"_L1);
        if (!inside.isEmpty() && isOfBuild)
            return m_package.isEmpty() ? inside : u"%1 could not be built: %2"_s.arg(m_package, inside);
        return m_marked.isEmpty() ? m_last : m_marked;
    }

private:
    static bool isRemark(const QString &line) { return line.startsWith("note: "_L1) || line.startsWith("hint: "_L1); }

    void notePackage(const QString &line)
    {
        static const QRegularExpression named(
            u"\\A(?:Collecting|Processing|Building wheel for|× Failed to build|ERROR: Failed building wheel for|error: "
            "Failed to build)\\s+[`']?([^`']+)"_s);
        if (const auto match = named.match(line); match.hasMatch())
            m_package = packageIn(match.captured(1));
    }

    QStringList m_inside; // the last lines printed by a build
    QString m_package;
    QString m_marked;
    QString m_last;
    bool m_isInside = false;
};

} // namespace

QString buildReasonIn(const QByteArray &transcript)
{
    static const QRegularExpression password(u"(://)[^/\\s@]+@"_s);
    static const QRegularExpression frame(u"\\A[\\s│╰├─▶>]+"_s);
    Reader reader;
    for (const QByteArray &raw : transcript.split('\n'))
        reader.readLine(QString::fromUtf8(raw).remove(frame).trimmed());
    return reader.reason().replace(password, u"\\1"_s);
}

} // namespace Roost::Service::Environments
