//go:build !js

package store

import (
	"context"
	"database/sql"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Open opens or makes the database in a file; ":memory:" is one that is gone with
// the program.
func Open(ctx context.Context, file string) (SQL, error) {
	db, err := sql.Open("sqlite", file+"?_pragma=journal_mode(WAL)&_pragma=busy_timeout(5000)")
	if err != nil {
		return SQL{}, err
	}
	db.SetMaxOpenConns(1) // SQLite writes one at a time, and :memory: is one connection's
	s := SQL{db}
	if err := s.Create(ctx); err != nil {
		db.Close()
		return SQL{}, err
	}
	return s, nil
}
