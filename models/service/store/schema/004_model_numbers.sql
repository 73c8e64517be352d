-- SPDX-FileCopyrightText: 2026 The Roost developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The highest number that a version of each registered model ever had. It is kept when versions are deleted, so that
-- the number of a deleted version never names other files later.
ALTER TABLE registered_models ADD COLUMN last_version INTEGER NOT NULL DEFAULT 0;
UPDATE registered_models SET last_version =
    coalesce((SELECT max(version) FROM model_versions WHERE model = registered_models.name), 0);
