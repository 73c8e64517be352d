-- SPDX-FileCopyrightText: 2026 The Roost developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Experiments, runs, params, tags, metrics, data sets, logged models and registered models. Times are milliseconds
-- since 1970, UTC. `status` of a run is Azure ML's word; MLflow's is derived from it. A run that was submitted as a job
-- has is_job = 1; only the state machine of jobs writes its status. Metrics: `seq` numbers the points of a series in
-- order of arrival, and is the cursor of readers. The unique index prevents that a repeated point is stored twice, and
-- is used for windows by step. NaN is stored as 0 with the flag set.
CREATE TABLE experiments(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    artifact_location TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL);
CREATE TABLE experiment_tags(
    experiment INTEGER NOT NULL REFERENCES experiments(id) ON DELETE CASCADE,
    key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(experiment, key)) WITHOUT ROWID;

CREATE TABLE runs(
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    experiment INTEGER NOT NULL REFERENCES experiments(id),
    display_name TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL,
    is_job INTEGER NOT NULL DEFAULT 0,
    user TEXT NOT NULL DEFAULT '',
    created_ms INTEGER NOT NULL,
    started_ms INTEGER,
    ended_ms INTEGER,
    updated_ms INTEGER NOT NULL,
    error_text TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0);
CREATE INDEX runs_by_experiment ON runs(experiment, created_ms);
CREATE INDEX runs_by_time ON runs(created_ms);
CREATE INDEX runs_by_status ON runs(status);
CREATE TABLE run_params(
    run INTEGER NOT NULL REFERENCES runs(seq) ON DELETE CASCADE,
    key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(run, key)) WITHOUT ROWID;
CREATE TABLE run_tags(
    run INTEGER NOT NULL REFERENCES runs(seq) ON DELETE CASCADE,
    key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(run, key)) WITHOUT ROWID;
CREATE INDEX run_tags_by_value ON run_tags(key, value) WHERE key = 'mlflow.parentRunId';
CREATE TABLE run_properties(
    run INTEGER NOT NULL REFERENCES runs(seq) ON DELETE CASCADE,
    key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(run, key)) WITHOUT ROWID;

