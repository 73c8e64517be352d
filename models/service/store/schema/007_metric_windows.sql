-- SPDX-FileCopyrightText: 2026 The Roost developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The pyramid of a metric: summaries of consecutive points (tracking/metricpyramid.h), from which charts and summaries
-- are read. It is derived from `metrics` and written when the last point of a row's range has arrived. `is_summarized`
-- is 0 for a series of an older database until the service has built its pyramid in the background; until then the
-- columns `minimum`, `maximum` and `not_finite` are not valid.
CREATE TABLE metric_buckets(
    run INTEGER NOT NULL REFERENCES runs(seq) ON DELETE CASCADE,
    key INTEGER NOT NULL,
    level INTEGER NOT NULL,
    number INTEGER NOT NULL,
    buckets BLOB NOT NULL,
    PRIMARY KEY(run, key, level, number)) WITHOUT ROWID;
ALTER TABLE latest_metrics ADD COLUMN minimum REAL;
ALTER TABLE latest_metrics ADD COLUMN maximum REAL;
ALTER TABLE latest_metrics ADD COLUMN not_finite INTEGER NOT NULL DEFAULT 0;
ALTER TABLE latest_metrics ADD COLUMN is_summarized INTEGER NOT NULL DEFAULT 0;
CREATE INDEX latest_metrics_to_summarize ON latest_metrics(run, key) WHERE is_summarized = 0;
