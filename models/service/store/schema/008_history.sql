-- SPDX-FileCopyrightText: 2026 The Roost developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Indexes with which a page of a search reads about as many rows as it returns (tracking/runsearch.h), and the times of
-- deletions. Long values are indexed by their beginning, by which they are also ordered. `deleted_with` is the id of
-- the experiment with which a run was deleted; a run that was deleted by itself has an empty text.
CREATE INDEX latest_metrics_by_value ON latest_metrics(key, nan, value, run);
CREATE INDEX run_params_by_value ON run_params(key, substr(value, 1, 64), run);
CREATE INDEX run_tags_by_text ON run_tags(key, substr(value, 1, 64), run);
CREATE INDEX runs_by_start ON runs(coalesce(started_ms, created_ms) DESC, id);
CREATE INDEX runs_by_end ON runs(ended_ms);
CREATE INDEX runs_by_name ON runs(display_name);
CREATE INDEX runs_in_progress ON runs(updated_ms, status) WHERE status NOT IN ('Completed', 'Failed', 'Canceled');
ALTER TABLE runs ADD COLUMN deleted_ms INTEGER;
ALTER TABLE runs ADD COLUMN deleted_with TEXT NOT NULL DEFAULT '';
UPDATE runs SET deleted_ms = updated_ms WHERE deleted <> 0;
UPDATE runs SET deleted_with = experiment
    WHERE deleted <> 0 AND experiment IN (SELECT id FROM experiments WHERE deleted <> 0);
CREATE INDEX runs_in_trash ON runs(deleted_ms) WHERE deleted <> 0;
