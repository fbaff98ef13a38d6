-- What package store keeps, in SQLite or D1. Times are seconds since 1970.
CREATE TABLE IF NOT EXISTS links (
  name     TEXT PRIMARY KEY,
  fragment TEXT NOT NULL,
  expires  INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS boards (
  id         TEXT PRIMARY KEY,
  key_digest TEXT NOT NULL,
  title      TEXT NOT NULL,
  lesson     TEXT NOT NULL,
  created    INTEGER NOT NULL,
  expires    INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS results (
  board   TEXT NOT NULL,
  number  INTEGER NOT NULL,
  name    TEXT NOT NULL,
  code    TEXT NOT NULL,
  verdict TEXT NOT NULL,
  posted  INTEGER NOT NULL,
  PRIMARY KEY (board, number)
);
CREATE INDEX IF NOT EXISTS boards_by_end ON boards (expires);
CREATE INDEX IF NOT EXISTS links_by_end ON links (expires);
