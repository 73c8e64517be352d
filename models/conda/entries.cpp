// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conda/specification.h"

#include "models/core/wholematch.h"
#include "models/core/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace Roost::Conda {

using namespace Qt::StringLiterals;

namespace {

// Keeps the first remark of each kind.
void say(Remarks &remarks, const QString &problem)
{
    if (remarks.problem.isEmpty())
        remarks.problem = problem;
}

void note(Remarks &remarks, const QString &sentence)
{
    if (remarks.note.isEmpty())
        remarks.note = sentence;
}

// Reads "name[version='>=1', build=py*]", the long form of a match spec. conda ignores other words, such as the extras
// of pip.
void takeBrackets(Package &package, const QString &inside, Remarks &remarks)
{
    static const QRegularExpression pair(
        u"([a-z_0-9]+)\\s*=\\s*(?:'([^']*)'|\"([^\"]*)\"|([^,\\s]+))\\s*(?:,\\s*|\\z)"_s);
    qsizetype at = 0;
    while (at < inside.size()) {
        const auto match =
            pair.match(inside, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch()) {
            if (inside.contains(u'='))
                say(remarks, Words::tr("[ and ] enclose pairs like version='>=1.20'."));
            else
                note(remarks, Words::tr("conda has no extras: it ignores '[%1]'. List the packages of the extra, or "
                                        "install the package with pip.")
                                  .arg(inside));
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

// Returns a match spec without its brackets, which may follow the name or the version.
QString withoutBrackets(Package &package, const QString &spec, Remarks &remarks)
{
    const qsizetype open = spec.indexOf(u'[');
    if (open < 0)
        return spec;
    const qsizetype close = spec.lastIndexOf(u']');
    if (close < open) {
        say(remarks, Words::tr("The bracket that opens here is not closed with ']'."));
        return spec.first(open);
    }
    takeBrackets(package, spec.sliced(open + 1, close - open - 1).trimmed(), remarks);
    return spec.first(open) + spec.sliced(close + 1);
}

// "https://host/channel/noarch/tqdm-4.66.1-pyhd8ed1ab_0.conda#md5": the last two dashes separate version and build.
void takeFile(Package &package, Remarks &remarks)
{
    QString file = package.text.trimmed().section(u'#', 0, 0).section(u'/', -1);
    file.chop(file.endsWith(".conda"_L1) ? 6 : 8);
    const QString build = file.section(u'-', -1);
    const QString version = file.section(u'-', -2, -2);
    package.name = file.section(u'-', 0, -3).toLower();
    if (package.name.isEmpty() || version.isEmpty() || build.isEmpty()) {
        say(remarks, Words::tr("A package file is named NAME-VERSION-BUILD.conda or .tar.bz2, like "
                               "'tqdm-4.66.1-pyhd8ed1ab_0.conda'."));
        return;
    }
    package.version = u"=="_s + version;
    package.build = build;
}

bool isCondaConstraint(const QString &version)
{
    static const QRegularExpression part = wholeMatch(u"(?:==|!=|<=|>=|~=|=|<|>)?[0-9A-Za-z*][0-9A-Za-z_.+!*-]*"_s);
    static const QRegularExpression separators(u"[,|]"_s);
    const auto parts = version.split(separators);
    return std::ranges::all_of(parts, [](const QString &one) { return part.match(one).hasMatch(); });
}

// Reads the part after the name: "=1.2=py*", "==1.2", ">=1,<2", " 1.2.* py*".
void takeConstraint(Package &package, QString rest, Remarks &remarks)
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
        if (words.size() > 1)
            package.build = words[1];
        if (words.size() > 2)
            say(remarks,
                Words::tr("The name is followed by a version and at most one build, like 'numpy 1.26.* py312*'."));
    }
    if (!package.version.isEmpty() && !isCondaConstraint(package.version)) {
        say(remarks, Words::tr("'%1' is not a version constraint; write it like '=3.10', '>=1.20,<2' or '1.26.*'.")
                         .arg(package.version));
    }
}

// Returns whether pip would treat `text` as a URL, an archive, or a path (which contains a slash or begins with a dot).
bool looksLikePlace(const QString &text)
{
    static const QRegularExpression place(
        u"\\A(?:[A-Za-z][A-Za-z0-9+.-]*://|git\\+|file:|\\.|[^\\s;@]*/)"
        "|\\A[^\\s;@]*\\.(?:whl|zip|tgz|tbz|txz|tlz|tar|tar\\.(?:gz|bz2|xz|lz|lzma))(?:\\[[^\\]]*\\])?\\z"_s);
    return place.match(text).hasMatch();
}

// Returns whether `place` is a path relative to the folder of the file.
bool isRelativePath(const QString &place)
{
    static const QRegularExpression elsewhere(u"\\A(?:/|~/|[A-Za-z][A-Za-z0-9+.-]*:|git\\+|\\$)"_s);
    return !place.isEmpty() && !elsewhere.match(place).hasMatch();
}

void noteRelativePath(Remarks &remarks, const QString &place)
{
    if (isRelativePath(place))
        note(remarks, Words::tr("'%1' is a path beside this file, and only the text of the file is sent: pip will not "
                                "find it. Write an absolute path or an address, or the requirements themselves.")
                          .arg(place));
}

// Returns the file or folder that an option refers to: "-r more.txt", "--constraint=c.txt", "-e ./package"; empty for
// other options.
QString placeOfOption(const QString &option)
{
    static const QRegularExpression named(u"\\A(?:-[rce]\\s*|--(?:requirement|constraint|editable)(?:\\s+|=))(\\S+)"_s);
    return named.match(option).captured(1);
}

// Removes options after a requirement. pip accepts options of one requirement there ("--hash=...") and ignores others.
QString withoutOptions(const QString &text, Remarks &remarks)
{
    static const QRegularExpression option(u"\\s(--?[A-Za-z][A-Za-z-]*)"_s);
    static const QStringList ofOne{u"--hash"_s, u"--config-settings"_s, u"--global-option"_s};
    const auto match = option.match(text);
    if (!match.hasMatch())
        return text;
    if (!ofOne.contains(match.captured(1)))
        note(remarks, Words::tr("pip ignores '%1' after a requirement. Write it on a separate line, like '- %2'.")
                          .arg(match.captured(1), text.sliced(match.capturedStart(1)).trimmed()));
    return text.first(match.capturedStart());
}

QString normalised(const QString &name)
{
    static const QRegularExpression runs(u"[-_.]+"_s);
    return name.toLower().replace(runs, u"-"_s);
}

void takeVersions(Requirement &requirement, QString rest, Remarks &remarks)
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
                say(remarks, Words::tr("pip writes an exact version with two signs: '%1==%2'.")
                                 .arg(requirement.name, written.trimmed().sliced(1).trimmed()));
            else
                say(remarks, Words::tr("'%1' is not a pip version constraint; write it like '==2.6.0' or '>=2,<3'.")
                                 .arg(written.trimmed()));
            return;
        }
        parts += match.captured(1) + match.captured(2);
    }
    requirement.version = parts.join(u',');
}

} // namespace

