-- SPDX-FileCopyrightText: 2026 The Roost developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Metrics that the service reads from files of runs. `position` is the offset up to which a file was read, `state` what
-- its reader has learned before; both change in the transaction that stores the points. `collected_series` has the
-- metrics of each folder, which a restart of the script discards together.
CREATE TABLE collected_files(
    run INTEGER NOT NULL REFERENCES runs(seq) ON DELETE CASCADE,
    path TEXT NOT NULL,
    position INTEGER NOT NULL,
    state BLOB NOT NULL DEFAULT '',
    PRIMARY KEY(run, path)) WITHOUT ROWID;
CREATE TABLE collected_series(
    run INTEGER NOT NULL REFERENCES runs(seq) ON DELETE CASCADE,
    folder TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY(run, folder, key)) WITHOUT ROWID;
