# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the time from a record in a TensorBoard event file of a running job to its point as a client receives it: the
change feed reports the run, and a request for the metric returns the point."""

import http.client
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import time
import urllib.parse

from service import Service

COUNT = 60
HERE = pathlib.Path(__file__).parent


class Client:
    def __init__(self, service):
        self.connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
        self.headers = {"Authorization": f"Bearer {service.token}"}

    def get(self, path, **query):
        self.connection.request("GET", f"{path}?{urllib.parse.urlencode(query)}", headers=self.headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status} {content[:300]!r}")
        return json.loads(content)


def submit(service, since):
    source = service.folder / "source"
    source.mkdir()
    shutil.copy(HERE / "scripts" / "eventticks.py", source)
    shutil.copy(HERE.parent / "service" / "eventfile.py", source)
    told = subprocess.run(
        [service.programs / "roostctl", "--workspace", service.workspace, "--json", "submit", "--source", source,
         "--script", "eventticks.py", "--environment", "AzureML-system-python", "--compute", "local", "--experiment",
         "bench", "--", str(COUNT), repr(since)],
        env=service.environment, check=True, capture_output=True, text=True).stdout
    return json.loads(told)["id"]


def main():
    late = []
    with Service(sys.argv[1]) as service:
        since = time.time()
        run = submit(service, since)
        client, revision, seen = Client(service), -1, 0
        end = time.monotonic() + 120
        while seen < COUNT and time.monotonic() < end:
            changes = client.get("/roost/v1/changes", since=revision, wait=10)
            revision = changes["revision"]
            if seen == 0 and "tick" not in json.dumps(client.get("/api/2.0/mlflow/runs/get", run_id=run)):
                continue
            points = client.get("/api/2.0/mlflow/metrics/get-history", run_id=run, metric_key="tb/tick")["metrics"]
            now = time.time() - since
            late += [now - point["value"] for point in points[seen:]]
            seen = len(points)
    if seen < COUNT:
        sys.exit(f"only {seen} of {COUNT} points arrived")
    # The values have 32 bits, which are exact to about 10 microseconds in the first minutes.
    ordered = sorted(late)
    print(f"tensorboard-record-to-point {statistics.median(late) * 1000:.0f} ms "
          f"{0.5 / statistics.median(late):.1f} limit-500ms (p95 {ordered[int(len(ordered) * 0.95)] * 1000:.0f} ms)")


main()
