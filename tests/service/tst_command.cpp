// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tests how bash reads the values of inputs in a command.
#include "models/service/jobs/command.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Jobs;
using namespace Qt::StringLiterals;

class TestCommand : public QObject
{
    Q_OBJECT

    static QByteArray said(const QString &line, const QString &folder)
    {
        QProcess bash;
        bash.setWorkingDirectory(folder);
        bash.setStandardInputFile(QProcess::nullDevice());
        bash.start(u"bash"_s, {u"-c"_s, line});
        bash.waitForFinished();
        return bash.readAllStandardOutput();
    }

    static const QStringList &hostile()
    {
        static const QStringList values{u"$(touch ran)"_s,        u"`touch ran`"_s,           u"'; touch ran; '"_s,
                                        u"\"; touch ran; \""_s,   u"a; touch ran"_s,          u"a[$(touch ran)]"_s,
                                        u"}; touch ran; {"_s,     u"x\ntouch ran\n"_s,        u"EOF\ntouch ran"_s,
                                        u"\\'; touch ran; \\'"_s, u"\\$(touch ran)"_s,        u"\\`touch ran\\`"_s,
                                        u"x) touch ran; ("_s,     u"$HOME 'b' \"c\" \\ * é"_s};
        return values;
    }

private Q_SLOTS:
    void valuesMeanThemselvesOrAreRefused_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<bool>("quotes");
        const auto add = [](const char *name, const QString &command, bool quotes) {
            QTest::newRow(name) << command << quotes;
        };
        add("word", u"printf %s ${{inputs.v}}"_s, true);
        add("double", u"printf %s \"${{inputs.v}}\""_s, true);
        add("single", u"printf %s '${{inputs.v}}'"_s, true);
        add("ansi", u"printf %s $'${{inputs.v}}'"_s, true);
        add("substitution", u"printf %s \"$(printf %s ${{inputs.v}}; printf .)\" | sed -z 's/\\.$//'"_s, true);
        add("substitution in quotes", u"printf %s \"$(printf '%s.' \"${{inputs.v}}\")\" | sed -z 's/\\.$//'"_s, true);
        add("case in a substitution",
            u"printf %s \"$(case a in a) printf '%s.' ${{inputs.v}};; esac)\" | sed -z 's/\\.$//'"_s, true);
        add("case", u"case a in (a) printf %s ${{inputs.v}};; esac"_s, true);
        add("comment before", u"# it's\nprintf %s ${{inputs.v}}"_s, true);
        add("escaped parenthesis", u"printf %s \"\\$(\"${{inputs.v}}\")\" | sed -z 's/^\\$(//; s/)$//'"_s, true);
        add("behind a here-document", u"cat > it <<EOF\nit's (\nEOF\nprintf %s ${{inputs.v}}"_s, true);
        add("behind a quoted one", u"cat > it <<'E O'\n$( it's\nE O\nprintf %s \"${{inputs.v}}\""_s, true);
        add("behind an indented one", u"cat > it <<-EOF\n\tit's\n\tEOF\nprintf %s '${{inputs.v}}'"_s, true);
        add("behind two", u"cat <<A - <<B > it\n'\nA\n\"\nB\nprintf %s ${{inputs.v}}"_s, true);
        add("behind a here-string", u"cat <<< it > it\nprintf %s ${{inputs.v}}"_s, true);
        add("argument of a program", u"bash -c 'printf %s \"$1\"' _ ${{inputs.v}}"_s, true);
        add("argument of a script", u"printf 'printf %%s \"$2\"' > s.sh; bash s.sh -c ${{inputs.v}}"_s, true);
        add("test", u"[[ ${{inputs.v}} == x ]] || printf %s ${{inputs.v}}"_s, true);
        add("exported", u"export X=${{inputs.v}}; printf %s \"$X\""_s, true);
        add("declared", u"declare X=\"${{inputs.v}}\"; printf %s \"$X\""_s, true);
        add("assigned", u"X='${{inputs.v}}' Y=$(printf %s. ${{inputs.v}}); printf %s \"$X\""_s, true);
        add("element", u"X=(a ${{inputs.v}}); printf %s \"${X[1]}\""_s, true);
        add("read from a here-string", u"IFS= read -rd '' X <<< ${{inputs.v}}; printf %s \"${X%?}\""_s, true);
        add("exported from a substitution", u"export X=$(printf %s. ${{inputs.v}}); printf %s \"${X%?}\""_s, true);
        add("list of words", u"for x in ${{inputs.v}}; do printf %s \"$x\"; done"_s, true);
        add("process substitution", u"cat <(printf %s ${{inputs.v}})"_s, true);
        add("subscript", u"a[${{inputs.v}}]=1"_s, false);
        add("quoted subscript", u"a[\"${{inputs.v}}\"]=1"_s, false);
        add("name that is declared", u"declare \"${{inputs.v}}=1\""_s, false);
        add("declared as a number", u"declare -i x=${{inputs.v}}"_s, false);
        add("name that is written", u"printf -v \"${{inputs.v}}\" x"_s, false);
        add("name that is read", u"read '${{inputs.v}}' <<< x"_s, false);
        add("name that is tested", u"[ -v \"${{inputs.v}}\" ] || test -v '${{inputs.v}}'"_s, false);
        add("name in a test", u"[[ -v ${{inputs.v}} ]]"_s, false);
        add("alias", u"shopt -s expand_aliases; alias q=\"echo ${{inputs.v}}\"\nq"_s, false);
        add("words of a completion", u"compgen -W \"${{inputs.v}}\""_s, false);
        add("called for each line", u"mapfile -C 'echo ${{inputs.v}}' -c 1 < /etc/passwd"_s, false);
        add("sourced", u". <(echo \"echo ${{inputs.v}}\")"_s, false);
        add("program of flock", u"flock it -c \"echo ${{inputs.v}}\""_s, false);
        add("program of script", u"timeout 5 script -qc \"echo ${{inputs.v}}\" /dev/null"_s, false);
        add("backquotes", u"printf %s `printf %s ${{inputs.v}}`"_s, false);
        add("here-document", u"head -c -1 <<EOF\n${{inputs.v}}\nEOF\n"_s, false);
        add("quoted here-document", u"head -c -1 <<'EOF'\n${{inputs.v}}\nEOF\n"_s, false);
        add("here-document with an apostrophe", u"head -c -1 <<EOF > /dev/null\nit's ${{inputs.v}}\nEOF\n"_s, false);
        add("behind it", u"cat <<EOF > it\nit's ${{inputs.v}}\nEOF\nprintf %s ${{inputs.v}}"_s, false);
        add("substitution in a here-document", u"cat <<EOF\n$(printf %s ${{inputs.v}})\nEOF\n"_s, false);
        add("arithmetic", u"echo $((${{inputs.v}} + 1))"_s, false);
        add("arithmetic in quotes", u"echo \"$((${{inputs.v}} + 1))\""_s, false);
        add("arithmetic command", u"((x = ${{inputs.v}}))"_s, false);
        add("let", u"let 'x = ${{inputs.v}}'"_s, false);
        add("calculating test", u"[[ \"${{inputs.v}}\" -eq 1 ]]"_s, false);
        add("expansion", u"printf %s \"${x:-${{inputs.v}}}\""_s, false);
        add("quoted backquotes", u"printf %s \"`printf %s ${{inputs.v}}`\""_s, false);
        add("quotes in backquotes", u"printf %s `printf %s \"${{inputs.v}}\"`"_s, false);
        add("nested backquotes", u"printf %s \"`printf %s \"\\`printf %s ${{inputs.v}}\\`\"`\""_s, false);
        add("program of a shell", u"bash -c \"printf %s ${{inputs.v}}\""_s, false);
        add("of a login shell", u"bash -lc 'printf %s ${{inputs.v}}'"_s, false);
        add("with options", u"bash -o pipefail -c \"printf %s '${{inputs.v}}'\""_s, false);
        add("read by a shell", u"bash <<EOF\nprintf %s ${{inputs.v}}\nEOF\n"_s, false);
        add("here-string of a shell", u"bash <<< \"printf %s ${{inputs.v}}\""_s, false);
        add("eval", u"eval printf %s ${{inputs.v}}"_s, false);
        add("trap", u"trap \"printf %s ${{inputs.v}}\" EXIT"_s, false);
        add("behind if", u"if true; then eval \"printf %s ${{inputs.v}}\"; fi"_s, false);
    }

    void valuesMeanThemselvesOrAreRefused()
    {
        QFETCH(const QString, command);
        QFETCH(const bool, quotes);
        const QTemporaryDir folder;
        for (const QString &value : hostile()) {
            const auto bound = bindCommand(command, {{u"v"_s, value}}, folder.path());
            QVERIFY2(!quotes || bound, qPrintable(value));
            if (!bound) {
                QVERIFY2(bound.error().text.startsWith(u"${{inputs.v}} stands in "_s), qPrintable(bound.error().text));
                continue;
            }
            const QByteArray told = said(bound->line, folder.path());
            if (quotes)
                QCOMPARE(QString::fromUtf8(told), value);
            QVERIFY2(!QFile::exists(folder.filePath(u"ran"_s)), qPrintable(bound->line));
        }
        // Plain values are accepted everywhere.
        QVERIFY(bindCommand(command, {{u"v"_s, u"0.1"_s}}, folder.path()));
        QVERIFY(bindCommand(command, {{u"v"_s, u"data/x_1-2"_s}}, folder.path()));
    }

    void hereDocumentsAreNotEndedByAValue()
    {
        const QString command = u"cat <<EOF\n${{inputs.v}}\nEOF\n"_s;
        QVERIFY(!bindCommand(command, {{u"v"_s, u"EOF"_s}}, u"/run"_s));
        const auto bound = bindCommand(command, {{u"v"_s, u"a $b `c` \\d 'e' \"f\""_s}}, u"/run"_s);
        QVERIFY(bound);
        QCOMPARE(said(bound->line, u"/"_s), "a $b `c` \\d 'e' \"f\"\n");
    }

    void outputsAreAbsolute()
    {
        const auto bound = bindCommand(u"cd w && echo > ${{outputs.o}}/x \"${{outputs.p}}\""_s, {}, u"/a b/run"_s);
        QVERIFY(bound);
        QCOMPARE(bound->outputs, (QStringList{u"/a b/run/outputs/o"_s, u"/a b/run/outputs/p"_s}));
        QCOMPARE(bound->line, u"cd w && echo > '/a b/run/outputs/o'/x \"/a b/run/outputs/p\""_s);
    }
};

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_command.moc"
