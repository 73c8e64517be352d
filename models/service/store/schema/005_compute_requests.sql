-- SPDX-FileCopyrightText: 2026 The Roost developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- `sent` contains, as JSON, the parts of a client's request for a compute that have no column; the service only returns
-- them.
ALTER TABLE computes ADD COLUMN sent TEXT NOT NULL DEFAULT '{}';
