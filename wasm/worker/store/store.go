// Package store keeps what outlives a request: short links and class boards.
//
// Everything that is kept has an end and a size. No names are needed and no
// address is kept: a board is known by its id, and its teacher by a key of which
// only a digest is here.
package store

import (
	"context"
	"errors"
	"time"
)

// Limits of what is kept.
const (
	LinkDays     = 730 // from when a link was last made
	BoardDaysMax = 180
	ResultsMax   = 500 // of a board
)

var (
	// ErrNone: there is no such thing, or it has expired.
	ErrNone = errors.New("there is nothing under this name, or no longer")
	// ErrFull: a board takes no more results.
	ErrFull = errors.New("the board is full")
)

// Links keeps fragments of links under short names. What a name stands for never
// changes, so keeping it twice does no harm.
type Links interface {
	PutLink(ctx context.Context, name, fragment string, expires time.Time) error
	// Link fails with ErrNone.
	Link(ctx context.Context, name string, now time.Time) (fragment string, err error)
}

// Board is what a teacher made: an exercise to which results are posted.
type Board struct {
	ID        string
	KeyDigest string // of the teacher's key
	Title     string
	Lesson    string // the exercise's text
	Created   time.Time
	Expires   time.Time
}

// Result is what a student posted.
type Result struct {
	Number  int64  // from 1, within its board
	Name    string // what the student calls the result; may be ""
	Code    string // the result code
	Verdict string // JSON: what running it again said
	Posted  time.Time
}

// Boards keeps boards and their results. Calls for a board that is not there, or
// has expired, fail with ErrNone.
type Boards interface {
	PutBoard(ctx context.Context, b Board) error
	Board(ctx context.Context, id string, now time.Time) (Board, error)
	DeleteBoard(ctx context.Context, id string) error
	// PutResult gives r the next number; it fails with ErrFull.
	PutResult(ctx context.Context, board string, r Result) (number int64, err error)
	Results(ctx context.Context, board string) ([]Result, error)
	DeleteResult(ctx context.Context, board string, number int64) error
	// Expire removes what has ended by now.
	Expire(ctx context.Context, now time.Time) error
}
