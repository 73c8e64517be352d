# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The minimal flow of an Azure ML client, from the workspace to the downloaded model, with a real roostd. Every JSON
answer is validated against the schemas in tests/data/schemas, and against the OpenAPI files below ROOST_OPENAPI_DIR
if this variable is set."""

import base64
import hashlib
import json
import os
import pathlib
import sys
import tempfile
import time
import urllib.parse
import xml.etree.ElementTree

import jsonschema

from openapi import Specifications, formats
from service import API_VERSION, Service, container_sas, content_hash

SCRIPT = b'''import json, os, pathlib, sys, time, urllib.request
print("hello from", os.environ["AZUREML_RUN_ID"], sys.argv[1:], flush=True)
base = os.environ["MLFLOW_TRACKING_URI"].rstrip("/") + "/api/2.0/mlflow/runs/log-metric"
for step, value in enumerate([1.0, 0.5, 0.25]):
    body = {"run_id": os.environ["MLFLOW_RUN_ID"], "key": "loss", "value": value, "step": step,
            "timestamp": int(time.time() * 1000)}
    request = urllib.request.Request(base, json.dumps(body).encode(), {"Content-Type": "application/json",
                                     "Authorization": "Bearer " + os.environ["MLFLOW_TRACKING_TOKEN"]})
    urllib.request.urlopen(request, timeout=30).read()
pathlib.Path("outputs").mkdir(exist_ok=True)
pathlib.Path("outputs/model.pt").write_bytes(b"weights" * 1000)
pathlib.Path("outputs/more").mkdir(exist_ok=True)
pathlib.Path("outputs/more/notes.txt").write_text("ok")
'''


class Flow:
    def __init__(self, service, schemas, specifications):
        self.service = service
        self.schemas = schemas
        self.specifications = specifications
        self.checked = {"own": 0, "openapi": 0}
        self.problems = []

    # --- requests and checks

    def ask(self, method, path, schema, body=None, status=200, headers=None):
        """Sends a request whose answer must have `status` and satisfy the schema of that name (None: no body)."""
        answer = self.service.ask(method, path, body, headers)
        short = urllib.parse.urlsplit(path).path.replace(self.service.workspace, "{WS}")
        where = f"{method} {short} -> {answer.status}"
        allowed = status if isinstance(status, tuple) else (status,)
        if answer.status not in allowed:
            raise SystemExit(f"{where}, not {status}: {answer.body.decode(errors='replace')[:2000]}")
        if schema is None:
            if answer.body:
                self.problems.append(f"{where}: a body where none is due")
            return answer
        self.validate(where, answer.json(), {**self.schemas, "$ref": f"#/$defs/{schema}"}, "own")
        if self.specifications:
            promised = self.specifications.schema_of(method, urllib.parse.urlsplit(path).path, answer.status)
            if promised:
                self.validate(where, answer.json(), promised, "openapi")
        return answer

    def validate(self, where, value, schema, kind):
        self.checked[kind] += 1
        checker = jsonschema.Draft202012Validator(schema, format_checker=formats())
        for error in checker.iter_errors(value):
            place = "/".join(str(part) for part in error.absolute_path)
            self.problems.append(f"{where} [{kind}] at '{place}': {error.message[:300]}")

    def arm(self, method, path, schema, body=None, status=200, query=""):
        return self.ask(method, f"{self.service.workspace}{path}?api-version={API_VERSION}{query}", schema, body, status)

    def data(self, method, family, path, schema, body=None, status=200):
        return self.ask(method, f"/{family}{self.service.workspace}{path}", schema, body, status)

    def expect(self, truth, text):
        if not truth:
            self.problems.append(text)

    # --- the steps of the flow

    def workspace(self):
        answer = self.arm("GET", "", "workspace").json()
        self.expect(answer["properties"]["mlFlowTrackingUri"].startswith("http://127.0.0.1:"), "mlFlowTrackingUri")
        discovery = self.service.ask("GET", answer["properties"]["discoveryUrl"], token=False)
        self.expect(discovery.status == 200 and discovery.json()["api"] == self.service.url, "discovery")
        group = self.service.workspace.rsplit("/", 1)[0]
        self.ask("GET", f"{group}?api-version={API_VERSION}", "workspaceList")
        provider = f"{self.service.subscription}/providers/Microsoft.MachineLearningServices"
        self.ask("GET", f"{provider}/workspaces?api-version={API_VERSION}", "workspaceList")
        refused = self.ask("GET", self.service.workspace, "armError", status=400).json()
        self.expect("2024-04-01" in refused["error"]["message"], "a missing api-version is told the accepted ones")
        self.ask("GET", f"{self.service.workspace}?api-version=1999-01-01", "armError", status=400)
        self.ask("GET", f"{self.service.workspace}x/computes?api-version={API_VERSION}", "armError", status=404)
        self.expect(self.service.ask("GET", f"{self.service.workspace}?api-version={API_VERSION}", token=False).status
                    == 401, "no token, no answer")

    def compute_body(self, **scale):
        settings = {"minNodeCount": 0, "maxNodeCount": 2, "nodeIdleTimeBeforeScaleDown": "PT120S", **scale}
        return {"location": "local", "properties": {"computeType": "AmlCompute", "properties": {
            "vmSize": "Standard_DS3_v2", "vmPriority": "Dedicated", "osType": "Linux", "scaleSettings": settings}}}

    def finish(self, answer):
        """Waits for an operation by its Azure-AsyncOperation URL."""
        url = answer.headers["Azure-AsyncOperation"]
        for _ in range(200):
            state = self.ask("GET", url[len(self.service.url):], "operation").json()
            if state["status"] != "InProgress":
                self.expect(state["status"] == "Succeeded", f"the operation ended as {state}")
                return
            time.sleep(0.05)
        self.problems.append("the operation did not end")

    def computes(self):
        self.arm("GET", "/computes/local", "compute")
        made = self.arm("PUT", "/computes/birds-cluster", "compute", self.compute_body(), 201)
        self.expect(made.json()["properties"]["provisioningState"] == "Creating", "a compute begins in Creating")
        self.finish(made)
        state = self.arm("GET", "/computes/birds-cluster", "compute").json()["properties"]["provisioningState"]
        self.expect(state == "Succeeded", f"the compute is {state}")
        self.expect(len(self.arm("GET", "/computes", "computeList").json()["value"]) == 2, "two computes")
        first = self.arm("GET", "/computes", "computeList", query="&$top=1").json()
        following = self.ask("GET", first["nextLink"][len(self.service.url):], "computeList").json()
        self.expect("nextLink" not in following and len(following["value"]) == 1, "paging of computes")
        scaled = self.arm("PATCH", "/computes/birds-cluster", "compute",
                          {"properties": {"properties": {"scaleSettings": {"maxNodeCount": 1}}}}, 202)
        inner = scaled.json()["properties"]["properties"]
        self.expect(scaled.json()["properties"]["provisioningState"] == "Updating", "a change begins in Updating")
        self.expect(inner["currentNodeCount"] is None and inner["nodeStateCounts"] is None, "no counts in a change")
        self.finish(scaled)
        again = self.arm("PUT", "/computes/birds-cluster", "compute", self.compute_body(maxNodeCount=1), 201)
        self.finish(again)
        scale = self.arm("GET", "/computes/birds-cluster", "compute").json()["properties"]["properties"]["scaleSettings"]
        self.expect(scale["maxNodeCount"] == 1 and scale["minNodeCount"] == 0, "rescaled")
        self.arm("POST", "/computes/local/listNodes", "nodes")
        self.arm("PUT", "/computes/local", "armError", self.compute_body(), 409)
        self.arm("PUT", "/computes/x-1", "armError", self.compute_body(), 400)
        self.arm("PUT", "/computes/bad", "armError", self.compute_body(minNodeCount=3), 400)
        silent = self.arm("GET", "/computes/nobody", None, status=404)
        self.expect(not silent.headers["Content-Type"], "a missing compute is answered without a word")
        self.arm("DELETE", "/computes/local", "armError", status=409, query="&underlyingResourceAction=Delete")

    def environments(self):
        names = self.arm("GET", "/environments", "containerList").json()["value"]
        self.expect(names[0]["name"] == "AzureML-system-python", "the curated environment comes first")
        curated = self.arm("GET", "/environments/AzureML-system-python/versions/1", "environment").json()
        self.expect(curated["properties"]["environmentType"] == "Curated", "Curated")
        body = {"properties": {"condaFile": "name: t\ndependencies:\n- python=3.11\n- pip:\n  - requests\n",
                               "osType": "Linux", "tags": {"a": "b"}}}
        self.arm("PUT", "/environments/mine/versions/1", "environment", body, 201)
        same = self.arm("PUT", "/environments/mine/versions/1", "environment", body, 201)
        self.expect("/environments/mine/versions/1?" in (same.headers["Location"] or ""), "a 201 says where it is")
        kept = same.json()["properties"]
        self.expect(json.loads(kept["condaFile"])["dependencies"][0] == "python=3.11", f"conda as JSON text: {kept}")
        self.expect(kept["isArchived"] is False and kept["autoRebuild"] == "Disabled" and kept["description"] is None,
                    f"what was not given is there too: {kept}")
        self.arm("PUT", "/environments/mine/versions/1", "environment", {"properties": kept}, 201)
        other = {"properties": {"condaFile": "name: t\ndependencies:\n- python=3.12\n"}}
        self.arm("PUT", "/environments/mine/versions/1", "armError", other, 409)
        self.arm("PUT", "/environments/mine/versions/2", "environment", other, 201)
        self.arm("PUT", "/environments/AzureML-mine/versions/1", "armError", body, 400)
        self.arm("PUT", "/environments/mine/versions/3", "armError", {"properties": {"condaFile": "a: [1"}}, 400)
        mine = self.arm("GET", "/environments/mine", "container").json()["properties"]
        self.expect((mine["latestVersion"], mine["nextVersion"]) == ("2", "3"), f"versions of mine: {mine}")
        versions = self.arm("GET", "/environments/mine/versions", "environmentList",
                            query="&$orderBy=createdtime desc&$top=1").json()["value"]
        self.expect(versions[0]["name"] == "2", "newest first")
        for name in ("mine", "AzureML-system-python"):
            missing = self.arm("GET", f"/environments/{name}/versions/9", "armError", status=404).json()
            self.expect("has no version 9; there is " in missing["error"]["message"], f"versions there are: {missing}")

    def code(self):
        files = {"train.py": SCRIPT, "lib/B.py": b"x = 1\n"}
        digest = content_hash(files)
        query = f"&hash={digest}&hashVersion=202208"
        self.expect(self.arm("GET", "/codes/any/versions", "codeList", query=query).json()["value"] == [], "no code yet")
        room = self.arm("POST", "/codes/snap/versions/1/startPendingUpload", "pendingUpload",
                        {"pendingUploadType": "TemporaryBlobReference"}).json()
        reference = room["blobReferenceForConsumption"]
        base, _, signature = reference["credential"]["sasUri"].partition("?")
        block = {"x-ms-blob-type": "BlockBlob"}
        for name, content in files.items():
            done = self.service.ask("PUT", f"{base}/source/{name}?{signature}", content, block, token=False)
            self.expect(done.status == 201, f"upload of {name}: {done.status} {done.body}")
        wrong = {"properties": {"codeUri": f"{base}/source", "properties": {"hash_sha256": "0" * 64,
                                                                           "hash_version": "202208"}}}
        self.arm("PUT", "/codes/snap/versions/1", "armError", wrong, 400)
        body = {"properties": {"codeUri": f"{base}/source", "isAnonymous": True,
                               "properties": {"hash_sha256": digest, "hash_version": "202208"}}}
        made = self.arm("PUT", "/codes/snap/versions/1", "code", body, 201).json()
        self.arm("GET", "/codes/snap/versions/1", "code")
        known = self.arm("GET", "/codes/any/versions", "codeList", query=query).json()["value"]
        self.expect([one["id"] for one in known] == [made["id"]], "known by its hash")
        return made["id"]

    def kept_fields(self, code):
        """Checks that the service returns unknown fields as they were sent, except secrets."""
        sent = {"outputs": {"o": {"jobOutputType": "uri_folder", "mode": "ReadWriteMount"},
                            "f": {"jobOutputType": "uri_file"}},
                "services": {"j": {"jobServiceType": "JupyterLab"}}, "identity": {"identityType": "UserIdentity"},
                "queueSettings": {"jobTier": "Standard"}, "parentJobName": "elder", "isArchived": True,
                "resources": {"instanceCount": 1, "dockerArgs": "--ipc=host", "instanceType": "cpu",
                              "properties": {"a": {"b": 1}}}}
        body = self.job_body(code, command="echo hi > ${{outputs.f}}", environmentVariables={
            "A": "1", "HF_TOKEN": "verysecretkey"},
            inputs={"lr": {"jobInputType": "literal", "value": "1", "description": "why"}}, **sent)
        self.arm("PUT", "/jobs/kept", "job", body, 201)
        self.wait("kept")
        answer = self.arm("GET", "/jobs/kept", "job")
        got = answer.json()["properties"]
        for field, value in sent.items():
            if field == "services":
                self.expect(got[field].get("j") == value["j"], f"{field} is kept: {got[field]}")
            else:
                self.expect(got.get(field) == value, f"{field} is kept: {got.get(field)}")
        self.expect(got["inputs"]["lr"]["description"] == "why", f"an input's description is kept: {got['inputs']}")
        self.expect(got["environmentVariables"]["A"] == "1" and b"verysecretkey" not in answer.body, "secrets are masked")
        self.arm("DELETE", "/jobs/kept", None)

    def one_file(self):
        room = self.arm("POST", "/codes/one/versions/1/startPendingUpload", "pendingUpload",
                        {"pendingUploadType": "TemporaryBlobReference"}).json()
        base, _, signature = room["blobReferenceForConsumption"]["credential"]["sasUri"].partition("?")
        done = self.service.ask("PUT", f"{base}/t.py?{signature}", b"print('alone')", {"x-ms-blob-type": "BlockBlob"},
                                token=False)
        self.expect(done.status == 201, f"upload of t.py: {done.status} {done.body}")
        # Microsoft's SDK sends the folder that it received, not the file in it.
        body = {"properties": {"codeUri": f"{base}/", "isAnonymous": True,
                               "properties": {"hash_sha256": "0" * 64, "hash_version": "202208"}}}
        code = self.arm("PUT", "/codes/one/versions/1", "code", body, 201).json()["id"]
        self.arm("PUT", "/jobs/one", "job", self.job_body(code, command="python t.py"), 201)
        self.expect(self.wait("one")["status"] == "Completed", "code of one file runs")
        self.arm("DELETE", "/jobs/one", None)

    def job_body(self, code, **more):
        return {"properties": {"jobType": "Command", "displayName": "birds", "experimentName": "birds",
                               "codeId": code, "command": "python train.py --epochs ${{inputs.epochs}}",
                               "environmentId": "azureml:AzureML-system-python@latest",
                               "computeId": f"{self.service.workspace}/computes/local",
                               "inputs": {"epochs": {"jobInputType": "literal", "value": "3"}},
                               "environmentVariables": {"A": "1"}, "resources": {"instanceCount": 1},
                               "limits": {"jobLimitsType": "Command", "timeout": "PT10M"},
                               "tags": {"team": "vision"}, "properties": {"mlflow.source.git.commit": "0af3"}, **more}}

    def wait(self, run, seconds=120):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            details = self.data("GET", "history/v1.0", f"/runs/{run}/details", "runDetails").json()
            if details["status"] in ("Completed", "Failed", "Canceled"):
                return details
            time.sleep(0.2)
        raise SystemExit(f"the run {run} did not end: {details}")

    def jobs(self, code):
        self.arm("PUT", "/jobs/job1", "armError", self.job_body(code, environmentId="azureml:nobody:1"), 400)
        self.arm("PUT", "/jobs/job1", "armError", self.job_body(code, computeId="nobody"), 400)
        self.arm("PUT", "/jobs/job1", "armError", self.job_body(code + "0"), 400)
        many = self.arm("PUT", "/jobs/job1", "armError", self.job_body(code, resources={"instanceCount": 99}), 400)
        self.expect("99" in many.json()["error"]["message"], "the refusal says the numbers")
        self.arm("PUT", "/jobs/job1", "job", self.job_body(code), 201)
        self.arm("GET", "/jobs/job1", "job")
        details = self.wait("job1")
        log = details["logFiles"].get("azureml-logs/70_driver_log.txt", "")
        text = self.service.ask("GET", log, token=False).body if log else b""
        self.expect(details["status"] == "Completed" and b"hello from job1 ['--epochs', '3']" in text,
                    f"the run is {details['status']}: {details.get('error')} {text[-500:]}")
        part = self.service.ask("GET", log, headers={"Range": "bytes=6-9"}, token=False)
        self.expect(part.status == 206 and part.body == b"from", "a log is read by ranges")
        end = self.service.ask("GET", log, headers={"Range": f"bytes={len(text)}-"}, token=False)
        self.expect(end.status == 416, f"nothing new is 416, not {end.status}")
        changed = self.job_body(code, tags={"x": "y"}, displayName="renamed")
        tags = self.arm("PUT", "/jobs/job1", "job", changed).json()["properties"]
        self.expect(tags["tags"].get("x") == "y" and "team" not in tags["tags"], f"tags are replaced: {tags['tags']}")
        self.arm("PUT", "/jobs/job1", "armError", self.job_body(code, command="python other.py"), 409)
        self.arm("GET", "/jobs/nobody", "armError", status=404)

    def cancel(self, code):
        self.arm("PUT", "/jobs/job2", "job", self.job_body(code, command="sleep 600", tags={"k": "v"}), 201)
        accepted = self.service.ask("POST", f"{self.service.workspace}/jobs/job2/cancel?api-version={API_VERSION}")
        location = accepted.headers["Location"]
        self.expect((accepted.status, accepted.body) == (202, b"null"), f"a cancel is accepted with null: {accepted.body}")
        self.expect(not accepted.headers["Retry-After"], "no word on when to look again")
        self.expect(accepted.headers["x-ms-correlation-request-id"], "the id that support asks for")
        self.expect(self.wait("job2")["status"] == "Canceled", "canceled")
        self.expect(self.service.ask("GET", location).status == 200, "the cancel's Location is 200 when it is over")
        self.arm("POST", "/jobs/job2/cancel", None, status=200)
        self.arm("PUT", "/jobs/job3", "job", self.job_body(code, command="python -c 'raise SystemExit(3)'"), 201)
        failed = self.wait("job3")
        self.expect(failed["status"] == "Failed" and failed["error"]["error"]["message"], f"job3 failed: {failed}")
        jobs = self.arm("GET", "/jobs", "jobList", query="&$top=2").json()
        names = [one["name"] for one in jobs["value"]]
        following = self.ask("GET", jobs["nextLink"][len(self.service.url):], "jobList").json()
        names += [one["name"] for one in following["value"]]
        self.expect(names == ["job3", "job2", "job1"], f"all jobs, newest first, in two pages: {names}")
        tagged = self.arm("GET", "/jobs", "jobList", query="&jobType=Command&tag=k").json()["value"]
        self.expect([one["name"] for one in tagged] == ["job2"], "jobs by tag")
        self.arm("DELETE", "/jobs/job2", None)
        self.arm("DELETE", "/jobs/job2", None, status=204)

    def history(self):
        self.data("GET", "history/v1.0", "/runs/job1", "run")
        self.data("GET", "history/v1.0", "/experiments/birds/runs/job1", "run")
        self.data("GET", "history/v1.0", "/experiments/birds", "experiment")
        self.data("GET", "history/v1.0", "/experiments/birds/runs/job1/details", "runDetails")
        self.data("GET", "history/v1.0", "/experiments/Default/runs/job1", "dataError", status=404)
        self.data("GET", "history/v1.0", "/runs/nobody/details", "dataError", status=404)
        query = {"filter": "status eq 'Completed'", "orderBy": "createdUtc desc", "top": 1}
        runs = self.data("POST", "history/v1.0", "/experiments/birds/runs:query", "runList", query).json()
        self.expect([one["runId"] for one in runs["value"]] == ["job1"], f"completed runs: {runs}")
        both = self.data("POST", "history/v1.0", "/experiments/birds/runs:query", "runList", {"top": 1}).json()
        rest = self.data("POST", "history/v1.0", "/experiments/birds/runs:query", "runList",
                         {"top": 1, "continuationToken": both.get("continuationToken")}).json()
        self.expect([one["runId"] for one in both["value"] + rest["value"]] == ["job3", "job1"], "paging of runs")
        self.data("POST", "history/v1.0", "/runs:query", "runList", {})
        self.data("POST", "history/v1.0", "/experiments/birds/runs:query", "dataError", {"filter": "nonsense"}, 400)
        self.data("GET", "history/v1.0", "/runs/job1/children", "runList")
        self.data("POST", "history/v1.0", "/rundata", "runData", {"runId": "job1"})
        changed = self.data("PATCH", "history/v1.0", "/experiments/birds/runs/job1", "run",
                            {"displayName": "calm", "tags": {"new": "1", "x": None}, "description": "d"}).json()
        self.expect(changed["displayName"] == "calm" and "x" not in changed["tags"] and changed["tags"]["new"] == "1",
                    f"the run was changed: {changed}")

        self.changed_and_hidden()

    def changed_and_hidden(self):
        """Checks the changes that Microsoft's clients make to a run: "modify" changes an existing run, "hidden" removes
        the run from the lists."""
        renamed = self.data("PATCH", "history/v1.0", "/runs/job1/modify", "run", {"displayName": "again"}).json()
        self.expect(renamed["displayName"] == "again" and renamed["hidden"] is False, f"modified: {renamed}")
        self.expect(renamed["rootRunId"] == "job1" and renamed["runNumber"] > 0, f"root and number: {renamed}")
        self.data("PATCH", "history/v1.0", "/runs/nobody/modify", "dataError", {"displayName": "x"}, 404)
        hidden = self.data("PATCH", "history/v1.0", "/runs/job3/modify", "run", {"hidden": True}).json()
        self.expect(hidden["hidden"] is True, f"hidden: {hidden}")

        def listed(**more):
            body = {"top": 100, **more}
            runs = self.data("POST", "history/v1.0", "/experiments/birds/runs:query", "runList", body).json()
            return sorted(one["runId"] for one in runs["value"])

        self.expect(listed() == ["job1"], f"a hidden run is not listed: {listed()}")
        self.expect(listed(listViewType="All") == ["job1", "job3"], "all of them")
        self.expect(listed(listViewType="ArchivedOnly") == ["job3"], "the hidden ones")
        jobs = [one["name"] for one in self.arm("GET", "/jobs", "jobList").json()["value"]]
        self.expect("job3" not in jobs and "job1" in jobs, f"nor among the jobs: {jobs}")
        self.data("PATCH", "history/v1.0", "/runs/job3/modify", "run", {"hidden": False})
        self.expect(listed() == ["job1", "job3"], "back again")
        many = self.data("POST", "history/v1.0", "/batchrundata", "anything",
                         {"requests": {"a": {"runId": "job1", "selectRunDefinition": False}, "b": {"runId": "nobody"}}})
        found = many.json()
        self.expect(found["successfulResults"]["a"]["runMetadata"]["runId"] == "job1", f"many at once: {found}")
        self.expect(found["failedResults"]["b"]["error"]["code"] == "UserError", f"one that is not there: {found}")
        definition = self.data("POST", "history/v1.0", "/rundata", "runData", {"runId": "job1"}).json()["runDefinition"]
        self.expect({"mpi", "pyTorch", "communicator", "docker"} <= set(definition), f"the definition: {definition}")

    def metrics(self):
        names = self.data("POST", "metric/v2.0", "/runs/job1/list", "metricList", {"metricNamespace": ""}).json()
        self.expect([one["metricKey"]["name"] for one in names["value"]] == ["loss"], f"metrics: {names}")
        full = self.data("POST", "metric/v2.0", "/runs/job1/full", "metricFull", {"metricName": "loss"}).json()
        self.expect([one["data"]["loss"] for one in full["value"]] == [1.0, 0.5, 0.25], f"points: {full}")
        self.data("POST", "metric/v2.0", "/runs/job1/full", "dataError", {"metricName": "nobody"}, 404)
        last = self.data("POST", "metric/v2.0", "/runs/job1/lastvalues", "lastValues", {}).json()
        self.expect(last["value"][0]["value"][0]["data"]["loss"] == 0.25, f"last: {last}")
        row = {"metricId": "m", "createdUtc": "2026-11-23T06:00:00.000Z", "step": 7, "data": {"acc": 0.5}}
        logged = self.data("POST", "metric/v2.0", "/runs/job1/batch", "anything",
                           {"values": [{"name": "acc", "columns": {"acc": "Double"}, "value": [row]}], "reportErrors": True})
        self.expect(logged.json() == {"errors": []}, f"logged as azureml-core does: {logged.json()}")
        full = self.data("POST", "metric/v2.0", "/runs/job1/full", "metricFull", {"metricName": "acc"}).json()
        self.expect([(one["step"], one["data"]["acc"]) for one in full["value"]] == [(7, 0.5)], f"points: {full}")

    def artifacts(self):
        paths = self.data("GET", "history/v1.0", "/experiments/birds/runs/job1/artifacts", "artifactList").json()
        have = [one["path"] for one in paths["value"]]
        self.expect("outputs/model.pt" in have and not any(one.startswith(("snapshot", "state")) for one in have),
                    f"artifacts: {have}")
        self.data("GET", "history/v1.0", "/experiments/birds/runs/job1/artifacts/path?path=outputs/more/", "artifactList")
        info = self.data("GET", "history/v1.0",
                         "/experiments/birds/runs/job1/artifacts/contentinfo?path=outputs/model.pt", "contentInfo").json()
        self.expect(self.service.ask("GET", info["contentUri"], token=False).body == b"weights" * 1000, "the output's bytes")
        below = "/artifacts/ExperimentRun/dcid.job1"
        self.data("GET", "artifact/v2.0", below, "artifactList")
        self.data("GET", "artifact/v2.0", below + "/contentinfo?path=outputs/model.pt", "contentInfo")
        many = self.data("GET", "artifact/v2.0", below + "/prefix/contentinfo?path=outputs/", "contentInfoList").json()
        self.expect(len(many["value"]) == 2, f"both outputs: {many}")
        self.data("GET", "artifact/v2.0", below + "/contentinfo?path=../secret", "dataError", status=400)
        self.register_artifact()
        self.data("GET", "artifact/v2.0", below + "/contentinfo?path=outputs/none", "dataError", status=404)

    def models(self):
        body = {"properties": {"modelType": "custom_model", "description": "birds", "tags": {"acc": "0.9"},
                               "modelUri": "azureml://jobs/job1/outputs/artifacts/paths/outputs/model.pt"}}
        self.arm("GET", "/models/birds", "armError", status=404)
        made = self.arm("PUT", "/models/birds/versions/1", "model", body, 201).json()["properties"]
        self.expect(made["jobName"] == "job1", "the model knows its run")
        self.expect(made["properties"]["roost.sourcePath"] == "outputs/model.pt", "and where it lay there")
        self.arm("PUT", "/models/birds/versions/1", "model", body, 200)
        self.arm("PUT", "/models/birds/versions/x", "armError", body, 400)
        lost = {"properties": {**body["properties"], "modelUri": "runs:/nope/outputs"}}
        missing = self.arm("PUT", "/models/lost/versions/1", "armError", lost, 400).json()
        self.expect("no run 'nope'" in missing["error"]["message"], f"the run is missed: {missing}")
        other = {"properties": {**body["properties"], "modelUri": "runs:/job1/outputs/more"}}
        self.arm("PUT", "/models/birds/versions/1", "armError", other, 409)
        self.arm("PUT", "/models/birds/versions/2", "model", other, 201)
        container = self.arm("GET", "/models/birds", "container").json()["properties"]
        self.expect(container["nextVersion"] == "3", f"the next version: {container}")
        self.arm("GET", "/models", "containerList")
        self.arm("GET", "/models/birds/versions", "modelList", query="&$orderBy=createdtime desc")
        seen = self.service.ask("GET", "/api/2.0/mlflow/model-versions/get?name=birds&version=1")
        self.expect(seen.status == 200 and seen.json()["model_version"]["run_id"] == "job1", "MLflow shows it too")
        self.download(made["modelUri"])
        self.arm("DELETE", "/models/birds/versions/2", None)
        self.arm("DELETE", "/models/birds", None)
        self.arm("DELETE", "/models/birds", None, status=204)

    def register_artifact(self):
        """Does what promptflow does: uploads a file to the blob store and makes it an artifact of the run."""
        secret = self.arm("POST", "/datastores/workspaceblobstore/listSecrets", "secrets").json()
        container = self.arm("GET", "/datastores/workspaceblobstore", "datastore").json()["properties"]["containerName"]
        sas = container_sas(base64.b64decode(secret["key"]), "blob", container, "rwl")
        put = self.service.ask("PUT", f"{self.service.url}/blob/{container}/any/where/results.jsonl?{sas}", b"{}",
                               {"x-ms-blob-type": "BlockBlob"}, token=False)
        self.expect(put.status == 201, f"the key signs for writing too: {put.status} {put.body}")
        body = {"origin": "ExperimentRun", "container": "dcid.job1", "path": "results.jsonl",
                "dataPath": {"dataStoreName": "workspaceblobstore", "relativePath": "any/where/results.jsonl"}}
        made = self.data("POST", "artifact/v2.0", "/artifacts/register", "artifact", body).json()
        self.expect(made["path"] == "results.jsonl", f"registered: {made}")
        info = self.data("GET", "artifact/v2.0", "/artifacts/ExperimentRun/dcid.job1/contentinfo?path=results.jsonl",
                         "contentInfo").json()
        self.expect(self.service.ask("GET", info["contentUri"], token=False).body == b"{}", "the artifact's bytes")
        away = {**body, "path": "../../x"}
        self.data("POST", "artifact/v2.0", "/artifacts/register", "dataError", away, 400)

    def download(self, uri):
        stores = self.arm("GET", "/datastores", "datastoreList").json()["value"]
        self.expect(len(stores) == 2, "two datastores")
        default = self.arm("GET", "/datastores", "datastoreList", query="&isDefault=true").json()["value"]
        self.expect([one["name"] for one in default] == ["workspaceblobstore"], "the default datastore")
        name, _, path = uri.partition("/datastores/")[2].partition("/paths/")
        container = self.arm("GET", f"/datastores/{name}", "datastore").json()["properties"]["containerName"]
        secret = self.arm("POST", f"/datastores/{name}/listSecrets", "secrets").json()
        sas = container_sas(base64.b64decode(secret["key"]), "blob", container)
        base = f"{self.service.url}/blob/{container}"
        listing = self.service.ask("GET", f"{base}?restype=container&comp=list&prefix={path}&{sas}", token=False)
        blobs = [one.text for one in xml.etree.ElementTree.fromstring(listing.body).iter("Name")]
        self.expect(len(blobs) == 1, f"the model's files: {blobs}")
        got = self.service.ask("GET", f"{base}/{blobs[0]}?{sas}", token=False)
        sent = base64.b64decode(got.headers["x-ms-blob-content-md5"] or "")
        self.expect(got.body == b"weights" * 1000 and sent == hashlib.md5(got.body).digest(), "the model's bytes and MD5")

    def run(self):
        self.workspace()
        self.computes()
        self.environments()
        code = self.code()
        self.kept_fields(code)
        self.one_file()
        self.jobs(code)
        self.cancel(code)
        self.history()
        self.metrics()
        self.artifacts()
        self.models()
        gone = self.arm("DELETE", "/computes/birds-cluster", None, status=202, query="&underlyingResourceAction=Delete")
        self.finish(gone)
        self.arm("GET", "/computes/birds-cluster", None, status=404)


def main():
    program = sys.argv[1]
    schemas = json.loads(pathlib.Path(sys.argv[2]).read_text())
    folder = os.environ.get("ROOST_OPENAPI_DIR", "")
    specifications = Specifications(folder) if folder else None
    if not specifications:
        print("ROOST_OPENAPI_DIR is not set: answers are checked against the schemas of this project alone.")
    elif not specifications.operations:
        raise SystemExit(f"ROOST_OPENAPI_DIR={folder} holds no OpenAPI file.")
    with tempfile.TemporaryDirectory(prefix="roost-openapi-") as place:
        service = Service(program, place)
        flow = Flow(service, schemas, specifications)
        try:
            flow.run()
        finally:
            service.stop()
    if specifications and not flow.checked["openapi"]:
        flow.problems.append(f"no answer was checked against the OpenAPI files of {folder}: they are of something else")
    for problem in dict.fromkeys(flow.problems):
        print("FAIL", problem)
    print(f"{flow.checked['own']} answers checked against own schemas, {flow.checked['openapi']} against OpenAPI files.")
    raise SystemExit(1 if flow.problems else 0)


main()
