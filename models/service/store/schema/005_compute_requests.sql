-- SPDX-FileCopyrightText: 2026 The Roost developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- `sent` is what a client requested of a compute beside the columns, as JSON; the service only gives it back.
ALTER TABLE computes ADD COLUMN sent TEXT NOT NULL DEFAULT '{}';
