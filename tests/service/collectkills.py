# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills roostd, and at last the script, with SIGKILL at random moments while the script writes event files and lines, and
requires that every record that was written is one point.

collectkills.py ROOSTD ROOSTCTL [KILLS]     KILLS: 6 by default
"""

import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).parent
# After each record, the number of records is written elsewhere: what a killed script has written for certain.
SCRIPT = """
import os, time
import eventfile
open('outputs/pid', 'w').write(str(os.getpid()))
writer = eventfile.Writer('logs/part')
count = os.open('outputs/count', os.O_CREAT | os.O_WRONLY)
step = 0
while True:
    writer.add_scalar('loss', step, step)
    print(f'line={step}', flush=True)
    step += 1
    os.pwrite(count, b'%020d' % step, 0)
    time.sleep(0.002)
"""
JOB = """type: command
code: {source}
command: python3 script.py
environment: azureml:AzureML-system-python@latest
compute: azureml:local
experiment_name: kills
metrics: {{line: 'line=(?<value>\\d+)'}}
"""
PATIENCE = 60


class Workspace:
    def __init__(self, roostd, roostctl):
        self.roostd, self.roostctl = roostd, roostctl
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="roost-kills-"))
        runtime = self.folder / "runtime"
        runtime.mkdir(mode=0o700)
        self.environment = dict(os.environ, XDG_RUNTIME_DIR=str(runtime))
        self.path = self.folder / "workspace"
        self.service = None

    def start(self):
        self.service = subprocess.Popen([self.roostd, "serve", "--workspace", self.path, "--create", "--name", "Kills"],
                                        env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return wait_for(self.endpoint, "roostd does not listen")

    def endpoint(self):
        for file in (self.folder / "runtime" / "roost").glob("*.json"):
            found = json.loads(file.read_text() or "{}")
            if found.get("pid") == self.service.pid:
                return found
        return None

    def kill(self):
        self.service.kill()
        self.service.wait()

    def control(self, *words):
        told = subprocess.run([self.roostctl, "--workspace", self.path, "--json", *words], env=self.environment,
                              capture_output=True, text=True)
        if told.returncode != 0:
            sys.exit(f"roostctl {' '.join(map(str, words))}: {told.stderr}")
        return json.loads(told.stdout)

    def values(self, run, key):
        endpoint = self.endpoint()
        request = urllib.request.Request(
            f"http://127.0.0.1:{endpoint['port']}/api/2.0/mlflow/metrics/get-history?run_id={run}&metric_key={key}",
            headers={"Authorization": f"Bearer {endpoint['token']}"})
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return [int(point["value"]) for point in json.load(answer)["metrics"]]


def wait_for(what, complaint):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.05)
    sys.exit(complaint)


def submit(workspace):
    source = workspace.folder / "source"
    source.mkdir()
    (source / "script.py").write_text(SCRIPT)
    shutil.copy(HERE / "eventfile.py", source)
    job = workspace.folder / "job.yml"
    job.write_text(JOB.format(source=source))
    return workspace.control("submit", job)["id"]


def check(values, written, what):
    # The script was killed between a record and its count at worst.
    if sorted(values) != list(range(len(values))):
        sys.exit(f"{what}: {len(values) - len(set(values))} of {len(values)} values are doubled, "
                 f"{len(set(range(max(values, default=-1) + 1)) - set(values))} are missing")
    if not written <= len(values) <= written + 1:
        sys.exit(f"{what}: {written} records were written, {len(values)} points were stored")


def main():
    kills = int(sys.argv[3]) if len(sys.argv) > 3 else 6
    seed = random.randrange(1 << 30)
    print(f"seed {seed}")
    moments = random.Random(seed)
    workspace = Workspace(sys.argv[1], sys.argv[2])
    try:
        workspace.start()
        run = submit(workspace)
        outputs = workspace.path / "runs" / run / "outputs"
        wait_for(lambda: (outputs / "count").exists(), "the script does not start")
        for _ in range(kills):
            time.sleep(moments.uniform(0.05, 0.8))
            workspace.kill()
            time.sleep(moments.uniform(0, 0.2))
            workspace.start()
        os.kill(int((outputs / "pid").read_text()), signal.SIGKILL)
        ended = lambda: workspace.control("runs", "show", run)["status"] in ("Completed", "Failed", "Canceled")
        wait_for(ended, "the run does not end")
        written = int((outputs / "count").read_text())
        for key in ("part/loss", "line"):
            check(workspace.values(run, key), written, key)
        print(f"{written} records and lines, {kills} kills of roostd and one of the script: each is one point")
    finally:
        workspace.kill()
        shutil.rmtree(workspace.folder, ignore_errors=True)


main()
