// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conda/specification.h"

#include "models/core/wholematch.h"
#include "models/core/words.h"

#include <QRegularExpression>

#include <utility>

namespace Roost::Conda {

using namespace Qt::StringLiterals;

namespace {

void say(QString *problem, const QString &sentence)
{
    if (problem && problem->isEmpty())
        *problem = sentence;
}

// "name[version='>=1', build=py*]": the long form of a match spec.
void takeBrackets(Package &package, const QString &inside, QString *problem)
{
    static const QRegularExpression pair(
        u"([a-z_0-9]+)\\s*=\\s*(?:'([^']*)'|\"([^\"]*)\"|([^,\\s]+))\\s*(?:,|\\z)\\s*"_s);
    qsizetype at = 0;
    while (at < inside.size()) {
        const auto match =
            pair.match(inside, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch() || match.capturedLength() == 0) {
            say(problem, Words::tr("Between [ and ] stand pairs like version='>=1.20'."));
            return;
        }
        const QString value = match.captured(2) + match.captured(3) + match.captured(4);
        const QString key = match.captured(1);
        if (key == "version"_L1)
            package.version = value;
        else if (key == "build"_L1)
            package.build = value;
        else if (key == "channel"_L1)
            package.channel = value;
        at = match.capturedEnd();
    }
}

bool isCondaConstraint(const QString &version)
{
    static const QRegularExpression part = wholeMatch(u"(?:==|!=|<=|>=|~=|=|<|>)?[0-9A-Za-z*][0-9A-Za-z_.+!*-]*"_s);
    static const QRegularExpression separators(u"[,|]"_s);
    const auto parts = version.split(separators);
    return std::ranges::all_of(parts, [](const QString &one) { return part.match(one).hasMatch(); });
}

// What stands behind the name: "=1.2=py*", "==1.2", ">=1,<2", " 1.2.* py*".
void takeConstraint(Package &package, QString rest, QString *problem)
{
    static const QRegularExpression aroundOperators(u"\\s*(==|!=|<=|>=|~=|[=<>,|])\\s*"_s);
    static const QRegularExpression exactBuild = wholeMatch(u"(={1,2}[^=<>!~,| ]+)=([^=<>!~,| ]+)"_s);
    rest = rest.trimmed();
    rest.replace(aroundOperators, u"\\1"_s);
    if (const auto match = exactBuild.match(rest); match.hasMatch()) {
        package.version = match.captured(1);
        package.build = match.captured(2);
    } else {
        const QStringList words = rest.simplified().split(u' ', Qt::SkipEmptyParts);
        package.version = words.value(0);
        package.build = words.value(1);
        if (words.size() > 2)
            say(problem, Words::tr("Behind the name stand a version and at most a build, like 'numpy 1.26.* py312*'."));
    }
    if (!package.version.isEmpty() && !isCondaConstraint(package.version)) {
        say(problem, Words::tr("'%1' is no version constraint; write it like '=3.10', '>=1.20,<2' or '1.26.*'.")
                         .arg(package.version));
    }
}

bool looksLikePlace(const QString &text)
{
    static const QRegularExpression place(
        u"^(?:[a-z][a-z0-9+.-]*://|git\\+|file:|\\.{1,2}/|/|~/)|\\.(?:whl|zip|tar\\.(?:gz|bz2))\\z"_s);
    return place.match(text).hasMatch();
}

QString normalised(const QString &name)
{
    static const QRegularExpression runs(u"[-_.]+"_s);
    return name.toLower().replace(runs, u"-"_s);
}

void takeVersions(Requirement &requirement, QString rest, QString *problem)
{
    static const QRegularExpression part =
        wholeMatch(u"(===|==|~=|!=|<=|>=|<|>)\\s*([0-9A-Za-z*][0-9A-Za-z_.+!*-]*)"_s);
    rest = rest.trimmed();
    if (rest.startsWith(u'(') && rest.endsWith(u')'))
        rest = rest.sliced(1).chopped(1).trimmed();
    if (rest.isEmpty())
        return;
    QStringList parts;
    for (const QString &written : rest.split(u',')) {
        const auto match = part.match(written.trimmed());
        if (!match.hasMatch()) {
            if (written.trimmed().startsWith(u'='))
                say(problem, Words::tr("pip writes an exact version with two signs: '%1==%2'.")
                                 .arg(requirement.name, written.trimmed().sliced(1).trimmed()));
            else
                say(problem, Words::tr("'%1' is no pip version constraint; write it like '==2.6.0' or '>=2,<3'.")
                                 .arg(written.trimmed()));
            return;
        }
        parts += match.captured(1) + match.captured(2);
    }
    requirement.version = parts.join(u',');
}

} // namespace

Package packageFrom(const QString &text, QString *problem)
{
    if (problem)
        problem->clear();
    static const QRegularExpression nameRule(u"^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"_s);
    Package package;
    package.text = text;
    QString rest = text.trimmed();
    if (const qsizetype colons = rest.indexOf("::"_L1); colons >= 0) {
        package.channel = rest.first(colons).trimmed();
        rest = rest.sliced(colons + 2).trimmed();
        if (package.channel.isEmpty())
            say(problem, Words::tr("Before '::' stands the name of a channel, like 'conda-forge::numpy'."));
    }
    const auto match = nameRule.match(rest);
    if (!match.hasMatch()) {
        say(problem, Words::tr("A package starts with its name, like 'numpy>=1.20'."));
        return package;
    }
    package.name = match.captured().toLower();
    rest = rest.sliced(match.capturedEnd());
    if (rest.trimmed().startsWith(u'[')) {
        rest = rest.trimmed();
        if (rest.endsWith(u']'))
            takeBrackets(package, rest.sliced(1).chopped(1).trimmed(), problem);
        else
            say(problem, Words::tr("The bracket that opens here is not closed with ']'."));
    } else if (!rest.isEmpty() && !rest.front().isSpace() && !u"=<>!~"_s.contains(rest.front())) {
        say(problem, Words::tr("'%1' cannot stand in a package name; write 'name', 'name=1.2' or 'name>=1.2'.")
                         .arg(rest.front()));
    } else {
        takeConstraint(package, rest, problem);
    }
    return package;
}

Requirement requirementFrom(const QString &text, QString *problem)
{
    if (problem)
        problem->clear();
    static const QRegularExpression nameRule(u"^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"_s);
    Requirement requirement;
    requirement.text = text;
    QString rest = text.trimmed();
    if (rest.startsWith(u'-'))
        return requirement;
    if (looksLikePlace(rest)) {
        requirement.url = rest;
        return requirement;
    }
    // Options of one requirement ("--hash=...") are pip's own business.
    if (const qsizetype options = rest.indexOf(" --"_L1); options >= 0)
        rest = rest.first(options);
    const auto match = nameRule.match(rest);
    if (!match.hasMatch()) {
        say(problem, Words::tr("A requirement starts with the name of a package, like 'torch>=2'."));
        return requirement;
    }
    requirement.name = normalised(match.captured());
    rest = rest.sliced(match.capturedEnd()).trimmed();
    if (rest.startsWith(u'[')) {
        const qsizetype end = rest.indexOf(u']');
        if (end < 0) {
            say(problem, Words::tr("The bracket that opens here is not closed with ']'."));
            return requirement;
        }
        for (const QString &extra : rest.sliced(1, end - 1).split(u',', Qt::SkipEmptyParts))
            requirement.extras += extra.trimmed();
        rest = rest.sliced(end + 1).trimmed();
    }
    if (rest.startsWith(u'@')) {
        static const QRegularExpression markerBegins(u"\\s;"_s);
        const qsizetype marker = rest.indexOf(markerBegins);
        requirement.url = rest.sliced(1, (marker < 0 ? rest.size() : marker) - 1).trimmed();
        requirement.marker = marker < 0 ? QString() : rest.sliced(marker + 2).trimmed();
        if (requirement.url.isEmpty())
            say(problem, Words::tr("Behind '@' stands where the package is found, like 'name @ https://...'."));
        return requirement;
    }
    if (const qsizetype marker = rest.indexOf(u';'); marker >= 0) {
        requirement.marker = rest.sliced(marker + 1).trimmed();
        rest = rest.first(marker);
    }
    takeVersions(requirement, rest, problem);
    return requirement;
}

} // namespace Roost::Conda
