// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conda/specification.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Roost;
using namespace Roost::Conda;

namespace {

const QString article = uR"(# what the article uses
name: pytorch-env
channels:
  - conda-forge
  - defaults
dependencies:
  - python=3.10   # as the cluster has it
  - pip
  - conda-forge::numpy >=1.20, <2
  - pip:
    - torch[opt]==2.6.0 ; python_version < "3.13"
    - mlflow>=2,<3
    - --extra-index-url https://example.org/simple
    - mine @ git+https://example.org/mine.git
variables:
  OMP_NUM_THREADS: 2
)"_s;

QString said(const ParseResult &result)
{
    QStringList lines;
    for (const Diagnostic &d : result.diagnostics)
        lines += u"%1:%2+%3 %4 %5"_s.arg(d.line).arg(d.column).arg(d.length).arg(int(d.severity)).arg(d.message);
    return lines.join(u'\n');
}

} // namespace

class TestConda : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheFilesOfTheArticle()
    {
        const ParseResult result = read(article);
        QVERIFY2(result.diagnostics.isEmpty(), qPrintable(said(result)));
        const Specification &s = result.specification;
        QCOMPARE(s.name, u"pytorch-env"_s);
        QCOMPARE(s.channels, QStringList({u"conda-forge"_s, u"defaults"_s}));
        QCOMPARE(s.pythonVersion(), u"3.10"_s);
        QVERIFY(!s.isPipOnly());
        QCOMPARE(s.packages.size(), 3);
        QCOMPARE(s.packages[2].name, u"numpy"_s);
        QCOMPARE(s.packages[2].channel, u"conda-forge"_s);
        QCOMPARE(s.packages[2].version, u">=1.20,<2"_s);
        QCOMPARE(s.packages[2].line, 9);
        QCOMPARE(s.requirements.size(), 4);
        QCOMPARE(s.requirements[0].name, u"torch"_s);
        QCOMPARE(s.requirements[0].extras, QStringList{u"opt"_s});
        QCOMPARE(s.requirements[0].version, u"==2.6.0"_s);
        QCOMPARE(s.requirements[0].marker, u"python_version < \"3.13\""_s);
        QVERIFY(s.requirements[2].isOption());
        QCOMPARE(s.requirements[3].url, u"git+https://example.org/mine.git"_s);
        QCOMPARE(s.variables.value(u"OMP_NUM_THREADS"_s), u"2"_s);
    }

    void writesWhatItReads()
    {
        Specification read1 = read(article).specification;
        Specification read2 = read(write(read1)).specification;
        for (Specification *s : {&read1, &read2}) {
            for (Package &p : s->packages)
                p.line = p.column = 0;
            for (Requirement &r : s->requirements)
                r.line = r.column = 0;
        }
        QCOMPARE(read2, read1);
        // Created by hand, without the original text.
        const Specification made{
            u"x"_s,
            {},
            {{u"python"_s, u"=3.11"_s, {}, {}, {}, 0, 0}, {u"numpy"_s, u"1.26.*"_s, u"py311*"_s, u"c"_s, {}, 0, 0}},
            {{u"torch"_s, {u"a"_s}, u">=2"_s, {}, u"os_name == 'posix'"_s, {}, 0, 0}},
            {}};
        const Specification back = read(write(made)).specification;
        QCOMPARE(back.packages[1].build, u"py311*"_s);
        QCOMPARE(back.packages[1].channel, u"c"_s);
        QCOMPARE(back.requirements[0].marker, u"os_name == 'posix'"_s);
        QCOMPARE(back.requirements[0].version, u">=2"_s);
    }

    void diagnosticsStateTheErrorAndItsPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("severity");
        QTest::addColumn<QString>("word");
        const int error = int(Diagnostic::Severity::Error);
        const int warning = int(Diagnostic::Severity::Warning);
        QTest::addRow("tab") << u"dependencies:\n\t- numpy\n"_s << 2 << 1 << 1 << error << u"tab"_s;
        QTest::addRow("bad yaml") << u"dependencies: [numpy\n"_s << 2 << 1 << 0 << error << u"YAML"_s;
        QTest::addRow("unknown key") << u"dependency:\n  - a\ndependencies: [b]\n"_s << 1 << 1 << 10 << warning
                                     << u"'dependencies'"_s;
        QTest::addRow("key twice") << u"name: a\ndependencies: [b]\nname: c\n"_s << 3 << 1 << 4 << error
                                   << u"second time"_s;
        QTest::addRow("package twice") << u"dependencies:\n  - numpy\n  - NumPy>=1\n"_s << 3 << 5 << 8 << warning
                                       << u"line 2"_s;
        QTest::addRow("pip twice") << u"dependencies:\n  - pip\n  - pip:\n    - a_b==1\n    - A.B\n"_s << 5 << 7 << 3
                                   << error << u"twice"_s;
        QTest::addRow("both") << u"dependencies:\n  - pip\n  - numpy\n  - pip:\n    - numpy\n"_s << 5 << 7 << 5
                              << warning << u"replace"_s;
        QTest::addRow("bad constraint") << u"dependencies:\n  - numpy=>1\n"_s << 2 << 5 << 8 << error
                                        << u"constraint"_s;
        QTest::addRow("bad name") << u"dependencies:\n  - 'nu/mpy'\n"_s << 2 << 5 << 8 << error << u"'/'"_s;
        QTest::addRow("pip one sign") << u"dependencies:\n  - pip\n  - pip:\n    - torch=2.6\n"_s << 4 << 7 << 9
                                      << error << u"torch==2.6"_s;
        QTest::addRow("no pip") << u"dependencies:\n  - python\n  - pip:\n    - torch\n"_s << 3 << 5 << 3 << warning
                                << u"'pip' itself"_s;
        QTest::addRow("pip not indented")
            << u"dependencies:\n  - pip\n  - pip:\n  - torch2\n"_s << 3 << 5 << 3 << warning << u"deeper"_s;
        QTest::addRow("pip at root") << u"dependencies: [pip]\npip:\n  - x\n"_s << 2 << 1 << 3 << warning
                                     << u"below 'dependencies'"_s;
        QTest::addRow("torch of conda") << u"dependencies:\n  - torch\n"_s << 2 << 5 << 5 << warning << u"pytorch"_s;
        QTest::addRow("mapping") << u"dependencies:\n  - numpy: 1.2\n"_s << 2 << 5 << 5 << error << u"numpy=1.2"_s;
        QTest::addRow("no list") << u"dependencies: numpy\n"_s << 1 << 1 << 12 << error << u"list"_s;
        QTest::addRow("empty item") << u"dependencies:\n  -\n  - a\n"_s << 1 << 1 << 12 << error << u"needs the name"_s;
        QTest::addRow("nothing") << u""_s << 1 << 1 << 0 << warning << u"no packages"_s;
        QTest::addRow("channel twice") << u"channels: [a, a]\ndependencies: [b]\n"_s << 1 << 15 << 1 << warning
                                       << u"twice"_s;
        QTest::addRow("slip of a key") << u"chanels: [a]\ndependencies: [b]\n"_s << 1 << 1 << 7 << warning
                                       << u"'channels'"_s;
        QTest::addRow("number as name") << u"name: 3.10\ndependencies: [b]\n"_s << 1 << 7 << 4 << warning
                                        << u"quotes"_s;
        QTest::addRow("extras of conda") << u"dependencies:\n  - jsonargparse[signatures]>=4.17.0\n"_s << 2 << 5 << 32
                                         << warning << u"'[signatures]'"_s;
        QTest::addRow("bracket left open")
            << u"dependencies:\n  - numpy[version='1'\n"_s << 2 << 5 << 17 << error << u"not closed"_s;
        QTest::addRow("path of pip") << u"dependencies:\n  - pip\n  - pip:\n    - submodules/simple-knn\n"_s << 4 << 7
                                     << 21 << warning << u"'submodules/simple-knn'"_s;
        QTest::addRow("file of pip") << u"dependencies:\n  - pip\n  - pip:\n    - -r requirements.txt\n"_s << 4 << 7
                                     << 19 << warning << u"'requirements.txt'"_s;
        QTest::addRow("folder of pip") << u"dependencies:\n  - pip\n  - pip:\n    - --editable=./mine\n"_s << 4 << 7
                                       << 17 << warning << u"'./mine'"_s;
        QTest::addRow("selector of mamba")
            << u"dependencies:\n  - sel(win): pywin32\n"_s << 2 << 5 << 8 << warning << u"micromamba"_s;
        QTest::addRow("selector of a recipe") << u"dependencies:\n  - python\n  - pywin32  # [win]\n"_s << 3 << 14 << 7
                                              << int(Diagnostic::Severity::Note) << u"'# [win]'"_s;
        QTest::addRow("template") << u"{% set v = 1 %}\ndependencies: [b]\n"_s << 1 << 2 << 0 << error
                                  << u"'{% ... %}'"_s;
        QTest::addRow("option behind a requirement")
            << u"dependencies:\n  - pip\n  - pip:\n    - torch==1.9.0+cu111 -f https://host/stable.html\n"_s << 4 << 7
            << 46 << warning << u"'- -f https://host/stable.html'"_s;
        QTest::addRow("requirements") << u"# mine\ntorch>=1\nnumpy\n"_s << 2 << 1 << 0 << error
                                      << u"requirements.txt"_s;
        QTest::addRow("environment of Azure") << u"$schema: https://x/environment.schema.json\nname: mine\nimage: a/b\n"
                                                 "conda_file: conda.yml\n"_s
                                              << 1 << 1 << 7 << error << u"'conda.yml'"_s;
        QTest::addRow("image of Azure") << u"name: mine\nimage: a/b\n"_s << 2 << 1 << 5 << error << u"no packages"_s;
        QTest::addRow("bad package file") << u"dependencies:\n  - https://host/noarch/tqdm.conda\n"_s << 2 << 5 << 30
                                          << error << u"NAME-VERSION-BUILD"_s;
        QTest::addRow("name") << u"name: my env\ndependencies: [b]\n"_s << 1 << 7 << 6 << error << u"spaces"_s;
    }

    void diagnosticsStateTheErrorAndItsPlace()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, word);
        const ParseResult result = read(text);
        QVERIFY2(result.diagnostics.size() == 1, qPrintable(said(result)));
        const Diagnostic d = result.diagnostics.first();
        QVERIFY2(d.message.contains(word), qPrintable(d.message));
        QTEST(d.line, "line");
        QTEST(d.column, "column");
        QTEST(d.length, "length");
        QTEST(int(d.severity), "severity");
    }

    void packageSpecs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("build");
        QTest::addRow("numpy") << u"numpy"_s << u""_s << u""_s;
        QTest::addRow("numpy=1.2=py_0") << u"numpy"_s << u"=1.2"_s << u"py_0"_s;
        QTest::addRow("numpy==1.2") << u"numpy"_s << u"==1.2"_s << u""_s;
        QTest::addRow("numpy >= 1.2 , < 2") << u"numpy"_s << u">=1.2,<2"_s << u""_s;
        QTest::addRow("numpy 1.2.* py310*") << u"numpy"_s << u"1.2.*"_s << u"py310*"_s;
        QTest::addRow("numpy[version='>=1.2,<2', build=py*]") << u"numpy"_s << u">=1.2,<2"_s << u"py*"_s;
        QTest::addRow("_libgcc_mutex=0.1=main") << u"_libgcc_mutex"_s << u"=0.1"_s << u"main"_s;
        QTest::addRow("a|b") << u"a"_s << u"-"_s << u""_s;
        QTest::addRow("https://conda.anaconda.org/c/noarch/tqdm-4.66.1-pyhd8ed1ab_0.conda")
            << u"tqdm"_s << u"==4.66.1"_s << u"pyhd8ed1ab_0"_s;
        QTest::addRow("file:///tmp/scikit-learn-1.5-py312h0_1.tar.bz2#d41d8cd98f00b204e9800998ecf8427e")
            << u"scikit-learn"_s << u"==1.5"_s << u"py312h0_1"_s;
        QTest::addRow("./local/a-b-1-0.conda") << u"a-b"_s << u"==1"_s << u"0"_s;
        QTest::addRow("numpy >=1.20[build=py310*]") << u"numpy"_s << u">=1.20"_s << u"py310*"_s;
        QTest::addRow("numpy [version=1.2]") << u"numpy"_s << u"1.2"_s << u""_s;
        QTest::addRow("numpy[md5=d41d8cd98f00b204e9800998ecf8427e]=1.2") << u"numpy"_s << u"=1.2"_s << u""_s;
    }

    void packageSpecs()
    {
        QFETCH(const QString, version);
        Remarks remarks;
        const Package package = packageFrom(QString::fromLatin1(QTest::currentDataTag()), &remarks);
        const QString problem = remarks.problem;
        QTEST(package.name, "name");
        if (version == "-"_L1) {
            QVERIFY(!problem.isEmpty());
            return;
        }
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QCOMPARE(package.version, version);
        QTEST(package.build, "build");
    }

    void requirementsAreParsedAsPipParsesThem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("url");
        QTest::addRow("./mine[extra]") << u""_s << u"./mine[extra]"_s;
        QTest::addRow(".") << u""_s << u"."_s;
        QTest::addRow("sub/simple-knn") << u""_s << u"sub/simple-knn"_s;
        QTest::addRow("wheels/a-1-py3-none-any.whl") << u""_s << u"wheels/a-1-py3-none-any.whl"_s;
        QTest::addRow("a-1.tgz") << u""_s << u"a-1.tgz"_s;
        QTest::addRow("a @ https://host/a/b.zip") << u"a"_s << u"https://host/a/b.zip"_s;
        QTest::addRow("a>=1 --hash=sha256:abc") << u"a"_s << u""_s;
        QTest::addRow("a-b>=1 -f https://host/a") << u"a-b"_s << u""_s;
        QTest::addRow("a>=1; platform_version == 'x/y'") << u"a"_s << u""_s;
        QTest::addRow("git+ssh://git@host/a.git@v1#egg=a") << u""_s << u"git+ssh://git@host/a.git@v1#egg=a"_s;
    }

    void requirementsAreParsedAsPipParsesThem()
    {
        Remarks remarks;
        const Requirement requirement = requirementFrom(QString::fromLatin1(QTest::currentDataTag()), &remarks);
        QVERIFY2(remarks.problem.isEmpty(), qPrintable(remarks.problem));
        QTEST(requirement.name, "name");
        QTEST(requirement.url, "url");
    }

    void selectorsOfThisSystemApply()
    {
        const Specification s =
            read(u"dependencies:\n  - sel(win): pywin32\n  - sel(linux): a=1\n  - sel(unix): b\n"_s).specification;
        QCOMPARE(s.packages.size(), 2);
        QCOMPARE(s.packages[0].name, u"a"_s);
        QCOMPARE(s.packages[1].name, u"b"_s);
    }

    void packageFilesNeedConda()
    {
        const Specification s =
            read(u"dependencies: ['https://host/noarch/pip-24.0-pyhd8ed1ab_0.conda']\n"_s).specification;
        QCOMPARE(s.packages.size(), 1);
        QVERIFY(!s.isPipOnly());
    }

    void pythonVersionsAreParsed_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("version");
        QTest::addRow("exact") << u"python=3.10"_s << u"3.10"_s;
        QTest::addRow("star") << u"python 3.10.*"_s << u"3.10"_s;
        QTest::addRow("patch") << u"python==3.11.4"_s << u"3.11.4"_s;
        QTest::addRow("range") << u"python>=3.9,<3.13"_s << u"3.9"_s;
        QTest::addRow("below") << u"python<3.13"_s << u""_s;
        QTest::addRow("any") << u"python"_s << u""_s;
    }

    void pythonVersionsAreParsed()
    {
        QFETCH(const QString, asked);
        const Specification s =
            read(u"dependencies:\n  - "_s + asked + u"\n  - pip\n  - pip:\n      - torch\n"_s).specification;
        QTEST(s.pythonVersion(), "version");
        QVERIFY(s.isPipOnly());
    }

    void pythonVersionsAreMatched_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("taken"); // for version 3.13.5
        QTest::addRow("any") << u"python"_s << true;
        QTest::addRow("exact") << u"python=3.13"_s << true;
        QTest::addRow("star") << u"python 3.13.*"_s << true;
        QTest::addRow("other") << u"python=3.11"_s << false;
        QTest::addRow("patch") << u"python==3.13.4"_s << false;
        QTest::addRow("least") << u"python>=3.10"_s << true;
        QTest::addRow("least, above") << u"python>=3.14"_s << false;
        QTest::addRow("range") << u"python>=3.9,<3.13"_s << false;
        QTest::addRow("range, wider") << u"python >=3.9,<3.14"_s << true;
        QTest::addRow("up to") << u"python<=3.13"_s << true;
        QTest::addRow("more than") << u"python>3.13"_s << false;
        QTest::addRow("not") << u"python!=3.13"_s << false;
        QTest::addRow("compatible") << u"python~=3.10"_s << true;
        QTest::addRow("compatible patch") << u"python~=3.12.1"_s << false;
        QTest::addRow("either") << u"python 3.11.*|3.13.*"_s << true;
        QTest::addRow("words") << u"python=banana"_s << false;
    }

    void pythonVersionsAreMatched()
    {
        QFETCH(QString, asked);
        QTEST(read(u"dependencies:\n  - "_s + asked + u'\n').specification.allowsPython(u"3.13.5"_s), "taken");
    }

    void editsKeepComments()
    {
        QString text = withPackage(article, u"python=3.12"_s);
        QVERIFY(text.contains(u"  - python=3.12   # as the cluster has it\n"_s));
        text = withPackage(text, u"scipy>=1"_s);
        QVERIFY(text.contains(u"numpy >=1.20, <2\n  - scipy>=1\n  - pip:\n"_s));
        text = withRequirement(text, u"Torch==2.7"_s);
        QVERIFY(text.contains(u"    - Torch==2.7\n    - mlflow"_s));
        text = withRequirement(text, u"pandas"_s);
        QVERIFY(text.contains(u"mine.git\n    - pandas\nvariables:"_s));
        text = withoutPackage(text, u"numpy"_s);
        QVERIFY(!text.contains(u"numpy"_s));
        QVERIFY(text.startsWith(u"# what the article uses\n"_s));
        QVERIFY(read(text).diagnostics.isEmpty());
    }

    void editsStartFromNothing()
    {
        const QString text = withRequirement(withPackage(QString(), u"python=3.10"_s), u"torch"_s);
        const ParseResult result = read(text);
        QVERIFY2(result.diagnostics.isEmpty(), qPrintable(said(result)));
        QCOMPARE(result.specification.packages.size(), 2);
        QCOMPARE(result.specification.requirements.size(), 1);
        QVERIFY(read(withoutPackage(text, u"torch"_s)).specification.requirements.isEmpty());
        QCOMPARE(withPackage(u"a: [\n"_s, u"x"_s), u"a: [\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestConda)
#include "tst_conda.moc"
