package api

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"blkplay/wasm/worker/store"
)

// What may be posted, in bytes and days.
const (
	lessonBytesMax = 64 << 10
	titleBytesMax  = 200
	nameBytesMax   = 80
	codeBytesMax   = 4 << 10
	boardDays      = 30 // unless the teacher says otherwise
)

// postBoard answers POST /api/boards: a teacher makes a board for an exercise.
//
//	{"title", "lesson", "days"} gives {"board", "key", "expires"}
//
// The key is told this once; whoever has it sees and deletes what is posted.
func (h *handler) postBoard(w http.ResponseWriter, r *http.Request) error {
	var in struct {
		Title  string `json:"title"`
		Lesson string `json:"lesson"`
		Days   int    `json:"days"`
	}
	if err := take(r, 2*lessonBytesMax, &in); err != nil {
		return err
	}
	if in.Days == 0 {
		in.Days = boardDays
	}
	switch {
	case in.Days < 1 || in.Days > store.BoardDaysMax:
		return refusal(http.StatusUnprocessableEntity, "a board is kept for 1 to %d days, not for %d", store.BoardDaysMax, in.Days)
	case len(in.Lesson) > lessonBytesMax:
		return refusal(http.StatusRequestEntityTooLarge, "the exercise is longer than %d bytes", lessonBytesMax)
	}
	if err := shortText("a title", in.Title, titleBytesMax); err != nil {
		return err
	}
	if err := h.Grader.Check(in.Lesson); errors.Is(err, ErrLong) {
		return refusal(http.StatusRequestEntityTooLarge, "%v", err)
	} else if err != nil {
		return refusal(http.StatusUnprocessableEntity, "this is no exercise: %v", err)
	}
	now := h.Now()
	if err := h.Boards.Expire(r.Context(), now); err != nil {
		return err
	}
	var chance [10 + 16]byte
	if _, err := h.Random.Read(chance[:]); err != nil {
		return err
	}
	key := base64.RawURLEncoding.EncodeToString(chance[10:])
	b := store.Board{
		ID: names.EncodeToString(chance[:10]), KeyDigest: digestOf(key), Title: in.Title, Lesson: in.Lesson,
		Created: now, Expires: now.Add(time.Duration(in.Days) * 24 * time.Hour),
	}
	if err := h.Boards.PutBoard(r.Context(), b); err != nil {
		return err
	}
	tell(w, http.StatusCreated, map[string]any{"board": b.ID, "key": key, "expires": b.Expires.UTC().Format(time.RFC3339)})
	return nil
}

// getBoard answers GET /api/boards/ID: what a student needs.
func (h *handler) getBoard(w http.ResponseWriter, r *http.Request) error {
	b, err := h.board(r)
	if err != nil {
		return err
	}
	tell(w, http.StatusOK, map[string]any{"title": b.Title, "lesson": b.Lesson, "expires": b.Expires.UTC().Format(time.RFC3339)})
	return nil
}

// postResult answers POST /api/boards/ID/results: a student posts a result code,
// and it is run again.
//
//	{"name", "code"} gives {"number", "verdict"}
func (h *handler) postResult(w http.ResponseWriter, r *http.Request) error {
	b, err := h.board(r)
	if err != nil {
		return err
	}
	var in struct {
		Name string `json:"name"`
		Code string `json:"code"`
	}
	if err := take(r, 2*codeBytesMax, &in); err != nil {
		return err
	}
	if err := shortText("a name", in.Name, nameBytesMax); err != nil {
		return err
	}
	if err := shortText("a result code", in.Code, codeBytesMax); err != nil {
		return err
	}
	verdict, err := h.Grader.Grade(b.Lesson, in.Code)
	if errors.Is(err, ErrLong) {
		return refusal(http.StatusRequestEntityTooLarge, "%v", err)
	}
	if err != nil {
		return refusal(http.StatusUnprocessableEntity, "%v", err)
	}
	number, err := h.Boards.PutResult(r.Context(), b.ID, store.Result{
		Name: in.Name, Code: in.Code, Verdict: string(verdict), Posted: h.Now(),
	})
	if err != nil {
		return err
	}
	tell(w, http.StatusCreated, map[string]any{"number": number, "verdict": verdict})
	return nil
}

// getResults answers GET /api/boards/ID/results, for the teacher.
func (h *handler) getResults(w http.ResponseWriter, r *http.Request) error {
	b, err := h.teachersBoard(r)
	if err != nil {
		return err
	}
	list, err := h.Boards.Results(r.Context(), b.ID)
	if err != nil {
		return err
	}
	type result struct {
		Number  int64           `json:"number"`
		Name    string          `json:"name,omitempty"`
		Code    string          `json:"code"`
		Verdict json.RawMessage `json:"verdict"`
		Posted  string          `json:"posted"`
	}
	out := []result{}
	for _, x := range list {
		out = append(out, result{x.Number, x.Name, x.Code, json.RawMessage(x.Verdict), x.Posted.Format(time.RFC3339)})
	}
	tell(w, http.StatusOK, map[string]any{"title": b.Title, "expires": b.Expires.Format(time.RFC3339), "results": out})
	return nil
}

// deleteBoard answers DELETE /api/boards/ID, for the teacher.
func (h *handler) deleteBoard(w http.ResponseWriter, r *http.Request) error {
	b, err := h.teachersBoard(r)
	if err == nil {
		err = h.Boards.DeleteBoard(r.Context(), b.ID)
	}
	if err == nil {
		w.WriteHeader(http.StatusNoContent)
	}
	return err
}

// deleteResult answers DELETE /api/boards/ID/results/N, for the teacher.
func (h *handler) deleteResult(w http.ResponseWriter, r *http.Request) error {
	b, err := h.teachersBoard(r)
	if err != nil {
		return err
	}
	number, err := strconv.ParseInt(r.PathValue("number"), 10, 64)
	if err != nil {
		return store.ErrNone
	}
	if err := h.Boards.DeleteResult(r.Context(), b.ID, number); err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (h *handler) board(r *http.Request) (store.Board, error) {
	return h.Boards.Board(r.Context(), r.PathValue("board"), h.Now())
}

// teachersBoard is the board, if the request has its key: Authorization: Bearer KEY.
func (h *handler) teachersBoard(r *http.Request) (store.Board, error) {
	b, err := h.board(r)
	if err != nil {
		return b, err
	}
	scheme, key, ok := strings.Cut(r.Header.Get("Authorization"), " ")
	if !ok || !strings.EqualFold(scheme, "Bearer") {
		return b, refusal(http.StatusUnauthorized, "this needs the board's key, as Authorization: Bearer KEY")
	}
	if subtle.ConstantTimeCompare([]byte(digestOf(key)), []byte(b.KeyDigest)) != 1 {
		return b, refusal(http.StatusForbidden, "this is not the board's key")
	}
	return b, nil
}

func digestOf(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:])
}

// shortText refuses what is too long for its place, or not to be shown in a line.
func shortText(what, text string, bytesMax int) error {
	if len(text) > bytesMax {
		return refusal(http.StatusUnprocessableEntity, "%s has at most %d bytes, not %d", what, bytesMax, len(text))
	}
	if !utf8.ValidString(text) || strings.ContainsFunc(text, deceives) {
		return refusal(http.StatusUnprocessableEntity, "%s is one line of text", what)
	}
	return nil
}

// deceives reports whether c ends the line, or turns what follows around: in a list
// such a name would write over what stands beside it.
func deceives(c rune) bool {
	return unicode.IsControl(c) || c == 0x2028 || c == 0x2029 || 0x202a <= c && c <= 0x202e || 0x2066 <= c && c <= 0x2069
}
