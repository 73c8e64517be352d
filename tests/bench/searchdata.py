# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the same runs into the database of a workspace and into that of an MLflow server, directly with SQL."""

import random
import sqlite3

METRICS = 10
PARAMS = 5
START = 1_700_000_000_000


def runs(count):
    """Yields (id, name, start, params, metrics) of each run; always the same ones."""
    chance = random.Random(1)
    for number in range(count):
        params = [(f"p{i}", str(chance.randrange(10 ** (i + 1)))) for i in range(PARAMS)]
        metrics = [(f"m{i}", chance.random()) for i in range(METRICS)]
        yield f"{chance.getrandbits(128):032x}", f"run-{number}", START + number * 1000, params, metrics


def write_workspace(file, count):
    database = sqlite3.connect(file, isolation_level=None)
    database.executescript("PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; BEGIN;")
    for i in range(METRICS):
        database.execute("INSERT INTO metric_keys(id, key) VALUES(?, ?)", (i + 1, f"m{i}"))
    for number, (run, name, start, params, metrics) in enumerate(runs(count), 1):
        database.execute(
            "INSERT INTO runs(seq, id, experiment, display_name, status, user, created_ms, started_ms, ended_ms, "
            "updated_ms) VALUES(?, ?, 0, ?, 'Completed', 'bench', ?, ?, ?, ?)",
            (number, run, name, start, start, start + 500, start))
        database.execute("INSERT INTO run_tags VALUES(?, 'mlflow.runName', ?)", (number, name))
        database.executemany("INSERT INTO run_params VALUES(?, ?, ?)", ((number, *param) for param in params))
        rows = [(number, i + 1, start, value) for i, (_, value) in enumerate(metrics)]
        database.executemany("INSERT INTO metrics VALUES(?1, ?2, 1, 0, ?3, ?4, 0)", rows)
        database.executemany(
            "INSERT INTO latest_metrics(run, key, count, step, timestamp_ms, value, nan, minimum, maximum, "
            "is_summarized) VALUES(?1, ?2, 1, 0, ?3, ?4, 0, ?4, ?4, 1)", rows)
    database.execute("COMMIT")
    database.close()


def write_mlflow(file, count):
    database = sqlite3.connect(file, isolation_level=None)
    database.executescript("PRAGMA synchronous=OFF; BEGIN;")
    for run, name, start, params, metrics in runs(count):
        database.execute(
            "INSERT INTO runs(run_uuid, name, source_type, user_id, status, start_time, end_time, lifecycle_stage, "
            "artifact_uri, experiment_id) VALUES(?, ?, 'LOCAL', 'bench', 'FINISHED', ?, ?, 'active', ?, 0)",
            (run, name, start, start + 500, f"mlflow-artifacts:/0/{run}/artifacts"))
        database.execute("INSERT INTO tags(key, value, run_uuid) VALUES('mlflow.runName', ?, ?)", (name, run))
        database.executemany("INSERT INTO params(key, value, run_uuid) VALUES(?, ?, ?)",
                             ((*param, run) for param in params))
        rows = [(key, value, start, run) for key, value in metrics]
        for table in "metrics", "latest_metrics":
            database.executemany(
                f"INSERT INTO {table}(key, value, timestamp, run_uuid, step, is_nan) VALUES(?, ?, ?, ?, 0, 0)", rows)
    database.execute("COMMIT")
    database.close()