CREATE TABLE metric_keys(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE metrics(
    run INTEGER NOT NULL REFERENCES runs(seq) ON DELETE CASCADE,
    key INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    step INTEGER NOT NULL,
    timestamp_ms INTEGER NOT NULL,
    value REAL NOT NULL,
    nan INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY(run, key, seq)) WITHOUT ROWID;
CREATE UNIQUE INDEX metrics_by_step ON metrics(run, key, step, timestamp_ms, value, nan);
CREATE TABLE latest_metrics(
    run INTEGER NOT NULL REFERENCES runs(seq) ON DELETE CASCADE,
    key INTEGER NOT NULL,
    count INTEGER NOT NULL,
    step INTEGER NOT NULL,
    timestamp_ms INTEGER NOT NULL,
    value REAL NOT NULL,
    nan INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY(run, key)) WITHOUT ROWID;

CREATE TABLE datasets(
    id INTEGER PRIMARY KEY,
    experiment INTEGER NOT NULL REFERENCES experiments(id) ON DELETE CASCADE,
    name TEXT NOT NULL, digest TEXT NOT NULL,
    source_type TEXT NOT NULL, source TEXT NOT NULL, schema TEXT, profile TEXT,
    UNIQUE(experiment, name, digest));
CREATE TABLE run_inputs(
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs(seq) ON DELETE CASCADE,
    dataset INTEGER NOT NULL REFERENCES datasets(id) ON DELETE CASCADE,
    UNIQUE(run, dataset));
CREATE TABLE run_input_tags(
    input INTEGER NOT NULL REFERENCES run_inputs(id) ON DELETE CASCADE,
    key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(input, key)) WITHOUT ROWID;

CREATE TABLE logged_models(
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    experiment INTEGER NOT NULL REFERENCES experiments(id),
    name TEXT NOT NULL,
    model_type TEXT NOT NULL DEFAULT '',
    source_run TEXT NOT NULL DEFAULT '',
    artifact_uri TEXT NOT NULL,
    status INTEGER NOT NULL DEFAULT 1,
    status_message TEXT NOT NULL DEFAULT '',
    deleted INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL);
CREATE TABLE logged_model_params(
    model INTEGER NOT NULL REFERENCES logged_models(seq) ON DELETE CASCADE,
    key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(model, key)) WITHOUT ROWID;
CREATE TABLE logged_model_tags(
    model INTEGER NOT NULL REFERENCES logged_models(seq) ON DELETE CASCADE,
    key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(model, key)) WITHOUT ROWID;
CREATE TABLE logged_model_metrics(
    model INTEGER NOT NULL REFERENCES logged_models(seq) ON DELETE CASCADE,
    key TEXT NOT NULL,
    run TEXT NOT NULL,
    step INTEGER NOT NULL, timestamp_ms INTEGER NOT NULL,
    value REAL NOT NULL, nan INTEGER NOT NULL DEFAULT 0,
    dataset_name TEXT NOT NULL DEFAULT '', dataset_digest TEXT NOT NULL DEFAULT '',
    PRIMARY KEY(model, key, run, step, timestamp_ms, value, nan, dataset_name, dataset_digest)) WITHOUT ROWID;
CREATE TABLE run_models(
    run INTEGER NOT NULL REFERENCES runs(seq) ON DELETE CASCADE,
    model TEXT NOT NULL,
    is_output INTEGER NOT NULL,
    step INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY(run, is_output, model, step)) WITHOUT ROWID;

CREATE TABLE registered_models(
    name TEXT NOT NULL PRIMARY KEY,
    description TEXT NOT NULL DEFAULT '',
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL);
CREATE TABLE registered_model_tags(
    model TEXT NOT NULL REFERENCES registered_models(name) ON DELETE CASCADE ON UPDATE CASCADE,
    key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(model, key)) WITHOUT ROWID;
CREATE TABLE model_versions(
    model TEXT NOT NULL REFERENCES registered_models(name) ON DELETE CASCADE ON UPDATE CASCADE,
    version INTEGER NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL DEFAULT '',     -- Azure ML's custom_model, mlflow_model, triton_model
    source TEXT NOT NULL DEFAULT '',   -- as it was given
    location TEXT NOT NULL DEFAULT '', -- where the files are: mlflow-artifacts:/..., or a folder below models/
    run TEXT NOT NULL DEFAULT '',
    logged_model TEXT NOT NULL DEFAULT '',
    run_link TEXT NOT NULL DEFAULT '',
    user TEXT NOT NULL DEFAULT '',
    stage TEXT NOT NULL DEFAULT 'None',
    status INTEGER NOT NULL DEFAULT 3,
    status_message TEXT NOT NULL DEFAULT '',
    archived INTEGER NOT NULL DEFAULT 0,
    size INTEGER NOT NULL DEFAULT -1,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    PRIMARY KEY(model, version)) WITHOUT ROWID;
CREATE TABLE model_version_tags(
    model TEXT NOT NULL, version INTEGER NOT NULL,
    key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(model, version, key),
    FOREIGN KEY(model, version) REFERENCES model_versions(model, version) ON DELETE CASCADE ON UPDATE CASCADE)
    WITHOUT ROWID;
CREATE TABLE model_version_properties(
    model TEXT NOT NULL, version INTEGER NOT NULL,
    key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(model, version, key),
    FOREIGN KEY(model, version) REFERENCES model_versions(model, version) ON DELETE CASCADE ON UPDATE CASCADE)
    WITHOUT ROWID;
CREATE TABLE model_aliases(
    model TEXT NOT NULL, alias TEXT NOT NULL, version INTEGER NOT NULL,
    PRIMARY KEY(model, alias),
    FOREIGN KEY(model, version) REFERENCES model_versions(model, version) ON DELETE CASCADE ON UPDATE CASCADE)
    WITHOUT ROWID;

INSERT INTO experiments(id, name, artifact_location, created_ms, updated_ms)
    VALUES(0, 'Default', 'mlflow-artifacts:/0',
           CAST(unixepoch('subsec') * 1000 AS INTEGER), CAST(unixepoch('subsec') * 1000 AS INTEGER));
