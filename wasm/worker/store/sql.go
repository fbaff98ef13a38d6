package store

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"strings"
	"time"
)

//go:embed migrations/0001_tables.sql
var schema string

// SQL keeps everything in a database that speaks SQLite: a file at home, D1 on
// the edge. Each call is one statement or may be repeated, because D1 has no
// transactions over several calls.
type SQL struct{ DB *sql.DB }

var (
	_ Links  = SQL{}
	_ Boards = SQL{}
)

// Create makes the tables that are not there.
func (s SQL) Create(ctx context.Context) error {
	for statement := range strings.SplitSeq(schema, ";\n") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		if _, err := s.DB.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// Expire removes what has ended by now.
func (s SQL) Expire(ctx context.Context, now time.Time) error {
	_, err := s.DB.ExecContext(ctx, `DELETE FROM results WHERE board IN (SELECT id FROM boards WHERE expires <= ?)`, now.Unix())
	if err == nil {
		_, err = s.DB.ExecContext(ctx, `DELETE FROM boards WHERE expires <= ?`, now.Unix())
	}
	if err == nil {
		_, err = s.DB.ExecContext(ctx, `DELETE FROM links WHERE expires <= ?`, now.Unix())
	}
	return err
}

// PutLink keeps a fragment, or keeps it for longer.
func (s SQL) PutLink(ctx context.Context, name, fragment string, expires time.Time) error {
	_, err := s.DB.ExecContext(ctx, `INSERT INTO links (name, fragment, expires) VALUES (?, ?, ?)
		ON CONFLICT (name) DO UPDATE SET expires = excluded.expires`, name, fragment, expires.Unix())
	return err
}

// Link returns the fragment under a name.
func (s SQL) Link(ctx context.Context, name string, now time.Time) (fragment string, err error) {
	row := s.DB.QueryRowContext(ctx, `SELECT fragment FROM links WHERE name = ? AND expires > ?`, name, now.Unix())
	return fragment, noneOf(row.Scan(&fragment))
}

// PutBoard keeps a new board.
func (s SQL) PutBoard(ctx context.Context, b Board) error {
	_, err := s.DB.ExecContext(ctx, `INSERT INTO boards (id, key_digest, title, lesson, created, expires) VALUES (?, ?, ?, ?, ?, ?)`,
		b.ID, b.KeyDigest, b.Title, b.Lesson, b.Created.Unix(), b.Expires.Unix())
	return err
}

// Board returns a board.
func (s SQL) Board(ctx context.Context, id string, now time.Time) (Board, error) {
	b := Board{ID: id}
	var created, expires int64
	row := s.DB.QueryRowContext(ctx, `SELECT key_digest, title, lesson, created, expires FROM boards WHERE id = ? AND expires > ?`, id, now.Unix())
	err := row.Scan(&b.KeyDigest, &b.Title, &b.Lesson, &created, &expires)
	b.Created, b.Expires = time.Unix(created, 0).UTC(), time.Unix(expires, 0).UTC()
	return b, noneOf(err)
}

// DeleteBoard removes a board and all that was posted to it.
func (s SQL) DeleteBoard(ctx context.Context, id string) error {
	if _, err := s.DB.ExecContext(ctx, `DELETE FROM results WHERE board = ?`, id); err != nil {
		return err
	}
	_, err := s.DB.ExecContext(ctx, `DELETE FROM boards WHERE id = ?`, id)
	return err
}

// PutResult keeps a result under the board's next number.
func (s SQL) PutResult(ctx context.Context, board string, r Result) (int64, error) {
	// One statement, so that two results that come at once get two numbers.
	row := s.DB.QueryRowContext(ctx, `INSERT INTO results (board, number, name, code, verdict, posted)
		SELECT b.id, 1 + COALESCE((SELECT MAX(number) FROM results WHERE board = b.id), 0), ?, ?, ?, ?
		FROM boards b WHERE b.id = ? AND (SELECT COUNT(*) FROM results WHERE board = b.id) < ?
		RETURNING number`, r.Name, r.Code, r.Verdict, r.Posted.Unix(), board, ResultsMax)
	var number int64
	err := noneOf(row.Scan(&number))
	if errors.Is(err, ErrNone) {
		if _, gone := s.Board(ctx, board, r.Posted); gone == nil {
			err = ErrFull
		}
	}
	return number, err
}

// Results returns what was posted to a board, in order.
func (s SQL) Results(ctx context.Context, board string) ([]Result, error) {
	rows, err := s.DB.QueryContext(ctx, `SELECT number, name, code, verdict, posted FROM results WHERE board = ? ORDER BY number`, board)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Result
	for rows.Next() {
		var r Result
		var posted int64
		if err := rows.Scan(&r.Number, &r.Name, &r.Code, &r.Verdict, &posted); err != nil {
			return nil, err
		}
		r.Posted = time.Unix(posted, 0).UTC()
		list = append(list, r)
	}
	return list, rows.Err()
}

// DeleteResult removes a result; its number is not given again while later ones are there.
func (s SQL) DeleteResult(ctx context.Context, board string, number int64) error {
	_, err := s.DB.ExecContext(ctx, `DELETE FROM results WHERE board = ? AND number = ?`, board, number)
	return err
}

func noneOf(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNone
	}
	return err
}
