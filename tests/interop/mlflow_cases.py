# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The requests of mlflow_answers.py. `{run}` and similar names stand for values of earlier answers; `deliberate` is the
reason why roostd answers differently on purpose."""

from urllib.parse import quote

API = "/api/2.0/mlflow/"
AJAX = "/ajax-api/2.0/mlflow/"
RUN = {"run": "run/info/run_id"}
NEWER = "as MLflow 3.11 and later"
INSIDE = "roostd checks values inside lists too, MLflow drops them"
TYPES = "types by a table of its own, not by the system's database"
ZERO = "no zero byte in a name"
PAGE = "JSON, not a page of HTML"
NUMBER = "true is no number"
WRONG = [123, 9.5, True, [], ["a"], {}, {"a": 1}, None, ""]


def send(both):
    for part in (experiments, runs, values, batches, histories, run_searches, inputs, artifacts, names, logged_models,
                 registry, versions, sources, registry_searches, other):
        part(both)


def experiments(both):
    both("GET", API + "experiments/get?experiment_id=0", deliberate="the Default experiment may name other locations")
    for value in WRONG:
        both("POST", API + "experiments/create", {"name": value})
        both("POST", API + "experiments/create", {"name": "loc", "artifact_location": value},
             deliberate="an empty location is the default one" if value in ("", None) else None)
    both("POST", API + "experiments/create", {"name": "birds"}, keep={"birds": "experiment_id"})
    both("POST", API + "experiments/create", {"name": "birds"})
    both("POST", API + "experiments/create", {})
    both("POST", API + "experiments/create", {"name": "x" * 501})
    both("POST", API + "experiments/create", {"name": "🎉" * 300}, keep={"party": "experiment_id"})
    both("POST", API + "experiments/create", {"name": "t", "tags": "x"})
    for location in ("s3://b/p?driver=x", "s3://b/p#f", "s3://b/p;x", "s3://b/p?a=..", "s3://b/p/"):
        both("POST", API + "experiments/create", {"name": "at " + location, "artifact_location": location},
             keep={"at": "experiment_id"})
        both("GET", API + "experiments/get?experiment_id={at}")
        both("POST", API + "runs/create", {"experiment_id": "{at}", "run_name": "r", "start_time": 1}, keep={"there": "run/info/run_id"})
    for query in ("", "?experiment_id=", "?experiment_id=99", "?experiment_id=x"):
        both("GET", API + "experiments/get" + query)
    for query in ("", "?experiment_name=", "?experiment_name=none", "?experiment_name=birds"):
        both("GET", API + "experiments/get-by-name" + query)
    for body in ({}, {"max_results": 0}, {"max_results": 50001}, {"max_results": "x"}, {"max_results": 1.5},
                 {"max_results": 1, "filter": 5}, {"max_results": 10, "filter": "name = 'birds'"},
                 {"max_results": 10, "order_by": "name"}, {"max_results": 10, "order_by": ["x"]},
                 {"max_results": 10, "order_by": ["name sideways"]}, {"max_results": 10, "page_token": "x"},
                 {"max_results": 10, "filter": "x = 1"}, {"max_results": 10, "filter": "name = 5"},
                 {"max_results": 10, "filter": "name > 'a'"}, {"max_results": 10, "filter": "name like 'b%'"},
                 {"max_results": 10, "filter": "attribute.name ILIKE 'BI%'"}, {"max_results": 10, "filter": "tags.a = 'b'"},
                 {"max_results": 10, "filter": "tags.a IS NULL AND name = 'birds'"}, {"max_results": 10, "filter": "tags.a IS NOT NULL"},
                 {"max_results": 10, "filter": "experiment_id = '0'"}, {"max_results": 10, "filter": "creation_time > 0 AND name = 'birds'"},
                 {"max_results": 10, "filter": "name = 'birds' OR name = 'x'"}, {"max_results": 10, "view_type": "DELETED_ONLY"},
                 {"max_results": 10, "view_type": 2}, {"max_results": 10, "view_type": "BOGUS", "filter": "name = 'birds'"},
                 {"max_results": 10, "order_by": ["last_update_time DESC"], "filter": "name = 'birds'"}):
        both("POST", API + "experiments/search", body)
    both("GET", API + "experiments/search?max_results=5&filter=" + quote("name = 'birds'"))
    for body in ({}, {"experiment_id": "{birds}"}, {"experiment_id": "{birds}", "new_name": ""},
                 {"experiment_id": "{birds}", "new_name": 5}, {"experiment_id": "99", "new_name": "x"},
                 {"experiment_id": "99"}, {"experiment_id": "{birds}", "new_name": "Default"},
                 {"experiment_id": "{birds}", "new_name": "finches"}):
        both("POST", API + "experiments/update", body)
    for value in WRONG:
        both("POST", API + "experiments/set-experiment-tag", {"experiment_id": "{birds}", "key": value, "value": "v"})
        both("POST", API + "experiments/set-experiment-tag", {"experiment_id": "{birds}", "key": "k", "value": value})
    both("POST", API + "experiments/set-experiment-tag", {"experiment_id": "{birds}", "key": "k"})
    both("POST", API + "experiments/set-experiment-tag", {"experiment_id": "99", "key": "k", "value": "v"})
    both("POST", API + "experiments/set-experiment-tag", {"experiment_id": "{birds}", "key": "k", "value": "v" * 5000})
    both("POST", API + "experiments/delete-experiment-tag", {"experiment_id": "{birds}", "key": "none"})
    both("POST", API + "experiments/delete-experiment-tag", {"experiment_id": "{birds}"})
    both("POST", API + "experiments/delete-experiment-tag", {"experiment_id": "{birds}", "key": "k"})
    for path in ("delete", "restore"):
        both("POST", API + "experiments/" + path, {})
        both("POST", API + "experiments/" + path, {"experiment_id": "99"})
    both("POST", API + "experiments/restore", {"experiment_id": "{birds}"})
    both("POST", API + "experiments/delete", {"experiment_id": "{party}"})
    both("POST", API + "experiments/delete", {"experiment_id": "{party}"})
    both("POST", API + "experiments/update", {"experiment_id": "{party}", "new_name": "z"},
         deliberate="MLflow's own server fails with 500")
    both("POST", API + "experiments/set-experiment-tag", {"experiment_id": "{party}", "key": "k", "value": "v"})
    both("POST", API + "experiments/restore", {"experiment_id": "{party}"})
    both("GET", API + "experiments/get?experiment_id={party}")


def runs(both):
    for body in ({}, {"experiment_id": "99"}, {"experiment_id": "x"}, {"experiment_id": 0, "run_name": "n", "start_time": 5},
                 {"experiment_id": "0", "start_time": "x"}, {"experiment_id": "0", "start_time": 5.5, "run_name": "n"},
                 {"experiment_id": "0", "start_time": "7", "run_name": "n"},
                 {"experiment_id": "0", "run_name": 5}, {"experiment_id": "0", "user_id": 5}, {"experiment_id": "0", "tags": "x"},
                 {"experiment_id": "0", "tags": ["x"]}, {"experiment_id": "0", "tags": [{"key": 1, "value": "v"}]},
                 {"experiment_id": "0", "tags": [{"value": "v"}]}, {"experiment_id": "0", "tags": {}},
                 {"experiment_id": "0", "run_name": "a", "start_time": 1, "tags": [{"key": "mlflow.runName", "value": "b"}]},
                 {"experiment_id": "0", "start_time": 1, "tags": [{"key": "mlflow.runName", "value": "b"}]}):
        both("POST", API + "runs/create", body, keep={"made": "run/info/run_id"}, deliberate=INSIDE if "tags" in body else None)
    both("POST", API + "runs/create", {"experiment_id": "0", "user_id": "ann", "run_name": "wren", "start_time": 1000,
                                       "tags": [{"key": "a", "value": "b"}]}, keep=RUN)
    for query in ("", "?run_id=", "?run_id=none", "?run_uuid={run}", "?run_id={run}"):
        both("GET", API + "runs/get" + query)
    for body in ({}, {"run_id": "none"}, {"run_id": "{run}"}, {"run_id": "{run}", "status": "BOGUS"}, {"run_id": 5},
                 {"run_id": "{run}", "status": 3, "end_time": 2000}, {"run_id": "{run}", "status": "RUNNING"},
                 {"run_id": "{run}", "end_time": "x"}, {"run_id": "{run}", "run_name": 5},
                 {"run_id": "{run}", "run_name": "robin"}, {"run_id": "{run}", "status": "FINISHED", "end_time": 3000}):
        both("POST", API + "runs/update", body)
    both("GET", API + "runs/get?run_id={run}")
    both("POST", API + "runs/create", {"experiment_id": "0", "run_name": "gone", "start_time": 1}, keep={"gone": "run/info/run_id"})
    for body in ({}, {"run_id": "none"}, {"run_id": 5}, {"run_id": "{gone}"}, {"run_id": "{gone}"}):
        both("POST", API + "runs/delete", body)
    for path, rest in (("set-tag", {"key": "a", "value": "b"}), ("log-parameter", {"key": "a", "value": "b"}),
                       ("log-metric", {"key": "a", "value": 1, "timestamp": 1}), ("update", {"status": "FINISHED"}),
                       ("log-batch", {"tags": []}), ("delete-tag", {"key": "a"}), ("log-inputs", {"datasets": []})):
        both("POST", API + "runs/" + path, {"run_id": "{gone}", **rest})
    for body in ({}, {"run_id": "none"}, {"run_id": "{gone}"}, {"run_id": "{gone}"}):
        both("POST", API + "runs/restore", body)


def values(both):
    metric = {"run_id": "{run}", "key": "m", "value": 1.5, "timestamp": 10, "step": 1}
    both("POST", API + "runs/log-metric", metric)
    for key in metric:
        for value in WRONG + ["x", "5", -1]:
            both("POST", API + "runs/log-metric", {**metric, key: value},
                 deliberate=NUMBER if value is True else "5.5 and such are no whole number" if value == 9.5 and key != "value" else None)
        both("POST", API + "runs/log-metric", {name: value for name, value in metric.items() if name != key})
    for key in ("a/b", "/a", "a//b", "../a", "a/", ".", "a\nb", "k\n", "x" * 251, "ä b.c-d:e_f", "a*b", "🎉", "a\\b"):
        broken = "no line break in a name" if "\n" in key else None
        both("POST", API + "runs/log-metric", {**metric, "key": key}, deliberate=broken)
        both("POST", API + "runs/log-parameter", {"run_id": "{run}", "key": key, "value": "v"}, deliberate=broken)
        both("POST", API + "runs/set-tag", {"run_id": "{run}", "key": key, "value": "v"}, deliberate=broken)
    for value in ("NaN", "Infinity", "-Infinity", 1e308, -0.0):
        both("POST", API + "runs/log-metric", {**metric, "key": "odd", "value": value, "timestamp": 11})
    both("POST", API + "runs/log-metric", {**metric, "run_id": "none"})
    both("POST", API + "runs/log-metric", {**metric, "run_id": "none", "key": "a//b"})
    both("POST", API + "runs/log-metric", {**metric, "step": 2**63 - 1})
    both("POST", API + "runs/log-metric", {**metric, "step": 2**63}, deliberate="MLflow's own server fails with 500")
    both("POST", API + "runs/log-metric", {**metric, "key": "pos", "value": "Infinity"})
    both("POST", API + "runs/log-metric", {**metric, "key": "neg", "value": "-Infinity"})
    both("POST", API + "runs/log-metric", "not json")
    both("POST", API + "runs/log-metric", "{}", headers={"Content-Type": "text/plain"})
    for path, names in (("log-parameter", ("run_id", "key", "value")), ("set-tag", ("run_id", "key", "value")),
                        ("delete-tag", ("run_id", "key"))):
        given = {"run_id": "{run}", "key": path, "value": "v"}
        for name in names:
            for value in WRONG:
                both("POST", API + "runs/" + path, {**given, name: value})
            both("POST", API + "runs/" + path, {key: value for key, value in given.items() if key != name})
        both("POST", API + "runs/" + path, {**given, "run_id": "none"})
    both("POST", API + "runs/log-parameter", {"run_id": "{run}", "key": "lr", "value": "1"})
    both("POST", API + "runs/log-parameter", {"run_id": "{run}", "key": "lr", "value": "2"})
    for letter in ("x", "🎉"):
        both("POST", API + "runs/log-parameter", {"run_id": "{run}", "key": "long" + letter, "value": letter * 5000})
        both("POST", API + "runs/log-parameter", {"run_id": "{run}", "key": "cut" + letter, "value": letter * 6500})
        both("POST", API + "runs/set-tag", {"run_id": "{run}", "key": "long" + letter, "value": letter * 5000})
        both("POST", API + "runs/set-tag", {"run_id": "{run}", "key": "cut" + letter, "value": letter * 8500})
    both("GET", API + "runs/get?run_id={run}")
    for text in ("{}", "not json", '{"artifact_path": "x"}', ""):
        both("POST", API + "runs/log-model", {"run_id": "{run}", "model_json": text})
    both("POST", API + "runs/log-model", {"run_id": "{run}", "model_json": 5})


def batches(both):
    both("POST", API + "runs/create", {"experiment_id": "0", "run_name": "batch", "start_time": 1}, keep={"batch": "run/info/run_id"})
    head = {"run_id": "{batch}"}
    for name in ("metrics", "params", "tags"):
        for value in WRONG + ["foo", 1, [1], [[]], [None]]:
            both("POST", API + "runs/log-batch", {**head, name: value})
    metric = {"key": "m", "value": 1.5, "timestamp": 10, "step": 1}
    for key in metric:
        for value in WRONG + ["x", -1]:
            both("POST", API + "runs/log-batch", {**head, "metrics": [metric, {**metric, key: value}]},
                 deliberate=INSIDE)
        both("POST", API + "runs/log-batch", {**head, "metrics": [{name: value for name, value in metric.items() if name != key}]})
    for name in ("params", "tags"):
        for key in ("key", "value"):
            for value in WRONG:
                both("POST", API + "runs/log-batch", {**head, name: [{"key": "k", "value": "v", key: value}]}, deliberate=INSIDE)
        both("POST", API + "runs/log-batch", {**head, name: [{"key": "k"}]})
        both("POST", API + "runs/log-batch", {**head, name: [{"value": "k"}]})
        both("POST", API + "runs/log-batch", {**head, name: [{"key": "../k", "value": "v"}]})
        both("POST", API + "runs/log-batch", {**head, name: [{"key": "x" * 251, "value": "v"}]})
        both("POST", API + "runs/log-batch", {**head, name: [{"key": f"k{i}", "value": "v"} for i in range(101)]})
    both("POST", API + "runs/log-batch", {**head, "params": [{"key": "a", "value": "1"}, {"key": "a", "value": "2"}]})
    both("POST", API + "runs/log-batch", {**head, "params": [{"key": "p", "value": "1"}]})
    both("POST", API + "runs/log-batch", {**head, "params": [{"key": "p", "value": "2"}]})
    both("POST", API + "runs/log-batch", {**head, "metrics": [metric] * 1001})
    both("POST", API + "runs/log-batch", {**head, "metrics": [metric] * 950, "params": [{"key": f"k{i}", "value": "v"} for i in range(60)]})
    both("POST", API + "runs/log-batch", {**head, "metrics": [{**metric, "key": "../m"}]})
    both("POST", API + "runs/log-batch", {**head, "metrics": [{**metric, "key": "x" * 251}]})
    for body in ({}, {"run_id": "none"}, {"run_id": 5}, "not json", "[]", '"{}"', {"run_id": "none", "metrics": [{**metric, "key": "../m"}]},
                 {"run_id": "none", "metrics": "x"}):
        both("POST", API + "runs/log-batch", body)
    both("POST", API + "runs/log-batch", {**head, "metrics": [metric, {**metric, "key": "n", "value": "NaN"}, {**metric, "key": "i", "value": "Infinity"}],
                                          "params": [{"key": "🎉", "value": "v"}, {"key": "lang", "value": "🎉" * 5000}], "tags": [{"key": "t", "value": ""}]})
    both("GET", API + "runs/get?run_id={batch}")


def histories(both):
    for name, steps in (("ten", 10), ("twenty", 20)):
        both("POST", API + "runs/create", {"experiment_id": "0", "run_name": name, "start_time": 1}, keep={name: "run/info/run_id"})
        both("POST", API + "runs/log-batch", {"run_id": "{" + name + "}", "metrics": [
            {"key": "m", "value": float(step), "timestamp": 100 + step, "step": step} for step in range(steps)]})
    for query in ("", "?run_id={ten}", "?metric_key=m", "?run_id=none&metric_key=m", "?run_id={ten}&metric_key=none", "?run_id={ten}&metric_key=m&max_results=3",
                  "?run_id={ten}&metric_key=m&max_results=x", "?run_id={ten}&metric_key=m&max_results=0", "?run_id={ten}&metric_key=m&max_results=-1", "?run_uuid={ten}&metric_key=m&max_results=20",
                  "?run_id={ten}&metric_key=m&max_results=3&page_token=x"):
        both("GET", API + "metrics/get-history" + query)
    for query in ("", "?run_id={ten}", "?metric_key=m", "?" + "&".join(f"run_id=r{i}" for i in range(1000)) + "&metric_key=m", "?run_id=none&metric_key=m",
                  "?run_id={ten}&run_id={twenty}&metric_key=none", "?run_id={ten}&metric_key=m&max_results=x",
                  "?run_id={ten}&metric_key=m&max_results=3", "?run_id={ten}&metric_key=m&max_results=0", "?run_id={ten}&metric_key=m&max_results=30000"):
        both("GET", AJAX + "metrics/get-history-bulk" + query)
    for query in ("", "?run_ids={ten}", "?metric_key=m", "?" + "&".join(f"run_ids=r{i}" for i in range(101)) + "&metric_key=m",
                  "?" + "&".join(f"run_ids=r{i:032}" for i in range(1000)) + "&metric_key=m", "?run_ids=none&metric_key=m",
                  "?run_ids={ten}&metric_key=m&max_results=0", "?run_ids={ten}&metric_key=m&max_results=2501", "?run_ids={ten}&metric_key=m&max_results=x",
                  "?run_ids={ten}&metric_key=m&start_step=1", "?run_ids={ten}&metric_key=m&end_step=1", "?run_ids={ten}&metric_key=m&start_step=5&end_step=1",
                  "?run_ids={ten}&metric_key=m&start_step=2&end_step=5", "?run_ids={ten}&metric_key=m&start_step=x&end_step=5",
                  "?run_ids={ten}&metric_key=m&max_results=5", "?run_ids={ten}&run_ids={twenty}&metric_key=m&max_results=5",
                  "?run_ids={twenty}&run_ids={ten}&metric_key=m&max_results=4&start_step=1&end_step=18"):
        both("GET", API + "metrics/get-history-bulk-interval" + query)


def run_searches(both):
    both("POST", API + "experiments/create", {"name": "search"}, keep={"search": "experiment_id"})
    for name, start, metrics, params, tags in (
            ("a", 1, {"m": 1, "nan": "NaN"}, {"p": "X", "opt": "adam"}, {"t": "1", "q k": "v"}), ("b", 2, {"m": 2}, {"p": "x"}, {"t.u": "v"}),
            ("c", 3, {"m": "NaN", "inf": "Infinity"}, {"q": "a'b"}, {}), ("d", 4, {}, {"p": "x", "e": ""}, {"t": "2"})):
        both("POST", API + "runs/create", {"experiment_id": "{search}", "run_name": name, "start_time": start, "user_id": "ann"}, keep={"s" + name: "run/info/run_id"})
        both("POST", API + "runs/log-batch", {"run_id": "{s" + name + "}", "metrics": [{"key": k, "value": v, "timestamp": 1} for k, v in metrics.items()],
                                              "params": [{"key": k, "value": v} for k, v in params.items()], "tags": [{"key": k, "value": v} for k, v in tags.items()]})
    filters = ["", "metrics.m > 1", "metrics.m != 1", "metrics.nan = 0", "metrics.nan < 1", "metrics.nan > 1", "metrics.m >= 1 AND params.p = 'x'", "metrics.m = '1'", "params.p = 1",
               "params.p > 'x'", "params.p != 'x'", "params.p LIKE 'x'", "params.p ILIKE 'x'", "params.p IN ('x')", "tags.t IN ('1', '2')", "tags.t IS NULL", "tags.t IS NOT NULL",
               "params.p IS NULL", "params.p is not null AND metrics.m = 1", "metrics.m IS NULL", "run_id IS NULL", "start_time IS NULL", "params.'opt' = 'adam'", 'params."opt" = "adam"',
               "params.`opt` = 'adam'", "tags.\"q k\" = 'v'", "tags.'q k' = 'v'", "params.q = 'a\\'b'", "params.q = \"a'b\"", "params.q = 'a''b'", "params.e = ''", "tags.t.u = 'v'", "tag.t = '1'",
               "tags.mlflow.runName = 'a'", "attributes.run_name = 'b'", "run_name LIKE 'A'", "run_name ILIKE 'A'", "`run name` = 'a'", "run_name IN ('a', 'b')", "run_id IN ('{sa}', '{sb}')",
               "run_id NOT IN ('{sa}')", "run_id IN ()", "run_id IN ('{sa}', 5)", "user_id = 'ann'", "status = 'RUNNING'", "status = 'running'", "status != 'RUNNING'", "start_time >= 3",
               "start_time = '3'", "start_time LIKE '3'", "end_time > 0", "created > 1", "artifact_uri LIKE '%{sa}%'", "wings.m = 1", "color = 'x'", "metrics.m > 1 OR metrics.m = 1", "(metrics.m > 1)",
               "metrics.m BETWEEN 1 AND 2", "NOT metrics.m = 1", "metrics.m > 1;", "metrics.m >", "metrics.m", "   ", "metrics.m > 1 AND", "AND metrics.m > 1", "metrics.m == 1", "metrics.m <> 1",
               "metrics.m > 1e0", "metrics.m > -1", "metrics.m > .5", "metrics.m > 1 and metrics.m < 3", "metrics.inf > 1e300", "dataset.name = 'x'", "dataset.nme = 'x'", "datasets.digest IN ('x')",
               "parameter.p = 'x'", "params.p = x", "params = 'x'", "metrics.'m' > 1", "metrics.\"m\" > 1", "params.p NOT IN ('x')", "attribute.start_time > 2", "run.run_name = 'a'", "tags.t LIKE '_'"]
    for text in filters:
        newer = "IS" in text.upper().split() or "nan" in text or "-1" in text or "\\'" in text
        both("POST", API + "runs/search", {"experiment_ids": ["{search}"], "filter": text}, deliberate=NEWER if newer else None)
    for order in (["metrics.m"], ["metrics.m DESC"], ["params.p"], ["params.p DESC", "run_name"], ["tags.t DESC"], ["start_time"], ["start_time DESC"], ["end_time"], ["run_name DESC"], ["status", "run_name"],
                  ["x"], ["wings.x"], ["metrics.m sideways"], ["metrics.m ASC DESC"], [""], ["dataset.name"], "run_name", 5, [5], ["`run name` DESC"], ["attributes.run_name"], ["artifact_uri"], ["metrics.nan DESC", "run_name"]):
        both("POST", API + "runs/search", {"experiment_ids": ["{search}"], "order_by": order})
    both("POST", API + "runs/search", {"experiment_ids": ["{search}"], "order_by": ["metrics.m", "metrics.m"]}, deliberate="MLflow's own server fails with 500")
    for body in ({}, {"experiment_ids": []}, {"experiment_ids": "x"}, {"experiment_ids": ["x"]}, {"experiment_ids": "{search}"}, {"experiment_ids": 5}, {"experiment_ids": {}}, {"experiment_ids": [5]}, {"experiment_ids": ["99"]},
                 {"experiment_ids": ["{search}"], "max_results": 0}, {"experiment_ids": ["{search}"], "max_results": 50001}, {"experiment_ids": ["{search}"], "max_results": "x"}, {"experiment_ids": ["{search}"], "max_results": 2},
                 {"experiment_ids": ["{search}"], "page_token": "x"}, {"experiment_ids": ["{search}"], "filter": 5}, {"experiment_ids": ["{search}"], "run_view_type": "ALL"},
                 {"experiment_ids": ["{search}"], "run_view_type": 2}, {"experiment_ids": ["{search}"], "run_view_type": "BOGUS"}):
        both("POST", API + "runs/search", body)
    both("POST", API + "runs/search", {"experiment_ids": ["{search}"], "filter": " AND ".join(["metrics.m > 0"] * 1200)}, deliberate="roostd refuses in words, MLflow fails or takes it")


def inputs(both):
    both("POST", API + "runs/create", {"experiment_id": "{search}", "run_name": "in", "start_time": 9}, keep={"in": "run/info/run_id"})
    # Requests that one of the two servers rejects use a run that no later request uses.
    both("POST", API + "runs/create", {"experiment_id": "0", "run_name": "odd", "start_time": 9}, keep={"oddin": "run/info/run_id"})
    data = {"name": "d", "digest": "1", "source_type": "local", "source": "s"}
    entry = {"dataset": data, "tags": [{"key": "mlflow.data.context", "value": "train"}]}
    for body in ({}, {"datasets": "x"}, {"datasets": [5]}, {"datasets": [{}]}, {"datasets": [{"tags": []}]}, {"datasets": [entry]},
                 {"datasets": [{**entry, "tags": [{"key": "mlflow.data.context", "value": "eval"}, {"key": "more", "value": "x"}]}]}, {"datasets": [{**entry, "tags": "x"}]}):
        both("POST", API + "runs/log-inputs", {"run_id": "{in}" if body.get("datasets", [0])[0] == entry else "{oddin}", **body}, deliberate=INSIDE)
    for key in data:
        for value in WRONG:
            both("POST", API + "runs/log-inputs", {"run_id": "{oddin}", "datasets": [{"dataset": {**data, key: value}}]}, deliberate=INSIDE)
        both("POST", API + "runs/log-inputs", {"run_id": "{oddin}", "datasets": [{"dataset": {name: v for name, v in data.items() if name != key}}]}, deliberate=INSIDE)
    for key, most in (("name", 500), ("digest", 36)):
        both("POST", API + "runs/log-inputs", {"run_id": "{in}", "datasets": [{"dataset": {**data, key: "x" * (most + 1)}}]})
    both("POST", API + "runs/log-inputs", {"run_id": "{in}", "datasets": [{"dataset": {**data, "name": "e", "digest": "2"}, "tags": [{"key": "mlflow.data.context", "value": "test"}]}]})
    both("GET", API + "runs/get?run_id={in}")
    both("POST", API + "runs/log-inputs", {})
    both("POST", API + "runs/log-inputs", {"run_id": "none"})
    for text in ("dataset.name = 'd'", "dataset.name = 'd' AND dataset.digest = '2'", "dataset.name = 'd' AND dataset.context = 'test'", "dataset.context = 'train'", "dataset.name LIKE 'D'", "dataset.name ILIKE 'D'",
                 "dataset.name IN ('d', 'e')", "dataset.digest NOT IN ('1')", "dataset.name = 5", "dataset.name > 'a'", "dataset.name != 'd'"):
        both("POST", API + "runs/search", {"experiment_ids": ["{search}"], "filter": text})
    both("POST", AJAX + "experiments/search-datasets", {"experiment_ids": ["{search}"]})
    both("POST", AJAX + "experiments/search-datasets", {"experiment_ids": []})
    both("POST", AJAX + "experiments/search-datasets", {})
    both("POST", AJAX + "experiments/search-datasets", {"experiment_ids": ["1"] * 21})
    both("POST", AJAX + "experiments/search-datasets", {"experiment_ids": [5]})


def artifacts(both):
    for run, uri in (("{run}", "0/{run}/artifacts/"),):
        base = "/api/2.0/mlflow-artifacts/artifacts/" + uri
        for name in ("a.txt", "b.bin", "e.pkl", "d/j.json", "d/c.csv", "d/x.xml", "d/n.ipynb", "d/s.js", "d/MLproject", "d/MLmodel", "d/h.html", "d/p.png", "d/y.yaml", "d/m.md", "d/noext", "d/v.svg", "d/g.gz",
                     "d/t.tsv", "per%2525cent.txt", "%E6%97%A5.txt", "d/a%20b.txt", "d/q%22q.txt", "d/conda.yaml", "d/r.py", "d/l.log", "d/w.webp", "d/pdf.pdf", "d/z.zip", "back%5Cslash.txt", "dir%2541/f.txt", "d/mp.mp4", "d/f.pt"):
            both("PUT", base + name, b"" if name == "e.pkl" else b"hello", headers={"Content-Type": "text/plain"})
            both("GET", base + name)
            types = TYPES if name.endswith(("MLproject", ".gz", ".mp4", ".pt")) else None
            both("GET", base + name, only=("Content-Type", "Content-Disposition", "X-Content-Type-Options"), deliberate=types)
            both("GET", f"/get-artifact?run_id={run}&path={name}")
            both("GET", f"/get-artifact?run_id={run}&path={name}", only=("Content-Type", "Content-Disposition"), deliberate=types)
        for path in ("", "&path=d", "&path=a.txt", "&path=none", "&path=..", "&path=/etc", "&path=a//b", "&path=d/", "&path=dir%2541", "&path=%00", "&path=a/../b", "&path=C:/x", "&path=d%5Cx", "&path=./d", "&path=."):
            zero = ZERO if "%00" in path else None
            both("GET", API + "artifacts/list?run_id=" + run + path, deliberate=zero)
            both("GET", "/api/2.0/mlflow-artifacts/artifacts?path=" + uri.rstrip("/") + path.replace("&path=", "/"), deliberate=zero)
            both("GET", f"/get-artifact?run_id={run}" + path, deliberate=None if path else PAGE)
    for query in ("", "?run_id=", "?run_id=none", "?run_id=5&path=x", "?run_uuid={run}&path=d/x.xml"):
        both("GET", API + "artifacts/list" + query)
        both("GET", "/get-artifact" + query, deliberate=None if "path" in query else PAGE)
    for path in ("..%2F..%2Fx", "%2Fetc%2Fx", "a/%2E%2E/x", "a%00b", "none.txt", ""):
        odd = ZERO if "%00" in path else PAGE if path in ("", "%2Fetc%2Fx") else None
        both("GET", "/api/2.0/mlflow-artifacts/artifacts/" + path, deliberate=odd)
        both("PUT", "/api/2.0/mlflow-artifacts/artifacts/" + path, b"x", deliberate=odd)
        both("DELETE", "/api/2.0/mlflow-artifacts/artifacts/" + path, deliberate=odd)
    both("GET", "/api/2.0/mlflow-artifacts/artifacts")
    both("DELETE", "/api/2.0/mlflow-artifacts/artifacts/0/{run}/artifacts/d/x.xml")
    for path, body in (("create", {"path": "a.bin", "num_parts": 2}), ("complete", {"path": "a.bin", "upload_id": "x", "parts": []}), ("abort", {"path": "a.bin", "upload_id": "x"})):
        both("POST", f"/api/2.0/mlflow-artifacts/mpu/{path}/0/x", body)
    both("POST", AJAX + "upload-artifact?run_uuid={run}&path=up.txt", b"hello", headers={"Content-Type": "text/plain"})
    both("GET", "/get-artifact?run_id={run}&path=up.txt")
    for query in ("", "?run_uuid={run}", "?path=x", "?run_uuid=none&path=x", "?run_uuid={run}&path=../x"):
        both("POST", AJAX + "upload-artifact" + query, b"hello", headers={"Content-Type": "text/plain"})


def names(both):
    for name in ("", " ", "a/b", "a:b", "a\nb", "a\0b", "a\x1bb", "a\\b", ".", "..", "x" * 256, "x" * 257, "ünï", "🎉", " lead", "trail ", "a.b", "a%b", "a'b", "日本"):
        both("POST", API + "registered-models/create", {"name": name},
             deliberate="a name without control bytes, '/', ':', backslash, or one of blanks or dots" if any(c in name for c in "\n\0\x1b\\/:") or not name.strip(" .") else None)
        # On both servers, so that later searches find the same models.
        both("DELETE", API + "registered-models/delete", {"name": name}, deliberate="one of the two may have refused it")
    for name in ("", " ", "a/b", "a.b", "a%b", "a'b", "a\"b", "ok", "x" * 300, 5):
        both("POST", API + "logged-models", {"experiment_id": "0", "name": name}, keep={"lm": "model/info/model_id"})


def logged_models(both):
    both("POST", API + "logged-models", {})
    both("POST", API + "logged-models", {"experiment_id": "99", "name": "x"})
    both("POST", API + "logged-models", {"experiment_id": "{search}", "name": "net", "model_type": "agent", "source_run_id": "{sa}", "params": [{"key": "k", "value": "v"}], "tags": [{"key": "a", "value": "b"}]}, keep={"net": "model/info/model_id"})
    both("POST", API + "logged-models", {"experiment_id": "{search}", "name": "other"}, keep={"other": "model/info/model_id"})
    both("POST", API + "logged-models", {"experiment_id": "0", "name": "scratch"}, keep={"scratch": "model/info/model_id"})
    both("GET", API + "logged-models/{net}")
    both("GET", API + "logged-models/m-none")
    for status in ("BOGUS", 9):
        both("PATCH", API + "logged-models/{scratch}", {"model_id": "{scratch}", "status": status}, deliberate=INSIDE)
    for body in ({}, {"status": 2}, {"status": "LOGGED_MODEL_READY"}):
        both("PATCH", API + "logged-models/{net}", {"model_id": "{net}", **body})
    both("PATCH", API + "logged-models/m-none", {"model_id": "m-none", "status": 2})
    both("POST", API + "logged-models/{scratch}/params", {"model_id": "{scratch}", "params": [{"key": 5, "value": "v"}]}, deliberate=INSIDE)
    for body in ({}, {"params": "x"}, {"params": [{"key": "p", "value": "v"}]}, {"params": [{"key": "p", "value": "w"}]}):
        both("POST", API + "logged-models/{net}/params", {"model_id": "{net}", **body})
    both("PATCH", API + "logged-models/{scratch}/tags", {"model_id": "{scratch}", "tags": [{"value": "c"}]}, deliberate=INSIDE)
    for body in ({}, {"tags": "x"}, {"tags": [{"key": "a", "value": "c"}]}):
        both("PATCH", API + "logged-models/{net}/tags", {"model_id": "{net}", **body})
    both("DELETE", API + "logged-models/{net}/tags/a")
    both("DELETE", API + "logged-models/{net}/tags/a")
    both("POST", API + "runs/log-batch", {"run_id": "{sa}", "metrics": [{"key": "acc", "value": 1, "timestamp": 1, "step": 1, "model_id": "{net}", "dataset_name": "d", "dataset_digest": "1"}]})
    both("POST", API + "runs/log-metric", {"run_id": "{sa}", "key": "acc", "value": 3, "timestamp": 2, "step": 2, "model_id": "{other}"})
    both("POST", API + "runs/outputs", {"run_id": "{sa}", "models": [{"model_id": "{net}", "step": 1}]})
    both("POST", API + "runs/outputs", {"run_id": "{sa}", "models": "x"})
    both("POST", API + "runs/outputs", {})
    both("GET", API + "runs/get?run_id={sa}")
    both("GET", API + "logged-models/{net}")
    ids = {"experiment_ids": ["{search}"]}
    for body in ({}, ids, {"experiment_ids": "x"}, {**ids, "datasets": [{"dataset_name": "d", "dataset_digest": "1"}]}, {**ids, "datasets": [{"dataset_name": "d"}]}, {**ids, "datasets": [{"dataset_name": "zz"}]}, {**ids, "datasets": [{}]},
                 {**ids, "datasets": "x"}, {**ids, "max_results": 0}, {**ids, "max_results": 1}, {**ids, "max_results": 101}, {**ids, "page_token": "x"}, {**ids, "order_by": [{"field_name": "name"}]}, {**ids, "order_by": [{"field_name": "metrics.acc", "ascending": False}]},
                 {**ids, "order_by": [{"field_name": "bogus"}]}, {**ids, "order_by": [{}]}, {**ids, "order_by": "name"}):
        both("POST", API + "logged-models/search", body)
    for text in ("name = 'net'", "attributes.name = 'net'", "metrics.acc > 1", "metrics.acc > 0", "params.k = 'v'", "tags.a = 'b'", "name LIKE 'n%'", "name ILIKE 'N%'", "name IN ('net')", "name != 'net'", "model_type = 'agent'", "status = 'READY'",
                 "status = 'LOGGED_MODEL_READY'", "source_run_id = '{sa}'", "model_id = '{net}'", "creation_timestamp > 0", "creation_time > 0", "name > 'a'", "bogus = 'x'", "metrics.acc = 'x'", "name = 5", "name = 'a' OR name = 'b'", "wings.a = 1"):
        both("POST", API + "logged-models/search", {**ids, "filter": text}, deliberate="MLflow's own server fails with 500" if text in ("bogus = 'x'", "wings.a = 1") else None)
    both("POST", API + "logged-models/search", {**ids, "filter": "metrics.acc > 0", "datasets": [{"dataset_name": "d", "dataset_digest": "1"}]})
    both("GET", API + "logged-models/{net}/artifacts/directories")
    both("GET", API + "logged-models/m-none/artifacts/directories")
    both("GET", API + "logged-models/{net}/artifacts/directories?artifact_directory_path=..")
    both("GET", AJAX + "logged-models/{net}/artifacts/files")
    both("GET", AJAX + "logged-models/{net}/artifacts/files?artifact_file_path=../x")
    both("PUT", "/api/2.0/mlflow-artifacts/artifacts/{search}/models/{net}/artifacts/MLmodel", b"flavors: {}", headers={"Content-Type": "text/plain"})
    both("GET", AJAX + "logged-models/{net}/artifacts/files?artifact_file_path=MLmodel")
    both("GET", API + "logged-models/{net}/artifacts/directories")
    both("GET", API + "artifacts/list?run_id={sa}")
    both("DELETE", API + "logged-models/m-none")
    both("DELETE", API + "logged-models/{other}")
    both("GET", API + "logged-models/{other}")


def registry(both):
    for body in ({}, {"name": 5}, {"name": None}, {"name": "m", "tags": "x"}, {"name": "m", "tags": [{"key": 5, "value": "v"}]}, {"name": "m", "description": 5},
                 {"name": "m", "description": "d", "tags": [{"key": "a", "value": "b"}]}, {"name": "m"}, {"name": "other"}):
        both("POST", API + "registered-models/create", body)
    for query in ("", "?name=", "?name=none", "?name=m"):
        both("GET", API + "registered-models/get" + query)
    for body in ({}, {"name": "m"}, {"name": "none", "new_name": "x"}, {"name": "m", "new_name": ""}, {"name": "m", "new_name": 5}, {"name": "m", "new_name": "other"}, {"name": "none"}, {"new_name": "x"}):
        both("POST", API + "registered-models/rename", body)
    both("POST", API + "registered-models/create", {"name": "slash"})
    both("POST", API + "registered-models/rename", {"name": "slash", "new_name": "a/b"}, deliberate=NEWER)
    for name in ("slash", "a/b"):
        both("DELETE", API + "registered-models/delete", {"name": name}, deliberate=NEWER)
    for body in ({}, {"name": "none"}, {"name": "m"}, {"name": "m", "description": 5}, {"name": "m", "description": "new"}, {"name": "none", "description": "x"}):
        both("PATCH", API + "registered-models/update", body)
    for path, method in (("set-tag", "POST"), ("delete-tag", "DELETE")):
        for body in ({}, {"name": "m"}, {"name": "none", "key": "a", "value": "b"}, {"name": "none"}, {"name": "m", "key": 5, "value": "v"}, {"name": "m", "key": "k", "value": 5}, {"name": "m", "key": "../k", "value": "v"}, {"name": "m", "key": "", "value": "v"},
                     {"name": "m", "key": "k"}, {"name": "m", "key": "k", "value": "v"}, {"name": "m", "key": "k", "value": "v" * 100001}, {"name": 5, "key": "k", "value": "v"}):
            both(method, API + "registered-models/" + path, body)
    for body in ({}, {"name": "none"}, {"name": "m"}, {"name": "m", "stages": ["Bogus"]}, {"name": "m", "stages": "Staging"}, {"name": "m", "stages": ["staging"]}, {"name": "m", "stages": [5]}, {"name": 5}):
        both("POST", API + "registered-models/get-latest-versions", body)
    both("GET", API + "registered-models/get-latest-versions?name=m&stages=None")
    both("DELETE", API + "registered-models/delete", {})
    both("DELETE", API + "registered-models/delete", {"name": "none"})
    both("DELETE", API + "registered-models/delete", {"name": "other"})


def versions(both):
    both("POST", API + "registered-models/create", {"name": "odd"})
    source = {"name": "odd", "source": "mlflow-artifacts:/0/{run}/artifacts/model", "run_id": "{run}"}
    for key in ("name", "source", "run_id", "run_link", "description", "model_id", "tags"):
        for value in WRONG:
            both("POST", API + "model-versions/create", {**source, key: value}, deliberate="versions count on where MLflow takes it")
    source["name"] = "m"
    both("POST", API + "model-versions/create", {})
    both("POST", API + "model-versions/create", {"name": "none"})
    both("POST", API + "model-versions/create", {"name": "none", "source": "s3://x"})
    for text in ("one", "two", "three"):
        both("POST", API + "model-versions/create", {**source, "description": text, "tags": [{"key": "t", "value": text}]}, keep={"v": "model_version/version"})
    both("DELETE", API + "model-versions/delete", {"name": "m", "version": "{v}"})
    both("POST", API + "model-versions/create", source)
    for query in ("", "?name=m", "?version=1", "?name=m&version=abc", "?name=m&version=99", "?name=none&version=1", "?name=m&version=1", "?name=m&version=01", "?name=m&version="):
        both("GET", API + "model-versions/get" + query)
        both("GET", API + "model-versions/get-download-uri" + query)
        both("GET", "/model-versions/get-artifact" + query, deliberate=PAGE)
        both("GET", "/model-versions/get-artifact" + (query + "&" if query else "?") + "path=../x")
    both("GET", "//model-versions/get-artifact?name=m&version=1&path=../x")
    both("GET", "//get-artifact?run_id={run}&path=../x")
    for path, method, rest in (("update", "PATCH", {"description": "d"}), ("transition-stage", "POST", {"stage": "Staging", "archive_existing_versions": False}), ("set-tag", "POST", {"key": "k", "value": "v"}), ("delete-tag", "DELETE", {"key": "k"}), ("delete", "DELETE", {})):
        for body in ({}, {"name": "m"}, {"version": "1"}, {"name": "none", "version": "1"}, {"name": "m", "version": "99"}, {"name": "m", "version": "x"}, {"name": "m", "version": 2}, {"name": "m", "version": "2"}, {"name": 5, "version": "2"}):
            both(method, API + "model-versions/" + path, {**body, **rest})
    for rest in ({}, {"stage": "bogus"}, {"stage": 5}, {"stage": "production", "archive_existing_versions": True}, {"stage": "None", "archive_existing_versions": True}, {"stage": "Archived", "archive_existing_versions": "x"}, {"stage": "Staging"}):
        both("POST", API + "model-versions/transition-stage", {"name": "m", "version": "1", "archive_existing_versions": False, **rest}, deliberate="MLflow's own server fails with 500" if rest.get("stage") == "None" else None)
    for body in ({}, {"name": "m"}, {"name": "m", "alias": "a"}, {"name": "none", "alias": "a", "version": "1"}, {"name": "m", "alias": "a", "version": "99"}, {"name": "m", "alias": "latest", "version": "1"}, {"name": "m", "alias": "v5", "version": "1"}, {"name": "m", "alias": "a b", "version": "1"},
                 {"name": "m", "alias": "ünï", "version": "1"}, {"name": "m", "alias": "x" * 256, "version": "1"}, {"name": "m", "alias": "", "version": "1"}, {"name": "m", "alias": 5, "version": "1"}, {"name": "m", "alias": "best", "version": "1"}, {"name": "m", "alias": "best", "version": "x"}):
        both("POST", API + "registered-models/alias", body)
    for query in ("", "?name=m", "?name=m&alias=none", "?name=none&alias=x", "?name=m&alias=best", "?name=m&alias=latest", "?alias=x"):
        both("GET", API + "registered-models/alias" + query)
    both("GET", API + "registered-models/get?name=m")
    for body in ({}, {"name": "m"}, {"name": "none", "alias": "x"}, {"name": "m", "alias": "none"}, {"name": "m", "alias": "best"}):
        both("DELETE", API + "registered-models/alias", body)


def sources(both):
    count = 0
    for source in ("runs:/none/model", "runs:/{run}/model", "runs:/", "runs:/x", "s3://b/p", "s3://b/../p", "https://h/p/../x", "https://h/p%2e%2e/x", "https://h/%2e%2e/x", "mlflow-artifacts:/0/../x", "mlflow-artifacts://host:9000/models/artifact%00", "mlflow-artifacts://host:9000/models/ok", "/etc", "file:///etc",
                   "file:///etc/../x", "etc", "./x", "../x", "models:/none/1", "models:/m/1", "models:/m/99", "models:/m/abc", "models:/m-none", "models:/{net}", "dbfs:/x", "dummy-source", "file:x", "https://h/p?a=/../b", "s3:/x", "mlflow-artifacts:/0/{run}/artifacts/m", "mlflow-artifacts:/0/{sa}/artifacts/m",
                   "hdfs://x/%252e%252e/y", "s3a:/x", "https://h/p#/../x", "a:b", "azureml://x/y", "mlflow-artifacts:///a/b\u0000c", "s3://b/a..b/c", "s3://b/p/..", "s3://b/%5c..%5c/x"):
        for run in (None, "{run}", "none"):
            # One model per case, because a rejected version receives no number.
            count += 1
            both("POST", API + "registered-models/create", {"name": f"src{count}"})
            both("POST", API + "model-versions/create", {"name": f"src{count}", "source": source, **({"run_id": run} if run else {})},
                 deliberate=NEWER if run and source.startswith(("runs:", "mlflow-artifacts:")) else None)
    prompt = [{"key": "mlflow.prompt.is_prompt", "value": "true"}]
    both("POST", API + "registered-models/create", {"name": "greet", "tags": prompt})
    for source in ("dummy-source", "/etc", "../x", "file:///etc"):
        both("POST", API + "model-versions/create", {"name": "greet", "source": source, "tags": prompt + [{"key": "mlflow.prompt.text", "value": "Hello {{name}}"}]})
        both("POST", API + "model-versions/create", {"name": "greet", "source": source, "tags": [{"key": "mlflow.prompt.is_prompt", "value": "false"}]},
             deliberate="a prompt by its name alone is none")


def registry_searches(both):
    for query in ("", "?max_results=0", "?max_results=1001", "?max_results=x", "?max_results=1", "?page_token=x", "?filter=x", "?order_by=x", "?order_by=name DESC", "?order_by=timestamp", "?order_by=name&order_by=name"):
        both("GET", API + "registered-models/search" + query.replace(" ", "%20"))
    for text in ("name = 'm'", "name LIKE 'M%'", "name ILIKE 'M%'", "name IN ('m', 'src1')", "name NOT IN ('m')", "name != 'm'", "name > 'm'", "name = 5", "tags.a = 'b'", "tag.a = 'b'", "tags.`a` != 'b'", "tags.'mlflow.prompt.is_prompt' = 'true'", "tags.`mlflow.prompt.is_prompt` = 'true'",
                 "tag.`mlflow.prompt.is_prompt` != 'true' AND name = 'm'", "tags.a IS NULL", "bogus = 'x'", "name = 'm' OR name = 'x'", "name = 'm' AND tags.a = 'b'", "attribute.name = 'm'", "name LIKE 'm' AND name = 'm'"):
        both("GET", API + "registered-models/search?filter=" + quote(text))
    for text in ("", "name = 'm'", "name='m'", "name LIKE 'm'", "name IN ('m')", "run_id = '{run}'", "run_id IN ('{run}')", "run_id IN ()", "run_id = ''", "source_path = 's3://b/p'", "source_path LIKE 's3%'", "version_number = 1", "version_number = '1'", "version_number > 1 AND name = 'm'", "version_number = 'x'",
                 "version_number LIKE '1'", "tags.t = 'one'", "tags.t IS NULL", "tags.t IS NOT NULL", "bogus = 'x'", "name = 'm' OR name = 'x'", "creation_timestamp > 0", "name = 'greet'", "tags.`mlflow.prompt.is_prompt` = 'true'", "tag.t != 'one' AND name = 'm'"):
        both("GET", API + "model-versions/search?filter=" + quote(text))
    for query in ("?max_results=0", "?max_results=200001", "?max_results=x", "?max_results=2", "?page_token=x", "?order_by=version_number DESC", "?order_by=name", "?order_by=bogus", "?order_by=creation_timestamp", "?order_by=version_number ASC&order_by=name DESC"):
        both("GET", API + "model-versions/search" + query.replace(" ", "%20"))


def other(both):
    for path in ("/", "/health", "/version", "/none", API + "none", "/api/3.0/mlflow/logged-models"):
        both("GET", path, deliberate="a page of its own" if path in ("/", "/version") else None)
    both("POST", API + "experiments/get", {})
    both("GET", API + "runs/create")
    both("OPTIONS", API + "runs/create")
    both("OPTIONS", API + "runs/create", headers={"Origin": "http://localhost:1", "Access-Control-Request-Method": "POST"})
    both("POST", API + "runs/create", {"experiment_id": "0"}, headers={"Origin": "http://evil.example"}, deliberate="JSON, not a plain text")
    both("GET", API + "experiments/get?experiment_id=0", headers={"Host": "evil.example"}, deliberate="JSON, not a plain text")
    both("GET", AJAX + "experiments/get?experiment_id=0", deliberate="as above")
