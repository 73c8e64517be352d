-- SPDX-FileCopyrightText: 2026 The Roost developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The data of Azure ML besides runs and models: environments, code versions, uploads, computes, operations, files of
-- models. Times are milliseconds since 1970, UTC. `tags`, `properties` and `errors` are JSON, because no query searches
-- them. A code version names a folder below code/; several versions may name the same folder. `anonymous` versions were
-- created for a single job and are not listed.
CREATE TABLE environments(
    name TEXT NOT NULL PRIMARY KEY,
    description TEXT NOT NULL DEFAULT '',
    archived INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL);
CREATE TABLE environment_versions(
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    environment TEXT NOT NULL REFERENCES environments(name) ON DELETE CASCADE,
    version TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    image TEXT NOT NULL DEFAULT '',
    conda_yaml TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '{}',
    properties TEXT NOT NULL DEFAULT '{}',
    anonymous INTEGER NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    UNIQUE(environment, version));

CREATE TABLE code_versions(
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    hash TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '{}',
    properties TEXT NOT NULL DEFAULT '{}',
    anonymous INTEGER NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL,
    UNIQUE(name, version));
CREATE INDEX code_versions_by_hash ON code_versions(hash);
CREATE TABLE uploads(
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    created_ms INTEGER NOT NULL);
CREATE TABLE blob_metadata(
    container TEXT NOT NULL, path TEXT NOT NULL,
    name TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(container, path, name)) WITHOUT ROWID;

CREATE TABLE computes(
    name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE,
    type TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    size TEXT NOT NULL DEFAULT '',
    location TEXT NOT NULL DEFAULT '',
    low_priority INTEGER NOT NULL DEFAULT 0,
    min_nodes INTEGER NOT NULL DEFAULT 0,
    max_nodes INTEGER NOT NULL DEFAULT 1,
    idle_seconds INTEGER NOT NULL DEFAULT -1,
    state TEXT NOT NULL,
    errors TEXT NOT NULL DEFAULT '[]',
    tags TEXT NOT NULL DEFAULT '{}',
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL);
CREATE TABLE operations(
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    status TEXT NOT NULL,
    error_code TEXT NOT NULL DEFAULT '',
    error_text TEXT NOT NULL DEFAULT '',
    created_ms INTEGER NOT NULL,
    ended_ms INTEGER);

CREATE TABLE model_files(
    model TEXT NOT NULL, version INTEGER NOT NULL,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    md5 TEXT NOT NULL,    -- hex
    sha256 TEXT NOT NULL, -- hex
    PRIMARY KEY(model, version, path),
    FOREIGN KEY(model, version) REFERENCES model_versions(model, version) ON DELETE CASCADE ON UPDATE CASCADE)
    WITHOUT ROWID;
