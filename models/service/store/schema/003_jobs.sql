-- SPDX-FileCopyrightText: 2026 The Roost developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The data of a run that was submitted as a job, in addition to its row in `runs`. `spec` is the job as JSON,
-- `submitted` the unchanged request. Phases, ranks and the reason for waiting are properties of the run (roost.phases
-- ...).
CREATE TABLE jobs(
    run INTEGER NOT NULL PRIMARY KEY REFERENCES runs(seq) ON DELETE CASCADE,
    spec TEXT NOT NULL,
    code_hash TEXT NOT NULL DEFAULT '',
    submitted TEXT NOT NULL DEFAULT '',
    cancel_requested INTEGER NOT NULL DEFAULT 0,
    gpus TEXT NOT NULL DEFAULT '[]');
