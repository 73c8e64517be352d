-- SPDX-FileCopyrightText: 2026 The Roost developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the secrets of a job are masked. The secrets are masked when the run is over; earlier versions did not mask
-- them.
ALTER TABLE jobs ADD COLUMN is_masked INTEGER NOT NULL DEFAULT 0;