bool Package::isFile() const
{
    static const QRegularExpression file =
        wholeMatch(u"(?:[A-Za-z][A-Za-z0-9+.-]*://|/|~/|\\.{1,2}/)\\S*\\.(?:conda|tar\\.bz2)"
                   "(?:#[0-9a-fA-F]*)?"_s);
    return file.match(text.trimmed()).hasMatch();
}

Package packageFrom(const QString &text, Remarks *told)
{
    static const QRegularExpression nameRule(u"\\A[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"_s);
    Remarks unheard;
    Remarks &remarks = told ? *told : unheard;
    remarks = {};
    Package package;
    package.text = text;
    if (package.isFile()) {
        takeFile(package, remarks);
        return package;
    }
    QString rest = text.trimmed();
    if (const qsizetype colons = rest.indexOf("::"_L1); colons >= 0) {
        package.channel = rest.first(colons).trimmed();
        rest = rest.sliced(colons + 2).trimmed();
        if (package.channel.isEmpty())
            say(remarks, Words::tr("The name of a channel comes before '::', like 'conda-forge::numpy'."));
    }
    const auto match = nameRule.match(rest);
    if (!match.hasMatch()) {
        say(remarks, Words::tr("A package starts with its name, like 'numpy>=1.20'."));
        return package;
    }
    package.name = match.captured().toLower();
    rest = withoutBrackets(package, rest.sliced(match.capturedEnd()), remarks);
    if (rest.trimmed().isEmpty())
        return package;
    if (!rest.front().isSpace() && !u"=<>!~"_s.contains(rest.front()))
        say(remarks, Words::tr("'%1' is not allowed in a package name; write 'name', 'name=1.2' or 'name>=1.2'.")
                         .arg(rest.front()));
    else
        takeConstraint(package, rest, remarks);
    return package;
}

Requirement requirementFrom(const QString &text, Remarks *told)
{
    Remarks unheard;
    Remarks &remarks = told ? *told : unheard;
    remarks = {};
    static const QRegularExpression nameRule(u"\\A[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"_s);
    Requirement requirement;
    requirement.text = text;
    QString rest = text.trimmed();
    if (rest.startsWith(u'-')) {
        noteRelativePath(remarks, placeOfOption(rest));
        return requirement;
    }
    if (looksLikePlace(rest)) {
        requirement.url = rest;
        noteRelativePath(remarks, rest);
        return requirement;
    }
    rest = withoutOptions(rest, remarks);
    const auto match = nameRule.match(rest);
    if (!match.hasMatch()) {
        say(remarks, Words::tr("A requirement starts with the name of a package, like 'torch>=2'."));
        return requirement;
    }
    requirement.name = normalised(match.captured());
    rest = rest.sliced(match.capturedEnd()).trimmed();
    if (rest.startsWith(u'[')) {
        const qsizetype end = rest.indexOf(u']');
        if (end < 0) {
            say(remarks, Words::tr("The bracket that opens here is not closed with ']'."));
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
            say(remarks, Words::tr("'@' is followed by the location of the package, like 'name @ https://...'."));
        return requirement;
    }
    if (const qsizetype marker = rest.indexOf(u';'); marker >= 0) {
        requirement.marker = rest.sliced(marker + 1).trimmed();
        rest = rest.first(marker);
    }
    takeVersions(requirement, rest, remarks);
    return requirement;
}

} // namespace Roost::Conda
