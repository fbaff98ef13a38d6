//go:build !js

package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"
)

var now = time.Unix(1_800_000_000, 0).UTC()

func open(t *testing.T) SQL {
	t.Helper()
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "blkplay.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.DB.Close() })
	return s
}

func TestLinks(t *testing.T) {
	s, ctx := open(t), context.Background()
	for range 2 {
		if err := s.PutLink(ctx, "abc", "#b1.x.y", now.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := s.Link(ctx, "abc", now); got != "#b1.x.y" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := s.Link(ctx, "abc", now.Add(time.Hour)); !errors.Is(err, ErrNone) {
		t.Errorf("after its end: %v", err)
	}
	if _, err := s.Link(ctx, "x' OR '1'='1", now); !errors.Is(err, ErrNone) {
		t.Errorf("a name that is none: %v", err)
	}
}

func TestBoards(t *testing.T) {
	s, ctx := open(t), context.Background()
	board := Board{ID: "b", KeyDigest: "k", Title: "Täfel", Lesson: "lesson", Created: now, Expires: now.Add(time.Hour)}
	if err := s.PutBoard(ctx, board); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Board(ctx, "b", now); got != board || err != nil {
		t.Errorf("%+v, %v", got, err)
	}
	for want := int64(1); want <= 3; want++ {
		if n, err := s.PutResult(ctx, "b", Result{Name: "n", Code: "c", Verdict: "{}", Posted: now}); n != want || err != nil {
			t.Errorf("number %d, %v; want %d", n, err, want)
		}
	}
	if err := s.DeleteResult(ctx, "b", 2); err != nil {
		t.Fatal(err)
	}
	list, err := s.Results(ctx, "b")
	if err != nil || len(list) != 2 || list[0] != (Result{1, "n", "c", "{}", now}) || list[1].Number != 3 {
		t.Errorf("%+v, %v", list, err)
	}
	if _, err := s.PutResult(ctx, "other", Result{Posted: now}); !errors.Is(err, ErrNone) {
		t.Errorf("a result for no board: %v", err)
	}
	if err := s.Expire(ctx, now.Add(2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if list, err := s.Results(ctx, "b"); len(list) != 0 || err != nil {
		t.Errorf("%d results outlive their board, %v", len(list), err)
	}
	if _, err := s.Board(ctx, "b", now); !errors.Is(err, ErrNone) {
		t.Errorf("the board is still there: %v", err)
	}
}

func TestFullBoard(t *testing.T) {
	s, ctx := open(t), context.Background()
	if err := s.PutBoard(ctx, Board{ID: "b", Expires: now.Add(time.Hour)}); err != nil {
		t.Fatal(err)
	}
	for range ResultsMax {
		if _, err := s.PutResult(ctx, "b", Result{Posted: now}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.PutResult(ctx, "b", Result{Posted: now}); !errors.Is(err, ErrFull) {
		t.Errorf("one more: %v", err)
	}
}

func TestDeletedBoard(t *testing.T) {
	s, ctx := open(t), context.Background()
	if err := s.PutBoard(ctx, Board{ID: "b", Expires: now.Add(time.Hour)}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.PutResult(ctx, "b", Result{Posted: now}); err != nil {
		t.Fatal(err)
	}
	if err := s.DeleteBoard(ctx, "b"); err != nil {
		t.Fatal(err)
	}
	if list, err := s.Results(ctx, "b"); len(list) != 0 || err != nil {
		t.Errorf("%d results, %v", len(list), err)
	}
}
