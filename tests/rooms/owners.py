# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks facts that only one room may contain: SQL, the keys of the two protocols' JSON, preferences, the name of this
machine as a compute, the types of distributions."""

import re
import sys

import sources

# --- SQL ---
SQL_OWNER = "models/service/store/"
COLUMN = r"[\w.*%]+(?:\([^()]*\))?(?:\s+AS\s+\w+)?"
STATEMENT = re.compile(
    rf"^\s*(?:SELECT\s+(?:DISTINCT\s+)?(?:{COLUMN}\s*,\s*)*{COLUMN}\s+FROM\s+[\w%]|SELECT\s+(?:COUNT|MAX|MIN|SUM|EXISTS)\s*\(|SELECT\s+\d"
    r"|(?:INSERT\s+(?:OR\s+\w+\s+)?|REPLACE\s+)INTO\s+\w+\s*(?:\(|VALUES\b|SELECT\b|DEFAULT\b|$)|UPDATE\s+(?:OR\s+\w+\s+)?\w+\s+SET\s+\w+\s*="
    r"|DELETE\s+FROM\s+\w+\s*(?:WHERE\b|;|$)|CREATE\s+(?:(?:TEMP|TEMPORARY|UNIQUE|VIRTUAL)\s+)*(?:TABLE|INDEX|VIEW|TRIGGER)\s+(?:IF\s+NOT\s+EXISTS\s+)?\w+\s*(?:\(|ON\b|AS\b|USING\b|$)"
    r"|(?:DROP|ALTER)\s+(?:TABLE|INDEX|VIEW|TRIGGER)\b|PRAGMA\s+\w|WITH\s+(?:RECURSIVE\s+)?\w+\s*(?:\([^)]*\)\s*)?AS\s*\("
    r"|BEGIN\s+(?:IMMEDIATE|EXCLUSIVE|DEFERRED|TRANSACTION)\b)", re.I | re.S)
# Parts of a statement, with words in capitals or with the mark of a bound value.
PART = re.compile(r"\b(?:SELECT\s*(?:[\w*(]|$)|FROM \w|JOIN \w+|ORDER BY\b|GROUP BY\b|WHERE \w|LIMIT \?|VALUES ?\(|AND \w+ ?= ?\?)|\b\w+ ?(?:=|<|>|<=|>=|\bLIKE\b|\bIN\b) ?\(?\?(?:[\s,)]|$)")
PART_OF_ANY_CASE = re.compile(r"^\s*(?:WHERE\s+[\w.]+\s*(?:=|<|>|\bIN\b|\bLIKE\b|\bIS\b)|(?:ORDER|GROUP)\s+BY\s+\w|(?:LEFT|INNER|CROSS)\s+JOIN\s|JOIN\s+\w+\s+(?:ON|USING)\b)", re.I)
LIBRARY = re.compile(r"\b(?:sqlite3\w*|QSql\w+)\b")

# --- Keys of JSON ---
KEY_OWNER = "models/wire/"
# Rooms that use the two protocols, or might do so.
KEY_ROOMS = ("models/service/", "models/backends/", "models/items/", "models/rest/", "models/transfer/", "models/workspaces/",
             "ui/", "app/roost/")
# Files whose stored format has its own keys.
OWN_FORMATS = ("models/service/launch/", "models/service/store/", "models/items/submit/submitmemory.cpp", "ui/",
               "models/backends/mirror/", "models/workspaces/serverfacts.cpp", "models/backends/azureml/azuremetrics.cpp", "models/backends/mlflow/mlflowrunhistory.cpp",
               "models/service/environments/interpreter.cpp")
KEY = re.compile(r"^[a-z][A-Za-z0-9_]*$")
# A string of several words can only be a key: "experimentId", "run_uuid".
LONG_KEY = re.compile(r"^(?:[a-z]+(?:[A-Z][a-z0-9]*)+|[a-z]+(?:_[a-z0-9]+)+)$")
# Values in the protocols that are not keys: types of models and of files.
VALUES = {"custom_model", "mlflow_model", "uri_file", "uri_folder"}
# Other strings that look like keys: parts of URLs, parameters in messages, options of programs, and attributes in
# filters.
NO_KEY = re.compile(r"(?:\b(?:parameters?|checkLength|tr)\(\s*|\bcapture\([^()]*|\b(?:captures|parser|changed)\.\w+\(\s*(?:\w+\(\s*)?|\bparameter = [^;]*)$")
FILTERS = tuple(f"models/service/api/{name}.cpp" for name in (
    "azureml/runfilter", "mlflow/experiments", "mlflow/loggedmodelsearch", "mlflow/modelsearches", "mlflow/runsearch"))
IN_URL = re.compile(r"[uU]rl\w*\(|\bQuery\b|\b\w*[qQ]uery\.append\(|\ballItems\(")
OBJECT = re.compile(r"(?<!-> )\bQJson\w+(?: \w+)?\s*\{")
KEYED = re.compile(r"(?:\[\s*|(?:\breturn|=|\()\s*\{\{\s*|\(\s*\{\s*|(?<!captures)(?:\.|->)(?:value|contains|insert|find|constFind|find_field\w*|at|take|remove)\(\s*)(?:\w+\(\s*)?$")
IN_TEXT = re.compile(r'\\?"(\w+)\\?"\s*:')

# --- Preferences ---
PREFERENCE_OWNER = "ui/settings/"
PREFERENCE = re.compile(r"\bQSettings\b|\bPreference<[^;{}()]*>\s*\w*\s*=?\s*[({]")
PREFERENCE_NAME = re.compile(r"\bPreference<[^;]*?>\s+\w+\{")

# --- This machine as a compute ---
LOCAL_OWNER = "models/core/localcompute.h"
NAME_OF_LOCAL = re.compile(r"\blocalCompute(?:Name|Type)\b")
# Where a compute or a request gets the name; everywhere else it would be compared.
NAMED = {
    "app/roostctl/jobarguments.cpp": 1,
    "models/service/api/azureml/azuremlapi.cpp": 2,
    "models/service/api/azureml/jobroutes.cpp": 1,
    "models/service/api/azureml/workspaceroutes.cpp": 1,
    "models/service/jobs/jobadmission.cpp": 1,
}
# Other uses of the same word: the resource group, a type of job services, a builtin of bash, a group of an expression.
OTHER_LOCAL = {
    "models/cause/patterns.cpp": 2,
    "models/shell/shellplace.cpp": 1,
    "models/wire/azureml/carried.cpp": 1,
    "models/wire/azureml/compute.cpp": 1,
    "models/wire/azureml/ids.cpp": 1,
    "models/wire/errors.cpp": 2,
}

# --- Types of distributions ---
DISTRIBUTION_OWNER = "models/core/distribution"
DISTRIBUTION = re.compile(r"\bDistribution::Type::(?!None\b)\w+|\b[dD]istribution\.type\s*[=!]=\s*(?:\w+::)*Type::")


def is_sql(literal):
    return any(form.search(literal) for form in (STATEMENT, PART, PART_OF_ANY_CASE))


def sql_faults(name, text):
    for line, literal in sources.joined_literals(text):
        if is_sql(literal):
            yield f"{name}:{line}: SQL belongs to {SQL_OWNER}: {literal[:60]}"
    for match in LIBRARY.finditer(sources.code_alone(text)):
        yield f"{name}: {match.group(0)} belongs to {SQL_OWNER}"


def keys_of(text):
    """Returns all literals that may be keys; those of the owner are the vocabulary."""
    return {literal for _, literal in sources.literals(text) if KEY.match(literal)} - VALUES


def key_faults(name, text, vocabulary):
    code = sources.without_comments(text)
    for match in sources.TOKEN.finditer(code):
        content = match.group("text") if match.group("text") is not None else match.group("raw")
        if content is None:
            continue
        line = code.count("\n", 0, match.start()) + 1
        before = code[:match.start()]
        statement = code[before.rfind(";") + 1:code.find(";", match.end())]
        in_object = OBJECT.search(statement)
        is_key = content in vocabulary and not NO_KEY.search(before) and (
            in_object or KEYED.search(before) or LONG_KEY.match(content)) and (in_object or not IN_URL.search(statement))
        written = [key for key in IN_TEXT.findall(content) if key in vocabulary and LONG_KEY.match(key)]
        for key in [content] * bool(is_key) + written:
            yield f'{name}:{line}: the key "{key}" of a protocol belongs to {KEY_OWNER}'


def preference_faults(name, text, names):
    code = sources.without_comments(text)
    if PREFERENCE.search(code):
        yield f"{name}: preferences are read and written by {PREFERENCE_OWNER}"
    for line, literal in sources.literals(text):
        if literal in names:
            yield f'{name}:{line}: the name "{literal}" of a preference belongs to {PREFERENCE_OWNER}'


def local_faults(name, text):
    found = [line for line, literal in sources.joined_literals(text) if literal.lower() == "local"]
    named = NAME_OF_LOCAL.findall(sources.code_alone(text))
    if len(found) > OTHER_LOCAL.get(name, 0) or len(named) > NAMED.get(name, 0):
        yield f"{name}:{found[-1] if found else 1}: only {LOCAL_OWNER} compares the name of a compute with that of this machine"


def distribution_faults(name, text):
    for match in DISTRIBUTION.finditer(sources.code_alone(text)):
        yield f"{name}: what differs between types of distributions is a trait of {DISTRIBUTION_OWNER}.h: {match.group(0)}"


def faults_of(texts):
    """Returns the faults in a dict of names and texts."""
    vocabulary, names, faults = set(), set(), []
    for name, text in texts.items():
        if name.startswith(KEY_OWNER):
            vocabulary |= keys_of(text)
        if name.startswith(PREFERENCE_OWNER):
            code = sources.without_comments(text)
            names |= {literal for made in PREFERENCE_NAME.finditer(code) for _, literal in list(sources.literals(code[made.end():]))[:1]}
    for name, text in texts.items():
        if not name.startswith(SQL_OWNER):
            faults += sql_faults(name, text)
        if name.startswith(KEY_ROOMS) and name not in FILTERS and not name.startswith(OWN_FORMATS):
            faults += key_faults(name, text, vocabulary)
        if not name.startswith(PREFERENCE_OWNER):
            faults += preference_faults(name, text, names)
        if name != LOCAL_OWNER:
            faults += local_faults(name, text)
        if not name.startswith(DISTRIBUTION_OWNER):
            faults += distribution_faults(name, text)
    return faults


SAMPLES = {
    "SQL": ("models/service/api/a.cpp", [
        'run("SELECT id FROM runs");', 'run("select id from runs where a = 1");', 'run(R"sql(\n  SELECT id\n  FROM runs)sql");',
        'run("SELECT " "id " "FROM runs");', 'run("SELECT " + columns + " FROM runs");', 'u"select %1 from %2"_s.arg(a, b)', 'run("SELECT\\n id FROM runs");', 'run(u"insert into "_s + u"runs values (1)"_s);', 'const char *a = "where id = ?";',
        'QStringLiteral("order by name")', 'u"Update runs Set a = 1"_s', "sqlite3_exec(a, b);", "QSqlQuery query;"]),
    "a key of JSON": ("models/service/api/a.cpp", [
        'json[u"run_uuid"_s]', 'json["run_uuid"_L1]', 'json.value(QLatin1StringView("run_uuid"))', 'const QJsonObject a{{u"run_uuid"_s, 1}};',
        'const QJsonObject a{{u"status"_s, 1}};', 'constexpr auto key = "run_uuid"_L1;', 'json.value("status"_L1)', 'json.constFind("status"_L1)', 'return {{u"status"_s, 1}};', 'const QJsonObject a = {{u"status"_s, 1}};', 'object.insert({"status", 1});', 'send(R"({"run_uuid": "a"})");',
        'send("{\\"run_uuid\\": 1}");', 'client.post(url(u"runs"_s), QJsonObject{{u"run_uuid"_s, id}});', "const char quote = u'\"'; put(json, u\"run_uuid\"_s, id);"]),
    "a preference": ("ui/shell/a.cpp", [
        "QSettings settings;", "#include <QSettings>", "std::make_unique<QSettings>()", 'const Preference<bool> a{u"b/c"_s, Application, false};', 'Preference<bool> a = {u"b/c"_s};', 'Preference<bool>(u"b/c"_s)',
        'read(u"look/theme"_s);', 'const QString key = "look/theme";']),
    "a comparison with \"local\"": ("models/items/a.cpp", [
        'if (name == u"local"_s)', 'if ("local" != name)', 'name.compare("LOCAL"_L1, Qt::CaseInsensitive)', 'names.contains("local")',
        'QStringView(u"Local") == name', 'case hash("local"):', 'constexpr auto here = "local"_L1;', 'name == u"lo" u"cal"', "if (name == localComputeName)",
        "localComputeName.compare(name)", "const auto here = localComputeName;", 'compute.type == "Local"_L1', 'QStringLiteral("local")']),
    "a type of a distribution": ("models/items/a.cpp", [
        "if (job.distribution.type == Distribution::Type::Mpi)", "case Distribution::Type::PyTorch:", "if (plan.distribution.type != Type::None)"]),
}
RIGHT = ['// SELECT id FROM runs\n', 'tr("Select the folder from the list")', 'tr("Delete from the workspace")', 'request.parameter(u"run_uuid")',
         'const auto url = context->url(u"runs/get"_s, {{u"run_uuid"_s, id}});', "type.value_or(Distribution::Type::None)", 'tr("Where the run is: %1")']


def main():
    owners = {"models/wire/run.cpp": 'run.id = json[u"run_uuid"_s].toString(); put(json, u"status"_s, run.status);',
              "ui/settings/settings.h": 'inline const Preference<QString> theme{u"look/theme"_s, Application, u"system"_s};'}
    for what, (name, samples) in SAMPLES.items():
        for sample in samples:
            sources.expect(faults_of({**owners, name: sample}), f"{what}: {sample}")
    for sample in RIGHT:
        sources.expect(not faults_of({**owners, "models/service/api/a.cpp": sample}), f"that this is right: {sample}")
    root = sys.argv[1]
    texts = {name: sources.read(root, name) for name in sources.listed(root)}
    faults = faults_of(texts) + [f"{name}: SQL belongs to {SQL_OWNER}" for name in sources.listed(root, endings=(".sql",))
                                 if not name.startswith(SQL_OWNER)]
    sources.finish(faults, len(texts), "files")


main()
